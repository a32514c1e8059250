import { expect, test } from 'vitest'
import { anActivityDesk } from '../../test/activities.ts'
import { moveClock } from '../../kit/clock.ts'
import { worker } from '../../test/services.ts'
import { aUnion } from '../../test/union.ts'
import { uploaded } from '../../test/uploads.ts'

const union = await aUnion()
const [rights, station, office] = await Promise.all(['quanyi', 'gulou', 'bangong'].map(union.as))
const chair = await worker(union, '13900000001')
type Someone = typeof chair
const town = (await station!.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!
const district = (await office!.ask('listTree', {})).nodes.find((n) => n.name === '密云区总工会')!

const view = (who: Someone, id: string) => who.ask('getCase', { params: { id } })
const step = async (who: Someone, id: string, action: string, answers: Record<string, unknown> = {}, said?: string) =>
  who.ask('takeCaseStep', { params: { id, action }, body: { version: (await view(who, id)).version, answers, ...(said ? { said } : {}) } })

const lecturer = await office!.ask('addEntry', {
  params: { code: 'lecturers' },
  body: { orgId: district.id, answers: { name: '闻砚秋', sort: 'lawyer', phone: '13912340088', fields: ['labour_law'] } },
})
const wen = { id: lecturer.id, name: '闻砚秋' }
const course = {
  title: '劳动合同避坑指南',
  menu: 'law',
  audience: ['new_form'],
  mode: ['onsite'],
  minutes: 90,
  outline: '签订、变更、解除。',
  lecturer: wen,
}

/** What the station does at that moment, signed in anew. */
const on = async (at: string, fn: (late: Someone) => Promise<void>) => {
  const back = moveClock(new Date(at).getTime() - Date.now())
  try {
    await fn(await union.as('gulou'))
  } finally {
    back()
  }
}

const list = async () => {
  const { id } = await station!.ask('fileCase', { body: { service: 'course-proposal', orgId: town.id, channel: 'office', answers: course } })
  await step(rights!, id, 'arrange', { trialOn: '2026-11-03' })
  await step(rights!, id, 'list', { trialNote: '通俗，案例多', listedOn: '2026-11-05' })
}
const order = {
  menu: 'law',
  audience: 'new_form',
  people: 30,
  placeKind: 'station',
  place: { town: 110118001, text: '鼓楼大街配送站' },
  mode: 'onsite',
  times: [{ on: '2027-01-05', part: 'afternoon' }],
  contact: '许大川',
  phone: '13900000001',
}
const found = async (q = '') => (await chair.ask('findOpenEntries', { params: { code: 'courses' }, query: { q } })).found

test('a course is on the menu only once its trial lecture was passed, and shows the lecturer by the name of the register', async () => {
  expect(await found()).toEqual([])
  await list()
  expect(await found('合同')).toMatchObject([{ name: '劳动合同避坑指南', about: expect.stringContaining('闻砚秋') }])
  expect(await found('瑜伽')).toEqual([])
})

test('trial lectures are counted, passed or not; a course refused unheard is not', async () => {
  const zhuren = await union.as('zhuren')
  const heard = async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    return (await zhuren.ask('getFigure', { params: { code: 'trial-lectures' }, query: { from: today, to: today } })).value
  }
  const before = await heard()
  const propose = async (title: string) =>
    (await station!.ask('fileCase', { body: { service: 'course-proposal', orgId: town.id, channel: 'office', answers: { ...course, title } } })).id
  const failed = await propose('照着念的课')
  await step(rights!, failed, 'arrange', { trialOn: '2026-11-04' })
  const unsaid = step(rights!, failed, 'fail', { trialNote: '照本宣科' })
  await expect(unsaid).rejects.toMatchObject({ status: 422 })
  await step(rights!, failed, 'fail', { trialNote: '照本宣科' }, '请补充案例后再报')
  expect(await heard()).toBe(Number(before) + 1)
  await step(rights!, await propose('没有讲师的课'), 'refuse', {}, '讲师不能来')
  expect(await heard()).toBe(Number(before) + 1)
  await list()
  expect(await heard()).toBe(Number(before) + 2)
})

