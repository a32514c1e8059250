import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { OrderList } from '@gongyou/contract/hotline/routes.ts'
import { expect } from 'vitest'
import type { Value } from '../kit/sheets/sheet-plan.ts'
import { writeSheet } from '../kit/sheets/write-sheet.ts'
import type { Union } from './union.ts'

type Officer = ReturnType<Union['visitor']>

export const titles = ['序号', '派单编号', '来源渠道', '派单时间', '截止时间', '紧急程度', '问题分类', '问题描述', '被反映单位', '来电人', '来电号码']
export const workbook = async (rows: readonly (readonly Value[])[], columns: readonly string[] = titles) => {
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeSheet(out, { sheets: [{ name: '工单', columns: columns.map((title) => ({ title })), rows }] }),
  ])
  return bytes
}
/** Sends a list as the page does. */
export const send = async (who: Officer, bytes: Buffer, query: Record<string, string> = {}) => {
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

export const caller = '卜算筹'
export const phone = '13677770001'
type Line = { order?: string; source?: string; received?: string; due?: string; urgency?: string; category?: string; matter?: string }
type Said = 'yes' | 'no' | 'unreached'
export const said = (responded: Said, solved: Said, satisfied: Said) => ({ responded, solved, satisfied })

/** A hotline desk to test against: lists to send, orders to enter, steps to take, numbers to read. */
export const aHotline = async (union: Union) => {
  const [office, gulou] = await Promise.all([union.as('bangong'), union.as('gulou')])
  const { rows: dates } = await union.owner.query<{ today: string }>("select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today")
  const today = dates[0]!.today
  const orgNamed = async (name: string) =>
    (await union.owner.query<{ id: string; name: string }>('select id, name from organisations.org where name = $1', [name])).rows[0]!
  const station = await orgNamed('鼓楼街道工会服务站')
  const root = await orgNamed('密云区总工会')

  let counter = 0
  const nextNumber = () => `T${String(++counter).padStart(6, '0')}`
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
    const { list } = await send(office, await workbook([line({ ...l, order })]))
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
    await step(office, id, 'assign', { unit: { id: station.id, name: station.name }, request: '请三日内联系诉求人' })
    await step(gulou, id, 'answer', { contactedOn: today, answer: '已协调单位支付工资。' })
    return step(office, id, 'reply')
  }
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

  return { office, gulou, today, orgNamed, station, root, nextNumber, line, enter, seen, step, reply, ratesSeen, records }
}
