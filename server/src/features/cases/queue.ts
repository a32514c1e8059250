import type { QueueLine } from '@gongyou/contract/cases/shapes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { desksOfActor } from './desks.ts'
import { linesOf } from './lines.ts'
import { serviceOf } from './services.ts'
import { never } from './tasks.ts'

type Wanted = {
  service?: string | undefined
  state?: string | undefined
  q?: string | undefined
  due?: 'overdue' | 'today' | 'week' | undefined
  desk?: 'mine' | 'shared' | undefined
  after?: string | undefined
  limit: number
}
type Seat = { task_id: string; case_id: string; desk: string; due_on: string }

const desksFor = (look: Look, which: Wanted['desk']) => {
  const desks = desksOfActor(look.by)
  return which === 'mine' ? desks.filter((d) => d.startsWith('p:')) : which === 'shared' ? desks.filter((d) => d.startsWith('o:')) : desks
}

const before = (look: Look, due: Wanted['due']) =>
  due === 'overdue' ? addDays(look.today, -1) : due === 'today' ? look.today : due === 'week' ? addDays(look.today, 7) : never

/**
 * One walk along the index for each desk, merged: a queue of a million costs what a queue of fifty costs. Filters on the
 * case itself are looked up row by row, which is right for what one desk holds.
 */
const seatsOf = async (look: Look, wanted: Wanted): Promise<Seat[]> => {
  const [due, task] = wanted.after?.split('|') ?? []
  const deeper = wanted.state || wanted.q
  const { rows } = await sql<Seat>`
    select * from (
      select s.* from unnest(${desksFor(look, wanted.desk)}::text[]) as d(desk)
      cross join lateral (
        select s.task_id, s.case_id, s.desk, s.due_on from cases.seat s
        ${deeper ? sql`join cases.matter m on m.region = s.region and m.id = s.case_id` : sql``}
         where s.region = ${look.region} and s.desk = d.desk and s.due_on <= ${before(look, wanted.due)}
           ${wanted.service ? sql`and s.service = ${wanted.service}` : sql``}
           ${wanted.state ? sql`and m.state = ${wanted.state}` : sql``}
           ${wanted.q ? sql`and (m.number = ${wanted.q.toUpperCase()} or position(${wanted.q} in m.title) > 0)` : sql``}
           ${due && task ? sql`and (s.due_on, s.task_id) > (${due}::date, ${task}::uuid)` : sql``}
         order by s.due_on, s.task_id limit ${wanted.limit + 1}
      ) s
    ) all_desks order by due_on, task_id limit ${2 * wanted.limit + 2}`.execute(look.raw)
  // A task may lie on several of one's desks; it is shown once.
  return [...new Map(rows.map((r) => [r.task_id, r])).values()].slice(0, wanted.limit + 1)
}

export const queueOf = async (look: Look, wanted: Wanted): Promise<{ rows: QueueLine[]; next: string | null }> => {
  const seats = await seatsOf(look, wanted)
  const page = seats.slice(0, wanted.limit)
  const matters = await look.db
    .selectFrom('cases.matter')
    .selectAll()
    .where('region', '=', look.region)
    .where('id', '=', anyOf([...new Set(page.map((s) => s.case_id))]))
    .execute()
  const tasks = await look.db
    .selectFrom('cases.task')
    .selectAll()
    .where('region', '=', look.region)
    .where('id', '=', anyOf(page.map((s) => s.task_id)))
    .execute()
  const lines = new Map((await linesOf(look, matters)).map((l) => [l.id, l]))
  const rows = await Promise.all(
    page.map(async (s) => {
      const line = lines.get(s.case_id)!
      const task = tasks.find((t) => t.id === s.task_id)!
      const matter = matters.find((m) => m.id === s.case_id)!
      const service = await serviceOf(look, matter.service, matter.revision)
      return {
        ...line,
        task: {
          id: task.id,
          kind: task.kind,
          role: task.role ? (service.roles[task.role]?.name ?? null) : null,
          asks: task.asks,
          mine: s.desk.startsWith('p:'),
          openedAt: task.opened_at.toISOString(),
        },
      }
    }),
  )
  const last = page.at(-1)
  return { rows, next: seats.length > page.length && last ? `${last.due_on}|${last.task_id}` : null }
}

export const countsOf = async (look: Look) => {
  const { rows } = await sql<{ service: string; all: number; overdue: number; today: number; week: number }>`
    select service, count(*)::int as all, count(*) filter (where due_on < ${look.today})::int as overdue, count(*) filter (where due_on = ${look.today})::int as today,
           count(*) filter (where due_on <= ${addDays(look.today, 7)})::int as week
      from (select distinct on (task_id) service, due_on from cases.seat where region = ${look.region} and desk = any(${desksOfActor(look.by)})) s
     group by service order by 2 desc, 1`.execute(look.raw)
  const sum = (key: 'all' | 'overdue' | 'today' | 'week') => rows.reduce((n, r) => n + r[key], 0)
  const titles = await titlesOf(
    look,
    rows.map((r) => r.service),
  )
  return {
    all: sum('all'),
    overdue: sum('overdue'),
    today: sum('today'),
    week: sum('week'),
    byService: rows.map((r) => ({ service: r.service, title: titles.get(r.service)!, count: r.all })),
  }
}

/** Titles of services, the newest revision's. */
export const titlesOf = async (look: Look, codes: readonly string[]) => {
  const rows = await look.db
    .selectFrom('cases.service')
    .distinctOn('code')
    .select(['code', 'revision'])
    .where('region', '=', look.region)
    .where('code', '=', sql<string>`any(${codes as string[]}::text[])`)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(await Promise.all(rows.map(async (r) => [r.code, (await serviceOf(look, r.code, r.revision)).title] as const)))
}
