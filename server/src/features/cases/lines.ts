import type { CaseLine } from '@gongyou/contract/cases/shapes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { outcomeName } from './enter.ts'
import type { MatterRow } from './matter.ts'
import { serviceOf } from './services.ts'

type Names = { orgs: Map<string, string>; people: Map<string, string> }

const namesFor = async (look: Look, rows: readonly MatterRow[]): Promise<Names> => {
  const orgs = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', anyOf([...new Set(rows.flatMap((r) => [r.org_id, r.applicant_org_id ?? r.org_id]))]))
    .execute()
  const people = await look.db
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', anyOf([...new Set(rows.flatMap((r) => r.applicant_id ?? []))]))
    .execute()
  return { orgs: new Map(orgs.map((o) => [o.id, o.name])), people: new Map(people.map((p) => [p.id, p.name])) }
}

/** The one word that gives a date its colour. */
export const dueWord = (row: Pick<MatterRow, 'due_on' | 'closed_at' | 'suspended_at' | 'awaiting'>, today: string): CaseLine['due'] => {
  if (row.closed_at || !row.due_on) return 'none'
  if (row.suspended_at || row.awaiting === 'supplement') return 'paused'
  if (row.due_on < today) return 'overdue'
  if (row.due_on === today) return 'today'
  return row.due_on <= addDays(today, 3) ? 'soon' : 'calm'
}

/** Rows as lists show them: names looked up once for all of them. */
export const linesOf = async (look: Look, rows: readonly MatterRow[]): Promise<CaseLine[]> => {
  const names = await namesFor(look, rows)
  return Promise.all(
    rows.map(async (row) => {
      const service = await serviceOf(look, row.service, row.revision)
      return {
        id: row.id,
        number: row.number,
        title: row.title,
        service: { code: row.service, title: service.title },
        state: service.states[row.state]!.name,
        outcome: row.closed_at ? outcomeName({ row, service }) : null,
        org: { id: row.org_id, name: names.orgs.get(row.org_id) ?? '' },
        applicant: (row.applicant_id && names.people.get(row.applicant_id)) || (row.applicant_org_id && names.orgs.get(row.applicant_org_id)) || null,
        channel: row.channel,
        dueOn: row.due_on,
        due: dueWord(row, look.today),
        awaiting: row.awaiting as CaseLine['awaiting'],
        suspended: row.suspended_at !== null,
        openedAt: row.opened_at.toISOString(),
        closedAt: row.closed_at?.toISOString() ?? null,
        stars: row.stars,
        version: row.version,
      }
    }),
  )
}
