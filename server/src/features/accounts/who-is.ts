import type { Right } from '@gongyou/contract/kit/right.ts'
import { type Actor, nobody } from '../../kit/actor.ts'
import { later } from '../../kit/clock.ts'
import type { Database, Look } from '../../kit/db/database.ts'
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

const sessionOf = (look: Look, token: string) =>
  look.db
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.account as a', (j) => j.onRef('a.region', '=', 's.region').onRef('a.id', '=', 's.account_id'))
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
    .select((e) => [
      's.id',
      's.kind',
      's.rights',
      's.as_staff',
      's.seen_at',
      'a.id as account_id',
      'a.staff',
      'p.id as person_id',
      'p.name',
      'a.totp_cipher',
      e
        .exists(e.selectFrom('accounts.passkey as k').select('k.id').whereRef('k.region', '=', 'a.region').whereRef('k.account_id', '=', 'a.id'))
        .as('passkey'),
    ])
    .where('s.region', '=', look.region)
    .where('s.token_hash', '=', hashToken(token))
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', look.at)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
type Session = NonNullable<Awaited<ReturnType<typeof sessionOf>>>

const actorOf = async (look: Look, s: Session, demo: boolean): Promise<Actor> => {
  const staff = s.staff && s.as_staff
  // Outside the demo a password alone opens nothing but the page where the second factor is set up.
  const mustSetUpSecondFactor = staff && !demo && !s.totp_cipher && !s.passkey
  const standings = staff && !mustSetUpSecondFactor ? await standingsOf(look, s.person_id) : []
  return {
    kind: staff ? 'staff' : 'worker',
    accountId: s.account_id,
    personId: s.person_id,
    sessionId: s.id,
    name: s.name,
    mustSetUpSecondFactor,
    token: s.kind === 'api',
    standings: standings.map((x) => ({ ...x, rights: narrowed(x.rights, s.rights) })),
  }
}

/** Names the bearer of a session cookie or an API token; a spent or foreign one is nobody. */
export const whoIs =
  (db: Database, home: number, demo: boolean): WhoIs =>
  async (request) => {
    const token = tokenOf(request)
    const region = token ? regionOfToken(token) : undefined
    if (!token || region !== home) return nobody
    const found = await db.read({ region, by: nobody }, async (look) => {
      const session = await sessionOf(look, token)
      return session && { session, at: look.at, actor: await actorOf(look, session, demo) }
    })
    if (!found) return nobody
    // To the nearest ten minutes: a write with every request would cost more than it tells.
    if (found.session.seen_at < later(found.at, { minutes: -10 }))
      await db.write({ region, by: found.actor, operation: 'seen', request: '' }, (work) =>
        work.tx.updateTable('accounts.session').set({ seen_at: work.at }).where('region', '=', region).where('id', '=', found.session.id).execute(),
      )
    return found.actor
  }
