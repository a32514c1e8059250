import { type QuestionLine, type ReturnForm, questionsOf } from '@gongyou/contract/returns/form.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { unitsOf } from './access.ts'
import { roundOf } from './lists.ts'
import { answersTo, sayAnswer } from './questions.ts'

/** A number is said for the unit and all beneath it, as figures are: where the unit above has answered, it speaks for those. */
const amount = (counting: RawBuilder<boolean>) =>
  sql<number>`(sum((a.answer #>> '{}')::numeric) filter (where jsonb_typeof(a.answer) = 'number' and ${counting}))::float8`
const codesOf = (lines: readonly QuestionLine[]) => lines.map((l) => l.code)

/** How many units chose each option: every unit for itself. */
const chosenIn = async (look: Look, round: string, questions: readonly QuestionLine[]) => {
  const choices = questions.filter((q) => q.asks.kind === 'choice')
  if (choices.length === 0) return []
  const option = sql<string>`a.answer #>> '{}'`
  return answersTo(look, round, codesOf(choices))
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .select(['a.line', option.as('option'), sql<number>`count(*)::int`.as('units')])
    .groupBy(['a.line', option])
    .execute()
}

/** What the units typed: numbers added up where that says something, choices counted, texts only numbered. None of it is a figure. */
export const typedOf = async (look: Look, form: ReturnForm, round: string, counting: RawBuilder<boolean>) => {
  const questions = questionsOf(form)
  if (questions.length === 0) return []
  const rows = await answersTo(look, round, codesOf(questions))
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .select(['a.line', sql<number>`count(*)::int`.as('answered'), amount(counting).as('sum')])
    .groupBy('a.line')
    .execute()
  const found = new Map(rows.map((r) => [r.line, r]))
  const chosen = await chosenIn(look, round, questions)
  return questions.map(({ code, number, asks, apart }) => ({
    code,
    number,
    label: asks.label,
    kind: asks.kind as 'number' | 'choice' | 'text',
    unitName: asks.kind === 'number' ? (asks.unit ?? null) : null,
    answered: found.get(code)?.answered ?? 0,
    sum: asks.kind === 'number' && !apart ? (found.get(code)?.sum ?? 0) : null,
    chosen:
      asks.kind === 'choice'
        ? asks.options.map((o) => ({ label: o.label, units: chosen.find((c) => c.line === code && c.option === o.code)?.units ?? 0 }))
        : [],
  }))
}

/** Every answer to one question, by the name of the unit, with who typed it and when. */
export const answersOfLine = async (look: Look, at: { id: string; line: string }, page: { after?: string | undefined; limit: number }) => {
  const { form } = await roundOf(look, at.id)
  const line = questionsOf(form).find((q) => q.code === at.line)
  if (!line) throw refuse('record.not-found')
  const cut = page.after?.lastIndexOf('|') ?? -1
  const [name, id] = cut > 0 ? [page.after!.slice(0, cut), page.after!.slice(cut + 1)] : []
  const rows = await answersTo(look, at.id, [at.line])
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.org_id'))
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.answered_by'))
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .$if(name !== undefined, (q) => q.where(sql<boolean>`(o.name, s.id::text) > (${name}, ${id})`))
    .select(['s.id', 'o.id as org', 'o.name', 'a.answer', 'a.answered_at', 'p.name as by'])
    .orderBy('o.name')
    .orderBy(sql`s.id::text`)
    .limit(page.limit + 1)
    .execute()
  const last = rows[page.limit - 1]
  return {
    rows: rows.slice(0, page.limit).map((r) => ({
      sheet: r.id,
      org: { id: r.org, name: r.name },
      answer: sayAnswer(line, r.answer as string | number),
      by: r.by,
      at: r.answered_at.toISOString(),
    })),
    next: rows.length > page.limit && last ? `${last.name}|${last.id}` : null,
  }
}
