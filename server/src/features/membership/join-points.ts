import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'

/** How joining through each kind of point is called in figures. */
const channelOf = { station: 'scan', venue: 'scan', session: 'outreach', unit: 'scan' } as const

/** The joining point of a scanned code, if it is still open. */
export const openJoinPoint = async (look: Look, code: string) => {
  const point = await look.db
    .selectFrom('membership.join_point as j')
    .innerJoin('organisations.org as o', (x) => x.onRef('o.region', '=', 'j.region').onRef('o.id', '=', 'j.org_id'))
    .select(['j.id', 'j.code', 'j.label', 'j.kind', 'j.expires_at', 'j.closed_at', 'o.id as org_id', 'o.name as org_name', 'o.town', 'o.phone'])
    .where('j.region', '=', look.region)
    .where('j.code', '=', code)
    .executeTakeFirst()
  if (!point) throw refuse('membership.join-code-unknown')
  if (point.closed_at || (point.expires_at && point.expires_at <= look.at)) throw refuse('membership.join-code-expired')
  const kind = point.kind as keyof typeof channelOf
  return {
    id: point.id,
    code: point.code,
    label: point.label,
    kind,
    town: point.town,
    phone: point.phone,
    channel: channelOf[kind],
    org: { id: point.org_id, name: point.org_name },
  }
}
