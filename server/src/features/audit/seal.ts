import { type Kysely, sql } from 'kysely'
import { later, now } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/database.ts'
import type { Tables } from '../../kit/db/tables.ts'
import { digestBetween, ground } from './canonical.ts'

/** Setting: lines rest this long before they are sealed. */
export const graceMinutes = 2

/**
 * No line may arrive behind a seal. A line carries the time its transaction began, so the seal ends before the oldest
 * transaction still open, and a long import holds it back instead of breaking the chain.
 */
const horizon = async (tx: Tx) => {
  const { rows } = await sql<{ oldest: Date | null }>`
    select min(xact_start) as oldest from pg_stat_activity where datname = current_database() and application_name = 'gongyou' and xact_start is not null`.execute(
    tx,
  )
  const rested = later(now(), { minutes: -graceMinutes })
  const oldest = rows[0]?.oldest
  // A second for clocks that differ.
  return oldest && oldest.getTime() - 1000 < rested.getTime() ? new Date(oldest.getTime() - 1000) : rested
}

/** Seals what has rested; gives the number of lines. Two processes at once: the second waits and finds nothing left. */
export const seal = (owner: Kysely<Tables>, region: number) =>
  owner.transaction().execute(async (tx) => {
    await sql`select kit.set_region(${region}), pg_advisory_xact_lock(${region}, 2)`.execute(tx)
    const until = await horizon(tx)
    const last = await tx
      .selectFrom('ledger.audit_seal')
      .selectAll()
      .where('region', '=', region)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last && until <= last.until) return 0
    const previous = last?.digest ?? ground
    const { rows } = await digestBetween(region, last?.until ?? sql`'-infinity'::timestamptz`, until, previous).execute(tx)
    const { lines, digest } = rows[0]!
    if (lines === 0) return 0
    await tx
      .insertInto('ledger.audit_seal')
      .values({ region, number: (last?.number ?? 0) + 1, until, lines, previous, digest, sealed_at: now() })
      .execute()
    return lines
  })
