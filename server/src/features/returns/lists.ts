import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import { periodName } from '@gongyou/contract/returns/period.ts'
import type { ReturnRound, ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clocksOf } from '../clocks/index.ts'
import { unitsOf } from './access.ts'

type Page = { after?: string | undefined; limit: number }
const cursor = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f-]{36})$/

const counted = sql<number>`count(*)::int`

/** Came back, or came in, after the period was handed up. */
const movedSince = sql<boolean>`greatest(s.counted_at, s.came_back_at) > r.reported_at`

/** Periods with how far the units within reach have come: the latest first. */
const roundRows = async (look: Look, given: Page & { id?: string }) => {
  const [, day, last] = cursor.exec(given.after ?? '') ?? []
  return look.db
    .selectFrom('returns.round as r')
    .innerJoin('returns.sheet as s', (j) => j.onRef('s.region', '=', 'r.region').onRef('s.round_id', '=', 'r.id'))
    .where('r.region', '=', look.region)
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .$if(given.id !== undefined, (q) => q.where('r.id', '=', given.id!))
    .$if(day !== undefined, (q) => q.where(sql<boolean>`(r.to_on, r.id) < (${day}::date, ${last}::uuid)`))
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'r.region').onRef('p.id', '=', 'r.reported_by'))
    .select([
      'r.id',
      'r.form',
      'r.definition',
      'r.from_on',
      'r.to_on',
      'r.due_on',
      'r.opened_at',
      'r.reported_on',
      'r.reported_to',
      'p.name as reporter',
    ])
    .select([
      counted.as('obliged'),
      sql<number>`count(*) filter (where s.act_id is not null)::int`.as('handed_in'),
      sql<number>`count(*) filter (where s.act_id is not null and s.timely)::int`.as('timely'),
      sql<number>`count(*) filter (where s.act_id is not null and s.nil)::int`.as('nil'),
      sql<number>`count(*) filter (where s.state = 'received')::int`.as('received'),
      sql<number>`count(*) filter (where ${movedSince})::int`.as('moved'),
    ])
    .groupBy(['r.region', 'r.id', 'p.name'])
    .orderBy('r.to_on', 'desc')
    .orderBy('r.id', 'desc')
    .limit(given.limit + 1)
    .execute()
}

const roundView = (r: Awaited<ReturnType<typeof roundRows>>[number]): ReturnRound => {
  const form = r.definition as ReturnForm
  return {
    id: r.id,
    form: r.form,
    title: form.title,
    period: periodName(form.every, { from: r.from_on }),
    from: r.from_on,
    to: r.to_on,
    dueOn: r.due_on,
    openedAt: r.opened_at.toISOString(),
    obliged: r.obliged,
    handedIn: r.handed_in,
    timely: r.timely,
    nil: r.nil,
    received: r.received,
    reported: r.reported_on === null ? null : { on: r.reported_on, to: r.reported_to!, by: r.reporter, movedSince: r.moved },
  }
}

export const roundsOf = async (look: Look, page: Page) => {
  const rows = await roundRows(look, page)
  const last = rows[page.limit - 1]
  return { rows: rows.slice(0, page.limit).map(roundView), next: rows.length > page.limit && last ? `${last.to_on}|${last.id}` : null }
}

/** One period; 404 where no unit of it is within reach. */
export const roundOf = async (look: Look, id: string) => {
  const [row] = await roundRows(look, { id, limit: 1 })
  if (!row) throw refuse('record.not-found')
  return { form: row.definition as ReturnForm, row, view: roundView(row) }
}

export type Which = ReturnSheet['state'] | 'missing' | 'late' | 'changed' | 'moved'

const sheetsWhere = (which: Which | undefined) => {
  if (which === undefined) return sql<boolean>`true`
  if (which === 'missing') return sql<boolean>`s.act_id is null`
  if (which === 'late') return sql<boolean>`s.timely = false`
  if (which === 'moved') return movedSince
  if (which === 'changed') return sql<boolean>`s.changed > 0`
  return sql<boolean>`s.state = ${which}`
}

const sheetRows = (look: Look) =>
  look.db
    .selectFrom('returns.sheet as s')
    .innerJoin('returns.round as r', (j) => j.onRef('r.region', '=', 's.region').onRef('r.id', '=', 's.round_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.org_id'))
    .where('s.region', '=', look.region)
    .select(['s.id', 's.round_id', 's.org_id', 's.state', 's.nil', 's.timely', 's.changed', 'r.definition', 'r.from_on', 'r.to_on', 'o.name'])

const sheetViews = async (look: Look, rows: Awaited<ReturnType<ReturnType<typeof sheetRows>['execute']>>) => {
  const clocks = await clocksOf(
    look,
    rows.map((r) => r.id),
  )
  return rows.map((r) => {
    const form = r.definition as ReturnForm
    return {
      id: r.id,
      round: r.round_id,
      title: form.title,
      period: periodName(form.every, { from: r.from_on }),
      org: { id: r.org_id, name: r.name },
      state: r.state as ReturnSheet['state'],
      nil: r.nil,
      timely: r.timely,
      dueOn: clocks.get(r.id)?.[0]?.dueOn ?? null,
      changed: r.changed,
    }
  })
}

/** The sheets of one period, by the name of the unit. */
export const sheetsOf = async (look: Look, round: string, asked: Page & { state?: Which | undefined }) => {
  await roundOf(look, round)
  const at = asked.after?.lastIndexOf('|') ?? -1
  const [name, id] = at > 0 ? [asked.after!.slice(0, at), asked.after!.slice(at + 1)] : []
  const rows = await sheetRows(look)
    .where('s.round_id', '=', round)
    .where(await unitsOf(look, 'returns.oversee', 's.org_id'))
    .where(sheetsWhere(asked.state))
    .$if(name !== undefined, (q) => q.where(sql<boolean>`(o.name, s.id::text) > (${name}, ${id})`))
    .orderBy('o.name')
    .orderBy(sql`s.id::text`)
    .limit(asked.limit + 1)
    .execute()
  const last = rows[asked.limit - 1]
  return { rows: await sheetViews(look, rows.slice(0, asked.limit)), next: rows.length > asked.limit && last ? `${last.name}|${last.id}` : null }
}

/**
 * What whoever looks must hand in himself: sheets of the very unit in which his post is. A station that may fill in for
 * its base unions finds theirs in the period.
 */
export const mySheets = async (look: Look, asked: Page & { all?: string | undefined }) => {
  const units = look.by.standings.filter((s) => s.rights.includes('returns.fill')).map((s) => s.orgId)
  const [, day, last] = cursor.exec(asked.after ?? '') ?? []
  const rows = await sheetRows(look)
    .where('s.org_id', '=', anyOf(units))
    .$if(asked.all !== 'true', (q) => q.where('s.act_id', 'is', null))
    .$if(day !== undefined, (q) => q.where(sql<boolean>`(r.to_on, s.id) < (${day}::date, ${last}::uuid)`))
    .orderBy('r.to_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const end = rows[asked.limit - 1]
  return { rows: await sheetViews(look, rows.slice(0, asked.limit)), next: rows.length > asked.limit && end ? `${end.to_on}|${end.id}` : null }
}
