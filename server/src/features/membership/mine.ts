import type { MyMembership } from '@gongyou/contract/membership/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { cardToken } from './card.ts'

/** What the signed-in person is to the union: membership, card, application under way. */
export const mineOf = async (look: Look, keys: KeyRing, person: { id: string; name: string }): Promise<MyMembership> => {
  const m = await look.db
    .selectFrom('membership.membership as m')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .select(['m.status', 'm.card_number', 'm.joined_on', 'o.id', 'o.name'])
    .where('m.region', '=', look.region)
    .where('m.person_id', '=', person.id)
    .executeTakeFirst()
  const a = await look.db
    .selectFrom('membership.application as a')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.id', '=', 'a.org_id'))
    .select(['a.id', 'a.number', 'a.status', 'a.reason', 'a.due_on', 'o.id as org_id', 'o.name as org_name'])
    .where('a.region', '=', look.region)
    .where('a.person_id', '=', person.id)
    .orderBy('a.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const holdsCard = m?.card_number && (m.status === 'active' || m.status === 'transferring' || m.status === 'retained')
  return {
    person,
    status: m?.status ?? null,
    org: m ? { id: m.id, name: m.name } : null,
    cardNumber: m?.card_number ?? null,
    joinedOn: m?.joined_on ?? null,
    card: holdsCard ? cardToken(keys, { region: look.region, number: m.card_number!, name: person.name, on: look.today }) : null,
    application: a
      ? { id: a.id, number: a.number, status: a.status as 'submitted', reason: a.reason, dueOn: a.due_on, org: { id: a.org_id, name: a.org_name } }
      : null,
  }
}
