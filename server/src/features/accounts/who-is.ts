import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import { type Actor, nobody } from '../../kit/actor.ts'
import { later } from '../../kit/clock.ts'
import type { Database, Look } from '../../kit/db/database.ts'
import { runPrepared } from '../../kit/db/prepared.ts'
import { gather } from '../../kit/gather.ts'
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

const askSessions = (look: Look, hashes: readonly Buffer[]) =>
  look.db
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.account as a', (j) => j.onRef('a.region', '=', 's.region').onRef('a.id', '=', 's.account_id'))
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
    .select((e) => [
      's.token_hash',
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
      // Asked of officers only: a worker signs in without one.
      e
        .case()
        .when('a.staff', '=', true)
        .then(
          e.exists(e.selectFrom('accounts.passkey as k').select('k.id').whereRef('k.region', '=', 'a.region').whereRef('k.account_id', '=', 'a.id')),
        )
        .else(false)
        .end()
        .as('passkey'),
    ])
    .where('s.region', '=', look.region)
    .where('s.token_hash', '=', sql<Buffer>`any(${hashes as Buffer[]}::bytea[])`)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', look.at)
    .where('a.disabled_at', 'is', null)
const sessionsOf = async (look: Look, hashes: readonly Buffer[]) => (await runPrepared(look.raw, askSessions(look, hashes))).rows
type Session = Awaited<ReturnType<typeof sessionsOf>>[number]

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

type Found = { session: Session; at: Date; actor: Actor }

/** Who bears these tokens: asked together, since in a rush many ask at once and each must be asked anew. */
const bearersOf = (db: Database, home: number, demo: boolean) => (tokens: readonly string[]) =>
  db.read({ region: home, by: nobody }, async (look) => {
    const hashes = tokens.map(hashToken)
    const found = new Map<string, Found>()
    for (const session of await sessionsOf(look, hashes))
      found.set(session.token_hash.toString('hex'), { session, at: look.at, actor: await actorOf(look, session, demo) })
    return hashes.map((h) => found.get(h.toString('hex')))
  })

/** Names the bearer of a session cookie or an API token; a spent or foreign one is nobody. */
export const whoIs = (db: Database, home: number, demo: boolean): WhoIs => {
  const bearer = gather<string, Found | undefined>(bearersOf(db, home, demo), { most: 300, lanes: 1 })
  return async (request) => {
    const token = tokenOf(request)
    if (!token || regionOfToken(token) !== home) return nobody
    const found = await bearer(token)
    if (!found) return nobody
    // To the nearest ten minutes: a write with every request would cost more than it tells.
    if (found.session.seen_at < later(found.at, { minutes: -10 }))
      await db.write({ region: home, by: found.actor, operation: 'seen', request: '' }, (work) =>
        work.tx.updateTable('accounts.session').set({ seen_at: work.at }).where('region', '=', home).where('id', '=', found.session.id).execute(),
      )
    return found.actor
  }
}
