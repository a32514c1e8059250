import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'

/** Card numbers for as many joinings as there are days, taken from each year's counter in one step. */
export const cardNumbers = async (work: Work, days: readonly string[]) => {
  const wanted = new Map<string, number>()
  for (const day of days) wanted.set(day.slice(0, 4), (wanted.get(day.slice(0, 4)) ?? 0) + 1)
  const next = new Map<string, number>()
  if (wanted.size === 0) return () => ''
  // In order of the year, so that two imports at once wait for each other instead of deadlocking.
  const years = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([year, n]) => ({ name: `card:${year}`, value: n }))
  const { rows } = await sql<{ name: string; value: number }>`
    insert into membership.counter (region, name, value) select ${work.region}, name, value from json_to_recordset(${JSON.stringify(years)}::json) as r(name text, value bigint)
    on conflict (region, name) do update set value = membership.counter.value + excluded.value returning name, value`.execute(work.tx)
  for (const { name, value } of rows) next.set(name.slice(5), value - wanted.get(name.slice(5))! + 1)
  return (day: string) => {
    const year = day.slice(0, 4)
    const n = next.get(year)!
    next.set(year, n + 1)
    return `${work.region}${year.slice(2)}${String(n).padStart(7, '0')}`
  }
}
