import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** First day of the month of a fact. */
const monthOf = sql`(f.day - (extract(day from f.day)::int - 1))`
/** A fact has one of the wanted values in every named dimension, and names somebody where persons are counted. */
export const inCond = sql`(not c.persons or f.person_id is not null) and (c.cond = '{}'::jsonb or not exists (select 1 from jsonb_each(c.cond) e where not coalesce(e.value ? (f.dims ->> e.key), false)))`
/** Bits in one line of a crowd. 1 kB stays inside its page; shorter lines cost more rows, longer ones more copying when they are made. */
export const bits = sql`8192`

/** Facts of some months of some cuts; all months of a cut that was never counted. */
const wanted = (region: number) => sql`
  ledger.cut c join wanted w on w.cut = c.cut
  join ledger.fact f on f.region = ${region} and f.fact = c.fact and f.day between w.since and w.until
  where c.region = ${region}`

/** So much is counted in one transaction that it ends well within the time a statement is given, at five million facts too. */
const cutsAtOnce = 6
const marksAtOnce = 500

/** Which months of which cuts are to be counted: those marked, and everything of cuts never counted. */
const plan = async (tx: Tx, region: number, marks: readonly string[]) => {
  const { rows } = await sql<{ cut: string; since: string; until: string; whole: boolean }>`
    select c.cut, s.month as since, (s.month + interval '1 month' - interval '1 day')::date as until, false as whole
      from ledger.cut c join (select distinct fact, month from ledger.stale where region = ${region} and id = any(${marks as string[]}::uuid[])) s on s.fact = c.fact
     where c.region = ${region} and c.filled_at is not null
    union all
    select u.cut, '1900-01-01', '2199-12-31', true from (
      select c.cut from ledger.cut c where c.region = ${region} and c.filled_at is null order by c.cut limit ${cutsAtOnce}) u`.execute(tx)
  return rows
}

type Plan = Awaited<ReturnType<typeof plan>>

const numberPersons = async (tx: Tx, region: number, list: ReturnType<typeof sql>) => {
  await sql`with ${list}
    insert into ledger.bit_of (region, person_id, number)
    select ${region}, p.person_id, (select coalesce(max(number), -1) from ledger.bit_of where region = ${region})::int + row_number() over (order by p.person_id)
      from (select distinct f.person_id from ${wanted(region)} and c.persons and f.person_id is not null) p
     where not exists (select 1 from ledger.bit_of b where b.region = ${region} and b.person_id = p.person_id)
    on conflict do nothing`.execute(tx)
}

const countMonths = async (tx: Tx, region: number, months: Plan) => {
  const list = sql`wanted as materialized (select * from unnest(${months.map((m) => m.cut)}::text[], ${months.map((m) => m.since)}::date[], ${months.map((m) => m.until)}::date[]) as w (cut, since, until))`
  for (const table of ['ledger.cell', 'ledger.crowd'] as const)
    await sql`with ${list} delete from ${sql.table(table)} x using wanted w where x.region = ${region} and x.cut = w.cut and x.month between w.since and w.until`.execute(
      tx,
    )
  await sql`with ${list}
    insert into ledger.cell (region, cut, month, records, amount)
    select ${region}, c.cut, ${monthOf}, count(*), sum(f.amount) from ${wanted(region)} and ${inCond} group by 2, 3 returning 1`.execute(tx)
  await numberPersons(tx, region, list)
  await sql`with ${list}
    insert into ledger.crowd (region, cut, month, chunk, members)
    select ${region}, p.cut, p.month, b.number / ${bits}, bit_or(set_bit(repeat('0', ${bits})::bit(8192), b.number % ${bits}, 1))
      from (select distinct c.cut, ${monthOf} as month, f.person_id from ${wanted(region)} and c.persons and f.person_id is not null and ${inCond}) p
      join ledger.bit_of b on b.region = ${region} and b.person_id = p.person_id
     group by 2, 3, 4 returning 1`.execute(tx)
}

/**
 * Counts again what is marked stale, a part at a time; answers how much that was, so that whoever calls knows to call again. Whoever reads meanwhile sees the marks and counts those months fact by fact; a mark
 * that comes after the look at them stays for the next time, whether its facts were counted already or not.
 */
export const fold = async (tx: Tx, region: number, at: Date) => {
  const { rows: lock } = await sql`select 1 from ledger.fold where region = ${region} for update skip locked`.execute(tx)
  if (lock.length === 0) return 0
  const { rows: marks } = await sql<{ id: string }>`select id from ledger.stale where region = ${region} order by id limit ${marksAtOnce}`.execute(tx)
  const ids = marks.map((m) => m.id)
  // A fact written in the same moment as a merge may still name the person who is gone.
  await sql`update ledger.fact f set person_id = a.root_id from ledger.alias a where f.region = ${region} and a.region = ${region} and f.person_id = a.gone_id`.execute(
    tx,
  )
  const months = await plan(tx, region, ids)
  if (months.length > 0) await countMonths(tx, region, months)
  await sql`update ledger.cut set filled_at = ${at} where region = ${region} and filled_at is null and cut = any(${months.filter((m) => m.whole).map((m) => m.cut)}::text[])`.execute(
    tx,
  )
  await sql`delete from ledger.stale where region = ${region} and id = any(${ids}::uuid[])`.execute(tx)
  await sql`update ledger.fold set folded_at = ${at} where region = ${region}`.execute(tx)
  return months.length + ids.length
}
