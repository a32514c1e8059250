import { daysBetween } from '../kit/civil-date.ts'
import { type Claimed, compatible } from '../kit/phrase.ts'
import { t, type Text } from '../kit/text.ts'
import { type Unit, units } from '../kit/units.ts'

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
  /** Records came after it was published. */
  readonly late?: boolean
}

/** `impossible`: cannot both be true as they stand. `unlikely`: can, but hardly. `notice`: a reader cannot tell. */
export type Weight = 'impossible' | 'unlikely' | 'notice'
export type Reason = 'definition' | 'window' | 'scope' | 'unit' | 'stock' | 'late' | 'denominator'
export type Finding = {
  readonly rule: 'differs' | 'part-exceeds' | 'pace' | 'remainder' | 'units' | 'stock-and-flow' | 'stock-gap' | 'bare-rate'
  readonly weight: Weight
  readonly claims: readonly string[]
  readonly says: Text
  /** What may explain it, to be looked at in this order. */
  readonly reasons: readonly Reason[]
}

/** A single event says nothing of a year. */
const shortest = 60
/** How many times faster one must be than the other before it is asked about. */
const unlikelyPace = 1.5

const daysOf = (c: Comparable) => daysBetween(c.from!, c.to) + 1
const years = (c: Comparable) => daysOf(c) / 365.25
const perYear = (c: Comparable) => middle(c) / Math.max(years(c), 1 / 12)
const middle = ({ claimed: c }: Comparable) => (c.high === null ? c.base : (c.low + c.high) / 2)
const within = (a: Comparable, b: Comparable) => a.from! >= b.from! && a.to <= b.to
const sameWindow = (a: Comparable, b: Comparable) => a.from === b.from && a.to === b.to
/** They overlap, or hardly a year lies between them. */
const near = (a: Comparable, b: Comparable) => daysBetween(a.to, b.from!) < 366 && daysBetween(b.to, a.from!) < 366
const flow = (c: Comparable) => c.from !== null
const top = (c: Comparable) => c.claimed.high ?? Infinity
const number = (n: number) => Math.round(n).toLocaleString('en')
const quoted = (c: Comparable) => `“${c.wording}”`

const reasonsOf = (a: Comparable, b: Comparable): Reason[] => {
  const found: [boolean, Reason][] = [
    [a.unit !== b.unit, 'unit'],
    [a.scope !== b.scope, 'scope'],
    [a.definition !== b.definition || a.part !== b.part, 'definition'],
    [(a.from === null) !== (b.from === null), 'stock'],
    [!sameWindow(a, b), 'window'],
    [Boolean(a.late || b.late), 'late'],
  ]
  const reasons = found.filter(([is]) => is).map(([, r]) => r)
  // Same unit, window, scope and definition, and still not the same: only what was counted can differ.
  return reasons.length > 0 ? reasons : ['definition']
}
const finding = (rule: Finding['rule'], weight: Weight, claims: readonly Comparable[], says: Text): Finding => ({
  rule,
  weight,
  claims: claims.map((c) => c.id),
  says,
  reasons: reasonsOf(claims[0]!, claims.at(-1)!),
})

const sameThing = (a: Comparable, b: Comparable): Finding | undefined => {
  if (!sameWindow(a, b) || a.part !== b.part || compatible(a.claimed, b.claimed)) return undefined
  return finding(
    'differs',
    'impossible',
    [a, b],
    t(`同一时段、同一事项，${quoted(a)}与${quoted(b)}不能同时成立。`, `For one period ${quoted(a)} and ${quoted(b)} cannot both be true.`),
  )
}

/** A part cannot be larger than the whole: a shorter period in a longer one, one kind among all. */
const partExceeds = (a: Comparable, b: Comparable): Finding | undefined => {
  if (!within(a, b) || (sameWindow(a, b) && a.part === b.part) || (b.part !== null && a.part !== b.part) || a.claimed.low < top(b)) return undefined
  return finding(
    'part-exceeds',
    'impossible',
    [a, b],
    t(`${quoted(a)}是${quoted(b)}的一部分，却比它大。`, `${quoted(a)} is part of ${quoted(b)} and larger than it.`),
  )
}

