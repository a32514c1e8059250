import { type FigureDeclaration, partsOf } from '@gongyou/contract/kit/figure.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { type FactDefinition, takenBackSince } from '../../../kit/ledger/fact.ts'
import type { Reach } from '../../organisations/index.ts'
import type { Catalogue } from '../catalogue.ts'
import { type Asked, predicateOf } from '../select.ts'

/** The records a figure comes from: of a rate, everybody who was asked. */
export const mainCut = (f: FigureDeclaration) => partsOf(f).among ?? f.of

const factOf = (catalogue: Catalogue, f: FigureDeclaration): FactDefinition => catalogue.facts.find((d) => d.code === mainCut(f).fact)!

const digest = sql<Buffer | null>`sha256(string_agg(uuid_send(f.act_id), ''::bytea order by f.act_id))`

/** The same records give the same digest, whoever counts them and when. */
export const digestOf = async (look: Look, f: FigureDeclaration, asked: Asked) => {
  const { rows } = await sql<{ digest: Buffer | null }>`
    select ${digest} as digest from ledger.fact f where ${await predicateOf(look, f, mainCut(f), asked, 'all')}`.execute(look.raw)
  return rows[0]!.digest ?? Buffer.alloc(32)
}

/** Facts written after a moment: late records, whatever their day. */
export const addedSince = async (look: Look, f: FigureDeclaration, asked: Asked, moment: Date, reach?: Reach) => sql<boolean>`
  ${await predicateOf(look, f, mainCut(f), asked, reach)}
  and exists (select 1 from ledger.act a where a.region = f.region and a.id = f.act_id and a.at > ${moment})`

/** Facts that were there at a moment and whose acts were reversed later, drawn again from the acts. */
export const removedSince = async (look: Look, catalogue: Catalogue, f: FigureDeclaration, asked: Asked, moment: Date, reach?: Reach) => ({
  source: sql`(${takenBackSince(factOf(catalogue, f), look.region, moment)})`,
  where: await predicateOf(look, f, mainCut(f), asked, reach),
})

/** What has come and gone since a number was published, and whether the published records can be told exactly from what is left. */
export const changesSince = async (look: Look, catalogue: Catalogue, f: FigureDeclaration, asked: Asked, moment: Date) => {
  const added = await addedSince(look, f, asked, moment, 'all')
  const removed = await removedSince(look, catalogue, f, asked, moment, 'all')
  const { rows } = await sql<{ added: number; removed: number; digest: Buffer | null }>`
    select (select count(*)::int from ledger.fact f where ${added}) as added,
           (select count(*)::int from ${removed.source} f where ${removed.where}) as removed,
           (select ${digest} from (
              select f.act_id from ledger.fact f where ${await predicateOf(look, f, mainCut(f), asked, 'all')}
                 and not exists (select 1 from ledger.act a where a.region = f.region and a.id = f.act_id and a.at > ${moment})
              union all select f.act_id from ${removed.source} f where ${removed.where}) f) as digest`.execute(look.raw)
  const r = rows[0]!
  return { added: r.added, removed: r.removed, digest: r.digest ?? Buffer.alloc(32) }
}
