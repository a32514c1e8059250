import { holidayYears } from '@gongyou/contract/clocks/holidays.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { afterEach, expect, test } from 'vitest'
import type { Workshop } from '../../kit/jobs/tasks.ts'
import { newId } from '../../kit/ids.ts'
import { clocksIn, travelTo } from '../../test/clocks.ts'
import { aUnion, region } from '../../test/union.ts'
import { explain, pauseClock, resumeClock, setClockByHand, stopClock } from './index.ts'
import { clocksTasks } from './tasks.ts'

const union = await aUnion({ people: 20 })
const { write, read, byRule, byLimit, rowOf } = await clocksIn(union)
let admin = await union.as('guanli')

let back = () => {}
// A session does not last for months: whoever travels signs in anew.
const at = async (instant: string) => {
  back()
  back = travelTo(instant)
  admin = await union.as('guanli')
}
afterEach(() => {
  back()
  back = () => {}
})

type Kind = 'holiday' | 'workday'
const off = (name: string, from: string, days: number) =>
  Array.from({ length: days }, (_, i) => ({ on: addDays(from, i), kind: 'holiday' as Kind, name }))
const newYear2027 = [...off('元旦', '2027-01-01', 3), { on: '2027-01-09', kind: 'workday' as Kind, name: '元旦调休上班' }]
const draftOf = async (year: number, days: { on: string; kind: Kind; name: string }[], version = 0) =>
  admin.ask('saveCalendarDraft', {
    params: { year: String(year) },
    body: { days, source: '国务院办公厅关于2027年部分节假日安排的通知', because: '新一年的安排已公布', version },
  })
const preview = (year: number) => admin.ask('previewCalendar', { params: { year: String(year) } })
const apply = (year: number, digest: string) => admin.ask('applyCalendar', { params: { year: String(year) }, body: { digest } })

test('the years of the release are there with their source, and only the keepers may change them', async () => {
  const year = await admin.ask('getCalendarYear', { params: { year: '2026' } })
  expect(year.days).toHaveLength(39)
  expect(year.days[0]).toMatchObject({ on: '2026-01-01', kind: 'holiday', name: '元旦', source: holidayYears[1]!.source })
  expect(year).toMatchObject({ draft: null, mayEdit: true })
  const gulou = await union.as('gulou')
  expect(await gulou.ask('getCalendarYear', { params: { year: '2026' } })).toMatchObject({ mayEdit: false })
  await expect(gulou.ask('previewCalendar', { params: { year: '2026' } })).rejects.toMatchObject({ status: 403 })
})

test('a draft is refused in words where days do not fit', async () => {
  const day = (on: string, kind: Kind = 'holiday') => ({ on, kind, name: '试' })
  await expect(draftOf(2028, [day('2027-12-31')])).rejects.toMatchObject({ problem: { code: 'clocks.day-of-other-year' } })
  await expect(draftOf(2028, [day('2028-01-01'), day('2028-01-01')])).rejects.toMatchObject({ problem: { code: 'clocks.day-twice' } })
  await expect(draftOf(2028, [day('2028-01-03', 'workday')])).rejects.toMatchObject({ problem: { code: 'clocks.not-a-weekend' } })
  await expect(preview(2028)).rejects.toMatchObject({ problem: { code: 'clocks.no-draft' } })
})

test('two editors do not overwrite each other', async () => {
  expect(await draftOf(2029, off('元旦', '2029-01-01', 1))).toEqual({ version: 1 })
  await expect(draftOf(2029, [])).rejects.toMatchObject({ problem: { code: 'record.changed' } })
  expect(await draftOf(2029, [], 1)).toEqual({ version: 2 })
  await expect(draftOf(2029, [], 1)).rejects.toMatchObject({ problem: { code: 'record.changed' } })
  await admin.ask('dropCalendarDraft', { params: { year: '2029' } })
  expect((await admin.ask('getCalendarYear', { params: { year: '2029' } })).draft).toBe(null)
})

