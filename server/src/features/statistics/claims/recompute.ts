import { claims } from '@gongyou/contract/kit/phrase.ts'
import type { Claimed } from '@gongyou/contract/kit/phrase.ts'
import { contradictionsIn } from '@gongyou/contract/statistics/contradictions.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { type Catalogue, figureRevision } from '../catalogue.ts'
import { countedValueOf } from '../read.ts'
import { pageOfRecords } from '../records.ts'
import { type Asked, predicateOf } from '../select.ts'
import { addedSince, changesSince, mainCut, removedSince } from './record-set.ts'
import { type ClaimRow, claimRow, comparableOf, standingClaims } from './store.ts'

const pinned = async (look: Look, catalogue: Catalogue, row: ClaimRow) => ({
  f: await figureRevision(look, catalogue, row.figure!, row.revision!),
  asked: row.asked as Asked,
  moment: row.counted_at!,
})

/** The question of a claim asked again today, over everything it was asked of; how much of that the reader may see is said beside it. */
const recompute = async (look: Look, catalogue: Catalogue, row: ClaimRow) => {
  if (row.origin !== 'system') return null
  const { f, asked, moment } = await pinned(look, catalogue, row)
  const now = await countedValueOf(look, f, asked, 'all')
  const { added, removed, digest } = await changesSince(look, catalogue, f, asked, moment)
  const reach = await reachOf(look, 'statistics.read')
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ledger.fact f where ${await predicateOf(look, f, mainCut(f), asked, reach)}`.execute(look.raw)
  return {
    value: now.value,
    records: now.records,
    added,
    removed,
    provable: digest.equals(row.digest!),
    stillTrue: now.value !== null && claims(row.claimed as Claimed, now.value),
    visible: rows[0]!.n,
    hidden: now.records - rows[0]!.n,
  }
}

/** One claim with everything one may ask of it: what it would be today, and what it does not go together with. */
export const claimOf = async (look: Look, catalogue: Catalogue, id: string) => {
  const row = await claimRow(look, id)
  const others = await standingClaims(look, row.topic)
  const now = await recompute(look, catalogue, row)
  const late = now !== null && now.added + now.removed > 0
  const findings = contradictionsIn(others.map((o) => (o.id === id ? { ...comparableOf(o), late } : comparableOf(o)))).filter((x) =>
    x.claims.some((c) => c.split('+').includes(id)),
  )
  return { row, now, findings, others }
}

/** Records that came, or went, since a claim was published. */
export const changesOf = async (
  look: Look,
  catalogue: Catalogue,
  id: string,
  asked: { which: 'added' | 'removed'; after?: string | undefined; limit: number },
) => {
  const row = await claimRow(look, id)
  if (row.origin !== 'system') throw refuse('record.not-found')
  const c = await pinned(look, catalogue, row)
  const reach = await reachOf(look, 'statistics.read')
  if (asked.which === 'added') return pageOfRecords(look, sql`ledger.fact`, await addedSince(look, c.f, c.asked, c.moment, reach), asked)
  const { source, where } = await removedSince(look, catalogue, c.f, c.asked, c.moment, reach)
  return pageOfRecords(look, source, where, asked)
}
