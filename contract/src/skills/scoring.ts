/**
 * How sheets become places. Everything is counted in whole hundredths of a point and, between them, in exact fractions:
 * a score is rounded once, where it is announced, so that anybody can do the sum again with a pencil.
 */

/** One line of a score sheet; `weight` is its share of the hundred points in ten-thousandths. */
export type ScoreItem = { readonly code: string; readonly name: string; readonly full: number; readonly weight: number }
/** 扣分: once, for each time, or out of the contest. Points in hundredths of the hundred-point score. */
export type Penalty = { readonly code: string; readonly name: string; readonly kind: 'once' | 'each' | 'out'; readonly points: number }
/** 评分办法 of one round. */
export type Scheme = {
  readonly items: readonly ScoreItem[]
  readonly penalties: readonly Penalty[]
  /** From so many sheets on, so many of the highest and the lowest do not count; null where all count. */
  readonly drop: { readonly from: number; readonly high: number; readonly low: number } | null
  readonly decimals: 0 | 1 | 2
  readonly rounding: 'half_up' | 'down'
}
/** What one judge gave: hundredths for every item, how often for a penalty. */
export type Marks = { readonly items: Readonly<Record<string, number>>; readonly penalties: Readonly<Record<string, number>> }

export const whole = 10_000
export type SchemeFault = 'no-items' | 'same-code' | 'full' | 'weights' | 'penalty' | 'drop'

/** What is wrong with a way of scoring; nothing where it can be used. */
export const faultsOfScheme = (s: Scheme): SchemeFault[] => {
  const codes = [...s.items, ...s.penalties].map((x) => x.code)
  const { drop } = s
  const wrong: [SchemeFault, boolean][] = [
    ['no-items', s.items.length === 0],
    ['same-code', new Set(codes).size !== codes.length],
    ['full', s.items.some((i) => !isCount(i.full) || i.full === 0)],
    ['weights', s.items.some((i) => !isCount(i.weight) || i.weight === 0) || sum(s.items.map((i) => i.weight)) !== whole],
    ['penalty', s.penalties.some((p) => !isCount(p.points) || (p.kind !== 'out' && p.points === 0))],
    ['drop', drop !== null && (![drop.from, drop.high, drop.low].every(isCount) || drop.from <= drop.high + drop.low)],
  ]
  return wrong.flatMap(([fault, is]) => (is ? [fault] : []))
}

export type MarkFault = { readonly path: string; readonly is: 'missing' | 'unknown' | 'above-full' | 'not-a-score'; readonly full?: number }

/** What is wrong with a filled sheet: a mark above full marks, an item of another round, an item left open. */
export const faultsOfMarks = (s: Scheme, m: Marks): MarkFault[] => {
  const items = new Map(s.items.map((i) => [i.code, i]))
  const penalties = new Set(s.penalties.map((p) => p.code))
  return [
    ...s.items.flatMap((i): MarkFault[] => {
      const mark = Object.hasOwn(m.items, i.code) ? m.items[i.code] : undefined
      if (mark === undefined) return [{ path: i.code, is: 'missing' }]
      if (!isCount(mark)) return [{ path: i.code, is: 'not-a-score' }]
      return mark > i.full ? [{ path: i.code, is: 'above-full', full: i.full }] : []
    }),
    ...Object.keys(m.items).flatMap((code): MarkFault[] => (items.has(code) ? [] : [{ path: code, is: 'unknown' }])),
    ...Object.entries(m.penalties).flatMap(([code, times]): MarkFault[] => {
      if (!penalties.has(code)) return [{ path: code, is: 'unknown' }]
      return isCount(times) && times <= 100 ? [] : [{ path: code, is: 'not-a-score' }]
    }),
  ]
}

