import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from './within.ts'

/** Setting: a re-election is announced three months before the term ends. */
export const reminderDays = 92

/** Records a term of three or five years (Trade Union Law, art. 16). */
export const addTerm = async (work: Work, orgId: string, term: { number: number; from: string; years: 3 | 5 }) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select('id')
    .where('region', '=', work.region)
    .where('id', '=', orgId)
    .where(clause(await reachOf(work, 'organisations.edit'), 'id'))
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  return beginTerm(work, orgId, term)
}

/** The same where the decision was taken elsewhere: by the steps of a case. */
export const beginTerm = async (work: Work, orgId: string, term: { number: number; from: string; years: 3 | 5 }) => {
  const ends = `${Number(term.from.slice(0, 4)) + term.years}${term.from.slice(4)}`.replace(/-02-29$/, '-02-28')
  await work.tx
    .insertInto('organisations.term')
    .values({ region: work.region, id: newId(), org_id: orgId, number: term.number, years: term.years, during: `[${term.from},${ends})` })
    .execute()
  work.ledger.act({
    kind: 'organisation.term-began',
    subject: orgId,
    org: orgId,
    day: term.from,
    data: { number: term.number, years: term.years, ends },
  })
}

/** Unions whose latest term has ended or ends soon: earliest first. */
export const endingTermsOf = async (look: Look, until?: string) => {
  const reach = await reachOf(look, 'organisations.read')
  const { rows } = await sql<{ id: string; name: string; number: number; to: string; town: number | null }>`
    select o.id, o.name, t.number, upper(t.during) as to, o.town from organisations.org o
      join lateral (select number, during from organisations.term where region = o.region and org_id = o.id order by number desc limit 1) t on true
     where o.region = ${look.region} and o.dissolved_on is null and ${clause(reach, 'o.id')} and upper(t.during) <= ${until ?? addDays(look.today, reminderDays)}::date
     order by upper(t.during), o.name limit 500`.execute(look.raw)
  return { rows: rows.map((r) => ({ org: { id: r.id, name: r.name }, number: r.number, to: r.to, town: r.town })) }
}
