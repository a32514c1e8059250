import { contestAppeal } from '@gongyou/contract/skills/appeal.ts'
import { contestTemplates } from '@gongyou/contract/skills/result-paper.ts'
import { shownScore } from '@gongyou/contract/skills/scoring.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Engine, newestOf, openCase } from '../cases/index.ts'
import { startClock, stopClocksOf } from '../clocks/index.ts'
import { draftPaper } from '../papers/index.ts'
import { contestOf, holdTrade, lockTrade, tradeOf, tradeRow } from './access.ts'
import { decimalsOf } from './contests.ts'
import { wholeTrade } from './moments.ts'
import { type Ranked, rankingFromRounds, rankingOf } from './ranking.ts'
import { titlesOf } from './withdraw.ts'

const subject = (trade: string) => ({ kind: 'contest-trade', id: trade })

/** Whoever sees the contest may ask why the notice ends when it does. */
export const tradeSight = async (look: Look, id: string) => {
  const trade = await tradeRow(look, id)
  return trade !== undefined && (await contestOf(look, trade.competition_id, 'skills.read').catch(() => undefined)) !== undefined
}

const tableOf = (rows: readonly Ranked[], decimals: 0 | 1 | 2) => [
  ['名次', '参赛者', '单位', '成绩'],
  ...rows.flatMap((r) => (r.place === null ? [] : [[`${r.place}${r.shared ? '（并列）' : ''}`, r.name, r.unit, shownScore(r.final!, decimals)]])),
]

/** Posts the result: the ranking is written down as it is, the notice runs by the clock, the paper is drafted. */
export const publish = async (work: Work, tradeId: string) => {
  const { trade, contest } = await lockTrade(work, tradeId, 'skills.run')
  const whole = await wholeTrade(work, trade)
  if (whole.publication || trade.awarded_at) throw refuse('skills.published')
  const { complete, rows } = await rankingFromRounds(work, whole)
  if (!complete) throw refuse('skills.rounds-open')
  const clock = await startClock(work, {
    subject: subject(tradeId),
    label: `${contest.name} ${trade.name} 成绩公示`,
    link: `/contests/${contest.id}`,
    organisation: contest.org_id,
    owner: { right: 'skills.run' },
    rule: 'public_notice',
  })
  const decimals = decimalsOf(trade.decimals)
  const paper = await draftPaper(work, {
    organisation: contest.org_id,
    template: contestTemplates[0]!,
    values: {
      contest: contest.name,
      trade: trade.name,
      party: '各镇街总工会、直属工会',
      ranking: tableOf(rows, decimals),
      from: work.today,
      until: clock.dueOn,
    },
  })
  const seq = await nextSeq(work, tradeId)
  await work.tx
    .insertInto('skills.publication')
    .values({ region: work.region, trade_id: tradeId, seq, published_at: work.at, until: clock.dueOn, paper_id: paper.id })
    .execute()
  if (rows.length > 0)
    await work.tx
      .insertInto('skills.placing')
      .values(
        rows.map((r) => ({
          region: work.region,
          trade_id: tradeId,
          seq,
          entrant_id: r.id,
          place: r.place,
          shared: r.shared,
          final: r.final,
          rounds: JSON.stringify(r.rounds),
        })),
      )
      .execute()
  work.ledger.act({ kind: 'contest.result-posted', subject: tradeId, org: contest.org_id, data: { seq, until: clock.dueOn } })
  return { paper: paper.id, until: clock.dueOn }
}

const nextSeq = async (work: Work, trade: string) => {
  const { last } = await work.db
    .selectFrom('skills.publication')
    .select((e) => e.fn.max('seq').as('last'))
    .where('region', '=', work.region)
    .where('trade_id', '=', trade)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Takes a posted result back so that the arbitration group can put sheets right; it is posted anew for a full notice. */
export const withdrawPublication = async (work: Work, tradeId: string, because: string) => {
  const { trade, contest } = await lockTrade(work, tradeId, 'skills.arbitrate')
  const { publication } = await wholeTrade(work, trade)
  if (!publication || trade.awarded_at) throw refuse('record.refused', { says: '没有正在公示的成绩' })
  await work.tx
    .updateTable('skills.publication')
    .set({ withdrawn_at: work.at, withdrawn_because: because })
    .where('region', '=', work.region)
    .where('trade_id', '=', tradeId)
    .where('seq', '=', publication.seq)
    .execute()
  await stopClocksOf(work, subject(tradeId), 'cancelled', { because })
  work.ledger.act({ kind: 'contest.result-withdrawn', subject: tradeId, org: contest.org_id, data: { seq: publication.seq, because } })
}

/** An objection is a case of the arbitration group; as long as one is open no title is given. */
export const objectTo = async (work: Work, engine: Engine, tradeId: string, why: string) => {
  // Whatever is posted is posted to everybody: no right is asked for.
  const { trade, contest } = await holdTrade(work, tradeId)
  const { publication } = await wholeTrade(work, trade)
  if (!publication || work.today > publication.until || trade.awarded_at)
    throw refuse('record.refused', { says: '现在没有正在公示的成绩，异议请在公示期内提出' })
  const { service } = await newestOf(work, contestAppeal.code)
  const matter = await openCase(work, engine, {
    service,
    org: { id: contest.org_id, town: contest.town, name: contest.org },
    channel: work.by.kind === 'staff' ? 'office' : 'phone',
    ...(work.by.kind === 'worker' && work.by.personId ? { applicant: { id: work.by.personId, name: work.by.name } } : {}),
    title: `成绩异议 · ${contest.name} · ${trade.name}`,
    answers: { trade: `${contest.name} · ${trade.name}`.slice(0, 140), why },
  })
  await work.tx
    .insertInto('skills.objection')
    .values({ region: work.region, case_id: matter.row.id, trade_id: tradeId, seq: publication.seq })
    .execute()
  work.ledger.act({ kind: 'contest.objected', subject: tradeId, org: contest.org_id })
  return { number: matter.row.number }
}
export const rankingPage = async (look: Look, tradeId: string) => {
  const { trade } = await tradeOf(look, tradeId, 'skills.read')
  const { published, complete, rows } = await rankingOf(look, trade)
  const titles = await titlesOf(look, tradeId)
  const objections = await look.db
    .selectFrom('skills.objection as b')
    .innerJoin('cases.matter as m', (j) => j.onRef('m.region', '=', 'b.region').onRef('m.id', '=', 'b.case_id'))
    .where('b.region', '=', look.region)
    .where('b.trade_id', '=', tradeId)
    .select(['m.id', 'm.number', 'm.closed_at', 'm.opened_at'])
    .orderBy('m.opened_at')
    .execute()
  return {
    published,
    complete,
    decimals: decimalsOf(trade.decimals),
    rows: rows.map((r) => {
      const title = titles.find((t) => t.entrant_id === r.id)
      return {
        entrant: r.id,
        name: r.name,
        unit: r.unit,
        place: r.place,
        shared: r.shared,
        final: r.final,
        rounds: r.rounds,
        title: title ? (title.title === 'craftsman' ? ('craftsman' as const) : ('expert' as const)) : null,
        certificate: title?.code ?? null,
        withdrawnOn: title?.withdrawn_on ?? null,
        consented: r.consented,
      }
    }),
    objections: objections.map((o) => ({ case: o.id, number: o.number, closed: o.closed_at !== null, openedAt: o.opened_at.toISOString() })),
  }
}
