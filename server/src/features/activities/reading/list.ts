import type { Stage } from '@gongyou/contract/activities/stage.ts'
import { type RawBuilder, sql } from 'kysely'
import { startOfDay } from '../../../kit/clock.ts'
import type { Look } from '../../../kit/db/database.ts'
import { beneath, narrow, reachOf } from '../../organisations/index.ts'
import { type Line, lineView, linesFrom } from './lines.ts'

type Wanted = {
  q?: string | undefined
  kind?: string | undefined
  org?: string | undefined
  stage?: Stage | undefined
  from?: string | undefined
  to?: string | undefined
  template?: boolean | undefined
  series?: string | undefined
}
type Paged = { after?: string | undefined; limit: number }

const all = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts.length > 0 ? parts : [sql`true`], sql` and `)

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Has a session within these days. */
const within = (from: string | undefined, to: string | undefined) =>
  from || to
    ? [
        sql`exists (select 1 from activities.session w where w.region = kit.region() and w.activity_id = l.id and w.ends_at > ${startOfDay(from ?? '1900-01-01')} and w.starts_at < ${new Date(startOfDay(to ?? '2199-12-31').getTime() + 86_400_000)})`,
      ]
    : []

const alike = (q: string | undefined) => (q ? [sql`position(lower(${q}) in lower(l.title)) > 0`] : [])

const mine = async (look: Look, wanted: Wanted) => {
  const reach = narrow(await reachOf(look, 'activities.read'), await beneath(look, wanted.org))
  return [
    ...(reach === 'all' ? [] : [sql`l.org_id = any(${reach as string[]}::uuid[])`]),
    sql`exists (select 1 from activities.activity t where t.region = kit.region() and t.id = l.id and t.template = ${wanted.template ?? false})`,
    ...(wanted.series
      ? [sql`exists (select 1 from activities.activity t where t.region = kit.region() and t.id = l.id and t.series_id = ${wanted.series})`]
      : []),
    ...(wanted.kind ? [sql`l.kind = ${wanted.kind}`] : []),
    ...(wanted.stage ? [sql`l.stage = ${wanted.stage}`] : []),
    ...alike(wanted.q),
    ...within(wanted.from, wanted.to),
  ]
}

/** Activities within reach, the newest first. */
export const activitiesOf = async (look: Look, wanted: Wanted & Paged) => {
  const after = wanted.after && id.test(wanted.after) ? [sql`l.id < ${wanted.after}`] : []
  const { rows } = await linesFrom(look, all([...(await mine(look, wanted)), ...after]), sql`l.id desc`, wanted.limit + 1).execute(look.raw)
  return page(look, rows, wanted.limit, (l) => l.id)
}

const most = 10_000
export const countOf = async (look: Look, wanted: Wanted) => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (${linesFrom(look, all(await mine(look, wanted)), sql`1`, most + 1)}) x`.execute(look.raw)
  const n = rows[0]!.n
  return { count: Math.min(n, most), capped: n > most }
}

const page = async (look: Look, rows: Line[], limit: number, cursor: (l: Line) => string) => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const views = []
  for (const l of shown) views.push(await lineView(look, l))
  return { rows: views, next: rows.length > limit && last ? cursor(last) : null }
}

type Open = { town?: number | undefined; kind?: string | undefined; from?: string | undefined; to?: string | undefined; q?: string | undefined }

/** What is on: public, not over, the nearest first. */
export const openOf = async (look: Look, wanted: Open & Paged) => {
  const [at, last] = (wanted.after ?? '').split('|')
  const from = at && last && id.test(last) && !Number.isNaN(Date.parse(at)) ? [sql`(l.starts_at, l.id) > (${new Date(at)}, ${last}::uuid)`] : []
  const { rows } = await linesFrom(
    look,
    all([
      sql`l.stage in ('soon', 'open', 'full', 'closed', 'running')`,
      ...(wanted.town ? [sql`l.town = ${wanted.town}`] : []),
      ...(wanted.kind ? [sql`l.kind = ${wanted.kind}`] : []),
      ...alike(wanted.q),
      ...within(wanted.from, wanted.to),
      ...from,
    ]),
    sql`l.starts_at, l.id`,
    wanted.limit + 1,
  ).execute(look.raw)
  return page(look, rows, wanted.limit, (l) => `${l.starts_at!.toISOString()}|${l.id}`)
}
