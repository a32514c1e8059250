import { randomUUID } from 'node:crypto'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { dayOf, moveClock, now } from '../../kit/clock.ts'
import { aUnion } from '../../test/union.ts'
import { aVenue, aWorker } from '../../test/venues.ts'

const union = await aUnion()
const [gulou, district, leader] = await Promise.all(['gulou', 'zuzhi', 'lingdao'].map(union.as))
const today = dayOf(now())
const always = { opens: 'always', hours: undefined }
const worker = await aWorker(union)
const colleague = await aWorker(union, '13900000003')
const refusal = (code: string) => ({ problem: { code } })

const anItem = async (name: string) => (await district!.ask('addItem', { body: { name, from: today, to: addDays(today, 30) } })).id
const deliver = (venue: string, itemId: string, amount: number, more: object = {}) =>
  gulou!.ask('moveStock', { params: { id: venue }, body: { itemId, op: 'delivered', amount, ...more } })
const figure = async (code: string) => (await leader!.ask('getFigure', { params: { code }, query: { from: today } })).value!
const stockOf = async (venue: string) => (await gulou!.ask('getVenue', { params: { id: venue } })).stock[0]!

test('one ice cream to a person a day, at whatever station, by card or by code; stock in is out and rest', async () => {
  const [one, two] = [await aVenue(union, gulou!, '雪糕一站', always), await aVenue(union, gulou!, '雪糕二站', always)]
  const itemId = await anItem('免费雪糕')
  for (const v of [one, two]) await deliver(v.id, itemId, 50)
  const [portions, persons] = [await figure('venue-hand-outs'), await figure('venue-hand-out-persons')]
  const requestId = randomUUID()
  const take = (who: typeof worker, code: string, id: string = randomUUID()) =>
    who.ask('takeItem', { params: { code }, body: { itemId, requestId: id } })
  const got = await take(worker, one.code, requestId)
  expect(got).toMatchObject({ item: '免费雪糕', number: 1, again: false })
  // The phone did not hear the answer and sends again: the same one, not another.
  expect(await take(worker, one.code, requestId)).toMatchObject({ id: got.id, again: true })
  await expect(take(worker, two.code)).rejects.toMatchObject({ status: 409, ...refusal('venues.had-today') })
  const { card } = await colleague.ask('myMembership', {})
  const handOut = (body: object) => gulou!.ask('handOut', { params: { id: two.id }, body: { itemId, ...body } })
  expect(await handOut({ card })).toMatchObject({ to: '𠮷永安' })
  await expect(handOut({ card })).rejects.toMatchObject(refusal('venues.had-today'))
  await expect(handOut({ card: card!.replace(/.{9}$/, 'AAAAAAAAA') })).rejects.toMatchObject(refusal('venues.no-card'))
  // Those who would rather not be named are counted as heads.
  expect(await handOut({ amount: 3 })).toMatchObject({ to: null, stock: { delivered: 50, handed: 4, rest: 46, today: 4 } })
  expect(await figure('venue-hand-outs')).toBe(portions + 5)
  expect(await figure('venue-hand-out-persons')).toBe(persons + 2)
  const back = moveClock(24 * 3_600_000)
  try {
    expect(await take(worker, two.code)).toMatchObject({ number: 5 })
  } finally {
    back()
  }
})

test('the day of the hand-out is the civil day of Beijing, wherever the server stands', async () => {
  const v = await aVenue(union, gulou!, '跨夜驿站', always)
  const itemId = await anItem('夜宵')
  await deliver(v.id, itemId, 10)
  const night = Date.parse(`${addDays(today, 2)}T15:59:00Z`) - now().getTime()
  const back = moveClock(night)
  try {
    await worker.ask('takeItem', { params: { code: v.code }, body: { itemId } })
    await expect(worker.ask('takeItem', { params: { code: v.code }, body: { itemId } })).rejects.toMatchObject(refusal('venues.had-today'))
    const past = moveClock(2 * 60_000)
    await worker.ask('takeItem', { params: { code: v.code }, body: { itemId } })
    past()
  } finally {
    back()
  }
})

