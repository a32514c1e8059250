import type { CalendarYear, HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { weekdayOf } from '@gongyou/contract/kit/clock/calendar.ts'
import { holds } from '../../kit/actor.ts'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { daysOf } from './calendar.ts'
import { missingYearOf } from './empty-year.ts'

export const namesOf = async (look: Look, persons: readonly (string | null)[]) => {
  const ids = [...new Set(persons.flatMap((p) => (p ? [p] : [])))]
  const rows = await look.db
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', anyOf(ids))
    .execute()
  const names = new Map(rows.map((p) => [p.id, p.name]))
  return (person: string | null) => (person ? (names.get(person) ?? null) : null)
}

/** Days that one list has and the other has not, or has of another kind. */
export const daysLacking = (days: readonly HolidayDay[], others: readonly HolidayDay[]) => {
  const known = new Set(others.map((d) => d.on + d.kind))
  return days.filter((d) => !known.has(d.on + d.kind))
}

const draftRow = (look: Look, year: number) =>
  look.db.selectFrom('clocks.calendar_draft').selectAll().where('region', '=', look.region).where('year', '=', year).executeTakeFirst()

/** The saved draft of a year, or a refusal where there is none. */
export const draftOf = async (look: Look, year: number) => {
  const row = await draftRow(look, year)
  if (!row) throw refuse('clocks.no-draft')
  return { ...row, days: row.days as HolidayDay[] }
}

const changesOf = (look: Look, year: number) =>
  look.db
    .selectFrom('clocks.calendar_change as c')
    .innerJoin('clocks.calendar_move as m', (j) => j.onRef('m.region', '=', 'c.region').onRef('m.change_id', '=', 'c.id'))
    .select(['c.id', 'c.changed_at', 'c.changed_by', 'c.source', 'c.because', 'c.days_before', 'c.days_after', 'm.moved', 'm.finished_at'])
    .where('c.region', '=', look.region)
    .where('c.year', '=', year)
    .orderBy('c.changed_at', 'desc')
    .limit(50)
    .execute()

/** One year with its draft and its changes. */
export const calendarYearOf = async (look: Look, year: number): Promise<CalendarYear> => {
  const [draft, changes] = [await draftRow(look, year), await changesOf(look, year)]
  const nameOf = await namesOf(look, [draft?.changed_by ?? null, ...changes.map((c) => c.changed_by)])
  return {
    year,
    days: await daysOf(look, year),
    draft: draft
      ? {
          days: draft.days as HolidayDay[],
          source: draft.source,
          because: draft.because,
          version: draft.version,
          changedAt: draft.changed_at.toISOString(),
          by: nameOf(draft.changed_by),
        }
      : null,
    missing: await missingYearOf(look),
    mayEdit: holds(look.by, 'settings.calendar'),
    changes: changes.map((c) => ({
      id: c.id,
      at: c.changed_at.toISOString(),
      by: nameOf(c.changed_by),
      source: c.source,
      because: c.because,
      added: daysLacking(c.days_after as HolidayDay[], c.days_before as HolidayDay[]).length,
      removed: daysLacking(c.days_before as HolidayDay[], c.days_after as HolidayDay[]).length,
      moved: c.moved,
      finishedAt: c.finished_at?.toISOString() ?? null,
    })),
  }
}

const checkDays = (days: readonly HolidayDay[], year: number) => {
  const field = (on: string) => ({ fields: [{ path: `days.${days.findIndex((d) => d.on === on)}`, message: on }] })
  const seen = new Set<string>()
  for (const { on, kind } of days) {
    if (!on.startsWith(`${year}-`)) throw refuse('clocks.day-of-other-year', field(on))
    if (seen.has(on)) throw refuse('clocks.day-twice', field(on))
    if (kind === 'workday' && weekdayOf(on) % 6 !== 0) throw refuse('clocks.not-a-weekend', field(on))
    seen.add(on)
  }
}

type GivenDraft = { days: HolidayDay[]; source: string; because: string; version: number }

/** Keeps a change of a year for later; it counts for nothing until it is applied. */
export const saveDraft = async (work: Work, year: number, given: GivenDraft) => {
  checkDays(given.days, year)
  const days = JSON.stringify(given.days.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
  const { source, because, version } = given
  const values = { days, source, because, changed_at: work.at, changed_by: work.by.personId, version: version + 1 }
  const saved =
    version === 0
      ? await work.tx
          .insertInto('clocks.calendar_draft')
          .values({ region: work.region, year, ...values })
          .onConflict((c) => c.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await work.tx
          .updateTable('clocks.calendar_draft')
          .set(values)
          .where('region', '=', work.region)
          .where('year', '=', year)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) throw refuse('record.changed')
  work.ledger.audit({ detail: { year, days: given.days.length, source } })
  return saved
}

export const dropDraft = async (work: Work, year: number) => {
  await work.tx.deleteFrom('clocks.calendar_draft').where('region', '=', work.region).where('year', '=', year).execute()
  work.ledger.audit({ detail: { year } })
}
