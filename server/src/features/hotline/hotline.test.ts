import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { OrderList } from '@gongyou/contract/hotline/routes.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value } from '../../kit/sheets/sheet-plan.ts'
import { writeSheet } from '../../kit/sheets/write-sheet.ts'
import { type Union, aUnion } from '../../test/union.ts'

const union = await aUnion()
const [office, head, gulou, guoyuan, leader, auditor, rights] = await Promise.all(
  ['bangong', 'zhuren', 'gulou', 'guoyuan', 'lingdao', 'jingshen', 'quanyi'].map(union.as),
)
type Officer = ReturnType<Union['visitor']>
const { rows: dates } = await union.owner.query<{ today: string }>("select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today")
const today = dates[0]!.today
const orgNamed = async (name: string) =>
  (await union.owner.query<{ id: string; name: string }>('select id, name from organisations.org where name = $1', [name])).rows[0]!
const station = await orgNamed('鼓楼街道工会服务站')
const root = await orgNamed('密云区总工会')

const titles = ['序号', '派单编号', '来源渠道', '派单时间', '截止时间', '紧急程度', '问题分类', '问题描述', '被反映单位', '来电人', '来电号码']
const workbook = async (rows: readonly (readonly Value[])[], columns: readonly string[] = titles) => {
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeSheet(out, { sheets: [{ name: '工单', columns: columns.map((title) => ({ title })), rows }] }),
  ])
  return bytes
}
const send = async (who: Officer, bytes: Buffer, query: Record<string, string> = {}) => {
  const mark = 'b7e1c0'
  const payload = Buffer.concat([
    Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="file"; filename="工单.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${mark}--\r\n`),
  ])
  const answer = await who.send({
    method: 'POST',
    url: '/api/hotline/orders/import',
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload,
    query,
  })
  return { status: answer.statusCode, list: answer.json<OrderList>(), problem: answer.json<{ code: string; detail: string }>() }
}

let counter = 0
const nextNumber = () => `T${String(++counter).padStart(6, '0')}`
const caller = '卜算筹'
const phone = '13677770001'
type Line = { order?: string; source?: string; received?: string; due?: string; urgency?: string; category?: string; matter?: string }
const line = (l: Line = {}) => [
  counter,
  l.order ?? nextNumber(),
  l.source ?? '12345热线',
  l.received ?? `${today} 09:30:00`,
  l.due ?? addDays(today, 5),
  l.urgency ?? '一般',
  l.category ?? '劳动保障/工资待遇/拖欠工资',
  l.matter ?? '反映公司拖欠三个月工资',
  '云岭食品有限公司',
  caller,
  phone,
]
const caseOf = async (order: string) => {
  const { rows } = await union.owner.query<{ case_id: string }>('select case_id from hotline.order where number = $1', [order])
  return rows[0]!.case_id
}
const enter = async (l: Line = {}) => {
  const order = l.order ?? nextNumber()
  const { list } = await send(office!, await workbook([line({ ...l, order })]))
  expect(list).toMatchObject({ entered: 1, bad: [] })
  return caseOf(order)
}

const seen = (who: Officer, id: string) => who.ask('getCase', { params: { id } })
const step = async (who: Officer, id: string, action: string, answers: object = {}, said?: string) =>
  who.ask('takeCaseStep', {
    params: { id, action },
    body: { version: (await seen(who, id)).version, answers: { ...answers }, ...(said ? { said } : {}) },
  })
const reply = async (id: string) => {
  await step(office!, id, 'assign', { unit: { id: station.id, name: station.name }, request: '请三日内联系诉求人' })
  await step(gulou!, id, 'answer', { contactedOn: today, answer: '已协调单位支付工资。' })
  return step(office!, id, 'reply')
}
type Said = 'yes' | 'no' | 'unreached'
const said = (responded: Said, solved: Said, satisfied: Said) => ({ responded, solved, satisfied })
const ratesSeen = (who: Officer, more: Record<string, string> = {}) =>
  who.ask('getHotlineRates', { query: { from: addDays(today, -60), to: today, ...more } as never })
