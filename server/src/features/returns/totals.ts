import { addsUp } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { type Catalogue, countedValueOf } from '../statistics/index.ts'
import { unitsOf } from './access.ts'
import { labelOf, linesOf } from './lines.ts'
import { roundOf } from './lists.ts'
import { typedOf } from './typed.ts'

/** A sheet that counts: one that no unit above it, which has handed in too, speaks for already. */
export const speaksForItself = sql<boolean>`not exists (
  select 1 from returns.sheet u
    join organisations.org a on a.region = u.region and a.id = u.org_id
    join organisations.org o on o.region = s.region and o.id = s.org_id
   where u.region = s.region and u.round_id = s.round_id and u.act_id is not null and a.id <> o.id and a.path @> o.path)`

/** What the units said, added up. */
const toldOf = async (look: Look, round: string) => {
  const rows = await look.db
    .selectFrom('returns.sheet as s')
    .innerJoin('returns.line as l', (j) => j.onRef('l.region', '=', 's.region').onRef('l.sheet_id', '=', 's.id').onRef('l.filling', '=', 's.filling'))
    .where('s.region', '=', look.region)
    .where('s.round_id', '=', round)
    .where('s.act_id', 'is not', null)
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .where(speaksForItself)
    .select([
      'l.line',
      sql<number>`coalesce(sum(l.told), 0)`.as('told'),
      sql<number>`count(*) filter (where l.told is distinct from l.counted)::int`.as('changed'),
    ])
    .groupBy('l.line')
    .execute()
  return new Map(rows.map((r) => [r.line, r]))
}

/** Units of the round within reach, and everything beneath them: what their returns speak for. */
const spokenFor = async (look: Look, round: string) => {
  const { rows } = await sql<{ id: string }>`
    select distinct b.id from returns.sheet s
      join organisations.org o on o.region = s.region and o.id = s.org_id
      join organisations.org b on b.region = o.region and b.path <@ o.path
     where s.region = ${look.region} and s.round_id = ${round} and ${await unitsOf(look, 'returns.oversee', 's.org_id')}`.execute(look.raw)
  return rows.map((r) => r.id)
}

/**
 * A period added up. Persons, rates and averages of units are not added: somebody may stand in several. Beside it what the
 * system counts for all these units at once.
 */
export const totalsOf = async (look: Look, catalogue: Catalogue, id: string) => {
  const { form, row, view } = await roundOf(look, id)
  const told = await toldOf(look, id)
  const reach = await spokenFor(look, id)
  const totals = []
  for (const one of await linesOf(look, catalogue, form)) {
    const { line, f } = one
    const { zh, en } = units[f.unit]
    const said = told.get(line.code)
    totals.push({
      code: line.code,
      number: line.number,
      label: labelOf(one),
      unitName: { zh, en },
      told: addsUp(f) ? (said?.told ?? 0) : null,
      counted: (await countedValueOf(look, f, { from: row.from_on, to: row.to_on, where: line.where }, reach)).value,
      changed: said?.changed ?? 0,
    })
  }
  return { round: view, totals, typed: await typedOf(look, form, id, speaksForItself) }
}
