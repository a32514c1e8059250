import { afterEach, expect, test } from 'vitest'
import { newId } from '../../kit/ids.ts'
import { clocksIn, travelTo } from '../../test/clocks.ts'
import { aUnion } from '../../test/union.ts'
import {
  clocksOf,
  explain,
  extendClock,
  handClock,
  pauseClock,
  pauseClocksOf,
  resumeClock,
  resumeClocksOf,
  setClockByHand,
  startClock,
  stopClock,
  stopClocksOf,
} from './index.ts'

const union = await aUnion({ people: 20 })
const { write, read, byRule, byLimit, rowOf, gulou, accountOf } = await clocksIn(union)

let back = () => {}
const at = (instant: string) => {
  back()
  back = travelTo(instant)
}
afterEach(() => {
  back()
  back = () => {}
})
const changesOf = async (id: string) =>
  (await union.owner.query('select kind from clocks.clock_change where clock_id = $1 order by at, id', [id])).rows.map((r) => r.kind)

test('a clock of a rule starts with the terms of that day, an act and its warnings', async () => {
  at('2026-11-02T10:00:00+08:00')
  const subject = { kind: 'organisation', id: newId() }
  const clock = await byRule('mediation_15d', { subject })
  expect(clock).toMatchObject({ dueOn: '2026-11-17', fresh: true, uncertain: [] })
  const row = await rowOf(clock.id)
  expect(row).toMatchObject({ rule_code: 'mediation_15d', rule_revision: 1, amount: 15, unit: 'calendar_days', warned: [], version: 1 })
  expect(row.next_warning_at.toISOString()).toBe('2026-11-10T00:00:00.000Z')
  const { rows } = await union.owner.query('select kind, data from ledger.act where subject_id = $1', [subject.id])
  expect(rows).toMatchObject([{ kind: 'clock.started', data: { clock: clock.id, duty: 'mediation_15d', due: '2026-11-17', rule: 'mediation_15d' } }])
})

test('started again while it runs, it is the same clock; afterwards a new one', async () => {
  at('2026-11-02T10:00:00+08:00')
  const subject = { kind: 'organisation', id: newId() }
  const first = await byRule('arb_accept', { subject })
  at('2026-11-03T10:00:00+08:00')
  expect(await byRule('arb_accept', { subject })).toEqual({ ...first, fresh: false })
  expect((await changesOf(first.id)).length).toBe(1)
  await write((work) => stopClock(work, first.id, 'done'))
  expect((await byRule('arb_accept', { subject })).id).not.toBe(first.id)
})

test('two requests that start the same clock at once make one', async () => {
  const subject = { kind: 'organisation', id: newId() }
  const both = await Promise.all([byRule('arb_accept', { subject }), byRule('arb_accept', { subject })])
  expect(both[0].id).toBe(both[1].id)
  expect(both.filter((c) => c.fresh)).toHaveLength(1)
})

test('what cannot be counted is refused in words', async () => {
  await expect(byRule('no_such_rule')).rejects.toMatchObject({ code: 'clocks.no-such-rule' })
  await expect(byRule('pay_order')).rejects.toMatchObject({ code: 'clocks.no-limit' })
  await expect(byRule('hotline_due')).rejects.toMatchObject({ code: 'clocks.date-needed' })
  await expect(byRule('hotline_due', { start: '2026-11-20', printedDue: '2026-11-18' })).rejects.toMatchObject({ code: 'clocks.date-too-early' })
})

test('a printed date is taken as it is, to the minute where one is printed', async () => {
  at('2026-11-02T10:00:00+08:00')
  const byDay = await byRule('hotline_due', { printedDue: '2026-11-08' })
  expect(byDay).toMatchObject({ dueOn: '2026-11-08', uncertain: [] })
  const toTheMinute = await byRule('hotline_due', { printedDue: new Date('2026-11-05T18:00:00+08:00') })
  expect(toTheMinute.dueAt.toISOString()).toBe('2026-11-05T10:00:00.000Z')
  const why = await read((look) => explain(look, toTheMinute.id))
  expect(why).toMatchObject({ byHand: true, lines: [], due: { dueAt: '2026-11-05T10:00:00.000Z', left: { unit: 'hours', amount: 80 } } })
  await expect(write((work) => pauseClock(work, byDay.id, { because: '等材料' }))).rejects.toMatchObject({ code: 'clocks.cannot-pause' })
})

