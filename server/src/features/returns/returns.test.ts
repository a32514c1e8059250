import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { figureLinesOf } from '@gongyou/contract/returns/form.ts'
import { returnForms } from '@gongyou/contract/returns/own/index.ts'
import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { periodAt, periodBefore, periodName } from '@gongyou/contract/returns/period.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { catalogue } from '../../rooms.ts'
import { textsOf } from '../../kit/sheets/sheet-samples.ts'
import { aUnion, region } from '../../test/union.ts'
import { returnsTasks } from './tasks.ts'

const union = await aUnion({ people: 200 })
const office = await union.as('bangong')
const station = await union.as('gulouzhuxi')
const worker = await union.as('gulou')
const other = await union.as('guoyuan')
const call = { region, by: system, operation: 'test', request: 'test' }
const refused = (status: number, code: string) => expect.objectContaining({ status, problem: expect.objectContaining({ code }) })

const { id: round } = await office.ask('openReturnRound', { body: { form: 'town-monthly' } })
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const month = periodBefore('month', today)
const sheetOf = async (name: RegExp) => {
  const { rows } = await office.ask('listReturnSheets', { params: { id: round }, query: { limit: 200 } })
  return rows.find((r) => name.test(r.org.name))!
}
const gulou = await sheetOf(/^鼓楼街道总工会/)
const at = { params: { id: gulou.id } }
const asCounted = (s: ReturnSheet, but: Record<string, { told: number; because: string }> = {}) => ({
  version: s.version,
  lines: s.lines.map((l) => ({ code: l.code, counted: l.counted, told: but[l.code]?.told ?? l.counted, because: but[l.code]?.because ?? '' })),
})
/** Somebody joins in the month of the return, whenever it becomes known. */
const join = (day: string) =>
  union.db.write(call, async (work) => {
    const { rows } = await union.owner.query<{ town: number }>('select town from organisations.org where id = $1', [gulou.org.id])
    work.ledger.act({
      kind: 'membership.joined',
      subject: newId(),
      person: await somebody(),
      org: gulou.org.id,
      day,
      data: { town: rows[0]!.town, channel: 'scan' },
    })
  })
let taken = 0
const somebody = async () => {
  const { rows } = await union.owner.query<{ id: string }>('select id from people.person order by id offset $1 limit 1', [taken++])
  return rows[0]!.id
}

test('every form names figures there are, and its lines once', () => {
  const known = new Set(catalogue.figures.map((f) => f.code))
  for (const form of returnForms) {
    for (const line of figureLinesOf(form)) expect([form.code, line.figure, known.has(line.figure)]).toEqual([form.code, line.figure, true])
    expect(new Set(form.lines.map((l) => l.code)).size).toBe(form.lines.length)
    expect(new Set(form.lines.map((l) => l.number)).size).toBe(form.lines.length)
  }
})

test('periods follow each other without a gap, whatever the day', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.constantFrom('month' as const, 'quarter' as const, 'year' as const), day, (every, d) => {
      const [now, before] = [periodAt(every, d), periodBefore(every, d)]
      expect(now.from <= d && d <= now.to).toBe(true)
      expect(new Date(Date.parse(before.to) + 86_400_000).toISOString().slice(0, 10)).toBe(now.from)
      expect(periodAt(every, before.from)).toEqual(before)
    }),
  )
  expect(periodName('quarter', { from: '2026-07-01' }).zh).toBe('2026年第三季度')
})

