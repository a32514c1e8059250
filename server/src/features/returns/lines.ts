import { kindOf } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import type { ReturnForm, ReturnLine } from '@gongyou/contract/returns/form.ts'
import type { Look } from '../../kit/db/database.ts'
import { type Asked, type Catalogue, changesSince, countedValueOf, figureOf, yearBefore } from '../statistics/index.ts'

export type Where = { org_id: string; from_on: string; to_on: string }

export const askedOf = (line: ReturnLine, at: Where): Asked => ({ from: at.from_on, to: at.to_on, org: at.org_id, where: line.where })

export const lineFigure = async (look: Look, catalogue: Catalogue, line: ReturnLine) => figureOf(look, catalogue, line.figure)

/** What the records of a unit and of everything beneath it come to, whoever looks: who may see a sheet may see its numbers. */
export const countLine = async (look: Look, catalogue: Catalogue, line: ReturnLine, at: Where) =>
  (await countedValueOf(look, await lineFigure(look, catalogue, line), askedOf(line, at), 'all')).value

/** The lines of a sheet that nobody has filled in yet: everything is there already. */
export const countLines = async (look: Look, catalogue: Catalogue, form: ReturnForm, at: Where) => {
  const counted = new Map<string, number | null>()
  for (const line of form.lines) counted.set(line.code, await countLine(look, catalogue, line, at))
  return counted
}

/** How a line is called and counted, and what the same was a year before. */
export const describeLine = async (look: Look, catalogue: Catalogue, line: ReturnLine, at: Where) => {
  const f = await lineFigure(look, catalogue, line)
  const { zh, en } = units[f.unit]
  const before = { ...at, from_on: yearBefore(at.from_on), to_on: yearBefore(at.to_on) }
  return {
    code: line.code,
    number: line.number,
    label: line.label ?? f.name,
    figure: f.code,
    where: line.where ?? null,
    kind: kindOf(f),
    unitName: { zh, en },
    definition: f.definition,
    lastYear: await countLine(look, catalogue, line, before),
  }
}

/** Records that came to a line, or left it, since the sheet was handed in. */
export const sinceThen = async (look: Look, catalogue: Catalogue, line: ReturnLine, at: Where, moment: Date | null) => {
  if (!moment) return { added: 0, removed: 0 }
  const { added, removed } = await changesSince(look, catalogue, await lineFigure(look, catalogue, line), askedOf(line, at), moment)
  return { added, removed }
}
