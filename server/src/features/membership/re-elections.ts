import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import { system } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { Tasks } from '../../kit/jobs/tasks.ts'
import { tell } from '../notices/index.ts'
import { reminderDays } from '../organisations/index.ts'

type Ending = { term: string; name: string; ends: string; person: string }

// Whoever must act: the union's own chair, and the heads of the stations and federations above it.
const endingOf = (work: Work) =>
  sql<Ending>`
  select t.id as term, o.name, upper(t.during) as ends, p.person_id as person
    from organisations.org o
    join lateral (select id, during, reminded_on from organisations.term where region = o.region and org_id = o.id order by number desc limit 1) t on t.reminded_on is null
    join organisations.org above on above.region = o.region and above.path @> o.path
    join organisations.post p on p.region = above.region and p.org_id = above.id and p.during @> ${work.today}::date
     and p.post = any(case when above.id = o.id then array['union_chair', 'union_officer'] else array['station_head', 'town_chair'] end)
   where o.region = ${work.region} and o.dissolved_on is null and upper(t.during) <= ${addDays(work.today, reminderDays)}::date
   order by upper(t.during)`.execute(work.tx)

const digestOf = (found: readonly Ending[]) => {
  const names = found
    .slice(0, 3)
    .map((f) => `${f.name}（${f.ends}）`)
    .join('、')
  const more = found.length > 3 ? ` 等 ${found.length} 家` : ''
  return {
    kind: 're-election',
    title: { zh: `换届提醒：${found.length} 家工会届期将满`, en: `Re-elections: ${found.length} terms are ending` },
    body: {
      zh: `${names}${more}，请安排换届。`,
      en: `${found
        .map((f) => f.name)
        .slice(0, 3)
        .join(', ')}: please arrange elections.`,
    },
    link: '/console/',
  }
}

/** Tells everybody concerned once, in one message, which terms of office end within three months. Returns how many terms. */
export const remindReElections = async (work: Work) => {
  const { rows } = await endingOf(work)
  const byPerson = new Map<string, Ending[]>()
  for (const row of rows) byPerson.set(row.person, [...(byPerson.get(row.person) ?? []), row])
  for (const [person, found] of byPerson) await tell(work, person, digestOf(found))
  const terms = [...new Set(rows.map((r) => r.term))]
  if (terms.length > 0)
    await sql`update organisations.term set reminded_on = ${work.today}::date where region = ${work.region} and id = any(${terms}::uuid[])`.execute(
      work.tx,
    )
  return terms.length
}

export const membershipTasks: Tasks = {
  remindReElections: async (_, { db, setup }) =>
    void (await db.write({ region: setup.region, by: system, operation: 'remindReElections', request: newId() }, remindReElections)),
}
