import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { dayOf, now } from '../../kit/clock.ts'
import { aUnion } from '../../test/union.ts'
import { aPlace, aVenue, aWorker, orgNamed, venueAnswers } from '../../test/venues.ts'

const union = await aUnion()
const [gulou, guoyuan, district, leader] = await Promise.all(['gulou', 'guoyuan', 'zuzhi', 'lingdao'].map(union.as))
const today = dayOf(now())
const figure = async (code: string, where?: string) =>
  (await leader!.ask('getFigure', { params: { code }, query: { from: '2020-01-01', ...(where ? { where } : {}) } })).value!
const refusal = (code: string, status?: number) => ({ problem: { code }, ...(status ? { status } : {}) })

test('a venue that stands is entered, counted by kind from its day, changed, suspended, closed', async () => {
  const before = await figure('venues', 'venueKind:workers_library')
  const v = await aVenue(union, gulou!, '鼓楼职工书屋', { kind: 'workers_library' })
  expect(v).toMatchObject({ state: 'open', openedOn: '2026-01-10', code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/), point: [116.84, 40.37] })
  expect(await figure('venues', 'venueKind:workers_library')).toBe(before + 1)
  const changed = await gulou!.ask('changeVenue', {
    params: { id: v.id },
    body: { version: v.version, answers: venueAnswers('鼓楼职工书屋', { kind: 'workers_home' }) },
  })
  expect(await figure('venues', 'venueKind:workers_library')).toBe(before)
  expect(await figure('venues', 'venueKind:workers_home')).toBeGreaterThan(0)
  await expect(
    gulou!.ask('moveVenue', { params: { id: v.id }, body: { version: v.version, to: 'suspended', because: '装修' } }),
  ).rejects.toMatchObject(refusal('record.changed'))
  const suspended = await gulou!.ask('moveVenue', { params: { id: v.id }, body: { version: changed.version, to: 'suspended', because: '装修' } })
  const all = await figure('venues')
  const closed = await gulou!.ask('moveVenue', { params: { id: v.id }, body: { version: suspended.version, to: 'closed', because: '撤并' } })
  expect(closed.states.map((s) => s.state)).toEqual(['closed', 'suspended', 'open'])
  expect(await figure('venues')).toBe(all - 1)
  await expect(union.visitor().ask('getVenuePage', { params: { code: v.code } })).rejects.toMatchObject({ status: 404 })
})

test('another town neither sees nor changes a venue, and cannot enter one there', async () => {
  const v = await aVenue(union, gulou!, '鼓楼暖心驿站一站')
  await expect(guoyuan!.ask('getVenue', { params: { id: v.id } })).rejects.toMatchObject({ status: 404 })
  await expect(guoyuan!.ask('changeVenue', { params: { id: v.id }, body: { version: 1, answers: venueAnswers('改名') } })).rejects.toMatchObject({
    status: 404,
  })
  const orgId = await orgNamed(union, '鼓楼街道总工会')
  await expect(guoyuan!.ask('addVenue', { body: { orgId, answers: venueAnswers('别处'), openedOn: today } })).rejects.toMatchObject({ status: 404 })
  expect((await guoyuan!.ask('listVenues', { query: { limit: 200 } })).rows.map((r) => r.id)).not.toContain(v.id)
  expect((await district!.ask('listVenues', { query: { q: '鼓楼暖心驿站一站' } })).rows.map((r) => r.id)).toEqual([v.id])
})