test('behind a closed door nobody takes anything with his phone, but the keeper may hand it out', async () => {
  const v = await aVenue(union, gulou!, '关着的驿站')
  const itemId = await anItem('夜班姜茶')
  await deliver(v.id, itemId, 9)
  await gulou!.ask('setSpecialDays', { params: { id: v.id }, body: { from: today, to: addDays(today, 3), spans: [], because: '盘点' } })
  await expect(worker.ask('takeItem', { params: { code: v.code }, body: { itemId } })).rejects.toMatchObject(refusal('venues.outside-hours'))
  expect(await gulou!.ask('handOut', { params: { id: v.id }, body: { itemId } })).toMatchObject({ stock: { rest: 8 } })
})

test('the last three are taken by three of twelve at once, and never a fourth', async () => {
  const v = await aVenue(union, gulou!, '抢空驿站')
  const itemId = await anItem('矿泉水')
  await deliver(v.id, itemId, 3)
  const taken = await Promise.allSettled(
    Array.from({ length: 12 }, () => gulou!.ask('handOut', { params: { id: v.id }, body: { itemId, requestId: randomUUID() } })),
  )
  expect(taken.filter((t) => t.status === 'fulfilled')).toHaveLength(3)
  expect(taken.find((t) => t.status === 'rejected')).toMatchObject({ reason: { status: 409, problem: { code: 'venues.none-left' } } })
  expect(await stockOf(v.id)).toMatchObject({ delivered: 3, handed: 3, lost: 0, rest: 0 })
})

test('one person tapping ten times at once gets one', async () => {
  const v = await aVenue(union, gulou!, '连点驿站', always)
  const itemId = await anItem('绿豆汤')
  await deliver(v.id, itemId, 20)
  const taps = await Promise.allSettled(Array.from({ length: 10 }, () => worker.ask('takeItem', { params: { code: v.code }, body: { itemId } })))
  expect(taps.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
  expect(await stockOf(v.id)).toMatchObject({ handed: 1, rest: 19 })
})

test('a delivery sent twice is one; a loss says why; nothing is handed out after its season or where there is none', async () => {
  const v = await aVenue(union, gulou!, '库存驿站')
  const itemId = await anItem('防暑药品')
  const requestId = randomUUID()
  await deliver(v.id, itemId, 8, { requestId })
  await deliver(v.id, itemId, 8, { requestId })
  await expect(deliver(v.id, itemId, 9, { requestId })).rejects.toMatchObject(refusal('venues.sent-before'))
  const lose = (because: string) => gulou!.ask('moveStock', { params: { id: v.id }, body: { itemId, op: 'lost', amount: 2, because } })
  await expect(lose('')).rejects.toMatchObject(refusal('request.invalid'))
  expect(await lose('过期')).toMatchObject({ delivered: 8, lost: 2, rest: 6 })
  await expect(gulou!.ask('moveStock', { params: { id: v.id }, body: { itemId, op: 'lost', amount: 7, because: '数错' } })).rejects.toMatchObject(
    refusal('venues.none-left'),
  )
  const next = (await district!.ask('addItem', { body: { name: '明天才发的', from: addDays(today, 1), to: addDays(today, 9) } })).id
  await deliver(v.id, next, 5)
  await expect(gulou!.ask('handOut', { params: { id: v.id }, body: { itemId: next } })).rejects.toMatchObject(refusal('venues.item-over'))
  const other = await aVenue(union, gulou!, '没货驿站')
  await expect(gulou!.ask('handOut', { params: { id: other.id }, body: { itemId } })).rejects.toMatchObject(refusal('venues.not-stocked'))
  await expect(gulou!.ask('addItem', { body: { name: '街道自己的', from: today, to: today } })).rejects.toMatchObject(refusal('venues.item-district'))
})

test('a scan at the door counts once a day and venue, the counter counts heads, and both are attendances', async () => {
  const v = await aVenue(union, gulou!, '计数驿站')
  const before = await figure('venue-visits')
  const scan = () => worker.ask('countMyVisit', { params: { code: v.code }, body: {} })
  expect(await scan()).toEqual({ counted: true })
  expect(await scan()).toEqual({ counted: false })
  const requestId = randomUUID()
  const count = () => gulou!.ask('countVisits', { params: { id: v.id }, body: { amount: 12, requestId } })
  expect(await count()).toEqual({ today: 13 })
  expect(await count()).toEqual({ today: 13 })
  expect(await figure('venue-visits')).toBe(before + 13)
  const usage = await gulou!.ask('getVenueUsage', { params: { id: v.id }, query: { months: 3 } })
  expect(usage.months.at(-1)).toMatchObject({ month: today.slice(0, 7), visits: 13 })
})
