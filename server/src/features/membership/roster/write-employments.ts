import { sql } from 'kysely'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { insertRows, updateRows } from '../../../kit/db/rows-in-bulk.ts'
import type { Pair } from './write-rows.ts'

const details = { occupation: 'text', employment_form: 'text', employment_state: 'text' } as const

/** Who works for whom: begun, changed, ended. */
export function* writeEmployments(work: Work, pairs: readonly Pair[]) {
  const added = pairs.filter((p) => p.plan.employment?.add)
  yield insertRows(
    work.tx,
    work.region,
    'organisations.employment',
    { id: 'uuid', person_id: 'uuid', employer_id: 'uuid', employer_name: 'text', ...details, since: 'date' },
    added.map((p) => ({
      id: (p.done.employment = newId()),
      person_id: p.personId,
      employer_id: p.plan.employment!.add!.employerId,
      employer_name: p.plan.employment!.add!.name,
      occupation: p.input.job,
      employment_form: p.input.employmentForm,
      employment_state: p.input.employmentState,
      since: work.today,
    })),
  )
  const changed = pairs.flatMap((p) => p.plan.known?.employed.filter((e) => e.id === p.plan.employment?.change).map((e) => ({ p, e })) ?? [])
  const ended = pairs.flatMap((p) => p.plan.known?.employed.filter((e) => p.plan.employment?.end.includes(e.id)).map((e) => ({ p, e })) ?? [])
  for (const { p, e } of [...changed, ...ended])
    (p.done.employments ??= []).push({ id: e.id, occupation: e.occupation, employment_form: e.form, employment_state: e.state, until: null })
  yield updateRows(
    work.tx,
    work.region,
    'organisations.employment',
    { id: 'uuid' },
    details,
    changed.map(({ p, e }) => ({
      id: e.id,
      occupation: p.input.job ?? e.occupation,
      employment_form: p.input.employmentForm ?? e.form,
      employment_state: p.input.employmentState ?? e.state,
    })),
  )
  if (ended.length > 0)
    yield sql`update organisations.employment set until = greatest(since, ${work.today}::date) where region = ${work.region} and id = any(${ended.map(({ e }) => e.id)}::uuid[])`.execute(
      work.tx,
    )
}