test('a pause gives its days back, and a second pause or resume changes nothing', async () => {
  at('2026-11-02T10:00:00+08:00')
  const { id } = await byLimit({ amount: 10, unit: 'working_days', direction: 'after', roll: 'none' })
  expect((await rowOf(id)).due_on).toBe('2026-11-16')
  at('2026-11-05T10:00:00+08:00')
  await write((work) => pauseClock(work, id, { because: '等待补正材料' }))
  await write((work) => pauseClock(work, id, { because: '等待补正材料' }))
  expect(await rowOf(id)).toMatchObject({ next_warning_at: null, version: 2 })
  at('2026-11-12T10:00:00+08:00')
  await write((work) => resumeClock(work, id))
  await write((work) => resumeClock(work, id))
  // Five working days stood still: the 5th, 6th, 9th, 10th, 11th.
  expect(await rowOf(id)).toMatchObject({ due_on: '2026-11-23', paused_at: null, version: 3 })
  const why = await read((look) => explain(look, id))
  expect(why.lines.filter((l) => l.why === 'paused').map((l) => l.on)).toEqual(['05', '06', '07', '08', '09', '10', '11'].map((d) => `2026-11-${d}`))
  expect(why.lines.filter((l) => l.nth !== null)).toHaveLength(10)
  expect(why.agrees).toBe(true)
  expect(await changesOf(id)).toEqual(['started', 'paused', 'resumed'])
})

test('an extension stays within the rule and says how much is left', async () => {
  at('2026-11-02T10:00:00+08:00')
  const { id } = await byRule('nef_mediation')
  await write((work) => extendClock(work, id, { amount: 10, because: '双方同意' }))
  expect(await rowOf(id)).toMatchObject({ due_on: '2026-11-27', extended: 10 })
  await expect(write((work) => extendClock(work, id, { amount: 6, because: '再延' }))).rejects.toMatchObject({
    code: 'clocks.extension-too-long',
    message: '最多可延长 15 日，已延长 10 日，本次最多再延 5 日',
  })
  await expect(write((work) => extendClock(work, id, { amount: 0, because: '再延' }))).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(write((work) => extendClock(work, id, { amount: 1, because: '再延', version: 1 }))).rejects.toMatchObject({ code: 'record.changed' })
  const fixed = await byRule('mediation_15d')
  await expect(write((work) => extendClock(work, fixed.id, { amount: 1, because: '再延' }))).rejects.toMatchObject({ code: 'clocks.not-extendable' })
  at('2026-11-28T00:00:00+08:00')
  await expect(write((work) => extendClock(work, id, { amount: 1, because: '再延' }))).rejects.toMatchObject({ code: 'clocks.already-over' })
})

test('only the hand makes a date earlier, and says why', async () => {
  at('2026-11-02T10:00:00+08:00')
  const { id } = await byRule('nef_mediation')
  await write((work) => setClockByHand(work, id, { due: '2026-11-10', because: '当事人要求提前' }))
  const why = await read((look) => explain(look, id))
  expect(why).toMatchObject({ byHand: true, due: { dueOn: '2026-11-10' } })
  expect(why.changes.at(-1)).toMatchObject({ kind: 'set_by_hand', from: '2026-11-17', to: '2026-11-10', because: '当事人要求提前' })
  await write((work) => pauseClock(work, id, { because: '等待鉴定' }))
  at('2026-11-05T10:00:00+08:00')
  await write((work) => resumeClock(work, id))
  expect((await rowOf(id)).due_on).toBe('2026-11-13')
  await write((work) => extendClock(work, id, { amount: 2, because: '双方同意' }))
  // The 15th is a Sunday.
  expect((await rowOf(id)).due_on).toBe('2026-11-16')
  await expect(write((work) => setClockByHand(work, id, { due: '2026-10-01', because: '写错' }))).rejects.toMatchObject({
    code: 'clocks.date-too-early',
  })
})

