import type { Explanation } from '@gongyou/contract/clocks/why.ts'
import { civilDayOf } from '@gongyou/contract/kit/clock/instant.ts'
import { anyOf, type Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { calendarFor } from './calendar.ts'
import { viewOf } from './read.ts'
import { type ClockRow, countAnew, limitOf, pausesOf } from './row.ts'

type Change = Explanation['changes'][number]

const changesOf = async (look: Look, clockId: string): Promise<Change[]> => {
  const rows = await look.db
    .selectFrom('clocks.clock_change')
    .selectAll()
    .where('region', '=', look.region)
    .where('clock_id', '=', clockId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const persons = [...new Set(rows.flatMap((r) => (r.by_person_id ? [r.by_person_id] : [])))]
  const names = new Map(
    (
      await look.db.selectFrom('people.person').select(['id', 'name']).where('region', '=', look.region).where('id', '=', anyOf(persons)).execute()
    ).map((p) => [p.id, p.name]),
  )
  return rows.map((r) => ({
    kind: r.kind as Change['kind'],
    at: r.at.toISOString(),
    by: r.by_person_id ? (names.get(r.by_person_id) ?? null) : null,
    because: r.because,
    amount: r.amount,
    from: r.due_on_before,
    to: r.due_on,
  }))
}

const ruleOf = async (look: Look, row: ClockRow): Promise<Explanation['rule']> => {
  if (!row.rule_code || !row.rule_revision) return null
  const rule = await look.db
    .selectFrom('clocks.rule')
    .select(['source', 'mark', 'note', 'begins'])
    .where('region', '=', look.region)
    .where('code', '=', row.rule_code)
    .where('revision', '=', row.rule_revision)
    .executeTakeFirstOrThrow()
  return {
    code: row.rule_code,
    revision: row.rule_revision,
    source: rule.source,
    mark: rule.mark as NonNullable<Explanation['rule']>['mark'],
    note: rule.note,
    begins: rule.begins as NonNullable<Explanation['rule']>['begins'],
  }
}

/** Why a clock is due when it is: the terms, the count day by day, and everything that happened to it. Who may see it, the caller has decided. */
export const explain = async (look: Look, id: string): Promise<Explanation> => {
  const row = await look.db.selectFrom('clocks.clock').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  const calendar = await calendarFor(look)
  const counted = row.by_hand ? undefined : countAnew(row, pausesOf(row), calendar)
  return {
    due: viewOf(row, calendar, look.at),
    label: row.label,
    rule: await ruleOf(look, row),
    limit: limitOf(row),
    extended: row.extended,
    extension: row.extension,
    from: { on: civilDayOf(row.counted_from), at: row.by_hour ? row.counted_from.toISOString() : null },
    byHand: row.by_hand,
    lines: counted?.lines ?? [],
    // A pause that has not ended and a calendar changed after the end both leave the stored date as it is.
    agrees: counted === undefined || counted.on === row.due_on,
    uncertain: counted?.uncertain ?? [],
    changes: await changesOf(look, id),
  }
}
