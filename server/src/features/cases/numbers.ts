import type { Work } from '../../kit/db/database.ts'

/** GD20261121-0001: letters of the service, day, running number; what the applicant is told at once. */
export const receiptNumber = async (work: Work, letters: string) => {
  const name = letters + work.today.replaceAll('-', '')
  const row = await work.tx
    .insertInto('cases.counter')
    .values({ region: work.region, name, value: 1 })
    .onConflict((c) => c.columns(['region', 'name']).doUpdateSet((e) => ({ value: e('cases.counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return `${name}-${String(row.value).padStart(4, '0')}`
}
