import { type ContestMoments, type TradeMoments, tradeState } from '@gongyou/contract/skills/states.ts'
import type { Look } from '../../kit/db/database.ts'
import { anyOf } from '../../kit/db/database.ts'
import type { ContestRow, RoundRow, TradeRow } from './access.ts'

export type PublicationRow = { trade_id: string; seq: number; published_at: Date; until: string; paper_id: string; objections: number; open: number }
export type TradeWhole = { trade: TradeRow; rounds: RoundRow[]; publication: PublicationRow | null; entrants: number }

const publications = (look: Look, trades: readonly string[]) =>
  look.db
    .selectFrom('skills.publication as p')
    .leftJoin('skills.objection as b', (j) =>
      j.onRef('b.region', '=', 'p.region').onRef('b.trade_id', '=', 'p.trade_id').onRef('b.seq', '=', 'p.seq'),
    )
    .leftJoin('cases.matter as m', (j) => j.onRef('m.region', '=', 'b.region').onRef('m.id', '=', 'b.case_id'))
    .where('p.region', '=', look.region)
    .where('p.trade_id', '=', anyOf(trades))
    .where('p.withdrawn_at', 'is', null)
    .groupBy(['p.trade_id', 'p.seq', 'p.published_at', 'p.until', 'p.paper_id'])
    .select(['p.trade_id', 'p.seq', 'p.published_at', 'p.until', 'p.paper_id'])
    .select((e) => [e.fn.count<number>('b.case_id').as('objections'), e.fn.count<number>('m.id').filterWhere('m.closed_at', 'is', null).as('open')])
    .execute()

/** The trades of some contests with everything their states follow from, in the order in which they were planned. */
export const tradesOf = async (look: Look, contests: readonly string[]): Promise<TradeWhole[]> => {
  const trades = await look.db
    .selectFrom('skills.trade')
    .selectAll()
    .where('region', '=', look.region)
    .where('competition_id', '=', anyOf(contests))
    .orderBy('id')
    .execute()
  const ids = trades.map((t) => t.id)
  const rounds = await look.db
    .selectFrom('skills.round')
    .selectAll()
    .where('region', '=', look.region)
    .where('trade_id', '=', anyOf(ids))
    .orderBy('seq')
    .execute()
  const entrants = await look.db
    .selectFrom('skills.entrant')
    .where('region', '=', look.region)
    .where('trade_id', '=', anyOf(ids))
    .where('withdrawn_at', 'is', null)
    .groupBy('trade_id')
    .select('trade_id')
    .select((e) => e.fn.countAll<number>().as('n'))
    .execute()
  const posted = await publications(look, ids)
  return trades.map((trade) => ({
    trade,
    rounds: rounds.filter((r) => r.trade_id === trade.id),
    publication: posted.find((p) => p.trade_id === trade.id) ?? null,
    entrants: entrants.find((e) => e.trade_id === trade.id)?.n ?? 0,
  }))
}

export const contestMoments = (c: Pick<ContestRow, 'plan_case_id' | 'approved_at' | 'announced_at' | 'entries_until'>): ContestMoments => ({
  submitted: c.plan_case_id !== null,
  approved: c.approved_at !== null,
  announced: c.announced_at !== null,
  entriesUntil: c.entries_until,
})
export const tradeMoments = ({ trade, rounds, publication }: TradeWhole): TradeMoments => ({
  rounds: rounds.map((r) => ({ weight: r.weight, drawn: r.drawn_at !== null, opened: r.opened_at !== null })),
  noticeUntil: publication?.until ?? null,
  awarded: trade.awarded_at !== null,
})
export const stateOf = (contest: ContestRow, whole: TradeWhole, today: string) => tradeState(contestMoments(contest), tradeMoments(whole), today)

/** One trade with its rounds and what was posted of it. */
export const wholeTrade = async (look: Look, trade: TradeRow) => (await tradesOf(look, [trade.competition_id])).find((w) => w.trade.id === trade.id)!
