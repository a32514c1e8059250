import type { Claimed } from '../../kit/phrase.ts'
import { t } from '../../kit/text.ts'
import { openSubjects } from '../subjects.ts'
import {
  additive,
  type Finding,
  finding,
  type Held,
  isPartOf,
  isPlaced,
  kin,
  middle,
  number,
  quoted,
  sameAbout,
  sameWindow,
  top,
  within,
  years,
} from './comparable.ts'
import { unlikelyPace } from './pairs.ts'

/** Those that lie in none of the others. */
const outermost = (list: readonly Held[]) => {
  const sorted = [...list].sort((a, b) => (a.from! < b.from! ? -1 : a.from! > b.from! ? 1 : a.to > b.to ? -1 : a.to < b.to ? 1 : 0))
  let until = ''
  let last: Held | undefined
  return sorted.filter((c) => {
    const inside = c.to <= until && !(last && sameWindow(c, last) && !sameAbout(c, last))
    if (c.to > until) [until, last] = [c.to, c]
    return !inside
  })
}

const sum = (list: readonly Held[]) => list.reduce((n, c) => n + middle(c), 0)
/** One saying of each share; where the whole is said, nothing but the whole. */
const level = (list: readonly Held[]) => {
  const whole = list.filter((c) => c.about.share === null)
  return [...new Map((whole.length > 0 ? whole : list).map((c) => [c.about.share, c])).values()]
}

const gapsIn = (stock: readonly Held[], flows: readonly Held[]): Finding[] => {
  const days = [...new Set(stock.map((s) => s.to))].sort()
  return days.slice(1).flatMap((to, i) => {
    const [before, after] = [level(stock.filter((s) => s.to === days[i])), level(stock.filter((s) => s.to === to))]
    const since = flows.filter((f) => f.to > days[i]! && f.to <= to)
    const whole = since.filter((f) => f.about.share === null)
    const between = outermost(whole.length > 0 ? whole : since)
    const gap = sum(after) - sum(before) - sum(between)
    if (between.length === 0 || Math.abs(gap) < 1) return []
    return [
      finding(
        'stock-gap',
        'notice',
        [...before, ...between, ...after],
        t(
          `${days[i]} 有 ${number(sum(before))}，其后写明新增 ${number(sum(between))}，${to} 写 ${number(sum(after))}，还差 ${number(gap)} 没有说明。`,
          `${number(sum(before))} on ${days[i]}, ${number(sum(between))} said to be added, ${number(sum(after))} on ${to}: ${number(gap)} unexplained.`,
        ),
      ),
    ]
  })
}
/** From one stock to a later one: what the numbers in between do not explain. Two that were counted explain themselves by their records. */
export const stockGap = (stock: readonly Held[], flows: readonly Held[]): Finding[] => {
  const told = stock.filter((c) => !c.counted)
  const shares = [...new Set(told.flatMap((c) => c.about.share ?? []))]
  const of = (share: string) => (c: Held) => c.about.share === share
  return [
    ...gapsIn(told, flows),
    ...shares.flatMap((share) => (told.some((c) => c.about.share === null) ? gapsIn(told.filter(of(share)), flows.filter(of(share))) : [])),
  ]
}

/** A cut along a dimension of its own may overlap with others. */
const isClean = (share: string) => !/[:,+]/.test(share)

/** Parts of one period are added up where each is another part; persons are not, for one may stand in two. */
export const partsSummed = (list: readonly Held[]): readonly Held[] => {
  const byWindow = new Map<string, Held[]>()
  for (const c of list.filter(
    (x) => x.about.share !== null && isClean(x.about.share) && !openSubjects.includes(x.about.subject) && !isPlaced(x) && additive(x),
  )) {
    const key = `${c.from}|${c.to}|${kin(c)}|${c.scope}`
    byWindow.set(key, [...(byWindow.get(key) ?? []), c])
  }
  return [...byWindow.values()].flatMap((all) => {
    // What is said twice, and what is part of another part, is in the sum already.
    const parts = all.filter((c, i) => !all.some((o, j) => j !== i && isPartOf(c, o) && (!sameAbout(c, o) || j < i)))
    if (parts.length < 2) return []
    const total = (of: (c: Held) => number) => parts.reduce((n, c) => n + of(c), 0)
    const high = total(top)
    const claimed: Claimed = {
      base: total(middle),
      qualifier: 'exact',
      low: total((c) => c.claimed.low),
      lowIncluded: true,
      high: Number.isFinite(high) ? high : null,
      highIncluded: true,
    }
    const about = { ...parts[0]!.about, share: null }
    return [{ ...parts[0]!, id: parts.map((c) => c.id).join('+'), part: null, about, claimed, wording: parts.map((c) => c.wording).join('＋') }]
  })
}

/** What shorter periods leave for the rest of a longer one, where the rest would have to run quite differently. */
export const remainder = (whole: Held, list: readonly Held[], exceeding: ReadonlySet<string>): Finding[] => {
  const inside = list.filter((c) => c !== whole && !exceeding.has(c.id) && sameAbout(c, whole) && within(c, whole) && !sameWindow(c, whole))
  const apart = outermost(inside)
  const known = apart.reduce((n, c) => n + middle(c), 0)
  const knownYears = apart.reduce((n, c) => n + years(c), 0)
  const rest = middle(whole) - known
  const restYears = years(whole) - knownYears
  if (apart.length === 0 || known === 0 || restYears < 0.2 || rest <= 0) return []
  const [x, y] = [known / knownYears, rest / restYears]
  const times = Math.max(x, y) / Math.min(x, y)
  if (times < unlikelyPace) return []
  return [
    finding(
      'remainder',
      times >= 3 ? 'unlikely' : 'notice',
      [...apart, whole],
      t(
        `${quoted(whole)}中已写明 ${number(known)}（每年 ${number(x)}），其余时间要有 ${number(rest)}（每年 ${number(y)}）。`,
        `Of ${quoted(whole)} ${number(known)} are said elsewhere (${number(x)} a year); the rest would be ${number(rest)} (${number(y)} a year).`,
      ),
    ),
  ]
}

export const bareRate = (c: Held): Finding[] =>
  c.unit === 'percent' && !c.ofHowMany
    ? [
        {
          rule: 'bare-rate',
          weight: 'notice',
          claims: [c.id],
          says: t(`${quoted(c)}没有写明分子、分母和未答复的人数。`, `${quoted(c)} does not say out of how many, nor who did not answer.`),
          reasons: ['denominator'],
        },
      ]
    : []
