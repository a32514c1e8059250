import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { PersonPage } from '@gongyou/contract/membership/persons.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { personWithin } from './reach.ts'

const inOrder = async <T extends readonly unknown[]>(...asked: { [K in keyof T]: () => Promise<T[K]> }) => {
  const out: unknown[] = []
  for (const ask of asked) out.push(await ask())
  return out as unknown as T
}

const membershipOf = (look: Look, id: string) =>
  look.db
    .selectFrom('membership.membership as m')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .selectAll('m')
    .select('o.name as org')
    .where('m.region', '=', look.region)
    .where('m.person_id', '=', id)
    .executeTakeFirst()
const staysOf = (look: Look, id: string) =>
  look.db
    .selectFrom('membership.stay as s')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.org_id'))
    .select(['o.id', 'o.name', sql<string>`lower(s.during)`.as('from'), sql<string | null>`upper(s.during)`.as('to')])
    .where('s.region', '=', look.region)
    .where('s.person_id', '=', id)
    .orderBy(sql`lower(s.during)`, 'desc')
    .execute()
const employmentsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('organisations.employment as e')
    .leftJoin('organisations.employer as x', (j) => j.onRef('x.region', '=', 'e.region').onRef('x.id', '=', 'e.employer_id'))
    .select(['e.id', 'x.name', 'e.employer_name', 'e.occupation', 'e.employment_form as form', 'e.since', 'e.until'])
    .where('e.region', '=', look.region)
    .where('e.person_id', '=', id)
    .orderBy('e.since', 'desc')
    .execute()
const applicationsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('membership.application as a')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.id', '=', 'a.org_id'))
    .select(['a.id', 'a.number', 'a.status', 'a.submitted_at', 'o.id as org_id', 'o.name'])
    .where('a.region', '=', look.region)
    .where('a.person_id', '=', id)
    .orderBy('a.submitted_at', 'desc')
    .execute()
const consentsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('people.consent')
    .select(['purpose', 'given_at', 'withdrawn_at'])
    .where('region', '=', look.region)
    .where('person_id', '=', id)
    .orderBy('given_at', 'desc')
    .execute()
const transferOf = (look: Look, id: string) =>
  look.db
    .selectFrom('membership.transfer as t')
    .innerJoin('organisations.org as f', (j) => j.onRef('f.region', '=', 't.region').onRef('f.id', '=', 't.from_org_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 't.region').onRef('o.id', '=', 't.to_org_id'))
    .select(['t.id', 't.status', 't.version', 'f.id as from_id', 'f.name as from_name', 'o.id as to_id', 'o.name as to_name'])
    .where('t.region', '=', look.region)
    .where('t.person_id', '=', id)
    .where('t.status', 'in', ['asked', 'released'])
    .executeTakeFirst()
const historyOf = (look: Look, id: string) =>
  look.db
    .selectFrom('ledger.act as a')
    .leftJoin('people.person as w', (j) => j.onRef('w.region', '=', 'a.region').onRef('w.id', '=', 'a.actor_id'))
    .leftJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.id', '=', 'a.org_id'))
    .select(['a.kind', 'a.day', 'a.at', 'w.name as actor', 'o.id as org_id', 'o.name as org'])
    .where('a.region', '=', look.region)
    .where('a.subject_id', '=', id)
    .orderBy('a.at', 'desc')
    .limit(100)
    .execute()
const seenBy = (look: Look, id: string) =>
  look.db
    .selectFrom('ledger.audit')
    .select(['at', 'actor', 'action', 'purpose'])
    .where('region', '=', look.region)
    .where('person_id', '=', id)
    .where('purpose', 'is not', null)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()

/** One person on one page, masked. */
export const personPage = async (look: Look, id: string): Promise<PersonPage> => {
  const p = await personWithin(look, id, 'people.read')
  const [m, stays, employments, applications, consents, transfer, history, seen] = await inOrder(
    () => membershipOf(look, id),
    () => staysOf(look, id),
    () => employmentsOf(look, id),
    () => applicationsOf(look, id),
    () => consentsOf(look, id),
    () => transferOf(look, id),
    () => historyOf(look, id),
    () => seenBy(look, id),
  )
  return {
    id: p.id,
    name: p.name,
    sex: p.sex,
    birthOn: p.birth_on,
    idType: p.id_type,
    idLast4: p.id_last4,
    mobile: p.mobile ? maskPhone(p.mobile) : null,
    ethnicity: p.ethnicity,
    education: p.education,
    householdType: p.household_type,
    isMigrant: p.is_migrant,
    residenceTown: p.residence_town,
    skillLevel: p.skill_level,
    title: p.title,
    mergedInto: p.merged_into,
    version: p.version,
    membership: m
      ? {
          status: m.status,
          org: { id: m.org_id, name: m.org },
          cardNumber: m.card_number,
          joinedOn: m.joined_on,
          channel: m.channel,
          floating: m.floating,
          occupation: m.occupation,
          version: m.version,
        }
      : null,
    stays: stays.map((s) => ({ org: { id: s.id, name: s.name }, from: s.from, to: s.to })),
    employments: employments.map((e) => ({
      id: e.id,
      employer: e.name ?? e.employer_name ?? '—',
      occupation: e.occupation,
      form: e.form,
      since: e.since,
      until: e.until,
    })),
    applications: applications.map((a) => ({
      id: a.id,
      number: a.number,
      status: a.status as 'submitted',
      submittedAt: a.submitted_at.toISOString(),
      org: { id: a.org_id, name: a.name },
    })),
    consents: consents.map((c) => ({ purpose: c.purpose, givenAt: c.given_at.toISOString(), withdrawnAt: c.withdrawn_at?.toISOString() ?? null })),
    transfer: transfer
      ? {
          id: transfer.id,
          status: transfer.status,
          version: transfer.version,
          from: { id: transfer.from_id, name: transfer.from_name },
          to: { id: transfer.to_id, name: transfer.to_name },
        }
      : null,
    history: history.map((h) => ({
      kind: h.kind,
      day: h.day,
      at: h.at.toISOString(),
      actor: h.actor,
      org: h.org_id ? { id: h.org_id, name: h.org! } : null,
    })),
    seen: seen.map((s) => ({ ...s, at: s.at.toISOString() })),
  }
}
