import type { Work } from '../../kit/db/database.ts'

const nextOf = async (work: Work, name: string) => {
  const row = await work.tx
    .insertInto('membership.counter')
    .values({ region: work.region, name, value: 1 })
    .onConflict((c) => c.columns(['region', 'name']).doUpdateSet((e) => ({ value: e('membership.counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

/** RH20261120-0001: what the applicant is told at once. */
export const applicationNumber = async (work: Work) => {
  const day = work.today.replaceAll('-', '')
  return `RH${day}-${String(await nextOf(work, `application:${day}`)).padStart(4, '0')}`
}

/** Region, year of joining, running number: 110118 26 0000001. */
export const cardNumber = async (work: Work, joinedOn: string) =>
  `${work.region}${joinedOn.slice(2, 4)}${String(await nextOf(work, `card:${joinedOn.slice(0, 4)}`)).padStart(7, '0')}`
