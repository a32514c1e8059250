import { compatible } from '../../kit/phrase.ts'
import { t } from '../../kit/text.ts'
import { type Unit, units } from '../../kit/units.ts'
import {
  type Finding,
  type Held,
  daysOf,
  finding,
  isFlow,
  isPartOf,
  isShare,
  kin,
  near,
  number,
  perYear,
  quoted,
  sameAbout,
  sameWindow,
  top,
  within,
} from './comparable.ts'

/** A single event says nothing of a year. */
const shortest = 60
/** How many times faster one must be than the other before it is asked about. */
export const unlikelyPace = 1.5

export const sameThing = (a: Held, b: Held): Finding | undefined => {
  if (!sameWindow(a, b) || !sameAbout(a, b) || compatible(a.claimed, b.claimed)) return undefined
  const says = t(`同一时段、同一事项，${quoted(a)}与${quoted(b)}不能同时成立。`, `For one period ${quoted(a)} and ${quoted(b)} cannot both be true.`)
  return finding('differs', 'impossible', [a, b], says)
}

/** A part cannot be larger than the whole: a shorter period in a longer one, one kind among all, one town in the district. */
export const partExceeds = (a: Held, b: Held): Finding | undefined => {
  if (!within(a, b) || (sameWindow(a, b) && sameAbout(a, b)) || !isPartOf(a, b) || a.claimed.low < top(b)) return undefined
  // What is as large as the whole is not larger than it.
  if (a.claimed.lowIncluded && a.claimed.low === b.claimed.high && b.claimed.highIncluded) return undefined
  return finding(
    'part-exceeds',
    'impossible',
    [a, b],
    t(`${quoted(a)}是${quoted(b)}的一部分，却比它大。`, `${quoted(a)} is part of ${quoted(b)} and larger than it.`),
  )
}

/** One kind alone runs faster than all kinds together over the longer period. */
export const partOutruns = (a: Held, b: Held): Finding | undefined => {
  if (!isShare(a) || isShare(b) || !within(a, b) || sameWindow(a, b) || perYear(a) <= perYear(b)) return undefined
  const says = t(
    `${quoted(a)}只是一部分，合每年 ${number(perYear(a))}；${quoted(b)}合每年 ${number(perYear(b))}。`,
    `${quoted(a)} is one kind only and ${number(perYear(a))} a year; ${quoted(b)} is ${number(perYear(b))} a year.`,
  )
  return finding('part-exceeds', 'unlikely', [a, b], says)
}

export const pace = (a: Held, b: Held): Finding | undefined => {
  if (!sameAbout(a, b) || sameWindow(a, b) || !near(a, b) || Math.min(daysOf(a), daysOf(b)) < shortest) return undefined
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
]
/** 人 and 人次 of one thing: never compared as numbers. Where both were counted, their definitions say which is which. */
export const unitsDiffer = (a: Held, b: Held): Finding | undefined => {
  if (kin(a) === kin(b) || (a.counted && b.counted) || !near(a, b) || (!isPartOf(a, b) && !isPartOf(b, a))) return undefined
  if (!confused.some((c) => c.includes(a.unit) && c.includes(b.unit))) return undefined
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

export const stockAndFlow = (a: Held, b: Held): Finding | undefined => {
  const [stock, added] = isFlow(a) ? [b, a] : [a, b]
  if (isFlow(a) === isFlow(b) || stock.to < added.from! || stock.to > added.to || kin(a) !== kin(b)) return undefined
  if (!isPartOf(stock, added) && !isPartOf(added, stock)) return undefined
  const young = added.claimed.low > top(stock) && isPartOf(added, stock)
  // Where both were counted nobody takes one for the other.
  if (!young && a.counted && b.counted) return undefined
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
