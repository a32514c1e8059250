import { sql } from 'kysely'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'

export type Colleague = { id: string; name: string }

/** Persons who hold a post today; anyone else cannot be given work. */
export const colleaguesOf = async (work: Work, ids: readonly string[]): Promise<Colleague[]> => {
  const wanted = [...new Set(ids)]
  const found = await work.db
    .selectFrom('people.person as p')
    .select(['p.id', 'p.name'])
    .where('p.region', '=', work.region)
    .where('p.id', '=', anyOf(wanted))
    .where((e) =>
      e.exists(
        e
          .selectFrom('organisations.post as h')
          .select('h.id')
          .where('h.region', '=', work.region)
          .whereRef('h.person_id', '=', 'p.id')
          .where(sql<boolean>`h.during @> ${work.today}::date`),
      ),
    )
    .execute()
  if (found.length !== wanted.length) throw refuse('cases.no-such-colleague')
  return wanted.map((id) => found.find((f) => f.id === id)!)
}
export const colleagueOf = async (work: Work, id: string) => (await colleaguesOf(work, [id]))[0]!

export const placeOf = async (work: Work, id: string) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
  if (!org) throw refuse('cases.no-such-place')
  return org
}

export const namesOf = (people: readonly Colleague[]) => people.map((p) => p.name).join('、')