test('a new year moves the open clocks it reaches as previewed, and no other', async () => {
  await at('2026-12-21T10:00:00+08:00')
  const subject = { kind: 'organisation', id: newId() }
  const working = await byRule('authority_reply', { subject })
  // Due on Sunday 3 January: rolled to Monday without a calendar, still Monday with it.
  const rolled = await byLimit({ amount: 13, unit: 'calendar_days', direction: 'after', roll: 'working_day' })
  const short = await byRule('arb_accept')
  const stopped = await byRule('authority_reply')
  await write((work) => stopClock(work, stopped.id, 'done'))
  const byHand = await byRule('authority_reply')
  await write((work) => setClockByHand(work, byHand.id, { due: '2027-01-06', because: '领导要求' }))
  const paused = await byRule('authority_reply')
  await write((work) => pauseClock(work, paused.id, { because: '等待材料' }))
  await at('2026-12-23T10:00:00+08:00')
  await write((work) => resumeClock(work, paused.id))
  const standing = await byRule('authority_reply')
  await write((work) => pauseClock(work, standing.id, { because: '等待材料' }))
  expect((await rowOf(working.id)).due_on).toBe('2027-01-11')
  // The first day does not count anyway, so the pause took one day.
  expect((await rowOf(paused.id)).due_on).toBe('2027-01-12')

  // 1 January off, Saturday 9 January worked: the two cancel out from the 9th on, so these clocks keep their day.
  await draftOf(2027, newYear2027)
  expect(await preview(2027)).toMatchObject({ count: 0, added: newYear2027, removed: [] })
  const more = [...off('元旦', '2027-01-01', 3), ...off('试验', '2027-01-04', 1)]
  await draftOf(2027, more, 1)
  const seen = await preview(2027)
  expect(seen.moves.map((m) => [m.id, m.from, m.to]).sort()).toEqual(
    [
      [working.id, '2027-01-11', '2027-01-13'],
      [paused.id, '2027-01-12', '2027-01-14'],
      [standing.id, '2027-01-13', '2027-01-15'],
      [rolled.id, '2027-01-04', '2027-01-05'],
    ].sort(),
  )
  expect(seen).toMatchObject({
    count: 4,
    earlier: 0,
    byDuty: [
      { duty: 'authority_reply', count: 3 },
      { duty: 'own', count: 1 },
    ],
  })
  expect(await apply(2027, seen.digest)).toEqual({ moved: 4, pending: false })

  expect(await rowOf(working.id)).toMatchObject({ due_on: '2027-01-13', uncertain: [] })
  expect((await rowOf(standing.id)).next_warning_at).toBe(null)
  for (const [clock, due] of [
    [short, '2026-12-28'],
    [stopped, '2027-01-11'],
    [byHand, '2027-01-06'],
  ] as const)
    expect((await rowOf(clock.id)).due_on).toBe(due)
  const why = await read((look) => explain(look, working.id))
  expect(why.agrees).toBe(true)
  expect(why.lines.find((l) => l.on === '2027-01-01')).toMatchObject({ why: 'holiday', name: '元旦' })
  expect(why.changes.at(-1)).toMatchObject({ kind: 'moved_by_calendar', from: '2027-01-11', to: '2027-01-13', because: '新一年的安排已公布' })
  const year = await admin.ask('getCalendarYear', { params: { year: '2027' } })
  expect(year).toMatchObject({ draft: null, changes: [{ added: 4, removed: 0, moved: 4, by: '贺云舟' }] })
  expect(year.changes[0]!.finishedAt).not.toBe(null)

  // Taking a day away again moves them back: the one way a clock moves to an earlier day.
  await draftOf(2027, off('元旦', '2027-01-01', 3))
  const again = await preview(2027)
  expect(again).toMatchObject({ count: 4, earlier: 4 })
  await apply(2027, again.digest)
  expect((await rowOf(working.id)).due_on).toBe('2027-01-12')
  expect((await rowOf(rolled.id)).due_on).toBe('2027-01-04')
})

