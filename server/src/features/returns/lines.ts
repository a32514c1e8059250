import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { type FigureLine, type ReturnForm, figureLinesOf } from '@gongyou/contract/returns/form.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Asked, type Catalogue, changesSince, figuresOf, valuesMany, yearBefore } from '../statistics/index.ts'

export type Where = { org_id: string; from_on: string; to_on: string }
/** A line of a form with the figure it counts. */
export type CountedLine = { line: FigureLine; f: FigureDeclaration }

export const askedOf = (line: FigureLine, at: Where): Asked => ({ from: at.from_on, to: at.to_on, org: at.org_id, where: line.where })

/** The lines of a form that are figures; one that was retired since the period was opened is counted to its end. */
export const linesOf = async (look: Look, catalogue: Catalogue, form: ReturnForm): Promise<CountedLine[]> => {
  const figures = new Map((await figuresOf(look, catalogue, 'with-retired')).map((f) => [f.code, f]))
  return figureLinesOf(form).map((line) => {
    const f = figures.get(line.figure)
    if (!f) throw refuse('statistics.no-such-figure')
    return { line, f }
  })
}

/** What the records of a unit and of everything beneath it come to, whoever looks: who may see a sheet may see its numbers. */
export const countLines = async (look: Look, lines: readonly CountedLine[], at: Where): Promise<Map<string, number | null>> => {
  const values = await valuesMany(
    look,
    lines.map(({ line, f }) => ({ f, asked: askedOf(line, at) })),
  )
  return new Map(lines.map(({ line }, i) => [line.code, values[i]!.value]))
}

/** The same a year before. */
export const countYearBefore = (look: Look, lines: readonly CountedLine[], at: Where) =>
  countLines(look, lines, { ...at, from_on: yearBefore(at.from_on), to_on: yearBefore(at.to_on) })

export const labelOf = ({ line, f }: CountedLine) => line.label ?? f.name

/** How a line is called and counted, and where it stands in the form. */
export const describeLine = (form: ReturnForm, one: CountedLine) => {
  const { line, f } = one
  const { zh, en } = units[f.unit]
  return {
    code: line.code,
    number: line.number,
    at: form.lines.indexOf(line),
    section: line.section ?? null,
    label: labelOf(one),
    figure: f.code,
    where: line.where ?? null,
    kind: kindOf(f),
    unitName: { zh, en },
    definition: f.definition,
  }
}

/** Records that came to a line, or left it, since the sheet was handed in. */
export const sinceThen = async (look: Look, catalogue: Catalogue, { line, f }: CountedLine, at: Where, moment: Date | null) => {
  if (!moment) return { added: 0, removed: 0 }
  const { added, removed } = await changesSince(look, catalogue, f, askedOf(line, at), moment)
  return { added, removed }
}
