import { createHash } from 'node:crypto'
import type { CalendarPreview, HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { daysOf } from './calendar.ts'
import { daysLacking, draftOf } from './calendar-draft.ts'
import { type CalendarShift, type Group, type Move, clocksIn, groupMoves, pausedMoves, shiftOf } from './calendar-moves.ts'
import type { ClockRow } from './row.ts'
import { type SubjectSights, maySee } from './sights.ts'

/** How many moving clocks are shown by name. */
const shown = 200

export type Foreseen = { shift: CalendarShift | null; groups: Move<Group>[]; paused: Move<ClockRow>[]; count: number; digest: string }

/** What applying the draft would do, with a digest that changes with anything of it. */
export const foresee = async (look: Look, year: number, days: readonly HolidayDay[]): Promise<Foreseen> => {
  const before = await daysOf(look, year)
  const shift = await shiftOf(look, year, before, days)
  const groups = shift ? await groupMoves(look, shift) : []
  const paused = shift ? await pausedMoves(look, shift) : []
  const count = groups.reduce((sum, g) => sum + g.count, 0) + paused.length
  const seen = [
    before.map((d) => [d.on, d.kind, d.name]),
    days.map((d) => [d.on, d.kind, d.name]),
    groups.map((g) => [g.duty, g.amount, g.unit, g.start, g.due_on, g.to, g.count]),
    paused.map((p) => [p.id, p.due_on, p.to]),
  ]
  return { shift, groups, paused, count, digest: createHash('sha256').update(JSON.stringify(seen)).digest('hex') }
}

/** How many clocks of each duty move, the most first, by the name the first of them carries. */
const byDuty = async (look: Look, { shift, groups, paused }: Foreseen) => {
  const found = new Map<string, { duty: string; name: Text; count: number }>()
  for (const p of paused) found.set(p.duty, { duty: p.duty, name: p.name as Text, count: (found.get(p.duty)?.count ?? 0) + 1 })
  for (const g of groups) {
    const known = found.get(g.duty)
    const [one] = known || !shift ? [] : await clocksIn(look, shift, g, 1, 'look')
    const name = known?.name ?? ((one?.name ?? { zh: g.duty, en: g.duty }) as Text)
    found.set(g.duty, { duty: g.duty, name, count: (known?.count ?? 0) + g.count })
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

const firstOf = async (look: Look, { shift, groups, paused }: Foreseen) => {
  const some: Move<ClockRow>[] = paused.slice(0, shown)
  for (const g of groups) {
    if (!shift || some.length >= shown) break
    some.push(...(await clocksIn(look, shift, g, shown - some.length, 'look')).map((row) => ({ ...row, to: g.to })))
  }
  return some
}

const organisationNames = async (look: Look, ids: readonly string[]) => {
  const rows = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', anyOf(ids))
    .execute()
  return new Map(rows.map((o) => [o.id, o.name]))
}

/** The preview an officer looks at before he applies a draft. */
export const previewOf = async (look: Look, year: number, sights: SubjectSights): Promise<CalendarPreview> => {
  const draft = await draftOf(look, year)
  const foreseen = await foresee(look, year, draft.days)
  const [before, first] = [await daysOf(look, year), await firstOf(look, foreseen)]
  const organisations = await organisationNames(look, [...new Set(first.map((c) => c.organisation_id))])
  const moves: CalendarPreview['moves'] = []
  for (const c of first)
    moves.push({
      id: c.id,
      name: c.name as Text,
      label: (await maySee(look, sights, c)) ? c.label : null,
      organisation: organisations.get(c.organisation_id) ?? '',
      from: c.due_on,
      to: c.to,
    })
  const earlier = [...foreseen.groups, ...foreseen.paused.map((p) => ({ ...p, count: 1 }))].filter((m) => m.to < m.due_on)
  return {
    digest: foreseen.digest,
    added: daysLacking(draft.days, before),
    removed: daysLacking(before, draft.days).map(({ on, kind, name }) => ({ on, kind, name })),
    count: foreseen.count,
    earlier: earlier.reduce((sum, m) => sum + m.count, 0),
    byDuty: await byDuty(look, foreseen),
    moves,
  }
}