test('order, match, confirm, deliver; who ordered reads every step and rates it', async () => {
  const [offered] = await found()
  await expect(chair.ask('applyForService', { params: { code: 'course-order' }, body: { revision: 2, answers: order } })).rejects.toMatchObject({
    problem: { code: 'cases.not-eligible' },
  })
  const forged = { ...order, course: { id: offered!.id, name: '免费旅游' } }
  const { id } = await chair.ask('applyForService', { params: { code: 'course-order' }, body: { revision: 2, answers: forged } })
  expect((await view(station!, id)).answers.course).toEqual({ id: offered!.id, name: '劳动合同避坑指南' })
  await step(rights!, id, 'match', { lecturer: wen, heldOn: '2027-01-05', heldAt: '1400' })
  await step(rights!, id, 'decline', {}, '当天出差')
  await step(rights!, id, 'match', { lecturer: wen, heldOn: '2027-01-06', heldAt: '1400' })
  const confirmed = await step(rights!, id, 'confirm', {}, '1 月 6 日 14:00 见')
  expect(confirmed.clocks.filter((c) => c.state === 'calm').map((c) => c.dueOn)).toEqual(['2027-01-06'])
  expect((await view(chair, id)).state).toEqual({ zh: '待授课', en: 'Confirmed' })

  const photo = await uploaded(station!, 'png')
  const held = { minutes: 85, evidence: [photo] }
  await expect(step(station!, id, 'deliver', held, '讲得好')).rejects.toMatchObject({ problem: { code: 'lawmenu.not-held-yet' } })
  const led = (await view(station!, id)).led
  expect(led).toMatchObject([{ kind: 'activity', title: '劳动合同避坑指南', says: { zh: expect.stringContaining('2027-01-06 14:00') } }])
  await on('2027-01-06T08:00:00Z', async (late) => {
    await expect(step(late, id, 'deliver', held, '讲得好')).rejects.toMatchObject({ problem: { code: 'lawmenu.nobody-counted' } })
    await step(late, id, 'deliver', { ...held, attended: 42 }, '讲得好')
  })
  expect((await view(chair, id)).outcome).toEqual({ zh: '已授课', en: 'Delivered' })
  const counted = await union.owner.query(
    `select sum(amount)::int as n from ledger.fact where fact = 'case-amounts' and dims @> '{"service":"course-order","split":"law"}'`,
  )
  expect(counted.rows[0].n).toBe(42)
  await chair.ask('rateCase', { params: { id }, body: { stars: 2, said: '时间太短' } })
  expect((await station!.ask('listQueue', { query: { service: 'return-visit' } })).rows).toHaveLength(1)
})

test('an entry that does not stand, or of another register, is refused; a register that is not open is not listed', async () => {
  const wrong = async (course: object) =>
    chair.ask('applyForService', { params: { code: 'course-order' }, body: { revision: 2, answers: { ...order, course: course as never } } })
  await expect(wrong(wen)).rejects.toMatchObject({ problem: { code: 'request.invalid', errors: [{ path: 'answers.course' }] } })
  await expect(wrong({ id: '00000000-0000-7000-8000-000000000000', name: '无' })).rejects.toMatchObject({ problem: { code: 'request.invalid' } })
  await expect(chair.ask('findOpenEntries', { params: { code: 'collective-contracts' }, query: {} })).rejects.toMatchObject({ status: 404 })
  await expect(union.visitor().ask('findOpenEntries', { params: { code: 'courses' }, query: {} })).rejects.toMatchObject({ status: 401 })
})

test('a confirmed order is a session: its unit signs up, it moves with the order, and what was counted there is what was delivered', async () => {
  const desk = await anActivityDesk(union)
  const [offered] = await found()
  const { id } = await station!.ask('fileCase', {
    body: { service: 'course-order', orgId: town.id, channel: 'office', answers: { ...order, course: offered! } },
  })
  await step(rights!, id, 'match', { lecturer: wen, heldOn: '2027-02-01', heldAt: '0930', planned: 45 })
  await step(rights!, id, 'confirm', {}, '见')
  const session = async () => desk.seen((await view(station!, id)).led[0]!.id)
  const planned = await session()
  expect(planned).toMatchObject({
    stage: 'open',
    title: '劳动合同避坑指南',
    kind: { code: 'lecture' },
    programme: '法律课程',
    org: { id: town.id },
    asked: { id },
    answers: { lecturer: '闻砚秋', subject: 'law', group: 'new_form' },
    seats: 30,
    sessionList: [
      { place: '鼓楼大街配送站', audience: 'station', head: '闻砚秋', startsAt: '2027-02-01T01:30:00.000Z', endsAt: '2027-02-01T02:15:00.000Z' },
    ],
  })
  const [ours] = await desk.workers(1)
  const [other] = await desk.workers(1, await desk.orgNamed('果园街道总工会'))
  expect(await ours!.signUp(planned.pools[0]!.id)).toMatchObject({ state: 'confirmed' })
  expect(await other!.signUp(planned.pools[0]!.id)).toMatchObject({ code: 'activities.not-eligible' })

  await step(rights!, id, 'move', { heldOn: '2027-02-02', heldAt: '1000' }, '讲师出庭')
  await step(rights!, id, 'confirm', {}, '改到 2 日')
  const moved = await session()
  expect([moved.id, moved.sessionList[0]!.startsAt]).toEqual([planned.id, '2027-02-02T02:00:00.000Z'])
  const told = await union.owner.query(`select count(*)::int as n from notices.message where person_id = $1 and kind = 'activity.moved'`, [ours!.id])
  expect(told.rows[0].n).toBe(1)

  await on('2027-02-02T02:10:00Z', async (late) => {
    await late.ask('setGateCount', { params: { id: moved.sessionList[0]!.id }, body: { heads: 27 } })
    await step(late, id, 'deliver', { attended: 99, minutes: 40, evidence: [await uploaded(late, 'png')] }, '好')
  })
  const after = await view(station!, id)
  expect(after.answers.attended).toBe(27)
  const closed = await session()
  expect(closed.sessionList[0]).toMatchObject({ gateCount: 27, photos: 1, held: true, closedAt: expect.any(String) })
})

