import type { Answers } from '@gongyou/contract/forms/field.ts'
import { type ReturnForm, type QuestionLine, isQuestion, questionsOf } from '@gongyou/contract/returns/form.ts'
import { periodName } from '@gongyou/contract/returns/period.ts'
import { type Asked, type Bound, checkQuestions } from '@gongyou/contract/returns/questions.ts'
import type { ReturnSheetQuestion } from '@gongyou/contract/returns/routes.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'
import { type CountedLine, labelOf } from './lines.ts'

export type AskedLine = Asked & { line: QuestionLine }

/** The questions of a form, bounds with the names of the lines that bound them. */
export const askedIn = (form: ReturnForm, ofForm: readonly CountedLine[]): AskedLine[] => {
  const bound = (code: string | undefined): Bound | null => {
    const line = form.lines.find((l) => l.code === code)
    if (!line) return null
    return { code: line.code, label: isQuestion(line) ? line.asks.label : labelOf(ofForm.find((o) => o.line.code === code)!) }
  }
  return questionsOf(form).map((line) => ({
    line,
    code: line.code,
    field: line.asks,
    always: line.always ?? false,
    notMoreThan: bound(line.notMoreThan),
    notLessThan: bound(line.notLessThan),
  }))
}

/** What a unit answered, tidied; refused with every fault beside its question. */
export const readAnswers = (
  asked: readonly Asked[],
  given: Answers,
  told: ReadonlyMap<string, number | null>,
  how: { today: string; nil: boolean },
): Answers => {
  const { answers, faults } = checkQuestions(asked, given, (code) => told.get(code), how)
  if (faults.length > 0) throw refuse('returns.answers-wrong', { fields: fieldsOf(faults, 'answers.') })
  return answers
}

export const keepAnswers = async (work: Work, sheet: string, filling: number, answers: Answers) => {
  const rows = Object.entries(answers)
  if (rows.length === 0) return
  await work.tx
    .insertInto('returns.answer')
    .values(
      rows.map(([line, answer]) => ({
        region: work.region,
        sheet_id: sheet,
        filling,
        line,
        answer: JSON.stringify(answer),
        answered_by: work.by.personId,
        answered_at: work.at,
      })),
    )
    .execute()
}

type Kept = { answer: string | number; by: string | null; at: Date }

/** The answers of one filling, with who typed them and when. */
export const answersOf = async (look: Look, sheet: string, filling: number): Promise<ReadonlyMap<string, Kept>> => {
  const rows = await look.db
    .selectFrom('returns.answer as a')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.answered_by'))
    .select(['a.line', 'a.answer', 'a.answered_at', 'p.name'])
    .where('a.region', '=', look.region)
    .where('a.sheet_id', '=', sheet)
    .where('a.filling', '=', filling)
    .execute()
  return new Map(rows.map((r) => [r.line, { answer: r.answer as string | number, by: r.name, at: r.answered_at }]))
}

type Last = { answers: ReadonlyMap<string, Kept>; from: string }

/** What the unit answered in the last period before this one that it handed in: a proposal, never an answer. */
export const lastAnswers = async (look: Look, at: { org_id: string; form: string; from_on: string }): Promise<Last | undefined> => {
  const before = await look.db
    .selectFrom('returns.sheet as s')
    .innerJoin('returns.round as r', (j) => j.onRef('r.region', '=', 's.region').onRef('r.id', '=', 's.round_id'))
    .select(['s.id', 's.filling', 'r.from_on'])
    .where('s.region', '=', look.region)
    .where('s.org_id', '=', at.org_id)
    .where('s.act_id', 'is not', null)
    .where('r.form', '=', at.form)
    .where('r.from_on', '<', at.from_on)
    .orderBy('r.from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return before && { answers: await answersOf(look, before.id, before.filling), from: before.from_on }
}

const stillFits = (line: QuestionLine, answer: string | number) =>
  line.asks.kind === 'choice' ? line.asks.options.some((o) => o.code === answer) : (line.asks.kind === 'number') === (typeof answer === 'number')

/** A question as the sheet shows it. */
export const viewQuestion = (form: ReturnForm, q: AskedLine, kept: Kept | undefined, last: Last | undefined): ReturnSheetQuestion => {
  const { line, ...asked } = q
  const before = last?.answers.get(q.code)
  return {
    ...asked,
    number: line.number,
    at: form.lines.indexOf(line),
    section: line.section ?? null,
    answer: kept?.answer ?? null,
    by: kept?.by ?? null,
    answeredAt: kept?.at.toISOString() ?? null,
    last: last && before && stillFits(line, before.answer) ? { answer: before.answer, period: periodName(form.every, { from: last.from }) } : null,
  }
}

/** An answer as it is read: what was chosen by its name. */
export const sayAnswer = (line: QuestionLine, answer: string | number) => {
  const option = line.asks.kind === 'choice' ? line.asks.options.find((o) => o.code === answer) : undefined
  return option ? option.label : { zh: String(answer), en: String(answer) }
}

/** One question over the units within reach whose sheets are in. */
export const answersTo = (look: Look, round: string, lines: readonly string[]) =>
  look.db
    .selectFrom('returns.answer as a')
    .innerJoin('returns.sheet as s', (j) =>
      j.onRef('s.region', '=', 'a.region').onRef('s.id', '=', 'a.sheet_id').onRef('s.filling', '=', 'a.filling'),
    )
    .where('a.region', '=', look.region)
    .where('s.round_id', '=', round)
    .where('s.act_id', 'is not', null)
    .where(sql<boolean>`a.line = any(${[...lines]}::text[])`)
