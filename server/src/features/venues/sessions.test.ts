import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { instantOf } from '@gongyou/contract/venues/hours.ts'
import { expect, test } from 'vitest'
import { dayOf, now } from '../../kit/clock.ts'
import { anActivityDesk } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'
import { aPlace, aVenue, aWorker } from '../../test/venues.ts'

const union = await aUnion({ people: 300 })
const desk = await anActivityDesk(union)
const worker = await aWorker(union)
const day = addDays(dayOf(now()), 5)
const at = (hour: number, on = day) => instantOf(on, hour * 60).toISOString()
const refusal = (code: string) => ({ problem: { code } })

const aRoom = async (name: string, more: Record<string, unknown> = {}) => {
  const venue = await aVenue(union, desk.gulou, name)
  return { venue, place: await aPlace(desk.gulou, venue.id, { seats: 100, ...more }) }
}
const session = (placeId: string | null | undefined, from: number, to: number, on = day) => ({
  startsAt: at(from, on),
  endsAt: at(to, on),
  place: '工会驿站 会议室',
  ...(placeId === undefined ? {} : { placeId }),
})
const bookings = async (venue: string) =>
  (await desk.gulou.ask('listBookings', { query: { venue, from: dayOf(now()), to: addDays(day, 60), limit: 200 as never } })).rows
const live = async (venue: string) => (await bookings(venue)).filter((b) => ['asked', 'confirmed'].includes(b.state))
const book = (place: string, from: number, to: number, more: object = {}) =>
  worker.ask('bookPlace', { params: { id: place }, body: { from: at(from), to: at(to), purpose: '班组学习', ...more } })
const fresh = async (id: string) => (await desk.seen(id)).sessionList[0]!

test('a session books the place it is held in: nobody else can, and it cannot take what somebody holds', async () => {
  const { venue, place } = await aRoom('占座驿站')
  const a = await desk.planned({ sessions: [session(place.id, 9, 11)], seats: { seats: 30 } })
  expect(a.sessionList[0]!.room).toMatchObject({ place: { id: place.id }, venue: { id: venue.id }, state: 'confirmed' })
  expect(await live(venue.id)).toMatchObject([{ purpose: a.title, people: 30, from: at(9), to: at(11), activity: { id: a.id, signedUp: 0 } }])
  await expect(book(place.id, 10, 12)).rejects.toMatchObject(refusal('venues.taken'))
  await book(place.id, 14, 15)
  await expect(desk.planned({ sessions: [session(place.id, 10, 12)] })).rejects.toMatchObject({
    problem: { code: 'venues.taken', detail: expect.stringContaining('占座驿站') },
  })
  await expect(desk.planned({ sessions: [session(place.id, 12, 14)], seats: { seats: 500 } })).rejects.toMatchObject(refusal('venues.too-full'))
  await expect(desk.planned({ sessions: [session(place.id, 21, 23)] })).rejects.toMatchObject(refusal('venues.outside-hours'))
  expect(await live(venue.id)).toHaveLength(2)
})

test('moved it books anew, moved away or cancelled it gives the time to whoever waits', async () => {
  const [{ venue, place }, other] = [await aRoom('腾挪驿站'), await aRoom('备用驿站')]
  const a = await desk.published({ sessions: [session(place.id, 9, 11)] })
  const waiting = await book(place.id, 9, 10, { wait: true })
  expect(waiting.state).toBe('waiting')
  const move = async (to: ReturnType<typeof session>) => {
    const s = await fresh(a.id)
    return desk.gulou.ask('changeSession', { params: { id: s.id }, body: { ...to, version: s.version } })
  }
  // Half of the old time is its own: it does not stand in its own way.
  await move(session(undefined, 10, 12))
  expect((await live(venue.id)).map((b) => [b.from, b.activity?.id ?? null])).toEqual(
    expect.arrayContaining([
      [at(9), null],
      [at(10), a.id],
    ]),
  )
  await expect(move(session(undefined, 9, 11))).rejects.toMatchObject(refusal('venues.taken'))
  expect((await fresh(a.id)).startsAt).toBe(at(10))
  await move(session(other.place.id, 10, 12))
  expect((await live(venue.id)).filter((b) => b.activity)).toEqual([])
  expect(await live(other.venue.id)).toMatchObject([{ activity: { id: a.id } }])
  await move(session(null, 10, 12))
  expect((await fresh(a.id)).room).toBeNull()
  expect(await live(other.venue.id)).toEqual([])
  await move(session(other.place.id, 10, 12))
  const now_ = await desk.seen(a.id)
  await desk.gulou.ask('cancelActivity', { params: { id: a.id }, body: { version: now_.version, because: '大雪' } })
  expect(await live(other.venue.id)).toEqual([])
})

