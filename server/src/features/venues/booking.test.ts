import { randomUUID } from 'node:crypto'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { instantOf } from '@gongyou/contract/venues/hours.ts'
import { expect, test } from 'vitest'
import { dayOf, moveClock, now } from '../../kit/clock.ts'
import { aUnion } from '../../test/union.ts'
import { aPlace, aVenue, aWorker } from '../../test/venues.ts'

const union = await aUnion()
const [gulou, guoyuan, leader] = await Promise.all(['gulou', 'guoyuan', 'lingdao'].map(union.as))
const [one, two, three] = [await aWorker(union), await aWorker(union, '13900000003'), await aWorker(union, '13900000004')]
const day = addDays(dayOf(now()), 3)
const at = (hour: number, on = day) => instantOf(on, hour * 60).toISOString()
const refusal = (code: string, status?: number) => ({ problem: { code }, ...(status ? { status } : {}) })
type Who = typeof one

const aRoom = async (name: string, more: Record<string, unknown> = {}) => {
  const venue = await aVenue(union, gulou!, name)
  return { venue, place: await aPlace(gulou!, venue.id, more) }
}
const book = (who: Who, place: string, from: number, to: number, more: object = {}) =>
  who.ask('bookPlace', { params: { id: place }, body: { from: at(from), to: at(to), purpose: '班组学习', ...more } })
const mine = async (who: Who, id: string) => (await who.ask('listMyBookings', {})).rows.find((b) => b.id === id)!
const cancel = (who: Who, id: string) => who.ask('cancelMyBooking', { params: { id }, body: {} })
const figure = async (code: string) => (await leader!.ask('getFigure', { params: { code }, query: { from: day, to: addDays(day, 400) } })).value!
const inbox = async (who: Who) => (await who.ask('listMyMessages', {})).rows.map((m) => `${m.title.zh} ${m.body.zh}`)

test('a booking keeps the hours, the slots, the length, the days ahead, the seats and one’s fair share', async () => {
  const { place } = await aRoom('守规矩驿站', { mostMinutes: 180, aheadDays: 10, mostEach: 2 })
  await expect(book(one, place.id, 6, 8)).rejects.toMatchObject(refusal('venues.outside-hours', 409))
  await expect(book(one, place.id, 19, 21)).rejects.toMatchObject(refusal('venues.outside-hours'))
  await expect(book(one, place.id, 9, 13)).rejects.toMatchObject(refusal('venues.too-long'))
  await expect(book(one, place.id, 9, 11, { from: instantOf(day, 9 * 60 + 20).toISOString() })).rejects.toMatchObject(refusal('venues.time-wrong'))
  await expect(book(one, place.id, 11, 9)).rejects.toMatchObject(refusal('venues.time-wrong'))
  await expect(book(one, place.id, 9, 10, { from: at(9, '2020-01-01'), to: at(10, '2020-01-01') })).rejects.toMatchObject(
    refusal('venues.time-wrong'),
  )
  const far = addDays(dayOf(now()), 11)
  await expect(book(one, place.id, 9, 10, { from: at(9, far), to: at(10, far) })).rejects.toMatchObject(refusal('venues.too-early'))
  await expect(book(one, place.id, 9, 10, { people: 41 })).rejects.toMatchObject(refusal('venues.too-full'))
  await book(one, place.id, 9, 10)
  await book(one, place.id, 10, 11)
  await expect(book(one, place.id, 14, 15)).rejects.toMatchObject(refusal('venues.too-many'))
  const { days } = await union.visitor().ask('listPlaceDays', { params: { id: place.id }, query: { from: day, days: '1' as never } })
  expect(days[0]).toMatchObject({
    open: [[480, 1200]],
    taken: [
      [540, 600],
      [600, 660],
    ],
  })
})

