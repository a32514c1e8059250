import { rules } from '@gongyou/contract/clocks/rules.ts'
import { afterEach, expect, test } from 'vitest'
import { seedClocks } from './index.ts'
import { clocksIn, travelTo } from '../../test/clocks.ts'
import { aUnion, region } from '../../test/union.ts'

const union = await aUnion({ people: 20 })
const { byRule, gulou, orgOf } = await clocksIn(union)
const admin = await union.as('guanli')
let back = () => {}
afterEach(() => {
  back()
  back = () => {}
})

const ruleNamed = async (code: string) => (await admin.ask('listRules', { query: {} })).rows.find((r) => r.code === code)!
const revise = async (code: string, more: object) => {
  const { revisions } = await admin.ask('getRule', { params: { code } })
  const { amount, unit, direction, roll, extension, warn, source, mark, note, name, begins, revision, validFrom } = revisions[0]!
  return admin.ask('reviseRule', {
    params: { code },
    body: {
      amount,
      unit,
      direction,
      roll,
      extension,
      warn,
      source,
      mark,
      note,
      name,
      begins,
      validFrom,
      after: revision,
      because: '法律修订',
      ...more,
    },
  })
}

test('every rule of the release is there in its order, and seeding again adds nothing', async () => {
  const { rows } = await admin.ask('listRules', { query: {} })
  expect(rows.map((r) => r.code)).toEqual(rules.map((r) => r.code))
  await seedClocks(union.owner, region)
  expect((await union.owner.query('select count(*)::int as n from clocks.rule')).rows[0].n).toBe(rules.length)
  const { rows: days } = await union.owner.query('select count(*)::int as n from clocks.holiday')
  await union.owner.query("delete from clocks.holiday where falls_on = '2026-06-19'")
  await seedClocks(union.owner, region)
  expect((await union.owner.query('select count(*)::int as n from clocks.holiday')).rows[0].n).toBe(days[0].n - 1)
})

test('a revision begins on its day; running clocks keep the one they began with', async () => {
  back = travelTo('2026-11-21T10:00:00+08:00')
  const running = await byRule('employer_reply_15d')
  expect(await revise('employer_reply_15d', { amount: 10, unit: 'working_days', roll: 'none', validFrom: '2026-12-01' })).toEqual({
    revision: 2,
    running: 1,
  })
  expect(await ruleNamed('employer_reply_15d')).toMatchObject({ revision: 1, amount: 15, upcoming: '2026-12-01', running: 1 })
  expect((await byRule('employer_reply_15d', { start: '2026-11-30' })).dueOn).toBe('2026-12-15')
  expect((await byRule('employer_reply_15d', { start: '2026-12-01' })).dueOn).toBe('2026-12-15')
  expect((await byRule('employer_reply_15d', { start: '2026-12-01' })).dueOn).not.toBe(running.dueOn)
  const { revisions } = await admin.ask('getRule', { params: { code: 'employer_reply_15d' } })
  expect(revisions.map((r) => [r.revision, r.amount, r.running, r.by])).toEqual([
    [2, 10, 2, '贺云舟'],
    [1, 15, 2, null],
  ])
})

test('a revision is refused where it does not fit, comes too early or twice', async () => {
  await expect(revise('arb_sue', { amount: 5000 })).rejects.toMatchObject({ status: 400 })
  await expect(revise('arb_sue', { amount: 3, unit: 'none' })).rejects.toMatchObject({ status: 400 })
  await expect(revise('arb_sue', { warn: ['sometimes'] })).rejects.toMatchObject({ status: 400 })
  await expect(revise('arb_sue', { validFrom: '1999-01-01' })).rejects.toMatchObject({ problem: { code: 'clocks.revision-not-newer' } })
  const both = await Promise.allSettled([revise('arb_sue', { amount: 20, after: 1 }), revise('arb_sue', { amount: 25, after: 1 })])
  expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { problem: { code: 'record.changed' } } })
  const gulou = await union.as('gulou')
  await expect(gulou.ask('reviseRule', { params: { code: 'arb_sue' }, body: {} as never })).rejects.toMatchObject({ status: 403 })
  expect((await gulou.ask('listRules', { query: {} })).mayEdit).toBe(false)
})

test('a date can be tried by rule or by a limit of one’s own', async () => {
  const gulou = await union.as('gulou')
  const byRuleTried = await gulou.ask('tryDate', { query: { start: '2026-09-29', rule: 'legal_aid_bj' } })
  expect(byRuleTried).toMatchObject({ on: '2026-10-12', at: null, revision: 1, uncertain: [] })
  expect(byRuleTried.lines).toHaveLength(14)
  const hours = await gulou.ask('tryDate', { query: { start: '2026-11-20', time: '22:30', amount: '2', unit: 'hours' } as never })
  expect(hours).toMatchObject({ on: '2026-11-21', at: '2026-11-20T16:30:00.000Z' })
  const paused = { start: '2026-11-02', amount: '10', unit: 'working_days', pausedFrom: '2026-11-05', pausedUntil: '2026-11-12' } as never
  expect(await gulou.ask('tryDate', { query: paused })).toMatchObject({ on: '2026-11-23' })
  await expect(gulou.ask('tryDate', { query: { start: '2026-11-20', rule: 'nothing' } })).rejects.toMatchObject({
    problem: { code: 'clocks.no-such-rule' },
  })
  await expect(gulou.ask('tryDate', { query: { start: '2026-11-20' } })).rejects.toMatchObject({ status: 400 })
  await expect(gulou.ask('tryDate', { query: { start: '2026-11-20', amount: '500', unit: 'years' } as never })).rejects.toMatchObject({ status: 400 })
})

test('why this date? is answered to whoever may see the record, and to nobody else', async () => {
  const clock = await byRule('union_setup_help', { subject: { kind: 'organisation', id: gulou } })
  const [near, far] = [await union.as('gulou'), await union.as('guoyuan')]
  expect(await near.ask('explainClock', { params: { id: clock.id } })).toMatchObject({
    label: '办件 2026-0012',
    rule: { code: 'union_setup_help', revision: 1, mark: 'L' },
    changes: [{ kind: 'started' }],
  })
  await expect(far.ask('explainClock', { params: { id: clock.id } })).rejects.toMatchObject({ status: 404 })
  const unanswered = await byRule('union_setup_help', { subject: { kind: 'nothing', id: await orgOf('果园街道总工会') } })
  await expect(admin.ask('explainClock', { params: { id: unanswered.id } })).rejects.toMatchObject({ status: 404 })
})
