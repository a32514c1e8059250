import { epochDay } from '../../kit/civil-date.ts'
import { compatible } from '../../kit/phrase.ts'
import { t } from '../../kit/text.ts'
import { type ComparedSide, type Finding, finding, type Held, isFlow, kin, quoted, sameAbout, sameWindow } from './comparable.ts'
import { partExceeds, sameThing } from './pairs.ts'

const sideWords = { now: '本期', before: '上年同期', reached: '已达', recent: '近一年', aim: '目标' } as const

/** What a comparison says without printing it: the number of the year before, how far a target has been reached. */
const implied = (c: Held, s: ComparedSide): Held => ({
  ...c,
  first: s.from === null ? 0 : epochDay(s.from),
  last: epochDay(s.to),
  wording: `${c.wording}（${sideWords[s.side]}${s.value}）`,
  claimed: { base: s.value, qualifier: 'exact', low: s.value, lowIncluded: true, high: s.value, highIncluded: true },
  from: s.from,
  to: s.to,
  measure: 'number',
  sides: [],
})

/** Numbers that comparisons rest on, held against numbers that were printed by themselves. */
export const restingOn = (numbers: readonly Held[], compared: readonly Held[]): Finding[] =>
  compared.flatMap((c) =>
    (c.sides ?? [])
      .filter((s) => s.side !== 'aim' && s.side !== 'recent')
      .map((s) => implied(c, s))
      .flatMap((side) => {
        const other = numbers.filter((n) => n.id !== c.id && kin(n) === kin(side) && isFlow(n) === isFlow(side))
        // Said by itself as well: then that number is the one to be compared.
        if (other.some((n) => sameWindow(n, side) && sameAbout(n, side) && n.definition === c.definition && compatible(n.claimed, side.claimed)))
          return []
        return other.flatMap((n) => sameThing(n, side) ?? (isFlow(n) ? (partExceeds(n, side) ?? partExceeds(side, n)) : undefined) ?? [])
      }),
  )

const round = (n: number) => Math.round(n * 100) / 100

/** A comparison that the two numbers printed beside it do not give. */
const adds = (c: Held, numbers: readonly Held[]): Finding[] => {
  const [now, before] = (['now', 'before'] as const).map((side) => c.sides?.find((s) => s.side === side))
  if (c.measure !== 'change' || !now || !before) return []
  const of = (s: ComparedSide) => numbers.filter((n) => n.from === s.from && n.to === s.to && sameAbout(n, c) && kin(n) === kin(c))
  const once = (list: readonly Held[]) => [...new Map(list.map((n) => [n.wording, n])).values()]
  return once(of(now)).flatMap((a) =>
    once(of(before)).flatMap((b) => {
      const [low, high] = [a.claimed.low - (b.claimed.high ?? Infinity), (a.claimed.high ?? Infinity) - b.claimed.low]
      if (c.claimed.base >= round(low) && c.claimed.base <= round(high)) return []
      const says = t(`${quoted(a)}减去${quoted(b)}，得不出${quoted(c)}。`, `${quoted(a)} less ${quoted(b)} does not come to ${quoted(c)}.`)
      return [finding('arithmetic', 'impossible', [a, b, c], says)]
    }),
  )
}

const exactlyDiffers = (a: Held, b: Held): Finding | undefined => (a.measure === b.measure ? sameThing(a, b) : undefined)

/** Comparisons and targets: against each other, and against the numbers that they rest on. */
export const comparedFindings = (numbers: readonly Held[], compared: readonly Held[]): Finding[] => [
  ...compared.flatMap((a, i) => compared.slice(i + 1).flatMap((b) => exactlyDiffers(a, b) ?? [])),
  ...restingOn(numbers, compared),
  ...compared.flatMap((c) => adds(c, numbers)),
]
