import type { Cut, FigureDeclaration, Part } from '@gongyou/contract/kit/figure.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Reach, beneath, clause, narrow, reachOf } from '../organisations/index.ts'

export type Asked = {
  from?: string | undefined
  to?: string | undefined
  org?: string | undefined
  town?: number | undefined
  where?: string | undefined
}

/** `channel:scan,occupation:courier` → pairs; a dimension that the figure does not have is refused. `channel:` asks for those without one. */
export const filtersOf = (figure: FigureDeclaration, where: string | undefined) =>
  (where ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf(':')
      const name = pair.slice(0, at)
      if (at < 1 || !figure.by.includes(name)) throw refuse('request.invalid', { fields: [{ path: 'where', message: `没有这个分组：${pair}` }] })
      return { name, value: pair.slice(at + 1) }
    })

/** SQL of a dimension over `ledger.fact f`. */
export const dimension = (name: string) => {
  if (name === 'month') return sql<string | null>`to_char(f.day, 'YYYY-MM')`
  if (name === 'town') return sql<string | null>`f.town::text`
  if (name === 'org') return sql<string | null>`f.org_id::text`
  return sql<string | null>`f.dims ->> ${sql.lit(name)}`
}

/** One of the values of each named dimension. */
export const inCut = (cut: Cut): RawBuilder<boolean> => {
  const parts = Object.entries(cut.where ?? {}).map(
    ([name, value]) => sql<boolean>`${dimension(name)} = any(${(typeof value === 'string' ? [value] : value) as string[]}::text[])`,
  )
  return parts.length > 0 ? sql<boolean>`(${sql.join(parts, sql` and `)})` : sql<boolean>`true`
}

const all = (parts: readonly RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(parts, sql` and `)})`

/**
 * Which facts, as `f`, one part of a figure is made of: one predicate for the number, for the list behind it, and for what
 * has left it since, so that they cannot disagree. A stock looks back to the beginning; a flow looks at its period.
 */
export const predicateOf = async (look: Look, figure: FigureDeclaration, cut: Cut, asked: Asked, reach?: Reach) => {
  const within = narrow(reach ?? (await reachOf(look, 'statistics.read')), await beneath(look, asked.org))
  return all([
    sql<boolean>`f.region = ${look.region} and f.fact = ${cut.fact} and f.day <= ${asked.to ?? look.today}`,
    clause(within, 'f.org_id'),
    inCut(cut),
    ...(figure.measure === 'persons' ? [sql<boolean>`f.person_id is not null`] : []),
    ...(figure.measure !== 'stock' && asked.from !== undefined ? [sql<boolean>`f.day >= ${asked.from}`] : []),
    ...(asked.town !== undefined ? [sql<boolean>`f.town = ${asked.town}`] : []),
    ...filtersOf(figure, asked.where).map(({ name, value }) =>
      value === '' ? sql<boolean>`${dimension(name)} is null` : sql<boolean>`${dimension(name)} = ${value}`,
    ),
  ])
}

export const factsOf = async (look: Look, figure: FigureDeclaration, cut: Cut, asked: Asked, reach?: Reach) =>
  look.db.selectFrom('ledger.fact as f').where(await predicateOf(look, figure, cut, asked, reach))

/** Whether the whole region is meant, and so what was counted by month beforehand may be used. */
export const isWhole = async (look: Look, asked: Asked) =>
  !asked.org && asked.town === undefined && !asked.where && (await reachOf(look, 'statistics.read')) === 'all'

/** Whether amounts are added up, or records counted. */
export const isSum = (figure: FigureDeclaration, part: Part) =>
  figure.measure === 'sum' || figure.measure === 'stock' || (figure.measure === 'average' && part === 'of')

/** What one part of a figure adds up to: distinct persons, the sum of the amounts, or how many records. */
export const measureOf = (figure: FigureDeclaration, part: Part) =>
  figure.measure === 'persons'
    ? sql<number>`count(distinct f.person_id)`
    : isSum(figure, part)
      ? sql<number>`coalesce(sum(f.amount), 0)`
      : sql<number>`count(*)`
