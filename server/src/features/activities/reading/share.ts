import type { Look } from '../../../kit/db/database.ts'
import { momentOf } from '../../../kit/clock.ts'

export type ShareCard = { title: string; about: string }

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a link to a public activity says of itself in a chat; nothing where it is not public. */
export const shareCard = async (look: Look, activityId: string): Promise<ShareCard | undefined> => {
  if (!id.test(activityId)) return undefined
  const row = await look.db
    .selectFrom('activities.activity as a')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.id', '=', 'a.org_id'))
    .select(['a.title', 'a.state', 'a.published_at', 'a.template', 'o.name'])
    .where('a.region', '=', look.region)
    .where('a.id', '=', activityId)
    .executeTakeFirst()
  if (!row || row.published_at === null || row.template) return undefined
  const next = await look.db
    .selectFrom('activities.session')
    .select(['starts_at', 'place'])
    .where('region', '=', look.region)
    .where('activity_id', '=', activityId)
    .where('cancelled_at', 'is', null)
    .where('ends_at', '>', look.at)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  const when = row.state === 'cancelled' ? '已取消' : next ? `${momentOf(next.starts_at)} ${next.place}` : '已结束'
  return { title: row.title, about: `${when} · ${row.name}` }
}
