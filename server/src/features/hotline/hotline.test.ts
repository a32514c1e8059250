import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHotline, said, send, workbook } from '../../test/orders.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const { office, gulou, today, orgNamed, station, root, line, enter, seen, step, reply, ratesSeen, records } = await aHotline(union)
const head = await union.as('zhuren')
const guoyuan = await union.as('guoyuan')
const leader = await union.as('lingdao')
const auditor = await union.as('jingshen')
const rights = await union.as('quanyi')

const openThere = async (who: typeof gulou) => (await who.ask('getFigure', { params: { code: 'cases-open' }, query: {} })).value!

test('the whole way: imported, assigned, answered by the station, checked, answered in time, called back, closed', async () => {
  const before = await ratesSeen(office)
  const [openHere, openBefore] = [await openThere(gulou), await openThere(office)]
  const id = await enter({ order: 'RX-WHOLE-1' })
  const page = await seen(office, id)
  expect(page).toMatchObject({
    title: 'RX-WHOLE-1 · 欠薪与加班费 · 云岭食品有限公司',
    channel: 'import',
    stateCode: 'received',
    dueOn: addDays(today, 5),
  })
  expect(page.next.map((n) => n.code)).toEqual(['assign', 'object'])
  await expect(seen(gulou, id)).rejects.toMatchObject({ status: 404 })
  await step(office, id, 'assign', { unit: { id: station.id, name: station.name } })
  // The limit is the station's now: it owes, and it hears of it.
  const owed = await union.owner.query('select organisation_id, owner_right from clocks.clock where subject_id = $1', [id])
  expect(owed.rows).toEqual([{ organisation_id: (await orgNamed('鼓楼街道总工会')).id, owner_right: 'cases.handle' }])
  expect((await gulou.ask('listQueue', { query: {} })).rows.map((r) => r.id)).toContain(id)
  expect([await openThere(gulou), await openThere(office)]).toEqual([openHere + 1, openBefore + 1])
  await step(gulou, id, 'answer', { contactedOn: today, answer: '已联系，正在核实。' })
  await step(office, id, 'improve', {}, '请写明支付日期')
  await step(gulou, id, 'answer', { contactedOn: today, answer: '单位已于今日支付。' })
  const answered = await step(office, id, 'reply')
  expect(answered).toMatchObject({ stateCode: 'answered', dueOn: null })
  expect(answered.official.map((o) => o.title)).toEqual([expect.stringContaining('通知单'), expect.stringContaining('RX-WHOLE-1')])
  const issuers = await union.owner.query('select distinct org_id from papers.paper where subject_id = $1', [id])
  expect(issuers.rows).toEqual([{ org_id: root.id }])
  const closed = await step(office, id, 'calledBack', said('yes', 'yes', 'yes'))
  expect(closed).toMatchObject({ outcome: { zh: '已答复' }, next: [] })
  const kept = await union.owner.query('select in_time from hotline.order where case_id = $1', [id])
  expect(kept.rows).toEqual([{ in_time: true }])
  // What was given to the station is closed there: no stock is left below what it was, nowhere.
  expect([await openThere(gulou), await openThere(office)]).toEqual([openHere, openBefore])
  const after = await ratesSeen(office)
  expect(after.received - before.received).toBe(1)
  expect(after.closed - before.closed).toBe(1)
  expect(after.answeredInTime.yes - before.answeredInTime.yes).toBe(1)
  expect(after.satisfied.of - before.satisfied.of).toBe(1)
})

test('an objection that the hotline accepts sends the order back, one that it does not keeps it here', async () => {
  const [kept, lost] = [await enter(), await enter()]
  const before = await ratesSeen(office)
  for (const id of [kept, lost]) await step(office, id, 'object', { objection: '属区人社局职责' })
  expect(await step(office, kept, 'objectionKept')).toMatchObject({ stateCode: 'returned', outcome: { zh: '非本会职责' } })
  expect(await step(office, lost, 'objectionLost')).toMatchObject({ stateCode: 'received' })
  expect((await ratesSeen(office)).notOurs - before.notOurs).toBe(1)
  expect((await records(office, { about: 'notOurs' })).map((r) => r.case)).toContain(kept)
  expect((await seen(office, lost)).next.map((n) => n.code)).toContain('assign')
})

test('an answer after the printed date is counted late, and a later one does not mend it', async () => {
  const before = await ratesSeen(office)
  const id = await enter({ received: addDays(today, -9), due: addDays(today, -2) })
  expect((await seen(office, id)).due).toBe('overdue')
  await reply(id)
  await step(office, id, 'again', said('yes', 'no', 'no'), '回访未解决')
  await step(gulou, id, 'answer', { contactedOn: today, answer: '已再次协调。' })
  await step(office, id, 'reply')
  const after = await ratesSeen(office)
  expect(after.answeredInTime.of - before.answeredInTime.of).toBe(1)
  expect(after.answeredInTime.yes).toBe(before.answeredInTime.yes)
  expect((await records(office, { about: 'answered', answer: 'no' })).map((r) => r.case)).toContain(id)
  expect((await union.owner.query('select in_time from hotline.order where case_id = $1', [id])).rows).toEqual([{ in_time: false }])
})

