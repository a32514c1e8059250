import { afterEach, expect, test } from 'vitest'
import { newId } from '../../kit/ids.ts'
import { clocksIn, travelTo } from '../../test/clocks.ts'
import { aUnion } from '../../test/union.ts'
import { warnOfMissingYear } from './empty-year.ts'
import { extendClock, pauseClock, resumeClock, stopClock } from './index.ts'
import { sweepClocks } from './sweep.ts'

const union = await aUnion({ people: 20 })
const { write, byRule, messagesOf, rowOf, accountOf } = await clocksIn(union)
const sweep = () => write((work) => sweepClocks(work))

let back = () => {}
const at = (instant: string) => {
  back()
  back = travelTo(instant)
}
afterEach(() => {
  back()
  back = () => {}
})

test('a clock speaks once at each stage, to those who have the right there, and overdue to the head as well', async () => {
  const label = `办件 ${newId()}`
  at('2026-11-02T10:00:00+08:00')
  const { id } = await byRule('mediation_15d', { label })
  const said = async () => (await messagesOf(label)).map((m) => [m.login, m.title])
  await sweep()
  expect(await said()).toEqual([])
  at('2026-11-10T08:00:00+08:00')
  await sweep()
  await sweep()
  // Station head and social worker of the street both decide there; nobody of another street is told.
  const half = '时限提醒：达成调解协议，期满可申请仲裁 还剩 7 天'
  expect(await said()).toEqual([
    ['gulou', half],
    ['gulouzhuxi', half],
    ['shegong', half],
  ])
  // The machines stood still over the four fifths: only the more urgent stage is said.
  at('2026-11-16T08:00:00+08:00')
  await sweep()
  expect((await said()).slice(3).map(([, title]) => title)).toEqual([
    '时限提醒：达成调解协议，期满可申请仲裁 还剩 1 天',
    '时限提醒：达成调解协议，期满可申请仲裁 还剩 1 天',
    '时限提醒：达成调解协议，期满可申请仲裁 还剩 1 天',
  ])
  at('2026-11-17T09:00:00+08:00')
  await sweep()
  expect((await said()).slice(6).map(([, title]) => title)).toEqual([
    '时限提醒：达成调解协议，期满可申请仲裁 今天到期',
    '时限提醒：达成调解协议，期满可申请仲裁 今天到期',
    '时限提醒：达成调解协议，期满可申请仲裁 今天到期',
  ])
  at('2026-11-18T07:00:00+08:00')
  await sweep()
  expect(await said()).toHaveLength(9)
  at('2026-11-18T08:00:00+08:00')
  await sweep()
  const overdue = (await messagesOf(label)).slice(9)
  // The station head is an owner himself, so the overdue clock goes above him.
  expect(overdue.map((m) => [m.login, m.kind, m.title.slice(0, 4)]).sort()).toEqual([
    ['gulou', 'clock-overdue', '已经逾期'],
    ['gulouzhuxi', 'clock-overdue', '已经逾期'],
    ['lingdao', 'clock-overdue', '逾期督办'],
    ['shegong', 'clock-overdue', '已经逾期'],
  ])
  expect(await rowOf(id)).toMatchObject({ next_warning_at: null, warned: ['50%', '80%', 'day_before', 'due_day', 'overdue'] })
})

test('an account that owns the clock is told alone, and its station head when it is overdue', async () => {
  const label = `办件 ${newId()}`
  at('2026-11-02T10:00:00+08:00')
  await byRule('arb_accept', { label, owner: { account: await accountOf('shegong') } })
  at('2026-11-09T08:00:00+08:00')
  await sweep()
  expect((await messagesOf(label)).map((m) => m.login)).toEqual(['shegong'])
  at('2026-11-10T08:00:00+08:00')
  await sweep()
  expect(
    (await messagesOf(label))
      .slice(1)
      .map((m) => [m.login, m.title.slice(0, 4)])
      .sort(),
  ).toEqual([
    ['gulou', '逾期督办'],
    ['gulouzhuxi', '逾期督办'],
    ['shegong', '已经逾期'],
  ])
})

test('two processes sweeping at once give one notice', async () => {
  const labels = Array.from({ length: 30 }, () => `办件 ${newId()}`)
  at('2026-11-02T10:00:00+08:00')
  const owner = { account: await accountOf('shegong') }
  for (const label of labels) await byRule('mediation_15d', { label, owner })
  at('2026-11-10T08:00:00+08:00')
  const small = () => write((work) => sweepClocks(work, 7))
  const spoke = await Promise.all(Array.from({ length: 8 }, small))
  expect(spoke.filter((n) => n > 0).length).toBeGreaterThan(1)
  while ((await small()) > 0);
  for (const label of labels) expect(await messagesOf(label)).toHaveLength(1)
})

test('what is paused or stopped keeps silent; after an extension the stages of the new date are said', async () => {
  const [paused, stopped, longer] = [`办件 ${newId()}`, `办件 ${newId()}`, `办件 ${newId()}`]
  const owner = { account: await accountOf('shegong') }
  at('2026-11-02T10:00:00+08:00')
  const [a, b, c] = [
    await byRule('nef_mediation', { label: paused, owner }),
    await byRule('nef_mediation', { label: stopped, owner }),
    await byRule('nef_mediation', { label: longer, owner }),
  ]
  await write((work) => pauseClock(work, a.id, { because: '等待材料' }))
  await write((work) => stopClock(work, b.id, 'done'))
  at('2026-11-17T09:00:00+08:00')
  await sweep()
  expect([(await messagesOf(paused)).length, (await messagesOf(stopped)).length, (await messagesOf(longer)).length]).toEqual([0, 0, 1])
  await write((work) => extendClock(work, c.id, { amount: 15, because: '双方同意' }))
  await sweep()
  expect(await messagesOf(longer)).toHaveLength(1)
  at('2026-12-02T09:00:00+08:00')
  await sweep()
  expect((await messagesOf(longer)).map((m) => m.title.split(' ').at(-1))).toEqual(['今天到期', '今天到期'])
  await write((work) => resumeClock(work, a.id))
  await sweep()
  expect(await messagesOf(paused)).toHaveLength(0)
})

test('from November on those who keep the calendar hear once a month that next year is missing', async () => {
  const missing = async () => {
    const { rows } = await union.owner.query(
      "select a.login, m.title ->> 'zh' as title from notices.message m join accounts.account a on a.person_id = m.person_id where m.kind = 'calendar-missing' order by m.created_at, a.login",
    )
    return rows.map((r) => `${r.login} ${r.title}`)
  }
  const warn = () => write(warnOfMissingYear)
  at('2026-10-31T09:00:00+08:00')
  await warn()
  expect(await missing()).toEqual([])
  at('2026-11-01T09:00:00+08:00')
  await Promise.all([warn(), warn()])
  await warn()
  expect(await missing()).toEqual(['bangong', 'guanli', 'zhuren'].map((who) => `${who} 2027 年的节假日还没有录入`))
  const admin = await union.as('guanli')
  expect((await admin.ask('getCalendarYear', { params: { year: '2026' } })).missing).toBe(2027)
  at('2026-12-01T09:00:00+08:00')
  await warn()
  expect(await missing()).toHaveLength(6)
  await union.owner.query("insert into clocks.holiday values (110118, '2027-01-01', 'holiday', '元旦', '通知')")
  at('2027-01-02T09:00:00+08:00')
  await warn()
  expect(await missing()).toHaveLength(6)
})