test('what is missing or wrong about a venue is said field by field', async () => {
  const orgId = await orgNamed(union, '鼓楼街道总工会')
  const add = (answers: object, openedOn = '2026-02-01') =>
    gulou!.ask('addVenue', { body: { orgId, answers: answers as Record<string, unknown>, openedOn } })
  await expect(add({ name: '缺项' })).rejects.toMatchObject(refusal('request.invalid', 400))
  for (const hours of [
    [{ days: 'mon', from: '18:00', to: '08:00' }],
    [{ days: 'mon', from: '8点', to: '20:00' }],
    [
      { days: 'everyday', from: '08:00', to: '12:00' },
      { days: 'sat', from: '11:00', to: '13:00' },
    ],
  ])
    await expect(add(venueAnswers('时间不对', { hours }))).rejects.toMatchObject({
      status: 400,
      problem: { errors: [{ path: expect.stringMatching(/^answers\.hours/) }] },
    })
  await expect(add(venueAnswers('将来开放'), addDays(today, 3))).rejects.toMatchObject(refusal('request.invalid'))
  await add(venueAnswers('重名驿站'))
  await expect(add(venueAnswers('重名驿站'))).rejects.toMatchObject(refusal('venues.same-name', 409))
})

test('the application leads the venue from the first day to its opening, and the figure counts it then', async () => {
  const social = await union.as('shegong')
  const orgId = await orgNamed(union, '鼓楼街道总工会')
  const before = await figure('venues-opened')
  const start = {
    ...venueAnswers('鼓楼物流园暖心驿站'),
    because: '快递员集中，周边没有歇脚处',
    wanted: 3_000_000,
    functions: ['policy', 'convenience'],
  }
  const { id } = await social.ask('fileCase', { body: { service: 'venue-application', orgId, channel: 'office', answers: start } })
  const venueOf = async () => {
    const { rows } = await social.ask('listVenues', { query: { q: '鼓楼物流园暖心驿站' } })
    return social.ask('getVenue', { params: { id: rows[0]!.id } })
  }
  expect(await venueOf()).toMatchObject({ state: 'applied', case: id })
  const step = async (who: typeof social, action: string, answers: Record<string, unknown> = {}, said?: string) =>
    who.ask('takeCaseStep', {
      params: { id, action },
      body: { version: (await who.ask('getCase', { params: { id } })).version, answers, ...(said ? { said } : {}) },
    })
  await step(social, 'checkSite', { checkedOn: today, onStreet: 'yes', safe: 'yes', siteSays: '临街一层，水电齐全' })
  expect((await venueOf()).state).toBe('site_checked')
  await step(district!, 'approve', { granted: 2_500_000 })
  await step(social, 'build')
  await expect(
    gulou!.ask('moveVenue', { params: { id: (await venueOf()).id }, body: { version: (await venueOf()).version, to: 'open', because: '直接开' } }),
  ).rejects.toMatchObject(refusal('venues.not-from-here'))
  await step(district!, 'accept', { acceptedOn: today, signUp: 'yes', rulesUp: 'yes', facilities: ['water', 'microwave', 'charging'] })
  expect(await figure('venues-opened')).toBe(before)
  await step(social, 'open', { openedOn: today, opens: 'always' })
  const open = await venueOf()
  expect(open).toMatchObject({ state: 'open', openedOn: today, hours: { always: true } })
  expect(open.states.map((s) => s.state)).toEqual(['open', 'accepted', 'building', 'approved', 'site_checked', 'applied'])
  expect(await figure('venues-opened')).toBe(before + 1)
  const seen = await union.visitor().ask('mapVenues', {})
  expect(seen.rows.find((r) => r.code === open.code)).toMatchObject({ facilities: ['water', 'charging', 'microwave'] })
})

test('an application that is refused leaves a closed venue that was never counted', async () => {
  const social = await union.as('shegong')
  const orgId = await orgNamed(union, '鼓楼街道总工会')
  const before = await figure('venues')
  const start = { ...venueAnswers('没建成的驿站'), because: '试试' }
  const { id } = await social.ask('fileCase', { body: { service: 'venue-application', orgId, channel: 'office', answers: start } })
  const { version } = await social.ask('getCase', { params: { id } })
  await social.ask('takeCaseStep', { params: { id, action: 'giveUp' }, body: { version, answers: {}, said: '房东不同意' } })
  const { rows } = await social.ask('listVenues', { query: { q: '没建成的驿站', state: 'closed' } })
  const venue = await social.ask('getVenue', { params: { id: rows[0]!.id } })
  expect(venue).toMatchObject({ state: 'closed', openedOn: null })
  expect(await figure('venues')).toBe(before)
  await expect(
    social.ask('moveVenue', { params: { id: venue.id }, body: { version: venue.version, to: 'open', because: '又要开' } }),
  ).rejects.toMatchObject(refusal('venues.not-from-here'))
})