/** One kind alone runs faster than all kinds together over the longer period. */
const partOutruns = (a: Comparable, b: Comparable): Finding | undefined => {
  if (a.part === null || b.part !== null || !within(a, b) || sameWindow(a, b) || perYear(a) <= perYear(b)) return undefined
  const says = t(
    `${quoted(a)}只是一部分，合每年 ${number(perYear(a))}；${quoted(b)}合每年 ${number(perYear(b))}。`,
    `${quoted(a)} is one kind only and ${number(perYear(a))} a year; ${quoted(b)} is ${number(perYear(b))} a year.`,
  )
  return finding('part-exceeds', 'unlikely', [a, b], says)
}

const pace = (a: Comparable, b: Comparable): Finding | undefined => {
  if (a.part !== b.part || sameWindow(a, b) || !near(a, b) || Math.min(daysOf(a), daysOf(b)) < shortest) return undefined
  const [x, y] = [perYear(a), perYear(b)]
  const times = Math.max(x, y) / Math.min(x, y)
  // Beside nothing at all everything is infinitely fast, and nobody needs to be told.
  if (!(times >= unlikelyPace) || !Number.isFinite(times) || within(a, b) || within(b, a)) return undefined
  return finding(
    'pace',
    'unlikely',
    [a, b],
    t(
      `相近的两个时段，${quoted(a)}合每年 ${number(x)}，${quoted(b)}合每年 ${number(y)}，相差 ${times.toFixed(1)} 倍。`,
      `Periods close to each other: ${quoted(a)} is ${number(x)} a year, ${quoted(b)} ${number(y)}; ${times.toFixed(1)} times as much.`,
    ),
  )
}

/** Units that readers take for one another. */
const confused: readonly (readonly Unit[])[] = [
  ['persons', 'attendances'],
  ['sessions', 'times', 'classes'],
  ['organisations', 'groups'],
]
/** 人 and 人次 of one thing: never compared as numbers, but persons cannot be more than attendances of the same period. */
const unitsDiffer = (a: Comparable, b: Comparable): Finding | undefined => {
  if (a.unit === b.unit || !near(a, b) || !confused.some((c) => c.includes(a.unit) && c.includes(b.unit))) return undefined
  const names = [units[a.unit].zh, units[b.unit].zh] as const
  return finding(
    'units',
    'notice',
    [a, b],
    t(
      `${quoted(a)}数的是${names[0]}，${quoted(b)}数的是${names[1]}，不能相加，也不能相比。`,
      `${quoted(a)} counts ${units[a.unit].en}, ${quoted(b)} ${units[b.unit].en}: they are neither added nor compared.`,
    ),
  )
}

const stockAndFlow = (a: Comparable, b: Comparable): Finding | undefined => {
  const [stock, added] = flow(a) ? [b, a] : [a, b]
  if (flow(a) === flow(b) || !flow(added) || stock.to < added.from! || stock.to > added.to) return undefined
  const young = added.claimed.low > top(stock)
  return finding(
    'stock-and-flow',
    young ? 'unlikely' : 'notice',
    [stock, added],
    t(
      `${quoted(stock)}是截至 ${stock.to} 的总数，${quoted(added)}是期内新增${young ? '，新增却多于总数' : ''}。`,
      `${quoted(stock)} is how many there were on ${stock.to}, ${quoted(added)} how many were added${young ? ', and more than there were' : ''}.`,
    ),
  )
}

