import { type Look, anyOf } from '../../kit/db/database.ts'

/** Those of these persons who hold a title that stands. */
export const honouredOf = async (look: Look, persons: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await look.db
    .selectFrom('skills.certificate')
    .select('person_id')
    .where('region', '=', look.region)
    .where('kind', '=', 'title')
    .where('withdrawn_on', 'is', null)
    .where('person_id', '=', anyOf(persons))
    .execute()
  return new Set(rows.flatMap((r) => r.person_id ?? []))
}
