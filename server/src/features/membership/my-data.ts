import { actWords } from '@gongyou/contract/membership/act-words.ts'
import type { MyData } from '@gongyou/contract/membership/mine.ts'
import type { Look } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { countOf } from '../notices/index.ts'
import { employmentsOf, platformNames } from '../organisations/index.ts'
import { myPersonOf } from '../people/index.ts'
import { myApplicationsOf } from './applications.ts'
import type { Keeping } from './keeping.ts'

const membershipOf = async (look: Look, personId: string): Promise<MyData['membership']> => {
  const m = await look.db
    .selectFrom('membership.membership as m')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .select(['m.status', 'm.card_number', 'm.joined_on', 'm.channel', 'm.occupation', 'o.id', 'o.name'])
    .where('m.region', '=', look.region)
    .where('m.person_id', '=', personId)
    .executeTakeFirst()
  return m
    ? {
        status: m.status,
        org: { id: m.id, name: m.name },
        cardNumber: m.card_number,
        joinedOn: m.joined_on,
        channel: m.channel,
        occupation: m.occupation,
      }
    : null
}

const consentsOf = async (look: Look, personId: string): Promise<MyData['consents']> => {
  const rows = await look.db
    .selectFrom('people.consent')
    .selectAll()
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((c) => ({
    id: c.id,
    purpose: c.purpose,
    wording: c.wording_version,
    channel: c.channel,
    givenAt: c.given_at.toISOString(),
    withdrawnAt: c.withdrawn_at?.toISOString() ?? null,
  }))
}

/** What happened, from the acts about the person and about the person's applications and transfers. */
const historyOf = async (look: Look, personId: string, applications: readonly string[]): Promise<MyData['history']> => {
  const transfers = await look.db
    .selectFrom('membership.transfer')
    .select('id')
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .execute()
  const rows = await look.db
    .selectFrom('ledger.act as a')
    .leftJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.id', '=', 'a.org_id'))
    .select(['a.id', 'a.kind', 'a.day', 'a.at', 'o.name'])
    .where('a.region', '=', look.region)
    .where('a.subject_id', 'in', [personId, ...applications, ...transfers.map((t) => t.id)])
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((a) => ({ id: a.id, day: a.day, at: a.at.toISOString(), what: actWords[a.kind] ?? { zh: a.kind, en: a.kind }, org: a.name }))
}

const filesOf = async (look: Look, personId: string): Promise<MyData['files']> => {
  const rows = await look.db
    .selectFrom('documents.file')
    .select(['id', 'name', 'media_type', 'bytes', 'created_at'])
    .where('region', '=', look.region)
    .where('owner_person_id', '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((f) => ({ id: f.id, name: f.name, mediaType: f.media_type, bytes: Number(f.bytes), at: f.created_at.toISOString() }))
}

const keptOf = async (look: Look, keys: KeyRing, all: Keeping['kept'], personId: string) => {
  const parts = []
  for (const of of all) parts.push(...(await of(look, keys, personId)))
  return parts.filter((part) => part.entries.length > 0)
}

/** Everything the union holds about one person, for that person. */
export const myDataOf = async (look: Look, keys: KeyRing, { kept }: Pick<Keeping, 'kept'>, personId: string): Promise<MyData> => {
  const applications = await myApplicationsOf(look, personId)
  return {
    person: await myPersonOf(look, personId),
    membership: await membershipOf(look, personId),
    employments: await employmentsOf(look, personId),
    applications,
    consents: await consentsOf(look, personId),
    history: await historyOf(
      look,
      personId,
      applications.map((a) => a.id),
    ),
    messages: await countOf(look, personId),
    files: await filesOf(look, personId),
    platforms: await platformNames(look),
    kept: await keptOf(look, keys, kept, personId),
  }
}