test('a period is opened once, after it has ended, by the district, and every unit has a clock that explains itself', async () => {
  await expect(office.ask('openReturnRound', { body: { form: 'town-monthly' } })).rejects.toEqual(refused(409, 'returns.round-open'))
  await expect(office.ask('openReturnRound', { body: { form: 'town-monthly', day: '2199-01-01' } })).rejects.toEqual(
    refused(409, 'returns.too-early'),
  )
  await expect(office.ask('openReturnRound', { body: { form: 'nothing' } })).rejects.toEqual(refused(404, 'returns.no-form'))
  await expect(station.ask('openReturnRound', { body: { form: 'union-yearly' } })).rejects.toEqual(refused(403, 'right.missing'))
  await expect((await union.as('shegong')).ask('openReturnRound', { body: { form: 'union-yearly' } })).rejects.toEqual(refused(403, 'right.missing'))
  const { rows } = await union.owner.query<{ n: number }>(
    `select count(*)::int as n from organisations.org where kind in ('town_federation', 'service_station') and dissolved_on is null`,
  )
  const seen = await office.ask('getReturnRound', { params: { id: round } })
  expect(seen.round).toMatchObject({ obliged: rows[0]!.n, handedIn: 0, from: month.from, to: month.to })
  // Opened after the period has ended: nobody is late before he was asked.
  expect(seen.round.dueOn > month.to && seen.round.dueOn > today).toBe(true)
  const sheet = await worker.ask('getReturnSheet', at)
  expect(sheet).toMatchObject({ state: 'open', dueOn: seen.round.dueOn, may: { handIn: true, recall: false, receive: false } })
  expect((await worker.ask('explainClock', { params: { id: sheet.clock! } })).agrees).toBe(true)
})

test('the numbers are there before anybody types; confirmed as they are, or otherwise with a reason; later records are told', async () => {
  await join(month.from)
  await join(month.to)
  const before = await worker.ask('getReturnSheet', at)
  const joined = before.lines.find((l) => l.code === 'joined')!
  const { value } = await worker.ask('getFigure', { params: { code: 'members-joined' }, query: { ...month, org: gulou.org.id } })
  expect(joined.counted).toBe(value)
  expect(joined.counted).toBeGreaterThanOrEqual(2)

  await expect(
    worker.ask('handInReturn', { ...at, body: asCounted(before, { joined: { told: joined.counted! + 3, because: '' } }) }),
  ).rejects.toEqual(refused(422, 'returns.reason-missing'))
  await expect(worker.ask('handInReturn', { ...at, body: { version: before.version, lines: [] } })).rejects.toEqual(
    refused(422, 'returns.line-missing'),
  )
  await join(month.from)
  await expect(worker.ask('handInReturn', { ...at, body: asCounted(before) })).rejects.toEqual(refused(409, 'returns.numbers-moved'))

  const again = await worker.ask('getReturnSheet', at)
  const counted = again.lines.find((l) => l.code === 'joined')!.counted!
  const done = await worker.ask('handInReturn', {
    ...at,
    body: asCounted(again, { joined: { told: counted + 3, because: '三人已入会，名册月初补录' } }),
  })
  expect(done).toMatchObject({ state: 'handed-in', nil: false, clock: null, may: { handIn: false, recall: true } })
  expect(done.lines.find((l) => l.code === 'joined')).toMatchObject({ counted, told: counted + 3, because: '三人已入会，名册月初补录', added: 0 })
  await expect(worker.ask('handInReturn', { ...at, body: asCounted(again) })).rejects.toEqual(refused(409, 'returns.not-from-here'))

  await join(month.from)
  expect((await worker.ask('getReturnSheet', at)).lines.find((l) => l.code === 'joined')).toMatchObject({ counted, added: 1, removed: 0 })
  const { rows } = await worker.ask('listReturnRecords', { params: { id: gulou.id, line: 'joined' }, query: { limit: 200 } })
  expect([rows.length, rows.filter((r) => r.reported === false).length]).toEqual([counted + 1, 1])
  const totals = await office.ask('getReturnRound', { params: { id: round } })
  expect(totals.round.handedIn).toBe(1)
  expect(totals.totals.find((l) => l.code === 'joined')).toMatchObject({ told: null, changed: 1 })
})

