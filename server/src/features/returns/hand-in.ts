import type { Answers } from '@gongyou/contract/forms/field.ts'
import { type ReturnForm, figureLinesOf } from '@gongyou/contract/returns/form.ts'
import { reportsSomething } from '@gongyou/contract/returns/questions.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clocksOf, continueClockOf, isRunning, startClock, stopClock } from '../clocks/index.ts'
import type { Catalogue } from '../statistics/index.ts'
import { kindOf } from '@gongyou/contract/kit/figure.ts'
import { periodName } from '@gongyou/contract/returns/period.ts'
import { type SheetRow, findSheet } from './access.ts'
import { type CountedLine, countLines, linesOf } from './lines.ts'
import { askedIn, keepAnswers, readAnswers } from './questions.ts'
import { isIn } from './sheet.ts'

export type Told = { code: string; counted: number | null; told: number | null; because: string }
type Given = { version: number; lines: readonly Told[]; answers: Answers; nil: boolean }

/** Locks the sheet in the version that was seen: of two who act at once, the second is told. */
const take = async (work: Work, id: string, version: number, change: Record<string, unknown>) => {
  const done = await work.tx
    .updateTable('returns.sheet')
    .set({ ...change, version: version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
}

const runningClock = async (work: Work, id: string) => (await clocksOf(work, [id])).get(id)?.find(isRunning)

/** The told lines in the order of the form; each must be there, stand beside what is counted now, and say why where it differs. */
const checked = (form: ReturnForm, told: readonly Told[], counted: ReadonlyMap<string, number | null>) => {
  const said = new Map(told.map((l) => [l.code, l]))
  const faults: { path: string; message: string }[] = []
  const lines = figureLinesOf(form).map(({ code }) => {
    const line = said.get(code)
    if (!line) throw refuse('returns.line-missing', { fields: [{ path: code, message: '请填写' }] })
    if (line.counted !== counted.get(code)) throw refuse('returns.numbers-moved')
    if (line.told !== line.counted && line.because.length < 2) faults.push({ path: code, message: '与系统数不同，请写明原因' })
    return line
  })
  if (faults.length > 0) throw refuse('returns.reason-missing', { fields: faults })
  return lines
}

/** Nothing happened: every line that counts what happens says nought. A stock is no happening. */
const nothingTold = (ofForm: readonly CountedLine[], told: readonly Told[]) =>
  ofForm.every(({ f }, i) => kindOf(f) === 'stock' || (told[i]!.told ?? 0) === 0)

const dataOf = (row: SheetRow, form: ReturnForm) => ({ form: form.code, every: form.every, town: row.town })

/** Hands a sheet in: what was counted and what was told are kept side by side. */
export const handIn = async (work: Work, catalogue: Catalogue, id: string, given: Given) => {
  const row = await findSheet(work, id)
  if (!row.standing.fills) throw refuse('right.missing')
  if (isIn(row.state)) throw refuse('returns.not-from-here')
  const form = row.definition as ReturnForm
  const ofForm = await linesOf(work, catalogue, form)
  const lines = checked(form, given.lines, await countLines(work, ofForm, row))
  const [filling, changed] = [row.filling + 1, lines.filter((l) => l.told !== l.counted).length]
  const asked = askedIn(form, ofForm)
  const nought = nothingTold(ofForm, lines)
  if (given.nil && !nought) throw refuse('returns.not-nil')
  const answers = readAnswers(asked, given.answers, new Map(lines.map((l) => [l.code, l.told])), { today: work.today, nil: given.nil })
  const nil = nought && !reportsSomething(asked, answers)
  const clock = await runningClock(work, id)
  const timely = row.timely ?? (clock === undefined || work.today <= clock.dueOn)
  const act = work.ledger.act({
    kind: 'return.handed-in',
    subject: id,
    org: row.org_id,
    day: row.to_on,
    data: { ...dataOf(row, form), timely: String(timely), nil: String(nil), changed },
  })
  await take(work, id, given.version, {
    state: 'handed-in',
    filling,
    changed,
    nil,
    timely,
    counted_at: work.at,
    handed_in_by: work.by.personId,
    because: '',
    act_id: act,
  })
  if (lines.length > 0)
    await work.tx
      .insertInto('returns.line')
      .values(lines.map((l) => ({ region: work.region, sheet_id: id, filling, line: l.code, counted: l.counted, told: l.told, because: l.because })))
      .execute()
  await keepAnswers(work, id, filling, answers)
  if (clock) await stopClock(work, clock.id, 'done')
}

const takeOut = async (work: Work, row: SheetRow, version: number, state: 'open' | 'sent-back', because: string) => {
  await take(work, row.id, version, { state, because, act_id: null, came_back_at: work.at })
  work.ledger.act({ kind: 'return.came-back', subject: row.id, org: row.org_id, day: row.to_on, reverses: row.act_id!, data: { state, because } })
}

/** Whoever handed it in takes it back to correct it; its clock goes on as if it had rested. */
export const recall = async (work: Work, id: string, given: { version: number; because: string }) => {
  const row = await findSheet(work, id)
  if (!row.standing.fills) throw refuse('right.missing')
  if (row.state !== 'handed-in') throw refuse('returns.not-from-here')
  await takeOut(work, row, given.version, 'open', given.because)
  await continueClockOf(work, { kind: 'return', id }, 'hand-in', given.because)
}

const mustReceive = (row: SheetRow) => {
  if (!row.standing.receives) throw refuse('returns.own-sheet')
  if (row.state !== 'handed-in') throw refuse('returns.not-from-here')
}

export const receive = async (work: Work, id: string, given: { version: number }) => {
  const row = await findSheet(work, id)
  mustReceive(row)
  await take(work, id, given.version, { state: 'received' })
  work.ledger.act({ kind: 'return.received', subject: id, org: row.org_id })
}

/** Sent back with the reason; the unit has days of its own to hand it in again. */
export const sendBack = async (work: Work, id: string, given: { version: number; because: string }) => {
  const row = await findSheet(work, id)
  mustReceive(row)
  const form = row.definition as ReturnForm
  await takeOut(work, row, given.version, 'sent-back', given.because)
  await startClock(work, {
    subject: { kind: 'return', id },
    label: `${periodName(form.every, { from: row.from_on }).zh}${form.title.zh} · ${row.org}`,
    link: `/console/returns/${id}`,
    organisation: row.org_id,
    owner: { right: 'returns.fill' },
    rule: 'return_again',
    duty: 'hand-in-again',
  })
}
