import type { Level, Role } from '@gongyou/contract/cases/service.ts'
import { sql } from 'kysely'
import type { Actor } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'

/** Where work lies: with one person, or with whoever holds a post in an organisation. */
export const personDesk = (personId: string) => `p:${personId}`
export const postDesk = (orgId: string, post: string) => `o:${orgId}:${post}`

/** The desks somebody sits at today: their own and those of the posts they hold or were lent for handling cases. */
export const desksOfActor = (by: Actor): string[] => [
  ...(by.personId ? [personDesk(by.personId)] : []),
  ...by.standings.filter((s) => s.rights.includes('cases.handle')).map((s) => postDesk(s.orgId, s.code)),
]

type Place = { id: string; kind: string; level: number }

/** The organisation, those above it up to the district, and the stations of its town; the nearest first. */
const findPlaces = async (look: Look, orgId: string): Promise<Place[]> =>
  (
    await sql<Place>`
      with me as (select path from organisations.org where region = ${look.region} and id = ${orgId})
      select o.id, o.kind, nlevel(o.path) as level from organisations.org o, me
       where o.region = ${look.region} and o.path @> me.path
      union all
      select s.id, s.kind, nlevel(s.path) from organisations.org t, organisations.org s, me
       where t.region = ${look.region} and t.kind = 'town_federation' and t.path @> me.path
         and s.region = ${look.region} and s.parent_id = t.id and s.kind = 'service_station' and s.dissolved_on is null and s.path <> me.path
      order by level desc`.execute(look.raw)
  ).rows

/** Several roles of one step ask about one organisation: asked once in a transaction, for the tree does not move meanwhile. */
const asked = new WeakMap<object, Map<string, Promise<Place[]>>>()
const placesAround = (look: Look, orgId: string): Promise<Place[]> => {
  const known = asked.get(look.raw) ?? new Map<string, Promise<Place[]>>()
  asked.set(look.raw, known)
  const places = known.get(orgId) ?? findPlaces(look, orgId)
  known.set(orgId, places)
  return places
}

const atLevel: Record<Level, (p: Place, orgId: string) => boolean> = {
  unit: (p, orgId) => p.id === orgId,
  station: (p) => p.kind === 'service_station' || p.kind === 'town_federation',
  town: (p) => p.kind === 'service_station' || p.kind === 'town_federation',
  district: (p) => p.level === 1,
}

/** Posts that take what nobody else does, so that no case is without an owner. */
const lastResort = ['office_officer', 'office_head', 'organisation_officer', 'administrator'] as const

const held = async (look: Look, orgs: readonly string[], posts: readonly string[]) => {
  if (orgs.length === 0 || posts.length === 0) return []
  const { rows } = await sql<{ org_id: string; post: string }>`
    select distinct org_id, post from organisations.post
     where region = ${look.region} and org_id = any(${orgs as string[]}::uuid[]) and post = any(${posts as string[]}) and during @> ${look.today}::date
     order by 1, 2`.execute(look.raw)
  return rows.map((r) => postDesk(r.org_id, r.post))
}

/**
 * The desks of a role for a case of one organisation: posts that somebody holds at the declared level; where nobody does,
 * the nearest level above, then the general office of the district.
 */
export const desksOfRole = async (look: Look, role: Role, orgId: string): Promise<string[]> => {
  const places = await placesAround(look, orgId)
  const wanted = places.filter((p) => atLevel[role.at](p, orgId))
  const there = await held(
    look,
    wanted.map((p) => p.id),
    role.posts,
  )
  if (there.length > 0) return there
  for (const p of places.filter((x) => !wanted.includes(x))) {
    const above = await held(look, [p.id], role.posts)
    if (above.length > 0) return above
  }
  const root = places.find((p) => p.level === 1)
  for (const post of lastResort) {
    const office = root ? await held(look, [root.id], [post]) : []
    if (office.length > 0) return office
  }
  return [postDesk(root?.id ?? orgId, 'administrator')]
}

/** Who sits at these desks today: for messages. */
export const peopleAt = async (look: Look, desks: readonly string[]): Promise<string[]> => {
  const persons = desks.filter((d) => d.startsWith('p:')).map((d) => d.slice(2))
  const seats = desks.filter((d) => d.startsWith('o:')).map((d) => d.split(':'))
  if (seats.length === 0) return persons
  const { rows } = await sql<{ person_id: string }>`
    select distinct p.person_id from organisations.post p
      join unnest(${seats.map((s) => s[1]!)}::uuid[], ${seats.map((s) => s[2]!)}::text[]) as s(org_id, post) on s.org_id = p.org_id and s.post = p.post
     where p.region = ${look.region} and p.during @> ${look.today}::date`.execute(look.raw)
  return [...new Set([...persons, ...rows.map((r) => r.person_id)])]
}
