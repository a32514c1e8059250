import { claims } from '@gongyou/contract/kit/phrase.ts'
import type { Claimed } from '@gongyou/contract/kit/phrase.ts'
import { contradictionsIn } from '@gongyou/contract/statistics/contradictions.ts'
import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import type { ClaimMeasure, SideName } from '@gongyou/contract/statistics/measured.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { type Catalogue, figureRevision } from '../catalogue.ts'
import { countedValueOf } from '../read.ts'
import { pageOfRecords } from '../records.ts'
import { type Asked, predicateOf } from '../select.ts'
import { addedSince, changesSince, mainCut, removedSince } from './record-set.ts'
import { type PinnedSide, recountSides, valueOfSides } from './sides.ts'
import { type ClaimRow, claimRow, comparableOf, nearBy, sidesOf } from './store.ts'

const pinned = async (look: Look, catalogue: Catalogue, row: ClaimRow) => ({
  f: await figureRevision(look, catalogue, row.figure!, row.revision!),
  asked: row.asked as Asked,
  moment: row.counted_at!,
})

/** How many of the records of some questions the reader may see. */
const visibleOf = async (look: Look, f: FigureDeclaration, asked: readonly Asked[]) => {
  const reach = await reachOf(look, 'statistics.read')
  let visible = 0
  for (const a of asked) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ledger.fact f where ${await predicateOf(look, f, mainCut(f), a, reach)}`.execute(look.raw)
    visible += rows[0]!.n
  }
  return visible
}

const askedSides = (sides: readonly PinnedSide[]) => sides.flatMap((s) => s.asked ?? [])

/** A comparison or a target, with every number that it rests on asked again. */
const recomputeSides = async (look: Look, catalogue: Catalogue, row: ClaimRow) => {
  const { f, moment } = await pinned(look, catalogue, row)
  const pinnedSides = sidesOf(row)
  const sides = await recountSides(look, catalogue, f, pinnedSides, moment)
  const sum = (of: 'records' | 'added' | 'removed') => sides.reduce((n, s) => n + s[of], 0)
  const value = valueOfSides(f, row.measure as ClaimMeasure, row.to_on, sides)
  const visible = await visibleOf(look, f, askedSides(pinnedSides))
  return {
    value,
    records: sum('records'),
    added: sum('added'),
    removed: sum('removed'),
    provable: sides.every((s) => s.provable),
    stillTrue: value !== null && claims(row.claimed as Claimed, value),
    visible,
    hidden: sum('records') - visible,
    sides: sides.map(({ side, was, value: v, records, added, removed }) => ({ side, was, value: v, records, added, removed })),
  }
}

/** The question of a claim asked again today, over everything it was asked of; how much of that the reader may see is said beside it. */
const recompute = async (look: Look, catalogue: Catalogue, row: ClaimRow) => {
  if (row.origin !== 'system') return null
  if (row.sides) return recomputeSides(look, catalogue, row)
  const { f, asked, moment } = await pinned(look, catalogue, row)
  const now = await countedValueOf(look, f, asked, 'all')
  const { added, removed, digest } = await changesSince(look, catalogue, f, asked, moment)
  const visible = await visibleOf(look, f, [asked])
  return {
    value: now.value,
    records: now.records,
    added,
    removed,
    provable: digest.equals(row.digest!),
    stillTrue: now.value !== null && claims(row.claimed as Claimed, now.value),
    visible,
    hidden: now.records - visible,
    sides: [],
  }
}

/** One claim with everything one may ask of it: what it would be today, and what it does not go together with. */
export const claimOf = async (look: Look, catalogue: Catalogue, id: string) => {
  const row = await claimRow(look, id)
  const others = await nearBy(look, { topic: row.topic, part: row.part, to: row.to_on })
  if (!others.some((o) => o.id === id)) others.push(row)
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
  asked: { which: 'added' | 'removed'; side?: SideName | undefined; after?: string | undefined; limit: number },
) => {
  const row = await claimRow(look, id)
  if (row.origin !== 'system') throw refuse('record.not-found')
  const whole = await pinned(look, catalogue, row)
  const side = sidesOf(row).find((s) => (asked.side ? s.side === asked.side : s.asked !== null))
  if (row.sides && !side?.asked) throw refuse('record.not-found')
  const c = { ...whole, asked: side?.asked ?? whole.asked }
  const reach = await reachOf(look, 'statistics.read')
  if (asked.which === 'added') return pageOfRecords(look, sql`ledger.fact`, await addedSince(look, c.f, c.asked, c.moment, reach), asked)
  const { source, where } = await removedSince(look, catalogue, c.f, c.asked, c.moment, reach)
  return pageOfRecords(look, source, where, asked)
}
