import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

/** An employer of the register with exactly this name or credit code. */
export const findEmployerByName = (look: Look, name: string) =>
  look.db.selectFrom('organisations.employer').select(['id', 'name', 'is_platform']).where('region', '=', look.region)
    .where((e) => e.or([e('name', '=', name), e('uscc', '=', name.toUpperCase())])).executeTakeFirst()

type NewEmployment = { personId: string; employerName: string; occupation: string | null; form: string | null }

/** A person works for an employer from today; the name is matched to the register where it can be. */
export const startEmployment = async (work: Work, e: NewEmployment) => {
  const employer = await findEmployerByName(work, e.employerName)
  const standing = await work.db.selectFrom('organisations.employment').select('id').where('region', '=', work.region).where('person_id', '=', e.personId)
    .where('until', 'is', null).where((x) => (employer ? x('employer_id', '=', employer.id) : x('employer_name', '=', e.employerName))).executeTakeFirst()
  if (standing) return
  await work.tx.insertInto('organisations.employment').values({
    region: work.region, id: newId(), person_id: e.personId, employer_id: employer?.id ?? null, employer_name: employer ? null : e.employerName,
    occupation: e.occupation, employment_form: e.form, since: work.today,
  }).execute()
}
