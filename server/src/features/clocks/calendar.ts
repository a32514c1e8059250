import { type Calendar, type ExceptionalDay, calendarOf } from '@gongyou/contract/kit/clock/calendar.ts'
import type { Look } from '../../kit/db/database.ts'

type KindOfDay = ExceptionalDay['kind']

/** The exceptional days of the region, all years or one, in order. */
export const daysOf = async (look: Pick<Look, 'db' | 'region'>, year?: number) => {
  const rows = await look.db
    .selectFrom('clocks.holiday')
    .select(['falls_on', 'kind', 'name', 'source'])
    .where('region', '=', look.region)
    .$if(year !== undefined, (q) => q.where('falls_on', '>=', `${year}-01-01`).where('falls_on', '<=', `${year}-12-31`))
    .orderBy('falls_on')
    .execute()
  return rows.map((r) => ({ on: r.falls_on, kind: r.kind as KindOfDay, name: r.name, source: r.source }))
}

/** The calendar by which this region counts. A few hundred rows: read anew by each command, so that no process counts by an old one. */
export const calendarFor = async (look: Pick<Look, 'db' | 'region'>): Promise<Calendar> => calendarOf(await daysOf(look))