test('what was not previewed is not applied', async () => {
  await at('2026-12-21T10:00:00+08:00')
  await byRule('petition_reply')
  await draftOf(2027, [...off('元旦', '2027-01-01', 3), ...off('试验', '2027-01-05', 1)])
  const seen = await preview(2027)
  expect(seen.count).toBeGreaterThan(0)
  await byRule('petition_reply')
  await expect(apply(2027, seen.digest)).rejects.toMatchObject({ status: 409, problem: { code: 'clocks.preview-stale' } })
  const fresh = await preview(2027)
  expect(fresh.count).toBe(seen.count + 1)
  const both = await Promise.allSettled([apply(2027, fresh.digest), apply(2027, fresh.digest)])
  expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  await expect(apply(2027, fresh.digest)).rejects.toMatchObject({ problem: { code: 'clocks.no-draft' } })
})

test('a clock that was still counted by the old calendar while the new one was applied is found by the job', async () => {
  await at('2026-12-21T10:00:00+08:00')
  const clock = await byRule('legal_aid_bj', { start: '2027-02-10' })
  expect(clock.dueOn).toBe('2027-02-17')
  const days = (await admin.ask('getCalendarYear', { params: { year: '2027' } })).days.map(({ on, kind, name }) => ({ on, kind, name }))
  await draftOf(2027, [...days, ...off('春节', '2027-02-11', 7)])
  const seen = await preview(2027)
  await apply(2027, seen.digest)
  expect((await rowOf(clock.id)).due_on).toBe('2027-02-24')
  // As if a command under way had written the old date after all.
  await union.owner.query("update clocks.clock set due_on = '2027-02-17', due_at = '2027-02-18T00:00:00+08:00' where id = $1", [clock.id])
  const { rows } = await union.owner.query('select id from clocks.calendar_change where year = 2027 order by id desc limit 1')
  const workshop = { ...union.building, owner: undefined } as unknown as Workshop
  await clocksTasks({}).moveClocks!({ change: rows[0].id }, workshop)
  expect((await rowOf(clock.id)).due_on).toBe('2027-02-24')
  const { rows: jobs } = await union.owner.query("select count(*)::int as n from ledger.outbox where task = 'moveClocks' and region = $1", [region])
  expect(jobs[0].n).toBeGreaterThan(0)
})

test('more clocks than one command takes are moved by the job, each once', async () => {
  await at('2026-12-21T10:00:00+08:00')
  const { id } = await byRule('inspection_case', { start: '2027-03-01' })
  const copied = (
    await union.owner.query(
      "select string_agg(column_name, ',') as list from information_schema.columns where table_schema = 'clocks' and table_name = 'clock' and column_name not in ('id', 'subject_id')",
    )
  ).rows[0].list as string
  await union.owner.query(
    `insert into clocks.clock (id, subject_id, ${copied}) select gen_random_uuid(), gen_random_uuid(), ${copied} from clocks.clock, generate_series(1, 2099) where id = $1`,
    [id],
  )
  const { days } = await admin.ask('getCalendarYear', { params: { year: '2027' } })
  await draftOf(2027, [...days.map(({ on, kind, name }) => ({ on, kind, name })), ...off('清明节', '2027-04-05', 1)])
  const seen = await preview(2027)
  expect(seen).toMatchObject({ count: 2100, byDuty: [{ duty: 'inspection_case', count: 2100 }] })
  expect(seen.moves).toHaveLength(200)
  expect(await apply(2027, seen.digest)).toEqual({ moved: 2000, pending: true })
  const { rows } = await union.owner.query('select c.id from clocks.calendar_change c order by id desc limit 1')
  const workshop = { ...union.building, owner: undefined } as unknown as Workshop
  await clocksTasks({}).moveClocks!({ change: rows[0].id }, workshop)
  await clocksTasks({}).moveClocks!({ change: rows[0].id }, workshop)
  expect((await admin.ask('getCalendarYear', { params: { year: '2027' } })).changes.find((c) => c.id === rows[0].id)).toMatchObject({ moved: 2100 })
  const { rows: moved } = await union.owner.query("select due_on, count(*)::int as n from clocks.clock where duty = 'inspection_case' group by 1")
  expect(moved).toEqual([{ due_on: seen.moves[0]!.to, n: 2100 }])
  const { rows: acts } = await union.owner.query(
    "select count(*)::int as n from ledger.act where kind = 'clock.moved-by-calendar' and data ->> 'duty' = 'inspection_case'",
  )
  expect(acts[0].n).toBe(2100)
})