test('the end says whether it was met; nothing can be done to it afterwards', async () => {
  at('2026-11-02T10:00:00+08:00')
  const [met, missed, dropped] = [await byRule('arb_accept'), await byRule('arb_accept'), await byRule('arb_accept')]
  at('2026-11-09T23:59:00+08:00')
  await write((work) => stopClock(work, met.id, 'done'))
  await write((work) => stopClock(work, dropped.id, 'cancelled'))
  at('2026-11-10T00:00:00+08:00')
  await write((work) => stopClock(work, missed.id, 'done'))
  await write((work) => stopClock(work, met.id, 'cancelled'))
  expect(await Promise.all([met, missed, dropped].map(async (c) => (await rowOf(c.id)).outcome))).toEqual(['met', 'missed', 'cancelled'])
  await expect(write((work) => pauseClock(work, met.id, { because: '等材料' }))).rejects.toMatchObject({ code: 'clocks.stopped' })
  await expect(write((work) => handClock(work, met.id, { owner: { right: 'people.edit' } }))).rejects.toMatchObject({ code: 'clocks.stopped' })
})

test('the clocks of records come in one question, running ones first, with words for each', async () => {
  at('2026-11-02T10:00:00+08:00')
  const [a, b] = [newId(), newId()]
  const subject = { kind: 'organisation', id: a }
  const five = await byRule('arb_accept', { subject })
  await byRule('mediation_15d', { subject })
  await write((work) => stopClocksOf(work, subject, 'done', { duties: ['arb_accept'] }))
  await byRule('petition_object', { subject })
  await byRule('congress_papers', { subject: { kind: 'organisation', id: b }, start: '2026-11-20' })
  const found = await read((look) => clocksOf(look, [a, b, newId()]))
  expect([...found.keys()].sort()).toEqual([a, b].sort())
  expect(found.get(a)!.map((c) => [c.duty, c.state, c.left])).toEqual([
    ['petition_object', 'calm', { amount: 5, unit: 'working_days' }],
    ['mediation_15d', 'calm', { amount: 15, unit: 'calendar_days' }],
    ['arb_accept', 'met', null],
  ])
  expect(found.get(a)![2]!.id).toBe(five.id)
  expect(found.get(b)).toMatchObject([{ dueOn: '2026-11-13', state: 'calm', mayPause: false }])
  await write((work) => pauseClocksOf(work, subject, { because: '等待材料' }))
  expect((await read((look) => clocksOf(look, [a]))).get(a)!.map((c) => c.state)).toEqual(['paused', 'paused', 'met'])
  await write((work) => resumeClocksOf(work, subject))
  at('2026-11-09T08:00:00+08:00')
  expect((await read((look) => clocksOf(look, [a]))).get(a)![0]!.state).toBe('today')
  at('2026-11-10T08:00:00+08:00')
  expect((await read((look) => clocksOf(look, [a]))).get(a)![0]).toMatchObject({ state: 'overdue', left: { amount: -1, unit: 'working_days' } })
})

test('a clock that reaches into a year without holidays says so', async () => {
  at('2026-12-21T10:00:00+08:00')
  const clock = await byRule('authority_reply')
  expect(clock.uncertain).toEqual([2027])
  expect((await read((look) => explain(look, clock.id))).uncertain).toEqual([2027])
})

test('a limit in no rule needs its own terms; its owner may be one account', async () => {
  at('2026-11-02T10:00:00+08:00')
  const account = await accountOf('shegong')
  const clock = await write((work) =>
    startClock(work, {
      subject: { kind: 'organisation', id: newId() },
      label: '回访',
      link: '/console/',
      organisation: gulou,
      owner: { account },
      duty: 'return_visit',
      limit: { amount: 3, unit: 'working_days', direction: 'after', roll: 'none', name: { zh: '回访', en: 'Return visit' } },
    }),
  )
  expect(clock.dueOn).toBe('2026-11-05')
  await write((work) => handClock(work, clock.id, { owner: { right: 'membership.decide' } }))
  await write((work) => handClock(work, clock.id, { owner: { right: 'membership.decide' } }))
  expect(await changesOf(clock.id)).toEqual(['started', 'handed'])
})

test('the history of a clock cannot be rewritten by the application', async () => {
  for (const text of [
    'update clocks.clock_change set because = $1',
    'delete from clocks.clock_change',
    'update clocks.rule set amount = 1',
    'delete from clocks.calendar_change',
  ])
    await expect(union.db.pool.query(text, text.includes('$1') ? ['x'] : []), text).rejects.toMatchObject({ code: '42501' })
})
