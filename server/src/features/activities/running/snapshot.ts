import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Snapshot } from '@gongyou/contract/activities/station.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import type { Hall } from '../house.ts'
import { type Activity, type SessionRow } from '../rows.ts'
import { checkInWindow } from './attend.ts'

// PKCS#8 frame of an Ed25519 seed (RFC 8410).
const frame = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = (keys: KeyRing) => createPrivateKey({ key: Buffer.concat([frame, keys.derive('check-in-list')]), format: 'der', type: 'pkcs8' })

/** Who may be let in, as of now: with seats and standby, each with the end of his phone number and his card. */
const personsOf = async (look: Look, hall: Hall, session: SessionRow): Promise<Snapshot['persons']> => {
  const rows = await look.db
    .selectFrom('activities.sign_up as u')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'u.region').onRef('p.id', '=', 'u.person_id'))
    .leftJoin('activities.attendance as t', (j) =>
      j.onRef('t.region', '=', 'u.region').onRef('t.person_id', '=', 'u.person_id').on('t.session_id', '=', session.id).on('t.undone_at', 'is', null),
    )
    .select(['u.id', 'u.person_id', 'p.name', 'p.mobile', 'u.state', 'u.seats', 't.at'])
    .where('u.region', '=', look.region)
    .where('u.pool_id', '=', session.pool_id)
    .where('u.state', 'in', ['confirmed', 'standby'])
    .orderBy('u.number')
    .limit(5000)
    .execute()
  const frames = await hall.personFrames(
    look,
    rows.map((r) => r.person_id),
  )
  return rows.map((r) => ({
    signUpId: r.id,
    personId: r.person_id,
    name: r.name,
    phone: r.mobile?.slice(-4) ?? '',
    card: (frames.get(r.person_id)?.['person.card'] as string | undefined) ?? null,
    state: r.state as 'confirmed' | 'standby',
    seats: r.seats,
    attendedAt: r.at?.toISOString() ?? null,
  }))
}

/** The list a station takes along, with its rules, signed: what was changed on the way is refused by the phone. */
export const snapshotOf = async (look: Look, hall: Hall, { row }: Activity, session: SessionRow) => {
  const pool = await look.db
    .selectFrom('activities.pool')
    .select(['seats', 'taken'])
    .where('region', '=', look.region)
    .where('id', '=', session.pool_id)
    .executeTakeFirstOrThrow()
  const window = checkInWindow(session)
  const snapshot: Snapshot = {
    session: {
      id: session.id,
      title: row.title,
      startsAt: session.starts_at.toISOString(),
      endsAt: session.ends_at.toISOString(),
      place: session.place,
    },
    madeAt: look.at.toISOString(),
    from: window.from.toISOString(),
    until: window.until.toISOString(),
    seats: pool.seats,
    taken: pool.taken,
    persons: await personsOf(look, hall, session),
  }
  const signed = JSON.stringify(snapshot)
  const key = privateKey(hall.keys)
  return {
    snapshot,
    signed,
    signature: sign(null, Buffer.from(signed), key).toString('base64url'),
    key: createPublicKey(key).export({ format: 'jwk' }).x!,
    cardKey: hall.cardKey(hall.keys),
  }
}
