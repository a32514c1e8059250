import { calendarOf } from '@gongyou/contract/kit/clock/calendar.ts'
import { leftOf } from '@gongyou/contract/kit/clock/left.ts'
import type { WarnPoint } from '@gongyou/contract/kit/clock/stages.ts'
import { dayWords, stateWords } from '@gongyou/contract/kit/clock/words.ts'
import { dueStateOf } from '@gongyou/contract/kit/clock/left.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { tell } from '../notices/index.ts'
import { daysOf } from './calendar.ts'
import { type SubjectPeople, openAddressBook } from './recipients.ts'
import { type ClockRow, limitOf, pausesOf, stagesOfRow } from './row.ts'

/** Setting: clocks handled in one transaction. */
export const sweepRound = 200

const speaking = (work: Work, most: number) =>
  work.tx
    .selectFrom('clocks.clock')
    .selectAll()
    .where('region', '=', work.region)
    .where('next_warning_at', '<=', work.at)
    .orderBy('next_warning_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

type Spoken = { id: string; warned: WarnPoint[]; next: Date | null }

/** One line and one link: what is due, of which record, when. */
const noticeOf = (row: ClockRow, point: WarnPoint, toHead: boolean, where: Text) => {
  const name = row.name as Text
  const overdue = point === 'overdue'
  const [zh, en] = overdue ? (toHead ? ['逾期督办', 'Overdue, for you to see to'] : ['已经逾期', 'Overdue']) : ['时限提醒', 'Time limit']
  const day = dayWords(row.due_on)
  return {
    kind: overdue ? 'clock-overdue' : 'clock',
    title: { zh: `${zh}：${name.zh} ${where.zh}`, en: `${en}: ${name.en}, ${where.en.toLowerCase()}` },
    body: { zh: `${row.label}，${day.zh}到期。`, en: `${row.label}, due on ${day.en}.` },
    link: row.link,
  }
}

/**
 * Lets the clocks speak whose time has come, one round. A clock that has passed several stages says the most urgent one.
 * Rows another process has in hand are skipped, so each stage is said once. Gives how many clocks spoke.
 */
export const sweepClocks = async (work: Work, most = sweepRound, people: SubjectPeople = {}) => {
  const rows = await speaking(work, most)
  if (rows.length === 0) return 0
  const calendar = calendarOf(await daysOf(work))
  const book = openAddressBook(work, people)
  const spoken: Spoken[] = []
  for (const row of rows) {
    const stages = stagesOfRow(row, pausesOf(row), calendar).filter((s) => !row.warned.includes(s.point))
    const passed = stages.filter((s) => s.at <= work.at)
    const urgent = passed.at(-1)
    spoken.push({ id: row.id, warned: passed.map((s) => s.point), next: stages.find((s) => s.at > work.at)?.at ?? null })
    if (!urgent) continue
    const due = { on: row.due_on, at: row.due_at }
    const state = dueStateOf({ dueOn: due.on, dueAt: due.at, soonAt: row.soon_at, paused: false, outcome: null }, work.at)
    const where = stateWords(state, leftOf(due, limitOf(row).unit, row.by_hour, work.at, calendar))
    const owners = await book.ownersOf(row)
    for (const person of owners) await tell(work, person, noticeOf(row, urgent.point, false, where))
    if (urgent.point === 'overdue')
      for (const person of await book.headsOf(row, owners)) await tell(work, person, noticeOf(row, urgent.point, true, where))
  }
  await markSpoken(work, spoken)
  return rows.length
}

const markSpoken = (work: Work, spoken: readonly Spoken[]) =>
  sql`update clocks.clock c set warned = c.warned || s.warned, next_warning_at = s.next
        from jsonb_to_recordset(${JSON.stringify(spoken)}::jsonb) as s(id uuid, warned text[], next timestamptz)
       where c.region = ${work.region} and c.id = s.id`.execute(work.tx)
