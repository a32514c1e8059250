import type { Message } from '@gongyou/contract/notices/routes.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'

/** A person's inbox, newest first. */
export const inboxOf = async (look: Look, personId: string, wanted: { after?: string | undefined; limit: number }) => {
  const [at, id] = wanted.after?.split('|') ?? []
  const rows = await look.db
    .selectFrom('notices.message')
    .selectAll()
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .$if(Boolean(at && id), (q) => q.where((e) => e(e.refTuple('created_at', 'id'), '<', e.tuple(new Date(at!), id!))))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  const view = page.map((m): Message => ({
    id: m.id,
    kind: m.kind,
    title: m.title as Message['title'],
    body: m.body as Message['body'],
    link: m.link,
    at: m.created_at.toISOString(),
    readAt: m.read_at?.toISOString() ?? null,
  }))
  return {
    rows: view,
    ...(await countOf(look, personId)),
    next: rows.length > page.length && last ? `${last.created_at.toISOString()}|${last.id}` : null,
  }
}

/** How many messages a person has, and how many are unread. */
export const countOf = (look: Look, personId: string) =>
  look.db
    .selectFrom('notices.message')
    .select((e) => [e.fn.countAll<number>().as('total'), e.fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread')])
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()

export const markRead = async (work: Work, personId: string, id: string) => {
  const row = await work.tx
    .selectFrom('notices.message')
    .select('read_at')
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  if (!row.read_at)
    await work.tx
      .updateTable('notices.message')
      .set({ read_at: work.at })
      .where('region', '=', work.region)
      .where('person_id', '=', personId)
      .where('id', '=', id)
      .execute()
}

export const markAllRead = (work: Work, personId: string) =>
  work.tx
    .updateTable('notices.message')
    .set({ read_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute()
