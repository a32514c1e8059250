import { type FigureDeclaration, type Part, kindOf, partNames, partsOf } from '@gongyou/contract/kit/figure.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { type Tally, tally } from '../../kit/ledger/tally.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Reach } from '../organisations/index.ts'
import { type Catalogue, definitionOf, figureOf } from './catalogue.ts'
import { labelsOf } from './labels.ts'
import { type Asked, dimension, factsOf, isSum, isWhole, measureOf } from './select.ts'

export const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

const round = (n: number) => Math.round(n * 100) / 100

/** A rate in percent, an average as it is; without a denominator there is neither. */
export const quotient = (f: FigureDeclaration, of: number, among: number) =>
  among === 0 ? null : round(f.measure === 'rate' ? (100 * of) / among : of / among)

export type Count = { value: number; records: number }

/** One part of a figure, record by record. */
export const countPart = async (look: Look, f: FigureDeclaration, part: Part, asked: Asked, reach?: Reach): Promise<Count> =>
  (await factsOf(look, f, partsOf(f)[part]!, asked, reach))
    .select([measureOf(f, part).as('value'), sql<number>`count(*)`.as('records')])
    .executeTakeFirstOrThrow()

export const valueOfTally = (f: FigureDeclaration, part: Part, t: Tally): Count => ({
  value: f.measure === 'persons' ? t.persons : isSum(f, part) ? t.amount : t.records,
  records: t.records,
})

/** The parts of several figures at once: from what was counted beforehand where the whole region is meant. */
const countParts = async (look: Look, figures: readonly FigureDeclaration[], asked: Asked): Promise<Map<string, Count>> => {
  const wanted = figures.flatMap((f) => Object.entries(partsOf(f)).map(([part, cut]) => ({ f, part: part as Part, cut })))
  const name = (w: (typeof wanted)[number]) => `${w.f.code}/${w.part}`
  if (!(await isWhole(look, asked))) {
    const found = new Map<string, Count>()
    for (const w of wanted) found.set(name(w), await countPart(look, w.f, w.part, asked))
    return found
  }
  const tallies = await tally(
    look,
    wanted.map(({ f, cut }) => ({
      cut,
      persons: f.measure === 'persons',
      from: kindOf(f) === 'stock' ? undefined : asked.from,
      to: asked.to ?? look.today,
    })),
  )
  return new Map(wanted.map((w, i) => [name(w), valueOfTally(w.f, w.part, tallies[i]!)]))
}

/** Value, records and parts of a figure, put together from its counts. */
export const valueIn = (f: FigureDeclaration, counts: ReadonlyMap<string, Count>) => {
  const part = (name: Part) => counts.get(`${f.code}/${name}`)
  const of = part('of')!
  const among = part('among')
  if (!among) return { value: of.value as number | null, records: of.records, parts: null }
  const parts = { numerator: of.value, denominator: among.value, silent: part('silent')?.value ?? null, reopened: part('reopened')?.value ?? null }
  return { value: quotient(f, of.value, among.value), records: among.records, parts }
}

/** Figures in numbers: value, how many records it comes from, and of a rate every part that must stand beside it. */
export const valuesOf = async (look: Look, figures: readonly FigureDeclaration[], asked: Asked) => {
  const counts = await countParts(look, figures, asked)
  return figures.map((f) => valueIn(f, counts))
}

export const valueOf = async (look: Look, f: FigureDeclaration, asked: Asked) => (await valuesOf(look, [f], asked))[0]!

/** A figure counted record by record within a given reach: of drafts, and of what has been published whatever the reader may see. */
export const countedValueOf = async (look: Look, f: FigureDeclaration, asked: Asked, reach: Reach) => {
  const counts = new Map<string, Count>()
  for (const part of partNames) if (part in partsOf(f)) counts.set(`${f.code}/${part}`, await countPart(look, f, part, asked, reach))
  return valueIn(f, counts)
}

const groupPart = async (look: Look, f: FigureDeclaration, part: 'of' | 'among', asked: Asked, by: string) => {
  const split = dimension(by)
  return (await factsOf(look, f, partsOf(f)[part]!, asked))
    .select([split.as('key'), measureOf(f, part).as('value')])
    .groupBy(split)
    .orderBy(by === 'month' ? 'key' : 'value', by === 'month' ? 'asc' : 'desc')
    .limit(1000)
    .execute()
}

const groupsOf = async (look: Look, catalogue: Catalogue, f: FigureDeclaration, asked: Asked, by: string) => {
  const rows = await groupPart(look, f, 'of', asked, by)
  const among = 'among' in f ? await groupPart(look, f, 'among', asked, by) : null
  const yes = new Map(rows.map((r) => [r.key, r.value]))
  const labels = await labelsOf(
    look,
    catalogue,
    f.of.fact,
    by,
    (among ?? rows).map((r) => r.key),
  )
  return (among ?? rows).map((r) => {
    const of = yes.get(r.key) ?? 0
    return {
      key: r.key,
      label: labels(r.key),
      value: among ? quotient(f, of, r.value) : r.value,
      ...(among ? { of, among: r.value } : {}),
    }
  })
}

/** One figure: its value, the same a year before, and its groups. Groups of persons need not add up to the whole. */
export const readFigure = async (look: Look, catalogue: Catalogue, code: string, asked: Asked & { by?: string | undefined }) => {
  const f = await figureOf(look, catalogue, code)
  if (asked.by && !f.by.includes(asked.by)) throw refuse('request.invalid', { fields: [{ path: 'by', message: `这个数字不能按“${asked.by}”分组` }] })
  const to = asked.to ?? look.today
  const whole = await valueOf(look, f, asked)
  const before = await valueOf(look, f, { ...asked, from: asked.from && yearBefore(asked.from), to: yearBefore(to) })
  const groups = asked.by ? await groupsOf(look, catalogue, f, asked, asked.by) : []
  return {
    definition: definitionOf(catalogue, f),
    value: whole.value,
    records: whole.records,
    parts: whole.parts,
    from: kindOf(f) === 'stock' ? null : (asked.from ?? null),
    to,
    lastYear: before.records > 0 ? before.value : null,
    by: asked.by ?? null,
    groups,
    // What was counted in more than one group: the difference between the groups and the whole.
    counted: groups.reduce((sum, g) => sum + (g.value ?? 0), 0),
  }
}
