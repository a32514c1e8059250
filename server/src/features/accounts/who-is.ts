import type { Right } from '@gongyou/contract/kit/right.ts'
import { type Actor, nobody } from '../../kit/actor.ts'
import type { Database } from '../../kit/db/database.ts'
import type { WhoIs } from '../../kit/http/doors.ts'
import { standingsOf } from './standings.ts'
import { hashToken, regionOfToken } from './tokens.ts'

export const cookieName = 'gongyou'

const tokenOf = (request: Parameters<WhoIs>[0]) => {
  const { authorization } = request.headers
  return typeof authorization === 'string' && authorization.startsWith('Bearer ') ? authorization.slice(7) : request.cookies[cookieName]
}

/** An API token may be narrower than its owner. */
const narrowed = (rights: readonly Right[], to: string[] | null) => (to ? rights.filter((r) => to.includes(r)) : rights)

/** Names the bearer of a session cookie or an API token; a spent or foreign one is nobody. */
export const whoIs =
  (db: Database, home: number): WhoIs =>
  async (request) => {
    const token = tokenOf(request)
    const region = token ? regionOfToken(token) : undefined
    if (!token || region !== home) return nobody
    return db.read({ region, by: nobody }, async (look): Promise<Actor> => {
      const session = await look.db
        .selectFrom('accounts.session as s')
        .innerJoin('accounts.account as a', (j) => j.onRef('a.region', '=', 's.region').onRef('a.id', '=', 's.account_id'))
        .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
        .select(['s.id', 's.rights', 'a.id as account_id', 'a.staff', 'p.id as person_id', 'p.name'])
        .where('s.region', '=', region).where('s.token_hash', '=', hashToken(token))
        .where('s.ended_at', 'is', null).where('s.expires_at', '>', look.at).where('a.disabled_at', 'is', null)
        .executeTakeFirst()
      if (!session) return nobody
      const standings = session.staff ? await standingsOf(look, session.person_id) : []
      return {
        kind: session.staff ? 'staff' : 'worker', accountId: session.account_id, personId: session.person_id, sessionId: session.id, name: session.name,
        standings: standings.map((s) => ({ ...s, rights: narrowed(s.rights, session.rights) })),
      }
    })
  }