test('inspection once a year with three scores; the finest station is recommended by the town and named by the district', async () => {
  const v = await aVenue(union, gulou!, '受检驿站')
  const inspection = { on: today, useful: 90, downToEarth: 85, effective: 88, remarks: '标识清楚' }
  const seen = await gulou!.ask('inspectVenue', { params: { id: v.id }, body: inspection })
  expect(seen.inspections).toMatchObject([{ year: Number(today.slice(0, 4)), useful: 90, downToEarth: 85, effective: 88 }])
  await expect(gulou!.ask('inspectVenue', { params: { id: v.id }, body: inspection })).rejects.toMatchObject(refusal('venues.inspected'))
  const honour = (who: typeof gulou, body: object) => who!.ask('honourVenue', { params: { id: v.id }, body: { year: 2026, ...body } })
  await expect(honour(district, { award: true })).rejects.toMatchObject(refusal('venues.not-recommended'))
  await honour(gulou, { because: '服务骑手最多' })
  await expect(honour(gulou, { award: true })).rejects.toMatchObject(refusal('venues.award-district', 403))
  expect((await honour(district, { award: true })).honours).toMatchObject([{ year: 2026, awardedOn: today }])
})

test('what was scanned at the door becomes a complaint to whoever runs the venue', async () => {
  const v = await aVenue(union, guoyuan!, '果园门口驿站', { place: { town: 110118002, text: '果园路 2 号' } }, '果园街道总工会')
  const worker = await aWorker(union)
  const { revision } = await worker.ask('getServiceForm', { params: { code: 'venue-complaint' } })
  const filed = await worker.ask('applyForService', {
    params: { code: 'venue-complaint' },
    body: { revision, answers: { venue: v.code, what: 'closed', says: '写着八点开门，八点半还锁着' } },
  })
  // The worker is a member in Gulou; the venue is of Guoyuan, and so is the complaint.
  const seen = await guoyuan!.ask('getCase', { params: { id: filed.id } })
  expect(seen.title).toBe('阵地意见 · 果园门口驿站')
  expect(seen.next.map((n) => n.code)).toContain('answer')
})

test('other hours on some days are told to the map and the calendar feed, and cannot be set twice', async () => {
  const v = await aVenue(union, gulou!, '节日驿站')
  await aPlace(gulou!, v.id)
  const days = { from: addDays(today, 5), to: addDays(today, 6), spans: [], because: '国庆放假' }
  const { special } = await gulou!.ask('setSpecialDays', { params: { id: v.id }, body: days as never })
  await expect(
    gulou!.ask('setSpecialDays', { params: { id: v.id }, body: { ...days, from: days.to, spans: [[540, 600]] } as never }),
  ).rejects.toMatchObject(refusal('venues.days-overlap'))
  const page = await union.visitor().ask('getVenuePage', { params: { code: v.code } })
  expect(page.venue.special).toMatchObject([{ from: days.from, to: days.to, spans: [] }])
  const feed = await union.visitor().send({ method: 'GET', url: `/api/venues/at/${v.code}/calendar.ics` })
  expect(feed.headers['content-type']).toContain('text/calendar')
  expect(feed.body).toContain('BEGIN:VCALENDAR')
  expect(feed.body).toContain(`DTSTART;VALUE=DATE:${days.from.replaceAll('-', '')}`)
  expect(feed.body).toContain(`DTEND;VALUE=DATE:${addDays(days.to, 1).replaceAll('-', '')}`)
  await gulou!.ask('liftSpecialDays', { params: { id: v.id, days: special[0]!.id }, body: {} })
  expect((await gulou!.ask('getVenue', { params: { id: v.id } })).special).toEqual([])
})