/** From one stock to a later one: what the numbers in between do not explain. */
const stockGap = (stock: readonly Comparable[], flows: readonly Comparable[]): Finding[] => {
  const days = [...new Set(stock.map((s) => s.to))].sort()
  return days.slice(1).flatMap((to, i) => {
    const [before, after] = [stock.filter((s) => s.to === days[i]), stock.filter((s) => s.to === to)]
    const sum = (list: readonly Comparable[]) => list.reduce((n, c) => n + middle(c), 0)
    const between = flows.filter((f) => f.to > days[i]! && f.to <= to)
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

/** Counted in one organisation and beneath it. Others of its kind are counted elsewhere or nowhere: what is published of some says nothing of all. */
const isPlaced = (c: Comparable) => c.part !== null && /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(c.part)

/** Parts of one period are added up where each is another part; persons are not, for one may stand in two. */
const partsSummed = (list: readonly Comparable[]): readonly Comparable[] => {
  const byWindow = new Map<string, Comparable[]>()
  for (const c of list.filter((x) => x.part !== null && !isPlaced(x) && units[x.unit].additive)) {
    const key = `${c.from}|${c.to}|${c.unit}|${c.scope}`
    byWindow.set(key, [...(byWindow.get(key) ?? []), c])
  }
  return [...byWindow.values()].flatMap((parts) => {
    if (parts.length < 2) return []
    const sum = (of: (c: Comparable) => number) => parts.reduce((n, c) => n + of(c), 0)
    const high = sum(top)
    const claimed: Claimed = {
      base: sum(middle),
      qualifier: 'exact',
      low: sum((c) => c.claimed.low),
      lowIncluded: true,
      high: Number.isFinite(high) ? high : null,
      highIncluded: true,
    }
    return [{ ...parts[0]!, id: parts.map((c) => c.id).join('+'), part: null, claimed, wording: parts.map((c) => c.wording).join('＋') }]
  })
}

/** What shorter periods leave for the rest of a longer one, where the rest would have to run quite differently. */
const remainder = (whole: Comparable, list: readonly Comparable[], exceeding: ReadonlySet<string>): Finding[] => {
  const inside = list.filter(
    (c) => c !== whole && !exceeding.has(c.id) && c.part === whole.part && c.unit === whole.unit && within(c, whole) && !sameWindow(c, whole),
  )
  const apart = inside.filter((c) => !inside.some((o) => o !== c && within(c, o) && !sameWindow(c, o)))
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

const bareRate = (c: Comparable): Finding[] =>
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

const pairs = (list: readonly Comparable[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))

const inTopic = (list: readonly Comparable[]): Finding[] => {
  const flows = list.filter(flow)
  const everywhere = list.filter((c) => !isPlaced(c))
  const all = [...flows, ...partsSummed(flows)]
  const counted = new Map<Unit, Comparable[]>()
  for (const c of all) counted.set(c.unit, [...(counted.get(c.unit) ?? []), c])
  const alike = [...counted.values()].filter((l) => l[0]!.unit !== 'percent')
  const compared = alike.flatMap((same) =>
    pairs(same).flatMap(
      ([a, b]) => sameThing(a, b) ?? partExceeds(a, b) ?? partExceeds(b, a) ?? partOutruns(a, b) ?? partOutruns(b, a) ?? pace(a, b) ?? [],
    ),
  )
  const exceeded = new Set(compared.filter((f) => f.weight === 'impossible' && f.rule === 'part-exceeds').map((f) => f.claims[0]!))
  return [
    ...compared,
    ...alike.flatMap((same) => same.flatMap((whole) => remainder(whole, same, exceeded))),
    ...pairs(flows).flatMap(([a, b]) => unitsDiffer(a, b) ?? []),
    ...pairs(everywhere).flatMap(([a, b]) => stockAndFlow(a, b) ?? []),
    ...stockGap(
      everywhere.filter((c) => !flow(c)),
      everywhere.filter(flow),
    ),
    ...list.flatMap(bareRate),
  ]
}

const order: readonly Weight[] = ['impossible', 'unlikely', 'notice']

/** Where published numbers about one thing do not go together, the gravest first, each with what may explain it. */
export const contradictionsIn = (claims: readonly Comparable[]): Finding[] => {
  const topics = new Map<string, Comparable[]>()
  for (const c of claims) topics.set(c.topic, [...(topics.get(c.topic) ?? []), c])
  return [...topics.values()].flatMap(inTopic).sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
}
