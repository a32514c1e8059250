import { postCodes, posts } from '@gongyou/contract/organisations/posts.ts'
import type { Emergency, breakGlass } from '@gongyou/contract/accounts/routes.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { tell } from '../notices/index.ts'
import { type Reach, clause, findOrg, holdersAbove, reachOf } from '../organisations/index.ts'

// An emergency concerns people's data; it never makes somebody the master of accounts or of the traces.
const never: readonly Right[] = ['accounts.manage', 'settings.edit', 'audit.read']
const watchers = postCodes.filter((code) => (posts[code].rights as readonly Right[]).some((r) => r === 'audit.read' || r === 'accounts.manage'))

type Row = {
  id: string
  person_id: string
  name: string
  org_id: string
  org_name: string
  rights: string[]
  because: string
  from_at: Date
  until_at: Date
  ended_at: Date | null
  reviewed_at: Date | null
  reviewed_by: string | null
  reviewer: string | null
  verdict: Emergency['verdict']
  review_note: string | null
}
const view = (r: Row): Emergency => ({
  id: r.id,
  person: { id: r.person_id, name: r.name },
  org: { id: r.org_id, name: r.org_name },
  rights: r.rights,
  because: r.because,
  fromAt: r.from_at.toISOString(),
  untilAt: r.until_at.toISOString(),
  endedAt: r.ended_at?.toISOString() ?? null,
  reviewedAt: r.reviewed_at?.toISOString() ?? null,
  reviewedBy: r.reviewed_by ? { id: r.reviewed_by, name: r.reviewer ?? '' } : null,
  verdict: r.verdict,
  reviewNote: r.review_note,
})

const rowsOf = async (look: Look, which: ReturnType<typeof sql<boolean>>, limit: number) => {
  const { rows } = await sql<Row>`
    select b.*, p.name, o.name as org_name, r.name as reviewer from accounts.break_glass b
      join people.person p on p.region = b.region and p.id = b.person_id
      join organisations.org o on o.region = b.region and o.id = b.org_id
      left join people.person r on r.region = b.region and r.id = b.reviewed_by
     where b.region = ${look.region} and ${which} order by b.from_at desc, b.id desc limit ${limit}`.execute(look.raw)
  return rows
}

export const mine = async (look: Look) => (await rowsOf(look, sql<boolean>`b.person_id = ${look.by.personId}`, 100)).map(view)

export const emergenciesOf = async (look: Look, f: { open?: boolean | undefined; after?: string | undefined; limit: number }) => {
  const reach = await reachOf(look, 'audit.read')
  const [at, id] = f.after?.split('|') ?? []
  const open = f.open === undefined ? sql<boolean>`true` : f.open ? sql<boolean>`b.reviewed_at is null` : sql<boolean>`b.reviewed_at is not null`
  const page = id ? sql<boolean>`(b.from_at, b.id) < (${at}::timestamptz, ${id}::uuid)` : sql<boolean>`true`
  const rows = await rowsOf(look, sql<boolean>`${clause(reach, 'b.org_id')} and ${open} and ${page}`, f.limit + 1)
  const last = rows[f.limit - 1]
  return { rows: rows.slice(0, f.limit).map(view), next: rows.length > f.limit && last ? `${last.from_at.toISOString()}|${last.id}` : null }
}

/** Takes rights for a few hours in one named organisation. Auditors and administrators learn of it in the same transaction. */
export const breakIn = async (work: Work, given: z.output<(typeof breakGlass)['body']>) => {
  if (given.rights.some((r) => never.includes(r))) throw refuse('accounts.right-not-for-emergencies')
  // Somebody without any post is no officer any more.
  if (!work.by.standings.some((s) => s.via === 'post')) throw refuse('right.missing')
  const org = await findOrg(work, given.org)
  if (!org) throw refuse('record.not-found')
  const id = newId()
  const until = later(work.at, { minutes: given.minutes })
  await work.tx
    .insertInto('accounts.break_glass')
    .values({
      region: work.region,
      id,
      person_id: work.by.personId!,
      org_id: org.id,
      rights: [...new Set(given.rights)],
      because: given.because,
      from_at: work.at,
      until_at: until,
    })
    .execute()
  work.ledger.act({
    kind: 'break-glass.opened',
    subject: id,
    org: org.id,
    data: { rights: given.rights, because: given.because, minutes: given.minutes },
  })
  for (const person of await holdersAbove(work, org.path, watchers))
    if (person !== work.by.personId)
      await tell(work, person, {
        kind: 'break-glass',
        title: t(`应急访问：${work.by.name}，${org.name}`, `Emergency access: ${work.by.name}, ${org.name}`),
        body: t(`${given.because}（${given.minutes} 分钟，请事后复核）`, `${given.because} (${given.minutes} minutes; review it afterwards)`),
        link: '/console/audit',
      })
  return view((await rowsOf(work, sql<boolean>`b.id = ${id}`, 1))[0]!)
}

export const endOwn = async (work: Work, id: string) => {
  const done = await work.tx
    .updateTable('accounts.break_glass')
    .set({ ended_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('person_id', '=', work.by.personId!)
    .where('ended_at', 'is', null)
    .where('until_at', '>', work.at)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.not-found')
  work.ledger.act({ kind: 'break-glass.ended', subject: id })
}

const within = (reach: Reach, org: string) => reach === 'all' || reach.includes(org)

/** Somebody else judges it afterwards; the table refuses one's own review too. Judging it while it runs also ends it. */
export const review = async (work: Work, id: string, verdict: 'justified' | 'not-justified', note: string) => {
  const row = await work.tx
    .selectFrom('accounts.break_glass')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !within(await reachOf(work, 'audit.read'), row.org_id)) throw refuse('record.not-found')
  if (row.person_id === work.by.personId) throw refuse('accounts.own-review')
  if (row.reviewed_at) throw refuse('accounts.already-reviewed')
  await work.tx
    .updateTable('accounts.break_glass')
    .set({
      reviewed_at: work.at,
      reviewed_by: work.by.personId,
      verdict,
      review_note: note,
      ...(row.ended_at || row.until_at <= work.at ? {} : { ended_at: work.at }),
    })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  work.ledger.act({ kind: 'break-glass.reviewed', subject: id, org: row.org_id, person: row.person_id, data: { verdict } })
  return view((await rowsOf(work, sql<boolean>`b.id = ${id}`, 1))[0]!)
}
