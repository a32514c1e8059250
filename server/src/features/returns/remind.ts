import { posts } from '@gongyou/contract/organisations/posts.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { tellEach } from '../notices/index.ts'
import { unitsOf } from './access.ts'
import { roundOf } from './lists.ts'

const fillers = Object.entries(posts)
  .filter(([, p]) => (p.rights as readonly string[]).includes('returns.fill'))
  .map(([code]) => code)

/** Tells everybody who fills in for a unit that is still missing, at the unit itself or the nearest one above that has somebody. */
export const remind = async (work: Work, id: string) => {
  const { view } = await roundOf(work, id)
  const { rows } = await sql<{ sheet: string; unit: string; person: string }>`
    with missing as (
      select s.id, s.org_id, o.name, o.path from returns.sheet s
        join organisations.org o on o.region = s.region and o.id = s.org_id
       where s.region = ${work.region} and s.round_id = ${id} and s.act_id is null and ${await unitsOf(work, 'returns.oversee', 's.org_id')}),
    holders as (
      select m.id as sheet, m.name as unit, p.person_id as person, nlevel(above.path) as depth, max(nlevel(above.path)) over (partition by m.id) as nearest
        from missing m
        join organisations.org above on above.region = ${work.region} and above.path @> m.path
        join organisations.post p on p.region = above.region and p.org_id = above.id and p.during @> ${work.today}::date and p.post = any(${fillers}::text[]))
    select sheet, unit, person from holders where depth = nearest order by unit`.execute(work.tx)
  const byPerson = new Map<string, { sheet: string; unit: string }[]>()
  for (const r of rows) byPerson.set(r.person, [...(byPerson.get(r.person) ?? []), r])
  const few = (names: readonly string[], mark: string) => names.slice(0, 5).join(mark)
  await tellEach(
    work,
    [...byPerson].map(([person, sheets]) => {
      const names = sheets.map((s) => s.unit)
      return {
        person,
        kind: 'return-missing',
        title: {
          zh: `催报：${view.period.zh}${view.title.zh}`,
          en: `Please hand in: ${view.title.en}, ${view.period.en}`,
        },
        body: {
          zh: `${few(names, '、')}${names.length > 5 ? `等 ${names.length} 家` : ''}尚未报送，截止 ${view.dueOn}。数字已经填好，核对确认即可。`,
          en: `${few(names, ', ')}${names.length > 5 ? ` and others, ${names.length} in all` : ''}: due on ${view.dueOn}. The numbers are there; look at them and confirm.`,
        },
        link: names.length === 1 ? `/console/returns/${sheets[0]!.sheet}` : '/console/returns',
      }
    }),
  )
  const units = new Set(rows.map((r) => r.sheet)).size
  work.ledger.audit({ subject: id, detail: { units, persons: byPerson.size } })
  return { units, persons: byPerson.size }
}
