/** How far an activity is, drawn from the clock and the rows: no job turns it, so it cannot be late. */
export type Stage = 'draft' | 'submitted' | 'soon' | 'open' | 'full' | 'closed' | 'running' | 'finished' | 'cancelled' | 'archived'

export type PoolRow = {
  seats: number | null
  taken: number
  standby: number
  standbySeats: number
  opensAt: string
  closesAt: string
  rule: 'first' | 'draw'
  drawnAt: string | null
}
export type PoolStage = 'soon' | 'open' | 'standby' | 'full' | 'closed' | 'drawn'

/** Whether one can sign up, and for what: a seat, a place on the standby list, a lot. */
export const poolStage = (p: PoolRow, now: Date): PoolStage => {
  if (p.drawnAt) return 'drawn'
  if (now < new Date(p.opensAt)) return 'soon'
  if (now >= new Date(p.closesAt)) return 'closed'
  if (p.rule === 'draw' || p.seats === null || p.taken < p.seats) return 'open'
  return p.standby < p.standbySeats ? 'standby' : 'full'
}