test('a hundred want the same hour at once: one has it, ninety-nine are refused, a retry changes nothing', async () => {
  const { place } = await aRoom('热门驿站')
  const [count, hours] = [await figure('venue-bookings'), await figure('venue-hours')]
  const ids = Array.from({ length: 100 }, () => randomUUID())
  const rush = await Promise.allSettled(ids.map((requestId, i) => book([one, two, three][i % 3]!, place.id, 9, 11, { requestId })))
  const won = rush.findIndex((r) => r.status === 'fulfilled')
  expect(rush.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  expect(new Set(rush.flatMap((r) => (r.status === 'rejected' ? [r.reason.problem.code] : [])))).toEqual(new Set(['venues.taken']))
  expect(await book([one, two, three][won % 3]!, place.id, 9, 11, { requestId: ids[won] })).toMatchObject({ id: ids[won], state: 'confirmed' })
  expect(await figure('venue-bookings')).toBe(count + 1)
  expect(await figure('venue-hours')).toBe(hours + 2)
  // The constraint stands even where no command asks.
  await expect(
    union.owner.query(
      `insert into venues.booking (region, id, place_id, state, from_at, to_at, asked_at) values (110118, $1, $2, 'confirmed', $3, $4, now())`,
      [randomUUID(), place.id, at(10), at(12)],
    ),
  ).rejects.toMatchObject({ code: '23P01', constraint: 'booking_no_overlap' })
})

test('who waits moves up in order when a time is given back, and a cancelled booking counts no more', async () => {
  const { place } = await aRoom('候补驿站')
  const before = await figure('venue-bookings')
  const first = await book(one, place.id, 9, 11)
  await expect(book(two, place.id, 9, 11)).rejects.toMatchObject(refusal('venues.taken', 409))
  const second = await book(two, place.id, 9, 11, { wait: true })
  const third = await book(three, place.id, 10, 12, { wait: true })
  expect([second.state, second.ahead, third.state, third.ahead]).toEqual(['waiting', 0, 'waiting', 1])
  await cancel(one, first.id)
  expect((await mine(two, second.id)).state).toBe('confirmed')
  expect(await mine(three, third.id)).toMatchObject({ state: 'waiting', ahead: 0 })
  expect((await inbox(two))[0]).toContain('候补成功')
  expect(await figure('venue-bookings')).toBe(before + 1)
  await cancel(two, second.id)
  expect((await mine(three, third.id)).state).toBe('confirmed')
  expect(await figure('venue-bookings')).toBe(before + 1)
})

test('where approval is needed the time is held, an officer of the venue decides, and a refusal says why', async () => {
  const { place } = await aRoom('审批驿站', { needsApproval: true })
  const before = await figure('venue-bookings')
  const asked = await book(one, place.id, 14, 16)
  expect(asked.state).toBe('asked')
  const waiting = await book(two, place.id, 14, 16, { wait: true })
  const desk = await gulou!.ask('listBookings', { query: { state: 'asked', place: place.id } })
  expect(desk.rows).toMatchObject([{ id: asked.id, person: { name: '许大川' } }])
  expect((await guoyuan!.ask('listBookings', { query: { place: place.id } })).rows).toEqual([])
  const decide = (who: typeof gulou, id: string, body: object) =>
    who!.ask('decideBooking', { params: { id }, body: { version: 1, approve: true, ...body } })
  await expect(decide(guoyuan, asked.id, {})).rejects.toMatchObject({ status: 404 })
  await expect(decide(gulou, asked.id, { approve: false })).rejects.toMatchObject(refusal('request.invalid'))
  await decide(gulou, asked.id, { approve: false, because: '当天有会议' })
  expect((await inbox(one))[0]).toContain('当天有会议')
  expect(await mine(two, waiting.id)).toMatchObject({ state: 'asked' })
  expect(await figure('venue-bookings')).toBe(before)
  await decide(gulou, waiting.id, { version: 2 })
  expect(await figure('venue-bookings')).toBe(before + 1)
  await expect(decide(gulou, waiting.id, { version: 3 })).rejects.toMatchObject(refusal('venues.already-decided'))
})

test('after the limit a booking is not cancelled on the phone, nor anybody else’s ever', async () => {
  const { place } = await aRoom('时限驿站', { cancelHours: 24 })
  const booked = await book(one, place.id, 9, 10)
  await expect(cancel(two, booked.id)).rejects.toMatchObject({ status: 404 })
  const back = moveClock(instantOf(day, 9 * 60).getTime() - now().getTime() - 23 * 3_600_000)
  await expect(cancel(one, booked.id)).rejects.toMatchObject(refusal('venues.too-late', 409))
  back()
  await cancel(one, booked.id)
  await cancel(one, booked.id)
  expect((await mine(one, booked.id)).state).toBe('cancelled')
})

test('a block shows whom it hits before it is made; then they are told and offered other times', async () => {
  const { venue, place } = await aRoom('占用驿站')
  const hit = await book(one, place.id, 9, 11)
  const spared = await book(two, place.id, 13, 14)
  const block = (dry: boolean) => gulou!.ask('blockPlace', { params: { id: place.id }, body: { from: at(8), to: at(12), because: '消防检查', dry } })
  expect((await block(true)).displaced.map((b) => b.id)).toEqual([hit.id])
  expect((await mine(one, hit.id)).state).toBe('confirmed')
  const done = await block(false)
  expect(done.made).toMatchObject([{ state: 'blocked' }])
  expect((await mine(one, hit.id)).state).toBe('displaced')
  expect((await mine(two, spared.id)).state).toBe('confirmed')
  const told = (await inbox(one))[0]!
  expect(told).toContain('消防检查')
  expect(told).toMatch(/可以改订：\d+月\d+日 1[2-8]:00–1[4-9]:00 占用驿站/)
  await expect(book(three, place.id, 9, 10)).rejects.toMatchObject(refusal('venues.taken'))
  const wants = await book(three, place.id, 9, 10, { wait: true })
  const blocked = done.made[0]!
  await gulou!.ask('withdrawBooking', { params: { id: blocked.id }, body: { version: blocked.version, because: '检查改期' } })
  expect((await mine(three, wants.id)).state).toBe('confirmed')
  const feed = await union.visitor().send({ method: 'GET', url: `/api/venues/at/${venue.code}/calendar.ics` })
  expect(feed.body).toContain('已预订')
  expect(feed.body).not.toContain('许大川')
  expect(feed.body).not.toContain('班组学习')
})

test('closing a venue with bookings in it names them first and lets nobody down', async () => {
  const { venue, place } = await aRoom('要关驿站')
  const other = await aRoom('隔壁驿站')
  const booked = await book(one, place.id, 9, 11)
  const waiting = await book(two, place.id, 9, 11, { wait: true })
  const preview = await gulou!.ask('previewClosing', { params: { id: venue.id }, query: { from: dayOf(now()) } })
  expect(preview.rows.map((r) => r.booking.id).sort()).toEqual([booked.id, waiting.id].sort())
  expect(preview.rows[0]!.offers.length).toBeGreaterThan(0)
  expect(preview.rows[0]!.offers.every((o) => !o.place.name.startsWith('要关驿站'))).toBe(true)
  await gulou!.ask('moveVenue', { params: { id: venue.id }, body: { version: venue.version, to: 'suspended', because: '屋顶漏水' } })
  expect([(await mine(one, booked.id)).state, (await mine(two, waiting.id)).state]).toEqual(['displaced', 'displaced'])
  expect((await inbox(one))[0]).toContain('屋顶漏水')
  await expect(book(one, place.id, 14, 15)).rejects.toMatchObject(refusal('venues.not-open-yet'))
  expect((await book(one, other.place.id, 9, 11)).state).toBe('confirmed')
})

test('shorter hours on one day displace what no longer fits, and only that', async () => {
  const { venue, place } = await aRoom('早关驿站')
  const [early, late] = [await book(one, place.id, 9, 11), await book(two, place.id, 17, 19)]
  const { displaced } = await gulou!.ask('setSpecialDays', {
    params: { id: venue.id },
    body: { from: day, to: day, spans: [[480, 1020]], because: '停电检修' },
  })
  expect(displaced).toBe(1)
  expect([(await mine(one, early.id)).state, (await mine(two, late.id)).state]).toEqual(['confirmed', 'displaced'])
})

test('an officer books every week; where some weeks are taken nothing is booked unless they may be left out', async () => {
  const { place } = await aRoom('周周驿站', { aheadDays: 60 })
  const third = addDays(day, 14)
  await book(one, place.id, 9, 10, { from: at(9, third), to: at(10, third) })
  const weekly = (leaveOut: boolean) =>
    gulou!.ask('bookForOthers', {
      params: { id: place.id },
      body: { from: at(9), to: at(11), purpose: '女职工流动课堂', holder: '女工部', weeks: 6, leaveOut },
    })
  await expect(weekly(false)).rejects.toMatchObject({ status: 409, problem: { code: 'venues.taken', detail: expect.stringContaining(third) } })
  expect((await gulou!.ask('listBookings', { query: { place: place.id, state: 'live' } })).rows).toHaveLength(1)
  const done = await weekly(true)
  expect(done.made).toHaveLength(5)
  expect(done.taken).toMatchObject([{ from: at(9, third) }])
  expect(new Set(done.made.map((b) => b.series)).size).toBe(1)
  await expect(
    guoyuan!.ask('bookForOthers', { params: { id: place.id }, body: { from: at(15), to: at(16), purpose: '会议', holder: '别人' } }),
  ).rejects.toMatchObject({ status: 404 })
})
