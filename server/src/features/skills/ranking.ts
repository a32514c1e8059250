import { type Placed, type TieRule, finalScore, ranked } from '@gongyou/contract/skills/scoring.ts'
import type { Look } from '../../kit/db/database.ts'
import type { RoundRow, TradeRow } from './access.ts'
import { decimalsOf, roundingOf } from './contests.ts'
import { type TradeWhole, wholeTrade } from './moments.ts'
import { type Scored, scoresOf } from './scores.ts'

export type Ranked = Placed & { name: string; unit: string; unitId: string; person: string | null; consented: boolean }

const entrantsOf = (look: Look, trade: string) =>
  look.db
    .selectFrom('skills.entrant as e')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'e.region').onRef('o.id', '=', 'e.unit_id'))
    .where('e.region', '=', look.region)
    .where('e.trade_id', '=', trade)
    .where('e.withdrawn_at', 'is', null)
    .select(['e.id', 'e.name', 'e.unit_id', 'e.person_id', 'e.consented_at', 'o.name as unit'])
    .orderBy('e.number')
    .execute()

const scoreIn = (scores: readonly Scored[], id: string) => scores.find((s) => s.entrant === id)

/** Scored in every round that counts and is open: without, no sum and no place. */
const finalOf = (trade: TradeRow, rounds: readonly { round: RoundRow; scores: Scored[] }[], id: string) => {
  const counting = rounds.filter((r) => r.round.weight > 0)
  const parts = counting.flatMap(({ round, scores }) => {
    const result = scoreIn(scores, id)?.result
    return result?.is === 'scored' ? [{ weight: round.weight, score: result.score }] : []
  })
  if (counting.length === 0 || parts.length < counting.length) return null
  return finalScore(parts, { decimals: decimalsOf(trade.decimals), rounding: roundingOf(trade.rounding) })
}

/** The ranking as it follows from the rounds that are open; `complete` once all are. */
export const rankingFromRounds = async (look: Look, whole: TradeWhole): Promise<{ complete: boolean; rows: Ranked[] }> => {
  const { trade } = whole
  const open: { round: RoundRow; scores: Scored[] }[] = []
  for (const round of whole.rounds) if (round.opened_at) open.push({ round, scores: await scoresOf(look, round) })
  const entrants = await entrantsOf(look, trade.id)
  const standings = entrants.map((e) => {
    const own = open.flatMap(({ round, scores }) => {
      const s = scoreIn(scores, e.id)
      return s ? [{ seq: round.seq, s }] : []
    })
    const times = own.flatMap(({ s }) => s.seconds ?? [])
    return {
      id: e.id,
      final: finalOf(trade, open, e.id),
      rounds: Object.fromEntries(own.flatMap(({ seq, s }) => (s.result.is === 'scored' ? [[seq, s.result.score]] : []))) as Record<number, number>,
      seconds: times.length > 0 ? times.reduce((a, b) => a + b, 0) : null,
    }
  })
  const rows = ranked(standings, trade.ties as TieRule[]).map((r) => {
    const e = entrants.find((x) => x.id === r.id)!
    return { ...r, name: e.name, unit: e.unit, unitId: e.unit_id, person: e.person_id, consented: e.consented_at !== null }
  })
  return { complete: whole.rounds.length > 0 && whole.rounds.every((r) => r.opened_at), rows }
}

const postedRows = async (look: Look, trade: string, seq: number): Promise<Ranked[]> => {
  const rows = await look.db
    .selectFrom('skills.placing as p')
    .innerJoin('skills.entrant as e', (j) => j.onRef('e.region', '=', 'p.region').onRef('e.id', '=', 'p.entrant_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'e.region').onRef('o.id', '=', 'e.unit_id'))
    .where('p.region', '=', look.region)
    .where('p.trade_id', '=', trade)
    .where('p.seq', '=', seq)
    .select([
      'p.entrant_id',
      'p.place',
      'p.shared',
      'p.final',
      'p.rounds',
      'e.name',
      'e.unit_id',
      'e.person_id',
      'e.consented_at',
      'e.number',
      'o.name as unit',
    ])
    .orderBy('p.place', (o) => o.asc().nullsLast())
    .orderBy('e.number')
    .execute()
  return rows.map((r) => ({
    id: r.entrant_id,
    place: r.place,
    shared: r.shared,
    final: r.final,
    rounds: r.rounds as Record<number, number>,
    seconds: null,
    name: r.name,
    unit: r.unit,
    unitId: r.unit_id,
    person: r.person_id,
    consented: r.consented_at !== null,
  }))
}

/** What stands: the ranking as it was posted, else what the open rounds come to. */
export const rankingOf = async (look: Look, trade: TradeRow) => {
  const whole = await wholeTrade(look, trade)
  if (whole.publication) return { whole, published: true, complete: true, rows: await postedRows(look, trade.id, whole.publication.seq) }
  return { whole, published: false, ...(await rankingFromRounds(look, whole)) }
}
