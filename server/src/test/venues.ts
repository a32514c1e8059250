import type { Union } from './union.ts'

/** Answers of a venue that is open every day from 08:00 to 20:00. */
export const venueAnswers = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  kind: 'warm_station',
  place: { town: 110118001, text: '鼓楼南大街 1 号', point: [116.84, 40.37] },
  access: 'open',
  phone: '010-69000000',
  opens: 'weekly',
  hours: [{ days: 'everyday', from: '08:00', to: '20:00' }],
  facilities: ['water', 'charging'],
  ...more,
})

export const orgNamed = async (union: Union, name: string) =>
  (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string

type Staff = Awaited<ReturnType<Union['as']>>

/** A venue of a town, open since January. */
export const aVenue = async (union: Union, who: Staff, name: string, more: Record<string, unknown> = {}, at = '鼓楼街道总工会') =>
  who.ask('addVenue', { body: { orgId: await orgNamed(union, at), answers: venueAnswers(name, more), openedOn: '2026-01-10' } })

export const aPlace = (who: Staff, venue: string, more: Record<string, unknown> = {}) =>
  who.ask('addPlace', { params: { id: venue }, body: { name: '多功能厅', kind: 'room', seats: 40, cancelHours: 2, mostEach: 50, ...more } })

/** A signed-in worker. */
export const aWorker = async (union: Union, mobile = '13900000001') => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile } })
  await phone.ask('signInByPhone', { body: { challenge, code: await union.codeFor(mobile) } })
  return phone
}

/** Many workers who are signed in without the way of the code, for rushes. */
export const manyWorkers = async (union: Union, count: number) => {
  const { rows } = await union.owner.query('select id, mobile from people.person where mobile is not null order by id limit $1', [count])
  const made = []
  for (const row of rows as { mobile: string }[]) made.push(await aWorker(union, row.mobile))
  return made
}
