import { holidayYears } from '@gongyou/contract/clocks/holidays.ts'
import { rules } from '@gongyou/contract/clocks/rules.ts'
import type pg from 'pg'

const since = '2000-01-01'

const seedRules = (owner: pg.Pool, region: number) =>
  owner.query(
    `insert into clocks.rule (region, code, revision, valid_from, name, begins, amount, unit, direction, roll, extension, warn, source, mark, note, because, changed_at)
     select $1, r.code, 1, $2, r.name, r.begins, r.amount, r.unit, r.direction, r.roll, r.extension, r.warn, r.source, r.mark, r.note, '初始规则', now()
       from jsonb_to_recordset($3::jsonb) as r(code text, name jsonb, begins jsonb, amount int, unit text, direction text, roll text, extension int, warn text[], source text, mark text, note text)
     on conflict do nothing`,
    [region, since, JSON.stringify(rules)],
  )

// A year that somebody has already edited, even to nothing, is left alone.
const seedYear = (owner: pg.Pool, region: number, year: number, source: string, days: readonly object[]) =>
  owner.query(
    `insert into clocks.holiday (region, falls_on, kind, name, source)
     select $1, d."on", d.kind, d.name, $3 from jsonb_to_recordset($4::jsonb) as d("on" date, kind text, name text)
      where not exists (select 1 from clocks.holiday where region = $1 and falls_on between make_date($2, 1, 1) and make_date($2, 12, 31))
        and not exists (select 1 from clocks.calendar_change where region = $1 and year = $2)
     on conflict do nothing`,
    [region, year, source, JSON.stringify(days)],
  )

/** Gives a region the rules and holidays it starts with, and every later start the rules that a new release brings. */
export const seedClocks = async (owner: pg.Pool, region: number) => {
  await seedRules(owner, region)
  for (const { year, source, days } of holidayYears) await seedYear(owner, region, year, source, days)
}
