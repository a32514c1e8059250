import type { Text } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { type Reach, clause } from '../organisations/index.ts'

/** What runs past its day in these organisations, duty by duty: the most first. Rested clocks are not late. */
export const overdueWithin = async (look: Look, reach: Reach) => {
  const rows = await look.db
    .selectFrom('clocks.clock')
    .where('region', '=', look.region)
    .where('stopped_at', 'is', null)
    .where('paused_at', 'is', null)
    .where('due_at', '<', look.at)
    .where(clause(reach, 'organisation_id'))
    .groupBy(['duty', sql`name::text`])
    .select(['duty', sql<Text>`(name::text)::json`.as('name'), sql<number>`count(*)::int`.as('count')])
    .orderBy('count', 'desc')
    .execute()
  return { total: rows.reduce((n, r) => n + r.count, 0), duties: rows.slice(0, 5).map(({ name, count }) => ({ name, count })) }
}
