import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { periodName } from '@gongyou/contract/returns/period.ts'
import type { Look } from '../../kit/db/database.ts'
import { clocksOf, isRunning } from '../clocks/index.ts'
import type { Catalogue } from '../statistics/index.ts'
import { type SheetRow, findSheet } from './access.ts'
import { countLines, countYearBefore, describeLine, linesOf, sinceThen } from './lines.ts'
import { answersOf, askedIn, lastAnswers, viewQuestion } from './questions.ts'

const toldOf = async (look: Look, row: SheetRow) => {
  const rows = await look.db
    .selectFrom('returns.line')
    .select(['line', 'counted', 'told', 'because'])
    .where('region', '=', look.region)
    .where('sheet_id', '=', row.id)
    .where('filling', '=', row.filling)
    .execute()
  return new Map(rows.map((r) => [r.line, r]))
}

const nameOf = async (look: Look, person: string | null) =>
  person === null
    ? null
    : ((await look.db.selectFrom('people.person').select('name').where('region', '=', look.region).where('id', '=', person).executeTakeFirst())
        ?.name ?? null)

export const isIn = (state: string) => state === 'handed-in' || state === 'received'

/** A sheet as it is filled in, or as it was handed in with what has changed since. */
export const viewSheet = async (look: Look, catalogue: Catalogue, row: SheetRow): Promise<ReturnSheet> => {
  const form = row.definition as ReturnForm
  const inNow = isIn(row.state)
  const told = await toldOf(look, row)
  const ofForm = await linesOf(look, catalogue, form)
  const counted = inNow ? undefined : await countLines(look, ofForm, row)
  const before = await countYearBefore(look, ofForm, row)
  const lines = []
  for (const one of ofForm) {
    const { code } = one.line
    const said = told.get(code)
    lines.push({
      ...describeLine(form, one),
      lastYear: before.get(code) ?? null,
      counted: counted ? (counted.get(code) ?? null) : (said?.counted ?? null),
      told: said?.told ?? null,
      because: said?.because ?? '',
      ...(await sinceThen(look, catalogue, one, row, inNow ? row.counted_at : null)),
    })
  }
  const asked = askedIn(form, ofForm)
  const answers = asked.length > 0 ? await answersOf(look, row.id, row.filling) : new Map()
  const last = asked.length > 0 && !inNow ? await lastAnswers(look, row) : undefined
  const clock = (await clocksOf(look, [row.id])).get(row.id)?.[0]
  const { fills, receives } = row.standing
  return {
    id: row.id,
    round: row.round_id,
    form: form.code,
    formNumber: form.number,
    title: form.title,
    period: periodName(form.every, { from: row.from_on }),
    from: row.from_on,
    to: row.to_on,
    org: { id: row.org_id, name: row.org },
    state: row.state as ReturnSheet['state'],
    nil: row.nil,
    timely: row.timely,
    dueOn: clock?.dueOn ?? null,
    clock: clock && isRunning(clock) ? clock.id : null,
    handedInAt: inNow ? (row.counted_at?.toISOString() ?? null) : null,
    handedInBy: inNow ? await nameOf(look, row.handed_in_by) : null,
    because: row.because,
    version: row.version,
    lines,
    questions: asked.map((q) => viewQuestion(form, q, answers.get(q.code), last)),
    reported: row.reported_on === null ? null : { on: row.reported_on, to: row.reported_to! },
    may: {
      handIn: fills && !inNow,
      recall: fills && row.state === 'handed-in',
      receive: receives && row.state === 'handed-in',
    },
  }
}

export const sheetPage = async (look: Look, catalogue: Catalogue, id: string) => viewSheet(look, catalogue, await findSheet(look, id))
