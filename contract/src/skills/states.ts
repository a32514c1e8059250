import type { ContestState } from './codes.ts'
import { contestStates } from './codes.ts'

export type ContestMoments = {
  readonly submitted: boolean
  readonly approved: boolean
  readonly announced: boolean
  readonly entriesUntil: string
}
export type TradeMoments = {
  readonly rounds: readonly { readonly weight: number; readonly drawn: boolean; readonly opened: boolean }[]
  /** Last day of the standing publication. */
  readonly noticeUntil: string | null
  readonly awarded: boolean
}

/** Where a contest stands before anything is drawn: nobody sets it, it follows from what happened and from the day. */
const before = (c: ContestMoments, today: string): ContestState => {
  if (!c.approved) return c.submitted ? 'submitted' : 'planned'
  if (!c.announced) return 'approved'
  return today <= c.entriesUntil ? 'entry' : 'closed'
}

export const tradeState = (c: ContestMoments, trade: TradeMoments, today: string): ContestState => {
  if (trade.awarded) return 'awarded'
  if (trade.noticeUntil !== null) return today <= trade.noticeUntil ? 'notice' : 'notice_over'
  if (trade.rounds.length > 0 && trade.rounds.every((r) => r.opened)) return 'scored'
  return trade.rounds.some((r) => r.drawn) ? 'running' : before(c, today)
}

/** A contest stands where the slowest of its trades stands. */
export const contestState = (c: ContestMoments, trades: readonly TradeMoments[], today: string): ContestState => {
  const order = contestStates.map((s) => s.code)
  const all = trades.map((trade) => order.indexOf(tradeState(c, trade, today)))
  if (all.length === 0) return before(c, today)
  // One trade under way while another still waits: the contest is under way.
  const slowest = order[Math.min(...all)]!
  const running = order.indexOf('running')
  return Math.max(...all) >= running && Math.min(...all) < running ? 'running' : slowest
}
