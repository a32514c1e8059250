import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import type { AboutHotline } from '@gongyou/contract/hotline/routes.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { beneath, clause, narrow, reachOf } from '../organisations/index.ts'

export type Scope = { from: string; to: string; source?: string | undefined; org?: string | undefined }
export type Answer = 'yes' | 'no' | 'unreached'
/** `reached`: yes or no, what a rate is divided by. */
export type AnswerWanted = Answer | 'reached'
type Counted = { fact: string; when?: RawBuilder<boolean>; answer?: RawBuilder<Answer> }

const dim = (name: string) => sql<Answer>`f.dims ->> ${sql.lit(name)}`
const is = (name: string, value: string) => sql<boolean>`f.dims ->> ${sql.lit(name)} = ${sql.lit(value)}`

/** Closed in the thirty days before it was opened again. */
const soonAfterClosing = sql<boolean>`exists (
  select 1 from ledger.act c where c.region = a.region and c.subject_id = a.subject_id and c.kind = 'case.closed'
     and c.at <= a.at and c.at > a.at - interval '30 days')`

/** What each number counts: one fact, and which of its rows. The number and its list are both made from this. */
const counted: Record<AboutHotline, Counted> = {
  received: { fact: 'hotline-received' },
  answered: { fact: 'hotline-answered', answer: sql<Answer>`case f.dims ->> 'late' when 'false' then 'yes' else 'no' end` },
  calledBack: { fact: 'hotline-callbacks' },
  responded: { fact: 'hotline-callbacks', answer: dim('responded') },
  solved: { fact: 'hotline-callbacks', answer: dim('solved') },
  satisfied: { fact: 'hotline-callbacks', answer: dim('satisfied') },
  again: { fact: 'hotline-callbacks', when: is('again', 'true') },
  closed: { fact: 'cases-closed' },
  reopened: { fact: 'cases-reopened', when: soonAfterClosing },
  notOurs: { fact: 'cases-closed', when: is('outcome', 'not_ours') },
  elsewhere: { fact: 'cases-closed', when: is('outcome', 'elsewhere') },
}

/**
 * Facts about orders in a period. An order belongs to whoever handles it now, as in the list of cases: when it came it was
 * everybody's and nobody's, and a station would otherwise answer more than it ever received.
 */
const factsAbout = async (look: Look, fact: string, scope: Scope) => {
  const within = narrow(await reachOf(look, 'statistics.read'), await beneath(look, scope.org))
  return look.db
    .selectFrom('ledger.fact as f')
    .innerJoin('ledger.act as a', (j) => j.onRef('a.region', '=', 'f.region').onRef('a.id', '=', 'f.act_id'))
    .innerJoin('hotline.order as o', (j) => j.onRef('o.region', '=', 'a.region').onRef('o.case_id', '=', 'a.subject_id'))
    .innerJoin('cases.matter as m', (j) => j.onRef('m.region', '=', 'o.region').onRef('m.id', '=', 'o.case_id'))
    .where('f.region', '=', look.region)
    .where('f.fact', '=', fact)
    .where('f.day', '>=', scope.from)
    .where('f.day', '<=', scope.to)
    .where(clause(within, 'm.org_id'))
    .$if(fact.startsWith('cases-'), (q) => q.where(is('service', hotlineOrder.code)))
    .$if(scope.source !== undefined, (q) => q.where('o.source', '=', scope.source!))
}

const conditionOf = ({ when, answer }: Counted, wanted?: AnswerWanted) => {
  const said = !answer || !wanted ? sql`true` : wanted === 'reached' ? sql`${answer} <> 'unreached'` : sql`${answer} = ${sql.lit(wanted)}`
  return sql<boolean>`${when ?? sql`true`} and ${said}`
}

const countOf = async (look: Look, scope: Scope, about: AboutHotline, answer?: Answer) => {
  const c = counted[about]
  const { n } = await (
    await factsAbout(look, c.fact, scope)
  )
    .where(conditionOf(c, answer))
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Those who were not reached are in no denominator; without a denominator there is no rate. */
const shareOf = (yes: number, no: number) => ({ yes, of: yes + no, rate: yes + no > 0 ? yes / (yes + no) : null })

export const ratesOf = async (look: Look, scope: Scope) => {
  const n = (about: AboutHotline, answer?: Answer) => countOf(look, scope, about, answer)
  const rate = async (about: 'responded' | 'solved' | 'satisfied') => ({
    ...shareOf(await n(about, 'yes'), await n(about, 'no')),
    unreached: await n(about, 'unreached'),
  })
  return {
    received: await n('received'),
    closed: await n('closed'),
    answeredInTime: shareOf(await n('answered', 'yes'), await n('answered', 'no')),
    calledBack: await n('calledBack'),
    responded: await rate('responded'),
    solved: await rate('solved'),
    satisfied: await rate('satisfied'),
    handledAgain: await n('again'),
    reopenedWithin30Days: await n('reopened'),
    notOurs: await n('notOurs'),
    elsewhere: await n('elsewhere'),
  }
}

const sourceOf = (source: string): '12345' | '12351' => (source === '12351' ? '12351' : '12345')

type Wanted = Scope & { about: AboutHotline; answer?: AnswerWanted | undefined; after?: string | undefined; limit: number }

/** The orders behind one number, newest first: as many lines as the number says. */
export const recordsOf = async (look: Look, wanted: Wanted) => {
  const c = counted[wanted.about]
  if (wanted.answer && !c.answer) throw refuse('request.invalid', { fields: [{ path: 'answer', message: '这个数字不分是否' }] })
  const [day, act] = wanted.after?.split('|') ?? []
  const rows = await (
    await factsAbout(look, c.fact, wanted)
  )
    .innerJoin('organisations.org as u', (j) => j.onRef('u.region', '=', 'm.region').onRef('u.id', '=', 'm.org_id'))
    .where(conditionOf(c, wanted.answer))
    .$if(Boolean(day && act), (q) => q.where((e) => e(e.refTuple('f.day', 'f.act_id'), '<', e.tuple(day!, act!))))
    .select(['f.act_id', 'f.day', 'm.id', 'm.number', 'm.title', 'o.number as order', 'o.source', 'u.id as org_id', 'u.name as org'])
    .select(sql<Answer | null>`${c.answer ?? sql`null`}`.as('answer'))
    .orderBy('f.day', 'desc')
    .orderBy('f.act_id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: page.map((r) => ({
      act: r.act_id,
      case: r.id,
      number: r.number,
      order: r.order,
      source: sourceOf(r.source),
      title: r.title,
      org: { id: r.org_id, name: r.org },
      day: r.day,
      answer: r.answer,
    })),
    next: rows.length > page.length && last ? `${last.day}|${last.act_id}` : null,
  }
}
