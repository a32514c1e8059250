import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { findOpenEntries } from '../registers/index.ts'
import { newestOf, serviceOf } from './services.ts'

const most = 12

/** Organisations or employers whose name holds what was typed, the shortest first: as many as fit on a phone. */
export const findForField = async (look: Look, code: string, field: string, { q, revision }: { q: string; revision?: number | undefined }) => {
  const service = revision === undefined ? (await newestOf(look, code)).service : await serviceOf(look, code, revision)
  const asked = Object.hasOwn(service.form, field) ? service.form[field]! : undefined
  if (asked?.kind === 'entry') return findOpenEntries(look, asked.register, q)
  // Two signs at least: one would list half the district.
  if (q.length < 2 && (asked?.kind === 'employer' || asked?.kind === 'organisation')) return []
  if (asked?.kind === 'employer')
    return look.db
      .selectFrom('organisations.employer')
      .select(['id', 'name', 'town'])
      .where('region', '=', look.region)
      .where(sql<boolean>`position(${q} in name) > 0`)
      .orderBy(sql`length(name)`)
      .orderBy('name')
      .limit(most)
      .execute()
  if (asked?.kind !== 'organisation') throw refuse('record.not-found')
  const { kinds } = asked
  return look.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', look.region)
    .where('dissolved_on', 'is', null)
    .$if(kinds !== undefined, (x) => x.where(sql<boolean>`kind = any(${kinds!}::text[])`))
    .where(sql<boolean>`position(${q} in name) > 0`)
    .orderBy(sql`length(name)`)
    .orderBy('name')
    .limit(most)
    .execute()
}
