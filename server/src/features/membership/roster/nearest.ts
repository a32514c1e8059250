import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { type Reach, clause } from '../../organisations/index.ts'

/** Below this two names share a place or a trade and nothing else. */
const leastLikeness = 0.4

const sources = {
  union: (reach: Reach) =>
    sql`organisations.org o where o.dissolved_on is null and o.kind = any(${[...memberHoldingKinds]}::text[]) and ${clause(reach, 'o.id')}`,
  employer: () => sql`organisations.employer o where true`,
}

/** The registered name most like the one typed (trigrams), or undefined where none is like it. */
export const nearest = async (look: Look, what: keyof typeof sources, name: string, reach: Reach = 'all'): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string; likeness: number }>`
    select o.name, similarity(o.name, ${name}) as likeness from ${sources[what](reach)} and o.region = ${look.region} order by 2 desc, 1 limit 1`.execute(
    look.raw,
  )
  return rows[0] && rows[0].likeness >= leastLikeness ? rows[0].name : undefined
}
