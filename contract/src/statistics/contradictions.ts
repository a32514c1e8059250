import type { Unit } from '../kit/units.ts'
import { type Comparable, type Finding, type Held, held, isFlow, isPlaced, kin, type Weight } from './contradictions/comparable.ts'
import { pace, partExceeds, partOutruns, sameThing, stockAndFlow, unitsDiffer } from './contradictions/pairs.ts'
import { bareRate, partsSummed, remainder, stockGap } from './contradictions/sets.ts'
import { comparedFindings } from './contradictions/sides.ts'

export { type Comparable, type Finding, findingRules, type Reason, type Weight } from './contradictions/comparable.ts'

/** What is found between any two. */
const between = (list: readonly Held[], rule: (a: Held, b: Held) => Finding | undefined) => {
  const found: Finding[] = []
  for (let i = 0; i < list.length; i++)
    for (let j = i + 1; j < list.length; j++) {
      const f = rule(list[i]!, list[j]!)
      if (f) found.push(f)
    }
  return found
}
const ofFlows = (a: Held, b: Held) =>
  sameThing(a, b) ?? partExceeds(a, b) ?? partExceeds(b, a) ?? partOutruns(a, b) ?? partOutruns(b, a) ?? pace(a, b)
const ofStocks = (a: Held, b: Held) => (kin(a) === kin(b) ? sameThing(a, b) : undefined)

const inSubject = (list: readonly Held[]): Finding[] => {
  const numbers = list.filter((c) => (c.measure ?? 'number') === 'number')
  const flows = numbers.filter(isFlow)
  const everywhere = numbers.filter((c) => !isPlaced(c))
  const counted = new Map<Unit, Held[]>()
  for (const c of [...flows, ...partsSummed(flows)]) counted.set(kin(c), [...(counted.get(kin(c)) ?? []), c])
  const alike = [...counted.values()].filter((l) => l[0]!.unit !== 'percent')
  const compared = alike.flatMap((same) => between(same, ofFlows))
  const exceeded = new Set(compared.filter((f) => f.weight === 'impossible' && f.rule === 'part-exceeds').map((f) => f.claims[0]!))
  // Rates are not larger or smaller by period, and stocks have none: but one thing of one day is one number.
  const quotients = between(counted.get('percent') ?? [], sameThing)
  const stocks = numbers.filter((c) => !isFlow(c))
  return [
    ...compared,
    ...quotients,
    ...between(stocks, ofStocks),
    ...alike.flatMap((same) => same.flatMap((whole) => remainder(whole, same, exceeded))),
    ...between(flows, unitsDiffer),
    ...between(everywhere, stockAndFlow),
    ...stockGap(
      everywhere.filter((c) => !isFlow(c)),
      everywhere.filter(isFlow),
    ),
    ...comparedFindings(
      numbers,
      list.filter((c) => (c.measure ?? 'number') !== 'number'),
    ),
    ...list.flatMap(bareRate),
  ]
}

const order: readonly Weight[] = ['impossible', 'unlikely', 'notice']

/** Where published numbers about one thing do not go together, the gravest first, each with what may explain it. */
export const contradictionsIn = (claims: readonly Comparable[]): Finding[] => {
  const subjects = new Map<string, Held[]>()
  for (const c of claims) {
    const h = held(c)
    subjects.set(h.about.subject, [...(subjects.get(h.about.subject) ?? []), h])
  }
  return [...subjects.values()].flatMap(inSubject).sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
}
