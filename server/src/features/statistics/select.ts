import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import { sql } from 'kysely'
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

/** `channel:scan,occupation:courier` → pairs; a dimension that the figure does not have is refused. */
const filtersOf = (figure: FigureDeclaration, where: string | undefined) =>
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

/**
 * The facts of a figure: one predicate for the number and for the list behind it, so that the two cannot disagree.
 * A stock looks back to the beginning; a flow looks at its period.
 */
export const factsOf = async (look: Look, figure: FigureDeclaration, asked: Asked, reach?: Reach) => {
  const within = narrow(reach ?? (await reachOf(look, 'statistics.read')), await beneath(look, asked.org))
  const to = asked.to ?? look.today
  return look.db
    .selectFrom('ledger.fact as f')
    .where('f.region', '=', look.region)
    .where('f.fact', '=', figure.fact)
    .where('f.day', '<=', to)
    .where(clause(within, 'f.org_id'))
    .$if(figure.kind === 'flow' && asked.from !== undefined, (q) => q.where('f.day', '>=', asked.from!))
    .$if(asked.town !== undefined, (q) => q.where('f.town', '=', asked.town!))
    .where((e) => e.and(filtersOf(figure, asked.where).map(({ name, value }) => sql<boolean>`${dimension(name)} = ${value}`)))
}

/** Distinct persons for a flow in persons, the sum of the weights otherwise. */
export const measure = (figure: FigureDeclaration) =>
  figure.kind === 'flow' && figure.unit === 'persons' ? sql<number>`count(distinct f.person_id)` : sql<number>`coalesce(sum(f.amount), 0)`
