import { drawn } from '@gongyou/contract/kit/draw.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type RoundRow, lockRound } from './access.ts'
import { wholeTrade } from './moments.ts'
import { scoresOf } from './scores.ts'

const entrants = (look: Look, tradeId: string) =>
  look.db
    .selectFrom('skills.entrant as e')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'e.region').onRef('o.id', '=', 'e.unit_id'))
    .where('e.region', '=', look.region)
    .where('e.trade_id', '=', tradeId)
    .where('e.withdrawn_at', 'is', null)
    .select(['e.id', 'e.unit_id', 'e.person_id', 'o.town'])
    .execute()

/** Who goes on from a round that lets only so many through; all who are level with the last of them go on too. */
const wentOn = async (look: Look, round: RoundRow) => {
  if (!round.opened_at) throw refuse('skills.earlier-round-open')
  const scored = (await scoresOf(look, round)).flatMap((s) => (s.result.is === 'scored' ? [{ id: s.entrant, score: s.result.score }] : []))
  const last = scored.map((s) => s.score).sort((a, b) => b - a)[round.advance! - 1] ?? 0
  return new Set(scored.filter((s) => s.score >= last).map((s) => s.id))
}

const judgesFor = async (work: Work, round: RoundRow, contestId: string, units: ReadonlySet<string>, wanted: number) => {
  if (!round.judged) return []
  const panel = await work.db
    .selectFrom('skills.judge')
    .select(['person_id', 'unit_id'])
    .where('region', '=', work.region)
    .where('competition_id', '=', contestId)
    .execute()
  const free = panel.filter((j) => !units.has(j.unit_id))
  if (wanted === 0 || free.length < wanted) throw refuse('skills.too-few-judges')
  const order = await drawn(
    round.seed,
    free.map((j) => j.person_id),
  )
  return order.slice(0, wanted).map((id) => free.find((j) => j.person_id === id)!)
}

/** Draws blind numbers and judges; from now on the list stands, and the seed is published. */
export const drawRound = async (work: Work, roundId: string, wantedJudges: number) => {
  const { round, trade, contest } = await lockRound(work, roundId, 'skills.run')
  if (!contest.announced_at) throw refuse('skills.not-announced')
  if (round.drawn_at) throw refuse('skills.already-drawn')
  const { rounds } = await wholeTrade(work, trade)
  const gate = rounds.filter((r) => r.seq < round.seq && r.advance !== null).at(-1)
  const through = gate ? await wentOn(work, gate) : undefined
  const starters = (await entrants(work, trade.id)).filter((e) => !through || through.has(e.id))
  if (starters.length === 0) throw refuse('skills.nobody-starts')
  const order = await drawn(
    round.seed,
    starters.map((e) => e.id),
  )
  const judges = await judgesFor(work, round, contest.id, new Set(starters.map((e) => e.unit_id)), wantedJudges)
  const { region } = work
  await work.tx
    .insertInto('skills.start')
    .values(order.map((id, i) => ({ region, round_id: roundId, entrant_id: id, unit_id: starters.find((e) => e.id === id)!.unit_id, blind: i + 1 })))
    .execute()
  if (judges.length > 0)
    await work.tx
      .insertInto('skills.round_judge')
      .values(
        judges.map((j, i) => ({
          region,
          round_id: roundId,
          competition_id: contest.id,
          person_id: j.person_id,
          unit_id: j.unit_id,
          seat: i + 1,
          how: 'drawn',
        })),
      )
      .execute()
  await work.tx.updateTable('skills.round').set({ drawn_at: work.at }).where('region', '=', region).where('id', '=', roundId).execute()
  await count(work, { round, trade, contest, rounds }, starters)
  return { seed: round.seed, seedHash: round.seed_hash, entrants: order, judges: judges.map((j) => j.person_id) }
}

type Held = Awaited<ReturnType<typeof lockRound>> & { rounds: readonly RoundRow[] }

/** What a round, a trade and a contest count: three levels that are never added to each other. */
const count = async (work: Work, { round, trade, contest, rounds }: Held, starters: Awaited<ReturnType<typeof entrants>>) => {
  const day = round.held_on && round.held_on <= work.today ? round.held_on : work.today
  const about = { town: contest.town, level: contest.level, trade: trade.name, series: contest.series }
  const first = rounds.every((r) => !r.drawn_at)
  work.ledger.act({ kind: 'contest.round-held', subject: round.id, org: contest.org_id, day, data: { ...about, round: round.kind } })
  if (!first) return
  work.ledger.act({ kind: 'contest.trade-held', subject: trade.id, org: contest.org_id, day, data: about })
  const before = await work.db
    .selectFrom('skills.round as r')
    .innerJoin('skills.trade as t', (j) => j.onRef('t.region', '=', 'r.region').onRef('t.id', '=', 'r.trade_id'))
    .where('r.region', '=', work.region)
    .where('t.competition_id', '=', contest.id)
    .where('t.id', '!=', trade.id)
    .where('r.drawn_at', 'is not', null)
    .select('r.id')
    .limit(1)
    .executeTakeFirst()
  if (!before) work.ledger.act({ kind: 'contest.held', subject: contest.id, org: contest.org_id, day, data: about })
  for (const e of starters)
    work.ledger.act({ kind: 'contest.started', subject: e.id, org: e.unit_id, person: e.person_id, day, data: { ...about, town: e.town } }, false)
}
