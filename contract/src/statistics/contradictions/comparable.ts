import { epochDay } from '../../kit/civil-date.ts'
import type { Claimed } from '../../kit/phrase.ts'
import type { Text } from '../../kit/text.ts'
import { type Unit, units } from '../../kit/units.ts'
import type { ClaimMeasure, SideName } from '../measured.ts'
import { covers, likeUnit, type Subject, subjectOf } from '../subjects.ts'

/** A number that another rests on: what it was, and of which days. */
export type ComparedSide = { readonly side: SideName; readonly value: number; readonly from: string | null; readonly to: string }

/** What of a published number is compared with others. `from: null`: a stock, as it stood that day. */
export type Comparable = {
  readonly id: string
  readonly topic: string
  /** A part of the topic; null is the whole of it. */
  readonly part: string | null
  readonly wording: string
  readonly claimed: Claimed
  readonly unit: Unit
  readonly from: string | null
  readonly to: string
  readonly scope: string
  readonly definition: string
  /** A rate that says out of how many. */
  readonly ofHowMany?: boolean
  /** Counted from records under a definition that can be read: whoever asks can tell. */
  readonly counted?: boolean
  /** Records came after it was published. */
  readonly late?: boolean
  /** What it says of its figure; the number itself where nothing is said. */
  readonly measure?: ClaimMeasure
  readonly sides?: readonly ComparedSide[]
}
/** The same with what it is about. */
export type Held = Comparable & {
  readonly about: Subject
  /** Days as numbers: every pair asks for them. */ readonly first: number
  readonly last: number
}
export const held = (c: Comparable): Held => ({ ...c, about: subjectOf(c), first: c.from === null ? 0 : epochDay(c.from), last: epochDay(c.to) })

/** `impossible`: cannot both be true as they stand. `unlikely`: can, but hardly. `notice`: a reader cannot tell. */
export type Weight = 'impossible' | 'unlikely' | 'notice'
export type Reason = 'definition' | 'window' | 'scope' | 'unit' | 'stock' | 'late' | 'denominator'
export const findingRules = [
  'differs',
  'part-exceeds',
  'pace',
  'remainder',
  'units',
  'stock-and-flow',
  'stock-gap',
  'bare-rate',
  'arithmetic',
] as const
export type Finding = {
  readonly rule: (typeof findingRules)[number]
  readonly weight: Weight
  readonly claims: readonly string[]
  readonly says: Text
  /** What may explain it, to be looked at in this order. */
  readonly reasons: readonly Reason[]
}

export const daysOf = (c: Held) => c.last - c.first + 1
export const years = (c: Held) => daysOf(c) / 365.25
export const middle = ({ claimed: c }: Comparable) => (c.high === null ? c.base : (c.low + c.high) / 2)
export const perYear = (c: Held) => middle(c) / Math.max(years(c), 1 / 12)
export const within = (a: Held, b: Held) => a.first >= b.first && a.last <= b.last
export const sameWindow = (a: Comparable, b: Comparable) => a.from === b.from && a.to === b.to
/** They overlap, or hardly a year lies between them. */
export const near = (a: Held, b: Held) => b.first - a.last < 366 && a.first - b.last < 366
export const isFlow = (c: Comparable) => c.from !== null
export const top = (c: Comparable) => c.claimed.high ?? Infinity
export const number = (n: number) => Math.round(n).toLocaleString('en')
export const quoted = (c: Comparable) => `“${c.wording}”`
export const sameAbout = (a: Held, b: Held) => a.about.share === b.about.share && a.about.place === b.about.place
export const isPartOf = (a: Held, b: Held) => covers(b.about, a.about)
export const isShare = (c: Held) => c.about.share !== null || c.about.place !== ''
/** Counted somewhere: what is published of some places says nothing of all. */
export const isPlaced = (c: Held) => c.about.place !== ''
/** Wording of numbers that are compared as numbers: 家, 个 and 处 are one. */
export const kin = (c: Comparable) => likeUnit(c.unit)
export const additive = (c: Comparable) => units[c.unit].additive || kin(c) === 'organisations'

const reasonsOf = (a: Held, b: Held): Reason[] => {
  const found: [boolean, Reason][] = [
    [kin(a) !== kin(b), 'unit'],
    [a.scope !== b.scope, 'scope'],
    [a.definition !== b.definition || !sameAbout(a, b), 'definition'],
    [isFlow(a) !== isFlow(b), 'stock'],
    [!sameWindow(a, b), 'window'],
    [Boolean(a.late || b.late), 'late'],
  ]
  const reasons = found.filter(([is]) => is).map(([, r]) => r)
  // Same unit, window, scope and definition, and still not the same: only what was counted can differ.
  return reasons.length > 0 ? reasons : ['definition']
}
export const finding = (rule: Finding['rule'], weight: Weight, claims: readonly Held[], says: Text): Finding => ({
  rule,
  weight,
  claims: claims.map((c) => c.id),
  says,
  reasons: reasonsOf(claims[0]!, claims.at(-1)!),
})
