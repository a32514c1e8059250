import { returnVisit } from '@gongyou/contract/cases/own/return-visit.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Engine, newestOf, openCase } from '../cases/index.ts'

/** At two stars or less somebody calls. */
const lowest = 2

type Class = {
  name: string
  course: string
  academy: string
  mode: string
  town: number | null
  org_id: string
  org: string
  to_on: string
  finished: boolean
  there: boolean
}

/** A trainee says what it was like, once. Fails on `class_rating_pkey` where he has said it already. */
export const rateClass = async (work: Work, engine: Engine, classId: string, { stars, said }: { stars: number; said: string }) => {
  const person = work.by.personId!
  const { rows } = await sql<Class>`
    select c.name, k.title as course, a.title as academy, c.mode, c.town, c.org_id, o.name as org, c.to_on, c.finished_at is not null as finished,
           exists (select 1 from skills.attendance x where x.region = t.region and x.class_id = t.class_id and x.person_id = t.person_id) as there
      from skills.trainee t join skills.class c on c.region = t.region and c.id = t.class_id
      join registers.entry k on k.region = c.region and k.id = c.course_id join registers.entry a on a.region = c.region and a.id = c.academy_id
      join organisations.org o on o.region = c.region and o.id = c.org_id
     where t.region = ${work.region} and t.class_id = ${classId} and t.person_id = ${person} and t.left_at is null`.execute(work.tx)
  const c = rows[0]
  if (!c) throw refuse('record.not-found')
  if (!c.finished) throw refuse('skills.class-not-finished')
  if (!c.there) throw refuse('skills.not-there')
  const visit =
    stars > lowest
      ? null
      : await openCase(work, engine, {
          service: (await newestOf(work, returnVisit.code)).service,
          org: { id: c.org_id, name: c.org, town: c.town },
          answers: { stars, ...(said ? { complaint: said } : {}) },
          channel: 'office',
          title: `回访：${c.name}`,
        })
  await work.tx
    .insertInto('skills.class_rating')
    .values({ region: work.region, class_id: classId, person_id: person, stars, said, at: work.at, case_id: visit?.row.id ?? null })
    .execute()
  // The act names nobody: what a class was like is counted, not who said so.
  const data = { town: c.town, course: c.course, academy: c.academy, mode: c.mode, stars, satisfied: String(stars >= 4) }
  work.ledger.act({ kind: 'academy.rated', subject: classId, org: c.org_id, day: c.to_on, data })
}

/** What came of it: how many of those who came answered, their average, and their words without names. */
export const ratingsOf = async (look: Look, classId: string, came: number) => {
  const rows = await look.db
    .selectFrom('skills.class_rating')
    .select(['stars', 'said'])
    .where('region', '=', look.region)
    .where('class_id', '=', classId)
    .orderBy('stars')
    .orderBy('said')
    .execute()
  const sum = rows.reduce((n, r) => n + r.stars, 0)
  return {
    answered: rows.length,
    of: came,
    average: rows.length > 0 ? Math.round((sum * 100) / rows.length) : null,
    said: rows.filter((r) => r.said !== ''),
  }
}
