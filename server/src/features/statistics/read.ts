import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { figures } from './figures.ts'
import { labelsOf } from './labels.ts'
import { type Asked, dimension, factsOf, measure } from './select.ts'

export const figureOf = (code: string): FigureDeclaration => {
  const found = figures.find((f) => f.code === code)
  if (!found) throw refuse('record.not-found')
  return found
}

export const definitionOf = (f: FigureDeclaration) => {
  const { zh, en } = units[f.unit]
  return {
    code: f.code,
    name: f.name,
    unit: f.unit as string,
    unitName: { zh, en },
    definition: f.definition,
    kind: f.kind,
    by: [...f.by],
    revision: f.revision,
  }
}

const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

const valueOf = async (look: Look, f: FigureDeclaration, asked: Asked) =>
  (await factsOf(look, f, asked)).select([measure(f).as('value'), sql<number>`count(*)`.as('records')]).executeTakeFirstOrThrow()

/** One figure: its value, the same a year before, and its groups. Groups of persons need not add up to the whole. */
export const readFigure = async (look: Look, code: string, asked: Asked & { by?: string | undefined }) => {
  const f = figureOf(code)
  if (asked.by && !f.by.includes(asked.by)) throw refuse('request.invalid', { fields: [{ path: 'by', message: `这个数字不能按“${asked.by}”分组` }] })
  const to = asked.to ?? look.today
  const whole = await valueOf(look, f, asked)
  const before = await valueOf(look, f, { ...asked, from: asked.from && yearBefore(asked.from), to: yearBefore(to) })
  const split = asked.by ? dimension(asked.by) : null
  const rows = split
    ? await (
        await factsOf(look, f, asked)
      )
        .select([split.as('key'), measure(f).as('value')])
        .groupBy(split)
        .orderBy(asked.by === 'month' ? 'key' : 'value', asked.by === 'month' ? 'asc' : 'desc')
        .limit(400)
        .execute()
    : []
  const labels = await labelsOf(
    look,
    asked.by,
    rows.map((r) => r.key),
  )
  return {
    definition: definitionOf(f),
    value: whole.value,
    records: whole.records,
    from: f.kind === 'stock' ? null : (asked.from ?? null),
    to,
    lastYear: before.records > 0 ? before.value : null,
    by: asked.by ?? null,
    groups: rows.map((r) => ({ key: r.key, label: labels(r.key), value: r.value })),
  }
}