test('a cancelled order cancels its session; confirmed again after somebody cancelled the session, a new one is planned', async () => {
  const desk = await anActivityDesk(union)
  const ordered = async () => {
    const { id } = await station!.ask('fileCase', {
      body: { service: 'course-order', orgId: town.id, channel: 'office', answers: { ...order, menu: 'caravan', wish: '反诈宣传' } },
    })
    await step(rights!, id, 'match', { lecturer: wen, heldOn: '2027-03-01', heldAt: '0800' })
    await step(rights!, id, 'confirm', {}, '见')
    return id
  }
  const off = await ordered()
  await step(rights!, off, 'cancel', {}, '村里停电')
  const cancelled = (await view(station!, off)).led[0]!
  expect(cancelled.says.zh).toContain('场次已取消')
  expect(await desk.seen(cancelled.id)).toMatchObject({ stage: 'cancelled', because: '村里停电', kind: { code: 'caravan' } })

  const again = await ordered()
  const first = (await view(station!, again)).led[0]!.id
  await desk.gulou.ask('cancelActivity', { params: { id: first }, body: { version: (await desk.seen(first)).version, because: '大雪' } })
  await step(rights!, again, 'move', { heldOn: '2027-03-02', heldAt: '0800' }, '改期')
  await step(rights!, again, 'confirm', {}, '见')
  const second = (await view(station!, again)).led[0]!
  expect(second.id).not.toBe(first)
  expect((await desk.seen(second.id)).stage).toBe('open')
})

test('every menu yields a session of its kind, and a kind that asks for more leaves a draft to complete', async () => {
  const desk = await anActivityDesk(union)
  const confirmed = async (menu: string, heldAt: string) => {
    const { id } = await station!.ask('fileCase', {
      body: { service: 'course-order', orgId: town.id, channel: 'office', answers: { ...order, menu, wish: `${menu} 课` } },
    })
    await step(rights!, id, 'match', { lecturer: wen, heldOn: '2027-04-01', heldAt })
    await step(rights!, id, 'confirm', {}, '见')
    return { id, led: (await view(station!, id)).led[0]! }
  }
  const kinds: [string, string][] = [
    ['law', 'lecture'],
    ['women', 'mobile-class'],
    ['health', 'lecture'],
    ['public', 'lecture'],
    ['caravan', 'caravan'],
  ]
  for (const [menu, kind] of kinds)
    expect(await desk.seen((await confirmed(menu, '0900')).led.id)).toMatchObject({ stage: 'open', kind: { code: kind }, sessions: 1 })

  const draft = await desk.zhuren.ask('createKindDesign', { body: { title: '讲座', from: 'lecture' } })
  const { subject: _, group: __, ...form } = draft.definition['form'] as Record<string, unknown>
  const { splits: ___, ...rest } = draft.definition
  const definition = { ...rest, form: { ...form, sponsor: { kind: 'text', label: { zh: '赞助', en: 'Sponsor' } } } }
  const saved = await desk.zhuren.ask('saveKindDesign', { params: { id: draft.id }, body: { version: draft.version, definition } })
  await desk.zhuren.ask('publishKindDesign', { params: { id: draft.id }, body: { version: saved.version, because: '要写赞助' } })
  const { id, led } = await confirmed('law', '1000')
  expect(led.says.zh).toContain('待补全后发布')
  const planned = await desk.seen(led.id)
  expect(planned).toMatchObject({ stage: 'draft', answers: { lecturer: '闻砚秋' } })
  const whole = await desk.gulou.ask('changeActivity', {
    params: { id: led.id },
    body: { version: planned.version, answers: { lecturer: '闻砚秋', sponsor: '无' } },
  })
  await desk.gulou.ask('publishActivity', { params: { id: led.id }, body: { version: whole.version } })
  expect((await view(station!, id)).led[0]!.says.zh).toMatch(/^场次 2027-04-01 10:00/)
})