test('a venue is closed with sessions in it: they are named beforehand, their people and their planner are told, the plan asks for another place', async () => {
  const { venue, place } = await aRoom('要关驿站')
  const a = await desk.published({ title: '冬至包饺子', sessions: [session(place.id, 9, 11)] })
  const [w] = await desk.workers(1)
  await w!.signUp(a.pools[0]!.id)
  const { rows } = await desk.gulou.ask('previewClosing', { params: { id: venue.id }, query: { from: day } })
  expect(rows).toMatchObject([{ booking: { activity: { id: a.id, name: '冬至包饺子', signedUp: 1 } } }])
  const now_ = await desk.gulou.ask('getVenue', { params: { id: venue.id } })
  await desk.gulou.ask('moveVenue', { params: { id: venue.id }, body: { version: now_.version, to: 'suspended', because: '暖气管爆裂' } })
  expect((await fresh(a.id)).room).toMatchObject({ state: 'displaced', because: '暖气管爆裂' })
  const { rows: told } = await union.owner.query<{ title: { zh: string }; body: { zh: string } }>(
    `select title, body from notices.message where person_id = $1 and kind = 'activity.place-lost'`,
    [w!.id],
  )
  expect(told).toHaveLength(1)
  expect(told[0]!.body.zh).toContain('暖气管爆裂')
  expect((await desk.gulou.ask('listMyMessages', {})).rows.filter((m) => m.link === `/console/activities/${a.id}`)).toHaveLength(1)
  const s = await fresh(a.id)
  await desk.gulou.ask('changeSession', { params: { id: s.id }, body: { ...session(null, 9, 11), place: '社区礼堂', version: s.version } })
  expect((await fresh(a.id)).room).toBeNull()
})

test('a place that asks for approval holds the time meanwhile; refused, the session needs another', async () => {
  const { place } = await aRoom('审批驿站', { needsApproval: true })
  const there = await desk.orgNamed('果园街道总工会')
  const a = await desk.planned({ orgId: there, sessions: [session(place.id, 9, 11)] }, desk.guoyuan)
  expect(a.sessionList[0]!.room).toMatchObject({ state: 'asked' })
  await expect(book(place.id, 9, 10)).rejects.toMatchObject(refusal('venues.taken'))
  const [asked] = await live(a.sessionList[0]!.room!.venue.id)
  await desk.gulou.ask('decideBooking', { params: { id: asked!.id }, body: { version: asked!.version, approve: false, because: '当天盘点' } })
  expect((await desk.seen(a.id, desk.guoyuan)).sessionList[0]!.room).toMatchObject({ state: 'refused', because: '当天盘点' })
})

test('a weekly series books every week; a copy takes the rooms that are free and says which are not; a template holds none', async () => {
  const { venue, place } = await aRoom('每周驿站')
  const a = await desk.planned({ sessions: [session(place.id, 9, 11)], repeat: { every: 'week', times: 3 } })
  expect(await live(venue.id)).toHaveLength(3)
  await expect(desk.planned({ sessions: [session(place.id, 10, 12, addDays(day, 14))] })).rejects.toMatchObject(refusal('venues.taken'))
  const copy = await desk.gulou.ask('cloneActivity', { params: { id: a.id }, body: { on: addDays(day, 14) } })
  expect(copy.sessionList.map((s) => s.room?.state ?? null)).toEqual([null, 'confirmed', 'confirmed'])
  expect(copy.because).toContain('第 1 场')
  const before = (await live(venue.id)).length
  const template = await desk.gulou.ask('cloneActivity', { params: { id: a.id }, body: { on: addDays(day, 28), template: true } })
  expect([template.sessionList[0]!.room, (await live(venue.id)).length]).toEqual([null, before])
})

test('many plan for one room at once: one session has it', async () => {
  const { venue, place } = await aRoom('抢房驿站')
  const rush = await Promise.allSettled(Array.from({ length: 12 }, () => desk.planned({ sessions: [session(place.id, 15, 17)] })))
  expect(rush.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  expect(rush.flatMap((r) => (r.status === 'rejected' ? [(r.reason as { problem: { code: string } }).problem.code] : []))).toEqual(
    Array.from({ length: 11 }, () => 'venues.taken'),
  )
  expect(await live(venue.id)).toHaveLength(1)
})

test('more seats than the booked place holds are refused; fewer are told to the desk', async () => {
  const { venue, place } = await aRoom('小屋驿站', { seats: 20 })
  const a = await desk.published({ sessions: [session(place.id, 9, 11)], seats: { seats: 12 } })
  const seats = (n: number | null) => desk.gulou.ask('changeSeats', { params: { id: a.pools[0]!.id }, body: { seats: n } })
  await expect(seats(21)).rejects.toMatchObject(refusal('venues.too-full'))
  expect((await desk.seen(a.id)).pools[0]!.seats).toBe(12)
  await seats(18)
  expect((await live(venue.id)).map((b) => b.people)).toEqual([18])
})