test('nobody receives his own; what comes back is no longer in the rates until it is handed in again', async () => {
  const sheet = await office.ask('getReturnSheet', at)
  expect(sheet.may.receive).toBe(true)
  await expect(station.ask('receiveReturn', { ...at, body: { version: sheet.version } })).rejects.toEqual(refused(403, 'returns.own-sheet'))
  await expect(other.ask('getReturnSheet', at)).rejects.toEqual(refused(404, 'record.not-found'))
  await expect(other.ask('listReturnRecords', { params: { id: gulou.id, line: 'joined' }, query: {} })).rejects.toEqual(
    refused(404, 'record.not-found'),
  )
  const complete = async () => (await office.ask('getFigure', { params: { code: 'returns-complete' }, query: { ...month } })).parts!.numerator
  expect(await complete()).toBe(1)
  const back = await office.ask('sendReturnBack', { ...at, body: { version: sheet.version, because: '会员数请与名册核对' } })
  expect(back).toMatchObject({ state: 'sent-back', because: '会员数请与名册核对' })
  expect(await complete()).toBe(0)
  await expect(office.ask('receiveReturn', { ...at, body: { version: sheet.version } })).rejects.toEqual(refused(409, 'returns.not-from-here'))
  const mine = await station.ask('getReturnSheet', at)
  expect(mine.clock).not.toBeNull()
  const once = await station.ask('handInReturn', { ...at, body: asCounted(mine) })
  await station.ask('recallReturn', { ...at, body: { version: once.version, because: '还有一处要改' } })
  const last = await station.ask('getReturnSheet', at)
  const both = [station.ask('handInReturn', { ...at, body: asCounted(last) }), worker.ask('handInReturn', { ...at, body: asCounted(last) })]
  expect((await Promise.allSettled(both)).map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  const received = await office.ask('receiveReturn', { ...at, body: { version: (await office.ask('getReturnSheet', at)).version } })
  expect(received).toMatchObject({ state: 'received', may: { recall: false, receive: false } })
  expect(await complete()).toBe(1)
})

test('a unit without anything to report says so in one step; whoever is missing is reminded; the sheet of all can be taken along', async () => {
  const { rows } = await union.owner.query<{ id: string; name: string }>(
    `select s.id, o.name from returns.sheet s join organisations.org o on o.id = s.org_id where s.round_id = $1 and s.state = 'open' order by o.name`,
    [round],
  )
  let nil
  for (const r of rows) {
    const sheet = await office.ask('getReturnSheet', { params: { id: r.id } })
    if (sheet.lines.every((l) => l.kind === 'stock' || (l.counted ?? 0) === 0)) nil = sheet
  }
  expect(nil).toBeDefined()
  const admin = await union.as('zuzhi')
  expect(await admin.ask('handInReturn', { params: { id: nil!.id }, body: asCounted(nil!) })).toMatchObject({ nil: true, state: 'handed-in' })
  expect((await office.ask('getReturnRound', { params: { id: round } })).round).toMatchObject({ nil: 1, handedIn: 2 })

  const reminded = await office.ask('remindReturns', { params: { id: round } })
  expect(reminded.units).toBeGreaterThan(10)
  const inbox = await other.ask('listMyMessages', { query: {} })
  expect(inbox.rows.some((m) => m.title.zh.startsWith('催报'))).toBe(true)

  const answer = await office.send({ method: 'GET', url: `/api/returns/rounds/${round}/export` })
  const file = path.join(union.folder, 'round.xlsx')
  writeFileSync(file, answer.rawPayload)
  const lines = await textsOf(file, '汇总表')
  // A head, where each column is from, every unit, the sum and what the system counts.
  expect(lines).toHaveLength(2 + rows.length + 1 + 2)
  expect(lines.at(-2)![1]).toBe(`2/${rows.length + 1}`)
  expect(lines[0]).toContain('03 发展会员（人）')
})

test('a form that was opened once goes on by itself with the next period, and only such a form', async () => {
  await union.owner.query('update returns.round set from_on = from_on - 1, to_on = to_on - 1')
  await returnsTasks.openReturns!({}, { ...union.building, owner: null as never })
  const { rows } = await office.ask('listReturnRounds', { query: {} })
  expect(rows.map((r) => r.form)).toEqual(['town-monthly', 'town-monthly'])
})
