/** Seats of one pool as they stand while its row is locked; the functions below count in it. */
export type Places = {
  seats: number | null
  taken: number
  standby: number
  standbySeats: number
  quotas: Map<string, { seats: number; taken: number }>
}
export type Sex = 'male' | 'female'
/** Lines of men and of women are called by these words, lines of unions by the id of the union. */
export const isSex = (key: unknown): key is Sex => key === 'male' || key === 'female'

/** A sign-up is one unit, however many come with it: all get seats or none does. `quotas`: the lines it counts in, of a union and of a sex. */
export type Unit = { seats: number; quotas: readonly string[] }

const linesOf = (p: Places, { quotas }: Unit) => quotas.flatMap((key) => p.quotas.get(key) ?? [])
/** The lines that have too few seats left for it. */
export const fullLines = (p: Places, unit: Unit) =>
  unit.quotas.filter((key) => {
    const q = p.quotas.get(key)
    return q !== undefined && q.taken + unit.seats > q.seats
  })
const fitsQuota = (p: Places, unit: Unit) => fullLines(p, unit).length === 0
export const fits = (p: Places, unit: Unit) => (p.seats === null || p.taken + unit.seats <= p.seats) && fitsQuota(p, unit)

/** Takes (`by` 1) or gives back (-1) the seats of a unit. */
export const count = (p: Places, unit: Unit, by: 1 | -1) => {
  p.taken += by * unit.seats
  for (const q of linesOf(p, unit)) q.taken += by * unit.seats
}

/**
 * Seats for whoever comes now. `ahead`: those on standby, in order. Nobody overtakes: where somebody waits who is held up
 * by nothing but the size of his party, a newcomer waits behind him. Who waits only for the quota of his own union, or of his sex,
 * holds up nobody of another.
 */
export const seatNewcomer = (p: Places, unit: Unit, ahead: readonly Unit[]): 'confirmed' | 'standby' | 'full' => {
  if (fits(p, unit) && !ahead.some((a) => fitsQuota(p, a))) {
    count(p, unit, 1)
    return 'confirmed'
  }
  if (p.standby + unit.seats > p.standbySeats) return 'full'
  p.standby += unit.seats
  return 'standby'
}

/** Who moves up from standby, in order: whoever waits for the quota of his union is passed over, whoever needs more seats than are free is not. */
export const moveUp = <U extends Unit>(p: Places, waiting: readonly U[]): U[] => {
  const up: U[] = []
  for (const unit of waiting) {
    if (!fitsQuota(p, unit)) continue
    if (!fits(p, unit)) break
    count(p, unit, 1)
    p.standby -= unit.seats
    up.push(unit)
  }
  return up
}
