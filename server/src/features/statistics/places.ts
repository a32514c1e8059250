import { type FigureDeclaration, type Part, partsOf } from '@gongyou/contract/kit/figure.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import type { Count } from './read.ts'
import { type Asked, measureOf, predicateOf } from './select.ts'

/** Organisations beneath each of some: a few thousand pairs at most. */
const insideOf = async (look: Look, places: readonly string[]) => {
  const { rows } = await sql<{ place: string; org: string }>`
    select p.id as place, o.id as org from organisations.org p join organisations.org o on o.region = p.region and o.path <@ p.path
     where p.region = ${look.region} and p.id = any(${places as string[]}::uuid[])`.execute(look.raw)
  return rows
}

/** One part of a figure in many places at once, each with everything beneath it. The caller has judged that they may be seen. */
export const countPlaces = async (
  look: Look,
  f: FigureDeclaration,
  part: Part,
  asked: Asked,
  places: readonly string[],
): Promise<ReadonlyMap<string, Count>> => {
  const inside = await insideOf(look, places)
  const { rows } = await sql<{ place: string } & Count>`
    select u.place, ${measureOf(f, part)} as value, count(*) as records
      from unnest(${inside.map((i) => i.place)}::uuid[], ${inside.map((i) => i.org)}::uuid[]) as u (place, org)
      join ledger.fact f on f.org_id = u.org
     where ${await predicateOf(look, f, partsOf(f)[part]!, asked, 'all')} group by u.place`.execute(look.raw)
  return new Map(rows.map(({ place, value, records }) => [place, { value: Number(value), records: Number(records) }]))
}
