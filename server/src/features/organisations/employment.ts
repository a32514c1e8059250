import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

/** An employer of the register with exactly this name or credit code. */
export const findEmployerByName = (look: Look, name: string) =>
  look.db
    .selectFrom('organisations.employer')
    .select(['id', 'name', 'is_platform'])
    .where('region', '=', look.region)
    .where((e) => e.or([e('name', '=', name), e('uscc', '=', name.toUpperCase())]))
    .executeTakeFirst()

type NewEmployment = { personId: string; employerName: string; occupation: string | null; form: string | null }

/** A person works for an employer from today; the name is matched to the register where it can be. */
export const startEmployment = async (work: Work, e: NewEmployment) => {
  const employer = await findEmployerByName(work, e.employerName)
  const standing = await work.db
    .selectFrom('organisations.employment')
    .select('id')
    .where('region', '=', work.region)
    .where('person_id', '=', e.personId)
    .where('until', 'is', null)
    .where((x) => (employer ? x('employer_id', '=', employer.id) : x('employer_name', '=', e.employerName)))
    .executeTakeFirst()
  if (standing) return
  await work.tx
    .insertInto('organisations.employment')
    .values({
      region: work.region,
      id: newId(),
      person_id: e.personId,
      employer_id: employer?.id ?? null,
      employer_name: employer ? null : e.employerName,
      occupation: e.occupation,
      employment_form: e.form,
      since: work.today,
    })
    .execute()
}

/** Platform companies, the biggest first. */
export const platformNames = async (look: Look) =>
  (
    await look.db
      .selectFrom('organisations.employer')
      .select('name')
      .where('region', '=', look.region)
      .where('is_platform', '=', true)
      .orderBy('workers', (o) => o.desc().nullsLast())
      .orderBy('name')
      .limit(24)
      .execute()
  ).map((e) => e.name)

/** Where a person works and worked, newest first. */
export const employmentsOf = async (look: Look, personId: string) => {
  const rows = await look.db
    .selectFrom('organisations.employment as m')
    .leftJoin('organisations.employer as e', (j) => j.onRef('e.region', '=', 'm.region').onRef('e.id', '=', 'm.employer_id'))
    .select(['m.id', 'e.name', 'm.employer_name', 'm.occupation', 'm.employment_form', 'm.since', 'm.until'])
    .where('m.region', '=', look.region)
    .where('m.person_id', '=', personId)
    .orderBy('m.since', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    employer: r.name ?? r.employer_name ?? '',
    occupation: r.occupation,
    form: r.employment_form,
    since: r.since,
    until: r.until,
  }))
}

/** From today the person works for these and nobody else. */
export const workFor = async (work: Work, personId: string, names: readonly string[], occupation: string | null) => {
  const standing = (await employmentsOf(work, personId)).filter((e) => e.until === null)
  const gone = standing.filter((e) => !names.includes(e.employer)).map((e) => e.id)
  if (gone.length > 0)
    await work.tx
      .updateTable('organisations.employment')
      .set({ until: work.today })
      .where('region', '=', work.region)
      .where('id', 'in', gone)
      .execute()
  await work.tx
    .updateTable('organisations.employment')
    .set({ occupation })
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .execute()
  const platforms = await platformNames(work)
  for (const name of names)
    if (!standing.some((e) => e.employer === name))
      await startEmployment(work, { personId, employerName: name, occupation, form: platforms.includes(name) ? 'platform' : null })
}
