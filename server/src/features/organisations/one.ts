import { posts as postNames } from '@gongyou/contract/organisations/posts.ts'
import type { Organisation } from '@gongyou/contract/organisations/routes.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from './within.ts'

const named = (id: string | null, name: string | null) => (id && name ? { id, name } : null)

const rowOf = async (look: Look, id: string) => {
  const reach = await reachOf(look, 'organisations.read')
  const row = await look.db
    .selectFrom('organisations.org as o')
    .leftJoin('organisations.org as p', (j) => j.onRef('p.region', '=', 'o.region').onRef('p.id', '=', 'o.parent_id'))
    .leftJoin('organisations.org as i', (j) => j.onRef('i.region', '=', 'o.region').onRef('i.id', '=', 'o.industry_parent_id'))
    .leftJoin('organisations.org as s', (j) => j.onRef('s.region', '=', 'o.region').onRef('s.id', '=', 'o.succeeded_by'))
    .leftJoin('organisations.employer as e', (j) => j.onRef('e.region', '=', 'o.region').onRef('e.id', '=', 'o.employer_id'))
    .selectAll('o')
    .select(['p.name as parent', 'i.name as industry', 's.name as successor', 'e.name as employer'])
    .where('o.region', '=', look.region)
    .where('o.id', '=', id)
    .where(clause(reach, 'o.id'))
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return row
}

const parentsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('organisations.org_parent as h')
    .innerJoin('organisations.org as p', (j) => j.onRef('p.region', '=', 'h.region').onRef('p.id', '=', 'h.parent_id'))
    .select(['h.line', 'p.id', 'p.name', sql<string>`lower(h.during)`.as('from'), sql<string | null>`upper(h.during)`.as('to')])
    .where('h.region', '=', look.region)
    .where('h.org_id', '=', id)
    .orderBy(sql`lower(h.during)`, 'desc')
    .execute()

const termsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('organisations.term')
    .select(['id', 'number', 'years', sql<string>`lower(during)`.as('from'), sql<string>`upper(during)`.as('to')])
    .where('region', '=', look.region)
    .where('org_id', '=', id)
    .orderBy('number', 'desc')
    .execute()

const postsOf = (look: Look, id: string) =>
  look.db
    .selectFrom('organisations.post as t')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 't.region').onRef('p.id', '=', 't.person_id'))
    .select([
      't.id',
      't.post',
      't.full_time',
      'p.id as person_id',
      'p.name',
      sql<string>`lower(t.during)`.as('from'),
      sql<string | null>`upper(t.during)`.as('to'),
    ])
    .where('t.region', '=', look.region)
    .where('t.org_id', '=', id)
    .orderBy(sql`lower(t.during)`, 'desc')
    .execute()

const historyOf = (look: Look, id: string) =>
  look.db
    .selectFrom('ledger.act as a')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.actor_id'))
    .select(['a.kind', 'a.day', 'p.name as actor', 'a.data'])
    .where('a.region', '=', look.region)
    .where('a.subject_id', '=', id)
    .orderBy('a.at', 'desc')
    .limit(100)
    .execute()

/** Everything about one organisation: present state, dated parents, terms, officers, what happened. */
export const organisationOf = async (look: Look, id: string): Promise<Organisation> => {
  const o = await rowOf(look, id)
  const [parents, terms, posts, history] = [await parentsOf(look, id), await termsOf(look, id), await postsOf(look, id), await historyOf(look, id)]
  return {
    id: o.id,
    kind: o.kind as Organisation['kind'],
    name: o.name,
    shortName: o.short_name,
    parent: named(o.parent_id, o.parent),
    industryParent: named(o.industry_parent_id, o.industry),
    employer: named(o.employer_id, o.employer),
    uscc: o.uscc,
    town: o.town,
    approvalNumber: o.approval_number,
    foundedOn: o.founded_on,
    dissolvedOn: o.dissolved_on,
    succeededBy: named(o.succeeded_by, o.successor),
    workersDeclared: o.workers_declared,
    womenDeclared: o.women_declared,
    declaredOn: o.declared_on,
    unitsCovered: o.units_covered,
    phone: o.phone,
    address: o.address,
    version: o.version,
    parents: parents.map((p) => ({ line: p.line as 'area', parent: { id: p.id, name: p.name }, from: p.from, to: p.to })),
    terms: terms.map((t) => ({ ...t, years: t.years as 3 | 5 })),
    posts: posts.map((p) => ({
      id: p.id,
      person: { id: p.person_id, name: p.name },
      post: p.post,
      postName: postNames[p.post as keyof typeof postNames]?.name.zh ?? p.post,
      fullTime: p.full_time,
      from: p.from,
      to: p.to,
    })),
    history: history.map((h) => ({ ...h, data: h.data as Record<string, unknown> })),
  }
}