const records = async (who: Officer, more: Record<string, string>) => {
  const rows = []
  for (let after: string | undefined; ;) {
    const page = await who.ask('listHotlineRecords', {
      query: { from: addDays(today, -60), to: today, limit: '2', ...more, ...(after ? { after } : {}) } as never,
    })
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}

test('the whole way: imported, assigned, answered by the station, checked, answered in time, called back, closed', async () => {
  const before = await ratesSeen(office!)
  const id = await enter({ order: 'RX-WHOLE-1' })
  const page = await seen(office!, id)
  expect(page).toMatchObject({
    title: 'RX-WHOLE-1 · 欠薪与加班费 · 云岭食品有限公司',
    channel: 'import',
    stateCode: 'received',
    dueOn: addDays(today, 5),
  })
  expect(page.next.map((n) => n.code)).toEqual(['assign', 'object'])
  await expect(seen(gulou!, id)).rejects.toMatchObject({ status: 404 })
  await step(office!, id, 'assign', { unit: { id: station.id, name: station.name } })
  // The limit is the station's now: it owes, and it hears of it.
  const owed = await union.owner.query('select organisation_id, owner_right from clocks.clock where subject_id = $1', [id])
  expect(owed.rows).toEqual([{ organisation_id: (await orgNamed('鼓楼街道总工会')).id, owner_right: 'cases.handle' }])
  expect((await gulou!.ask('listQueue', { query: {} })).rows.map((r) => r.id)).toContain(id)
  await step(gulou!, id, 'answer', { contactedOn: today, answer: '已联系，正在核实。' })
  await step(office!, id, 'improve', {}, '请写明支付日期')
  await step(gulou!, id, 'answer', { contactedOn: today, answer: '单位已于今日支付。' })
  const answered = await step(office!, id, 'reply')
  expect(answered).toMatchObject({ stateCode: 'answered', dueOn: null })
  expect(answered.official.map((o) => o.title)).toEqual([expect.stringContaining('通知单'), expect.stringContaining('RX-WHOLE-1')])
  const issuers = await union.owner.query('select distinct org_id from papers.paper where subject_id = $1', [id])
  expect(issuers.rows).toEqual([{ org_id: root.id }])
  const closed = await step(office!, id, 'calledBack', said('yes', 'yes', 'yes'))
  expect(closed).toMatchObject({ outcome: { zh: '已答复' }, next: [] })
  const kept = await union.owner.query('select in_time from hotline.order where case_id = $1', [id])
  expect(kept.rows).toEqual([{ in_time: true }])
  const after = await ratesSeen(office!)
  expect(after.received - before.received).toBe(1)
  expect(after.closed - before.closed).toBe(1)
  expect(after.answeredInTime.yes - before.answeredInTime.yes).toBe(1)
  expect(after.satisfied.of - before.satisfied.of).toBe(1)
})

test('an objection that the hotline accepts sends the order back, one that it does not keeps it here', async () => {
  const [kept, lost] = [await enter(), await enter()]
  const before = await ratesSeen(office!)
  for (const id of [kept, lost]) await step(office!, id, 'object', { objection: '属区人社局职责' })
  expect(await step(office!, kept, 'objectionKept')).toMatchObject({ stateCode: 'returned', outcome: { zh: '非本会职责' } })
  expect(await step(office!, lost, 'objectionLost')).toMatchObject({ stateCode: 'received' })
  expect((await ratesSeen(office!)).notOurs - before.notOurs).toBe(1)
  expect((await records(office!, { about: 'notOurs' })).map((r) => r.case)).toContain(kept)
  expect((await seen(office!, lost)).next.map((n) => n.code)).toContain('assign')
})

test('an answer after the printed date is counted late, and a later one does not mend it', async () => {
  const before = await ratesSeen(office!)
  const id = await enter({ received: addDays(today, -9), due: addDays(today, -2) })
  expect((await seen(office!, id)).due).toBe('overdue')
  await reply(id)
  await step(office!, id, 'again', said('yes', 'no', 'no'), '回访未解决')
  await step(gulou!, id, 'answer', { contactedOn: today, answer: '已再次协调。' })
  await step(office!, id, 'reply')
  const after = await ratesSeen(office!)
  expect(after.answeredInTime.of - before.answeredInTime.of).toBe(1)
  expect(after.answeredInTime.yes).toBe(before.answeredInTime.yes)
  expect((await records(office!, { about: 'answered', answer: 'no' })).map((r) => r.case)).toContain(id)
  expect((await union.owner.query('select in_time from hotline.order where case_id = $1', [id])).rows).toEqual([{ in_time: false }])
})

test('handled again only where the caller was not helped; opened again soon after closing is counted', async () => {
  const id = await enter()
  await reply(id)
  await expect(step(office!, id, 'again', said('yes', 'yes', 'yes'))).rejects.toMatchObject({ problem: { code: 'cases.condition-not-met' } })
  const before = await ratesSeen(office!)
  await step(office!, id, 'again', said('yes', 'yes', 'no'), '不满意')
  await step(gulou!, id, 'answer', { contactedOn: today, answer: '已上门说明。' })
  await step(office!, id, 'reply')
  await step(office!, id, 'calledBack', said('yes', 'yes', 'yes'))
  const after = await ratesSeen(office!)
  expect(after.handledAgain - before.handledAgain).toBe(1)
  expect(after.calledBack - before.calledBack).toBe(2)
  await head!.ask('reopenCase', { params: { id }, body: { version: (await seen(head!, id)).version, why: '诉求人再次来电' } as never })
  expect((await ratesSeen(office!)).reopenedWithin30Days - after.reopenedWithin30Days).toBe(1)
  expect((await records(office!, { about: 'reopened' })).map((r) => r.case)).toContain(id)
})

test('more time: asked with a reason by the station, granted by the office, within the limit of the rule', async () => {
  const due = addDays(today, 5)
  const id = await enter({ due })
  await step(office!, id, 'assign', { unit: { id: station.id, name: station.name } })
  const page = await seen(gulou!, id)
  expect(page.ways).toContain('extend')
  expect(page.clocks[0]).toMatchObject({ duty: 'printed', dueOn: due, mayExtend: 15 })
  const ask = (amount: number, version: number) =>
    gulou!.ask('askExtension', {
      params: { id },
      body: { version, clock: page.clocks[0]!.id, amount, why: '单位负责人外出，需现场核实' } as never,
    })
  await expect(ask(16, page.version)).rejects.toMatchObject({ problem: { code: 'cases.extension-too-long' } })
  await ask(5, page.version)
  const asked = await seen(office!, id)
  expect(asked.ways).toContain('decideExtension')
  await office!.ask('decideExtension', { params: { id }, body: { version: asked.version, grant: true, said: '同意' } as never })
  const after = await seen(gulou!, id)
  expect(after.dueOn! >= addDays(due, 5)).toBe(true)
  expect(after.clocks[0]!.mayExtend).toBe(10)
  const plain = await enter({ due: '' })
  expect((await seen(office!, plain)).clocks[0]).toMatchObject({ duty: 'ordinary', mayExtend: 15 })
})

test('nobody reached: no rate, and no nought either', async () => {
  const fresh = (await orgNamed('檀营地区总工会')) ?? (await orgNamed('果园街道总工会'))
  const scope = { org: fresh.id, source: '12351' }
  expect((await ratesSeen(office!, scope)).satisfied).toEqual({ yes: 0, of: 0, rate: null, unreached: 0 })
  const id = await enter({ source: '12351' })
  await step(office!, id, 'assign', { unit: { id: fresh.id, name: fresh.name } })
  // Nobody of that town has an account: the rights department of the district stands in.
  await step(rights!, id, 'answer', { contactedOn: today, answer: '已答复。' })
  await step(office!, id, 'reply')
  await step(office!, id, 'calledBack', said('unreached', 'unreached', 'unreached'))
  const of = await ratesSeen(office!, scope)
  expect(of.satisfied).toEqual({ yes: 0, of: 0, rate: null, unreached: 1 })
  expect(of).toMatchObject({ calledBack: 1, handledAgain: 0, answeredInTime: { yes: 1, of: 1, rate: 1 } })
  expect((await records(office!, { ...scope, about: 'satisfied', answer: 'unreached' })).map((r) => r.case)).toEqual([id])
})

test('the same list again changes nothing; a longer one brings what is new', async () => {
  const rows = [line(), line({ source: '12351职工热线' }), line({ urgency: '特急' })]
  const bytes = await workbook(rows)
  expect((await send(office!, bytes, { dry: 'true' })).list).toMatchObject({ rows: 3, fresh: 3, entered: 0, known: 0, left: 3 })
  expect((await send(office!, bytes)).list).toMatchObject({ entered: 3, known: 0, left: 0 })
  const count = async () => (await union.owner.query<{ n: string }>('select count(*) n from ledger.act')).rows[0]!.n
  const acts = await count()
  expect((await send(office!, bytes)).list).toMatchObject({ rows: 3, fresh: 0, entered: 0, known: 3, left: 0 })
  expect(await count()).toBe(acts)
  expect((await send(office!, await workbook([...rows, line()]))).list).toMatchObject({ fresh: 1, entered: 1, known: 3 })
  const both = await workbook([line(), line(), line()])
  const together = await Promise.all([send(office!, both), send(head!, both)])
  expect(together.map((t) => t.status)).toEqual([200, 200])
  const twice = await union.owner.query('select number from hotline.order group by number having count(*) > 1')
  expect(twice.rows).toEqual([])
})

test('a bad list: each row named with its column, what it says and what to do; the good ones are taken', async () => {
  const repeated = nextNumber()
  const { list } = await send(
    office!,
    await workbook([
      line({ order: repeated, category: '噪声扰民', urgency: '红色' }),
      line({ order: repeated }),
      line({ received: '上周三' }),
      line({ received: addDays(today, 3) }),
      line({ due: addDays(today, -3) }),
      line({ matter: '' }),
      line({ source: '96156' }),
    ]),
    { dry: 'true' },
  )
  expect(list).toMatchObject({ rows: 7, fresh: 1 })
  expect(list.bad.map((b) => [b.row, b.column.zh])).toEqual([
    [3, '工单编号'],
    [4, '派单时间'],
    [5, '派单时间'],
    [6, '办理时限'],
    [7, '诉求内容'],
    [8, '来源'],
  ])
  for (const b of list.bad) expect(b.suggestion?.zh, b.reason.zh).toBeTruthy()
  expect(list.bad[0]!.reason.zh).toContain('第 2 行')
  expect(list.notes.map((n) => [n.row, n.column.zh, n.value])).toEqual([
    [2, '紧急程度', '红色'],
    [2, '诉求类别', '噪声扰民'],
  ])
  expect(list.sample[0]).toMatchObject({ order: repeated, urgency: { zh: '一般' }, category: { zh: '其他' } })
})

test('a file that is no order list is refused with what to do; a CSV works like a workbook', async () => {
  expect(await send(office!, Buffer.from('hello'))).toMatchObject({ status: 422, problem: { code: 'hotline.no-header' } })
  expect(await send(office!, Buffer.alloc(0))).toMatchObject({ status: 422, problem: { code: 'hotline.list-refused' } })
  expect(await send(office!, await workbook([['甲', '乙']], ['姓名', '电话']))).toMatchObject({ status: 422, problem: { code: 'hotline.no-header' } })
  const long = await workbook([...Array(2001).keys()].map((n) => line({ order: `L${n}` })))
  expect(await send(office!, long)).toMatchObject({ status: 422, problem: { code: 'hotline.too-many', detail: expect.stringContaining('2,001') } })
  const csv = `工单编号,派单日期,诉求内容\n${nextNumber()},${today},反映站点没有饮水\n`
  const short = await send(office!, Buffer.from(`${csv}2.02611E+19,${today},编号已损坏\n`), { source: '12351', dry: 'true' })
  expect(short.list).toMatchObject({ fresh: 1, bad: [{ row: 3, column: { zh: '工单编号' }, reason: { zh: expect.stringContaining('丢失') } }] })
  const { list } = await send(office!, Buffer.from(csv), { source: '12351' })
  expect(list).toMatchObject({ entered: 1, sample: [{ source: '12351', dueOn: null }] })
})

test('entered by hand: the number is kept too, and is known afterwards', async () => {
  const order = nextNumber()
  const form = await office!.ask('getServiceForm', { params: { code: 'hotline-order' } })
  const file = () =>
    office!.ask('fileCase', {
      body: {
        service: 'hotline-order',
        revision: form.revision,
        orgId: root.id,
        channel: 'hotline',
        answers: {
          order,
          source: '12345',
          receivedOn: today,
          urgency: 'ordinary',
          category: 'platform',
          matter: '反映站点冬季未发防寒用品',
          caller,
          callerPhone: phone,
        },
      } as never,
    })
  const page = await file()
  expect(page.title).toBe(`${order} · 新就业形态`)
  await expect(file()).rejects.toMatchObject({ status: 409, problem: { code: 'hotline.known-order' } })
  expect((await send(office!, await workbook([line({ order, source: '12345' })]))).list).toMatchObject({ known: 1, entered: 0 })
  expect((await records(office!, { about: 'received' })).map((r) => r.case)).toContain(page.id)
})

test('who called is sealed: in no list, search, record, paper, message or link', async () => {
  const id = await enter({ order: 'RX-PRIVATE-1' })
  const page = await reply(id)
  expect(page.sealed).toEqual(['caller', 'callerPhone'])
  const hides = (text: string) => {
    expect(text).not.toContain(caller)
    expect(text).not.toContain(phone)
  }
  hides(JSON.stringify(page))
  hides(JSON.stringify(await gulou!.ask('listCases', { query: { service: 'hotline-order' } })))
  hides(JSON.stringify(await records(office!, { about: 'received' })))
  for (const q of [caller, phone]) expect((await office!.ask('listCases', { query: { q } })).rows).toEqual([])
  const link = (fields: string[]) =>
    office!.ask('createCaseLink', { params: { id }, body: { party: '区人社局', asks: '请核实', purpose: '核实欠薪', fields } as never })
  await expect(link(['matter', 'caller'])).rejects.toMatchObject({ status: 400 })
  const token = (await link(['matter', 'about'])).url.split(/[/#=]/).at(-1)!
  const slice = await union.visitor().ask('openCaseLink', { body: { token } })
  expect(slice.answers).toHaveProperty('matter')
  hides(JSON.stringify(slice))
  for (const table of [
    'cases.matter',
    'cases.act',
    'cases.snapshot',
    'ledger.act',
    'ledger.audit',
    'papers.draft',
    'notices.message',
    'clocks.clock',
  ])
    hides(JSON.stringify((await union.owner.query(`select * from ${table}`)).rows))
  const opened = await office!.ask('openSealedAnswers', { params: { id }, body: { purpose: '回访' } })
  expect(opened.answers).toEqual({ caller, callerPhone: phone })
  const noted = await union.owner.query("select purpose from ledger.audit where subject_id = $1 and action = 'openSealedAnswers'", [id])
  expect(noted.rows).toEqual([{ purpose: '回访' }])
})

test('rights: only the district imports; each sees the rates of its own part', async () => {
  const bytes = await workbook([line()])
  expect(await send(gulou!, bytes)).toMatchObject({ status: 403, problem: { code: 'hotline.district-only' } })
  expect((await send(auditor!, bytes)).status).toBe(403)
  const [whole, town] = [await ratesSeen(leader!), await ratesSeen(guoyuan!)]
  expect(town.received).toBeLessThan(whole.received)
  for (const r of await records(guoyuan!, { about: 'received' })) expect(r.org.name).toContain('果园')
  await expect(records(office!, { about: 'received', answer: 'yes' })).rejects.toMatchObject({ status: 400 })
})

test('every number is as long as its list', async () => {
  const { rows: orgs } = await union.owner.query<{ id: string }>(
    "select id from organisations.org where parent_id is null or name like '%街道总工会'",
  )
  const speakers = [office!, gulou!, guoyuan!, auditor!]
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        who: fc.constantFrom(...speakers),
        source: fc.constantFrom('12345', '12351', undefined),
        org: fc.constantFrom(undefined, ...orgs.map((o) => o.id)),
        from: fc.integer({ min: 0, max: 12 }),
        to: fc.integer({ min: -1, max: 3 }),
      }),
      async ({ who, source, org, from, to }) => {
        const scope = { from: addDays(today, -from), to: addDays(today, -to), ...(source ? { source } : {}), ...(org ? { org } : {}) }
        const r = await who.ask('getHotlineRates', { query: scope as never })
        const length = async (about: string, answer?: string) => (await records(who, { ...scope, about, ...(answer ? { answer } : {}) })).length
        expect(await length('received')).toBe(r.received)
        expect(await length('closed')).toBe(r.closed)
        expect(await length('answered')).toBe(r.answeredInTime.of)
        expect(await length('answered', 'yes')).toBe(r.answeredInTime.yes)
        for (const about of ['responded', 'solved', 'satisfied'] as const) {
          expect(await length(about, 'yes')).toBe(r[about].yes)
          expect(await length(about, 'unreached')).toBe(r[about].unreached)
          expect(r[about].of + r[about].unreached).toBe(r.calledBack)
          expect(r[about].rate).toBe(r[about].of === 0 ? null : r[about].yes / r[about].of)
        }
        expect(await length('again')).toBe(r.handledAgain)
        expect(await length('reopened')).toBe(r.reopenedWithin30Days)
        expect(await length('notOurs')).toBe(r.notOurs)
        expect(await length('elsewhere')).toBe(r.elsewhere)
      },
    ),
    { numRuns: 25 },
  )
})
