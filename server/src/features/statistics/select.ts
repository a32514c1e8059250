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

/**
 * The facts of one part of a figure: one predicate for the number and for the list behind it, so that the two cannot
 * disagree. A stock looks back to the beginning; a flow looks at its period.
 */
export const factsOf = async (look: Look, figure: FigureDeclaration, cut: Cut, asked: Asked, reach?: Reach) => {
  const within = narrow(reach ?? (await reachOf(look, 'statistics.read')), await beneath(look, asked.org))
  const to = asked.to ?? look.today
  const filters = filtersOf(figure, asked.where)
  return look.db
    .selectFrom('ledger.fact as f')
    .where('f.region', '=', look.region)
    .where('f.fact', '=', cut.fact)
    .where('f.day', '<=', to)
    .where(clause(within, 'f.org_id'))
    .where(inCut(cut))
    .$if(figure.measure === 'persons', (q) => q.where('f.person_id', 'is not', null))
    .$if(figure.measure !== 'stock' && asked.from !== undefined, (q) => q.where('f.day', '>=', asked.from!))
    .$if(asked.town !== undefined, (q) => q.where('f.town', '=', asked.town!))
    .where((e) =>
      e.and(
        filters.map(({ name, value }) => (value === '' ? sql<boolean>`${dimension(name)} is null` : sql<boolean>`${dimension(name)} = ${value}`)),
      ),
    )
}

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