test('handled again only where the caller was not helped; opened again soon after closing is counted', async () => {
  const id = await enter()
  await reply(id)
  await expect(step(office, id, 'again', said('yes', 'yes', 'yes'))).rejects.toMatchObject({ problem: { code: 'cases.condition-not-met' } })
  const before = await ratesSeen(office)
  await step(office, id, 'again', said('yes', 'yes', 'no'), '不满意')
  await step(gulou, id, 'answer', { contactedOn: today, answer: '已上门说明。' })
  await step(office, id, 'reply')
  await step(office, id, 'calledBack', said('yes', 'yes', 'yes'))
  const after = await ratesSeen(office)
  expect(after.handledAgain - before.handledAgain).toBe(1)
  expect(after.calledBack - before.calledBack).toBe(2)
  await head.ask('reopenCase', { params: { id }, body: { version: (await seen(head, id)).version, why: '诉求人再次来电' } as never })
  expect((await ratesSeen(office)).reopenedWithin30Days - after.reopenedWithin30Days).toBe(1)
  expect((await records(office, { about: 'reopened' })).map((r) => r.case)).toContain(id)
})

test('more time: asked with a reason by the station, granted by the office, within the limit of the rule', async () => {
  const due = addDays(today, 5)
  const id = await enter({ due })
  await step(office, id, 'assign', { unit: { id: station.id, name: station.name } })
  const page = await seen(gulou, id)
  expect(page.ways).toContain('extend')
  expect(page.clocks[0]).toMatchObject({ duty: 'printed', dueOn: due, mayExtend: 15 })
  const ask = (amount: number, version: number) =>
    gulou.ask('askExtension', {
      params: { id },
      body: { version, clock: page.clocks[0]!.id, amount, why: '单位负责人外出，需现场核实' } as never,
    })
  await expect(ask(16, page.version)).rejects.toMatchObject({ problem: { code: 'cases.extension-too-long' } })
  await ask(5, page.version)
  const asked = await seen(office, id)
  expect(asked.ways).toContain('decideExtension')
  await office.ask('decideExtension', { params: { id }, body: { version: asked.version, grant: true, said: '同意' } as never })
  const after = await seen(gulou, id)
  expect(after.dueOn! >= addDays(due, 5)).toBe(true)
  expect(after.clocks[0]!.mayExtend).toBe(10)
  const plain = await enter({ due: '' })
  expect((await seen(office, plain)).clocks[0]).toMatchObject({ duty: 'ordinary', mayExtend: 15 })
})

test('an order that names an hour is due at that hour, and stays so when it is given more days', async () => {
  const due = addDays(today, 5)
  const id = await enter({ due: `${due} 18：00` })
  await step(office, id, 'assign', { unit: { id: station.id, name: station.name } })
  const page = await seen(gulou, id)
  expect(page.clocks[0]).toMatchObject({ duty: 'printed', dueOn: due, dueAt: new Date(`${due}T18:00:00+08:00`).toISOString(), mayExtend: 15 })
  const body = { version: page.version, clock: page.clocks[0]!.id, amount: 3, why: '单位负责人外出，需现场核实' }
  await gulou.ask('askExtension', { params: { id }, body: body as never })
  const asked = await seen(office, id)
  await office.ask('decideExtension', { params: { id }, body: { version: asked.version, grant: true, said: '同意' } as never })
  const [clock] = (await seen(gulou, id)).clocks
  expect(clock!.dueOn >= addDays(due, 3)).toBe(true)
  expect(clock!.dueAt).toBe(new Date(`${clock!.dueOn}T18:00:00+08:00`).toISOString())
})

test('nobody reached: no rate, and no nought either', async () => {
  const fresh = (await orgNamed('檀营地区总工会')) ?? (await orgNamed('果园街道总工会'))
  const scope = { org: fresh.id, source: '12351' }
  expect((await ratesSeen(office, scope)).satisfied).toEqual({ yes: 0, of: 0, rate: null, unreached: 0 })
  const id = await enter({ source: '12351' })
  await step(office, id, 'assign', { unit: { id: fresh.id, name: fresh.name } })
  // Nobody of that town has an account: the rights department of the district stands in.
  await step(rights, id, 'answer', { contactedOn: today, answer: '已答复。' })
  await step(office, id, 'reply')
  await step(office, id, 'calledBack', said('unreached', 'unreached', 'unreached'))
  const of = await ratesSeen(office, scope)
  expect(of.satisfied).toEqual({ yes: 0, of: 0, rate: null, unreached: 1 })
  expect(of).toMatchObject({ calledBack: 1, handledAgain: 0, answeredInTime: { yes: 1, of: 1, rate: 1 } })
  expect((await records(office, { ...scope, about: 'satisfied', answer: 'unreached' })).map((r) => r.case)).toEqual([id])
})

test('rights: only the district imports; each sees the rates of its own part', async () => {
  const bytes = await workbook([line()])
  expect(await send(gulou, bytes)).toMatchObject({ status: 403, problem: { code: 'hotline.district-only' } })
  expect((await send(auditor, bytes)).status).toBe(403)
  const [whole, town] = [await ratesSeen(leader), await ratesSeen(guoyuan)]
  expect(town.received).toBeLessThan(whole.received)
  for (const r of await records(guoyuan, { about: 'received' })) expect(r.org.name).toContain('果园')
  await expect(records(office, { about: 'received', answer: 'yes' })).rejects.toMatchObject({ status: 400 })
})

test('every number is as long as its list', async () => {
  const { rows: orgs } = await union.owner.query<{ id: string }>(
    "select id from organisations.org where parent_id is null or name like '%街道总工会'",
  )
  const speakers = [office, gulou, guoyuan, auditor]
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
          expect(await length(about, 'reached')).toBe(r[about].of)
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
