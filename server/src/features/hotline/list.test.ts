import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { aHotline, caller, phone, send, workbook } from '../../test/orders.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const { office, gulou, today, root, nextNumber, line, enter, reply, records } = await aHotline(union)
const head = await union.as('zhuren')

test('the same list again changes nothing; a longer one brings what is new', async () => {
  const rows = [line(), line({ source: '12351职工热线' }), line({ urgency: '特急' })]
  const bytes = await workbook(rows)
  expect((await send(office, bytes, { dry: 'true' })).list).toMatchObject({ rows: 3, fresh: 3, entered: 0, known: 0, left: 3 })
  expect((await send(office, bytes)).list).toMatchObject({ entered: 3, known: 0, left: 0 })
  const count = async () => (await union.owner.query<{ n: string }>('select count(*) n from ledger.act')).rows[0]!.n
  const acts = await count()
  expect((await send(office, bytes)).list).toMatchObject({ rows: 3, fresh: 0, entered: 0, known: 3, left: 0 })
  expect(await count()).toBe(acts)
  const told = await union.owner.query<{ title: string }>("select title->>'zh' title from notices.message where link like '/console/hotline%'")
  expect(told.rows, 'one message for the list, to the one colleague').toEqual([{ title: '新导入了热线工单' }])
  expect((await send(office, await workbook([...rows, line()]))).list).toMatchObject({ fresh: 1, entered: 1, known: 3 })
  const both = await workbook([line(), line(), line()])
  const together = await Promise.all([send(office, both), send(head, both)])
  expect(together.map((t) => t.status)).toEqual([200, 200])
  const twice = await union.owner.query('select number from hotline.order group by number having count(*) > 1')
  expect(twice.rows).toEqual([])
})

test('a bad list: each row named with its column, what it says and what to do; the good ones are taken', async () => {
  const repeated = nextNumber()
  const { list } = await send(
    office,
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
  expect(list).toMatchObject({ rows: 7, fresh: 1, wrong: 6, sourceless: false })
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
  expect(await send(office, Buffer.from('hello'))).toMatchObject({ status: 422, problem: { code: 'hotline.no-header' } })
  expect(await send(office, Buffer.alloc(0))).toMatchObject({ status: 422, problem: { code: 'hotline.list-refused' } })
  expect(await send(office, await workbook([['甲', '乙']], ['姓名', '电话']))).toMatchObject({ status: 422, problem: { code: 'hotline.no-header' } })
  const long = await workbook([...Array(2001).keys()].map((n) => line({ order: `L${n}` })))
  expect(await send(office, long)).toMatchObject({ status: 422, problem: { code: 'hotline.too-many', detail: expect.stringContaining('2,001') } })
  const csv = `工单编号,派单日期,诉求内容\n${nextNumber()},${today},反映站点没有饮水\n`
  const short = await send(office, Buffer.from(`${csv}2.02611E+19,${today},编号已损坏\n`), { source: '12351', dry: 'true' })
  expect(short.list).toMatchObject({ fresh: 1, bad: [{ row: 3, column: { zh: '工单编号' }, reason: { zh: expect.stringContaining('丢失') } }] })
  const { list } = await send(office, Buffer.from(csv), { source: '12351' })
  expect(list).toMatchObject({ entered: 1, sample: [{ source: '12351', dueOn: null }] })
})

test('a list that names the hour keeps it; an idle midnight is none', async () => {
  const at = (due: string) => line({ due })
  const day = addDays(today, 4)
  const { list } = await send(
    office,
    await workbook([at(`${day} 18:00`), at(`${day} 9:30:00`), at(`${day} 00:00:00`), at(day), at(`${day} 25:00`)]),
    { dry: 'true' },
  )
  expect(list.bad.map((b) => [b.row, b.column.zh, b.reason.zh])).toEqual([[6, '办理时限', '时刻读不懂']])
  expect(list.sample.map((s) => [s.dueOn, s.dueTime])).toEqual([
    [day, '18:00'],
    [day, '09:30'],
    [day, null],
    [day, null],
  ])
})

test('entered by hand: the number is kept too, and is known afterwards', async () => {
  const order = nextNumber()
  const form = await office.ask('getServiceForm', { params: { code: 'hotline-order' } })
  const file = () =>
    office.ask('fileCase', {
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
  expect((await send(office, await workbook([line({ order, source: '12345' })]))).list).toMatchObject({ known: 1, entered: 0 })
  expect((await records(office, { about: 'received' })).map((r) => r.case)).toContain(page.id)
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
  hides(JSON.stringify(await gulou.ask('listCases', { query: { service: 'hotline-order' } })))
  hides(JSON.stringify(await records(office, { about: 'received' })))
  for (const q of [caller, phone]) expect((await office.ask('listCases', { query: { q } })).rows).toEqual([])
  const link = (fields: string[]) =>
    office.ask('createCaseLink', { params: { id }, body: { party: '区人社局', asks: '请核实', purpose: '核实欠薪', fields } as never })
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
  const opened = await office.ask('openSealedAnswers', { params: { id }, body: { purpose: '回访' } })
  expect(opened.answers).toEqual({ caller, callerPhone: phone })
  const noted = await union.owner.query("select purpose from ledger.audit where subject_id = $1 and action = 'openSealedAnswers'", [id])
  expect(noted.rows).toEqual([{ purpose: '回访' }])
})
