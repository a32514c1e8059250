import type { Cut } from '@gongyou/contract/kit/figure.ts'
import { sql } from 'kysely'
import type { Look } from '../db/database.ts'
import { keyOf } from './cut.ts'
import { bits, inCond } from './fold.ts'

/** One number wanted: a cut over the whole region in a period, `from` undefined for everything until then. */
export type Wanted = { readonly cut: Cut; readonly persons: boolean; readonly from?: string | undefined; readonly to: string }
export type Tally = { records: number; amount: number; persons: number }

const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const firstOfNext = (day: string) => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** The whole months of a period, from `since` until before `until`, and the days at its ends. */
const spansOf = ({ from = '1900-01-01', to }: Wanted) => {
  const since = from.endsWith('-01') ? from : firstOfNext(from)
  const next = dayAfter(to, 1)
  const until = next.endsWith('-01') ? next : `${to.slice(0, 7)}-01`
  if (since >= until) return { since: '1900-01-01', until: '1900-01-01', ends: [[from, to]] as const }
  const ends: [string, string][] = []
  if (from < since) ends.push([from, dayAfter(since, -1)])
  if (until <= to) ends.push([until, to])
  return { since, until, ends }
}

/**
 * Many numbers in one statement and so at one moment: months counted beforehand where they hold, facts one by one for
 * months marked stale, for days at the ends of a period, and for cuts never counted. Persons of months and days are joined
 * as sets of bits. Measured against keeping sets of ids (ten times the bytes), counters for every period and place (thirty
 * rows written for each fact) and counting facts each time.
 */
export const tally = async (look: Pick<Look, 'raw' | 'region'>, wanted: readonly Wanted[]): Promise<Tally[]> => {
  if (wanted.length === 0) return []
  const { region } = look
  const spans = wanted.map(spansOf)
  const ends = spans.flatMap((s, i) => s.ends.map(([from, to]) => ({ i, from, to })))
  const { rows } = await sql<{ i: number } & Tally>`
    with asked as materialized (
      select q.*, c.fact, c.cond, c.filled_at is not null as filled
        from unnest(${wanted.map((_, i) => i)}::int[], ${wanted.map((w) => keyOf(w.cut, w.persons))}::text[], ${wanted.map((w) => w.persons)}::boolean[],
                    ${wanted.map((w) => w.from ?? '1900-01-01')}::date[], ${wanted.map((w) => w.to)}::date[],
                    ${spans.map((s) => s.since)}::date[], ${spans.map((s) => s.until)}::date[]) as q (i, cut, persons, first, last, since, until)
        join ledger.cut c on c.region = ${region} and c.cut = q.cut),
    stale as materialized (select distinct fact, month from ledger.stale where region = ${region}),
    range as materialized (
      select a.i, e.since, e.until from asked a
        join unnest(${ends.map((e) => e.i)}::int[], ${ends.map((e) => e.from)}::date[], ${ends.map((e) => e.to)}::date[]) as e (i, since, until) on e.i = a.i
       where a.filled
      union all select a.i, a.first, a.last from asked a where not a.filled
      union all select a.i, s.month, (s.month + interval '1 month' - interval '1 day')::date from asked a
        join stale s on s.fact = a.fact and s.month >= a.since and s.month < a.until where a.filled),
    loose as materialized (
      select c.i, f.amount, case when c.persons then f.person_id end as person_id
        from range r join asked c on c.i = r.i
        join ledger.fact f on f.region = ${region} and f.fact = c.fact and f.day between r.since and r.until
       where ${inCond}),
    counted as (
      select a.i, sum(x.records) as records, sum(x.amount) as amount from asked a
        join ledger.cell x on x.region = ${region} and x.cut = a.cut and x.month >= a.since and x.month < a.until
       where a.filled and not exists (select 1 from stale s where s.fact = a.fact and s.month = x.month)
       group by 1
      union all select i, count(*), sum(amount) from loose group by 1),
    met as (select i, person_id from loose where person_id is not null group by 1, 2),
    crowds as (
      select a.i, x.chunk, x.members from asked a
        join ledger.crowd x on x.region = ${region} and x.cut = a.cut and x.month >= a.since and x.month < a.until
       where a.filled and a.persons and not exists (select 1 from stale s where s.fact = a.fact and s.month = x.month)
      union all
      select m.i, b.number / ${bits}, bit_or(set_bit(repeat('0', ${bits})::bit(8192), b.number % ${bits}, 1))
        from met m join ledger.bit_of b on b.region = ${region} and b.person_id = m.person_id group by 1, 2),
    persons as (
      select i, sum(bit_count(u)) as persons from (select i, chunk, bit_or(members) as u from crowds group by 1, 2) x group by 1
      union all
      select m.i, count(*) from met m where not exists (select 1 from ledger.bit_of b where b.region = ${region} and b.person_id = m.person_id) group by 1)
    select a.i, coalesce((select sum(records) from counted x where x.i = a.i), 0) as records,
           coalesce((select sum(amount) from counted x where x.i = a.i), 0) as amount,
           coalesce((select sum(persons) from persons x where x.i = a.i), 0) as persons
      from asked a order by 1`.execute(look.raw)
  const found = new Map(rows.map((r) => [r.i, r]))
  return wanted.map((w, i) => {
    const r = found.get(i)
    if (!r) throw new Error(`no cut ${keyOf(w.cut, w.persons)}: its figure was not declared`)
    return { records: Number(r.records), amount: Number(r.amount), persons: Number(r.persons) }
  })
}
