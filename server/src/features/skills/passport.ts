import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { talents } from '@gongyou/contract/skills/talents.ts'

const contestsOf = (look: Look, person: string) =>
  look.db
    .selectFrom('skills.entrant as e')
    .innerJoin('skills.trade as t', (j) => j.onRef('t.region', '=', 'e.region').onRef('t.id', '=', 'e.trade_id'))
    .innerJoin('skills.competition as c', (j) => j.onRef('c.region', '=', 't.region').onRef('c.id', '=', 't.competition_id'))
    .leftJoin('skills.publication as p', (j) =>
      j.onRef('p.region', '=', 't.region').onRef('p.trade_id', '=', 't.id').on('p.withdrawn_at', 'is', null),
    )
    .leftJoin('skills.placing as l', (j) =>
      j.onRef('l.region', '=', 'p.region').onRef('l.trade_id', '=', 'p.trade_id').onRef('l.seq', '=', 'p.seq').onRef('l.entrant_id', '=', 'e.id'),
    )
    .leftJoin('skills.title as h', (j) =>
      j.onRef('h.region', '=', 'e.region').onRef('h.trade_id', '=', 'e.trade_id').onRef('h.entrant_id', '=', 'e.id'),
    )
    .leftJoin('skills.certificate as k', (j) =>
      j.onRef('k.region', '=', 'h.region').onRef('k.id', '=', 'h.certificate_id').on('k.withdrawn_on', 'is', null),
    )
    .where('e.region', '=', look.region)
    .where('e.person_id', '=', person)
    .where('e.withdrawn_at', 'is', null)
    .select([
      'c.name as contest',
      'c.id as contest_id',
      't.name as trade',
      't.id as trade_id',
      't.awarded_at',
      'p.until',
      'c.held_from',
      'l.place',
      'h.title',
      'k.code',
    ])
    .orderBy('c.held_from', 'desc')
    .limit(100)
    .execute()

const coursesOf = (look: Look, person: string) =>
  look.db
    .selectFrom('skills.trainee as t')
    .innerJoin('skills.class as c', (j) => j.onRef('c.region', '=', 't.region').onRef('c.id', '=', 't.class_id'))
    .innerJoin('registers.entry as a', (j) => j.onRef('a.region', '=', 'c.region').onRef('a.id', '=', 'c.academy_id'))
    .leftJoin('skills.certificate as k', (j) =>
      j.onRef('k.region', '=', 't.region').onRef('k.id', '=', 't.certificate_id').on('k.withdrawn_on', 'is', null),
    )
    .where('t.region', '=', look.region)
    .where('t.person_id', '=', person)
    .where('t.left_at', 'is', null)
    .select(['c.id', 'c.name', 'a.title as academy', 'c.from_on', 'c.to_on', 'c.hours', 't.completed', 'k.code'])
    .select(
      sql<boolean>`c.finished_at is not null and not exists (select 1 from skills.class_rating r where r.region = t.region and r.class_id = t.class_id and r.person_id = t.person_id)
        and exists (select 1 from skills.attendance x where x.region = t.region and x.class_id = t.class_id and x.person_id = t.person_id)`.as(
        'rateable',
      ),
    )
    .orderBy('c.from_on', 'desc')
    .limit(100)
    .execute()

/** 技能护照: what one person has learnt, tried and won. Who may see it, the caller has judged. */
export const passportOf = async (look: Look, person: string) => {
  const certificates = await look.db
    .selectFrom('skills.certificate')
    .select(['number', 'code', 'award', 'reason', 'issued_on'])
    .where('region', '=', look.region)
    .where('person_id', '=', person)
    .where('withdrawn_on', 'is', null)
    .orderBy('issued_on', 'desc')
    .limit(100)
    .execute()
  const pool = await look.db
    .selectFrom('registers.entry')
    .select(['answers', 'created_at'])
    .where('region', '=', look.region)
    .where('register', '=', talents.code)
    .where('person_id', '=', person)
    .where('ended_on', 'is', null)
    .execute()
  return {
    contests: (await contestsOf(look, person)).map((c) => ({
      contest: c.contest,
      contestId: c.contest_id,
      trade: c.trade,
      tradeId: c.trade_id,
      noticeUntil: c.until !== null && !c.awarded_at && look.today <= c.until ? c.until : null,
      on: c.held_from,
      place: c.place,
      // A title whose certificate was withdrawn is held no more.
      title: c.code === null ? null : c.title === 'craftsman' ? ('craftsman' as const) : c.title === 'expert' ? ('expert' as const) : null,
      certificate: c.code,
    })),
    courses: (await coursesOf(look, person)).map((c) => ({
      name: c.name,
      academy: c.academy,
      from: c.from_on,
      to: c.to_on,
      hours: c.hours,
      completed: c.completed,
      certificate: c.code,
      rateable: c.rateable ? c.id : null,
    })),
    certificates: certificates.map((c) => ({ number: c.number, code: c.code, award: c.award, reason: c.reason, issuedOn: c.issued_on })),
    inPool: pool.map((p) => ({ trade: String((p.answers as { trade?: unknown }).trade ?? ''), since: p.created_at.toISOString() })),
  }
}