/** An exact number of hundredths. */
export type Exact = { readonly n: bigint; readonly d: bigint }
const exact = (n: bigint, d = 1n): Exact => ({ n, d })
const plus = (a: Exact, b: Exact) => exact(a.n * b.d + b.n * a.d, a.d * b.d)
/** Below nought, nought or above it, as `a` is less, the same or more. */
export const compare = (a: Exact, b: Exact) => {
  const [x, y] = [a.n * b.d, b.n * a.d]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The score of one sheet out of a hundred points: marks by weight, less penalties, never below nought. */
export const sheetScore = (s: Scheme, m: Marks): Exact => {
  const earned = s.items.reduce((all, i) => plus(all, exact(BigInt(m.items[i.code] ?? 0) * BigInt(i.weight), BigInt(i.full))), exact(0n))
  const lost = s.penalties.reduce((all, p) => {
    const times = m.penalties[p.code] ?? 0
    return p.kind === 'out' ? all : all + (p.kind === 'once' ? Math.min(times, 1) : times) * p.points
  }, 0)
  const left = plus(earned, exact(-BigInt(lost)))
  return left.n < 0n ? exact(0n) : left
}

/** Rounded to the decimals that are announced, in whole hundredths. */
export const rounded = ({ n, d }: Exact, { decimals, rounding }: Pick<Scheme, 'decimals' | 'rounding'>): number => {
  const step = 10n ** BigInt(2 - decimals)
  const half = rounding === 'half_up' ? d * step : 0n
  return Number(((2n * n + half) / (2n * d * step)) * step)
}

/** A judge who sees something that ends the contest for an entrant says so on his sheet; most of them must. */
const isOut = (s: Scheme, sheets: readonly Marks[]) => {
  const outs = s.penalties.filter((p) => p.kind === 'out')
  return sheets.filter((m) => outs.some((p) => (m.penalties[p.code] ?? 0) > 0)).length * 2 > sheets.length
}

export type RoundResult = { readonly is: 'scored'; readonly score: number; readonly dropped: readonly number[] } | { readonly is: 'out' | 'absent' }

/** What the sheets of one entrant come to in one round. `dropped` names the sheets that did not count, by their position. */
export const roundScore = (s: Scheme, sheets: readonly Marks[]): RoundResult => {
  if (sheets.length === 0) return { is: 'absent' }
  if (isOut(s, sheets)) return { is: 'out' }
  const totals = sheets.map((m, at) => ({ at, total: sheetScore(s, m) })).sort((a, b) => compare(a.total, b.total) || a.at - b.at)
  const drops = s.drop && sheets.length >= s.drop.from ? s.drop : { high: 0, low: 0 }
  const kept = totals.slice(drops.low, totals.length - drops.high)
  const all = kept.reduce((so, { total }) => plus(so, total), exact(0n))
  const dropped = totals.filter((t) => !kept.includes(t)).map((t) => t.at)
  return { is: 'scored', score: rounded(exact(all.n, all.d * BigInt(kept.length)), s), dropped }
}

/** The announced scores of the rounds by their weight, which come to the whole together. */
export const finalScore = (rounds: readonly { weight: number; score: number }[], how: Pick<Scheme, 'decimals' | 'rounding'>) =>
  rounded(
    exact(
      rounds.reduce((all, r) => all + BigInt(r.score) * BigInt(r.weight), 0n),
      BigInt(whole),
    ),
    how,
  )

/** What settles a tie, in the order declared: the score of a round (by its number), or the shorter time over all rounds. */
export type TieRule = { readonly by: 'round'; readonly round: number } | { readonly by: 'time' }

export type Standing = {
  readonly id: string
  /** Null where somebody was not there, or was ruled out: no place. */
  readonly final: number | null
  readonly rounds: Readonly<Record<number, number>>
  readonly seconds: number | null
}
export type Placed = Standing & { readonly place: number | null; readonly shared: boolean }

const settle = (ties: readonly TieRule[], a: Standing, b: Standing) => {
  for (const rule of ties) {
    const by =
      rule.by === 'round'
        ? (b.rounds[rule.round] ?? -1) - (a.rounds[rule.round] ?? -1)
        : (a.seconds ?? Number.MAX_SAFE_INTEGER) - (b.seconds ?? Number.MAX_SAFE_INTEGER)
    if (by !== 0) return by
  }
  return 0
}

/** Places from the best down. Who is level to the last rule shares a place, and the next place is left out (1, 2, 2, 4). */
export const ranked = (standings: readonly Standing[], ties: readonly TieRule[]): Placed[] => {
  const better = (a: Standing, b: Standing) => (b.final ?? -1) - (a.final ?? -1) || settle(ties, a, b)
  const placed = standings.filter((s) => s.final !== null).sort((a, b) => better(a, b) || (a.id < b.id ? -1 : 1))
  const level = (a: Standing | undefined, b: Standing | undefined) => a !== undefined && b !== undefined && better(a, b) === 0
  let place = 0
  const rows = placed.map((s, i) => {
    if (!level(placed[i - 1], s)) place = i + 1
    return { ...s, place, shared: level(placed[i - 1], s) || level(s, placed[i + 1]) }
  })
  return [...rows, ...standings.filter((s) => s.final === null).map((s) => ({ ...s, place: null, shared: false }))]
}

/** As it is announced: 91.5, never a float's idea of it. */
export const shownScore = (hundredths: number, decimals: 0 | 1 | 2 = 2) => {
  const points = `${Math.trunc(hundredths / 100)}`
  return decimals === 0
    ? points
    : `${points}.${String(hundredths % 100)
        .padStart(2, '0')
        .slice(0, decimals)}`
}
/** `91.5` as hundredths; undefined for anything that is no score. */
export const readScore = (typed: string): number | undefined => {
  const parts = /^(\d{1,4})(?:[.．](\d{1,2}))?$/.exec(typed.trim())
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}

const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
