import { type FigureDeclaration, kindOf, type Part, partsOf } from '@gongyou/contract/kit/figure.ts'
import type { Look } from '../../kit/db/database.ts'
import { tally } from '../../kit/ledger/tally.ts'
import { beneath, type Reach } from '../organisations/index.ts'
import { countPlaces } from './places.ts'
import { type Count, countPart, valueIn, valueOfTally } from './read.ts'
import type { Asked } from './select.ts'

/** A figure asked for days and a place of its own. */
export type Question = { readonly f: FigureDeclaration; readonly asked: Asked }

const isWhole = ({ asked }: Question) => !asked.org && asked.town === undefined && !asked.where
const nameOf = ({ f, asked: { from, to, org, town, where } }: Question) => JSON.stringify([f.code, f.revision, from, to, org, town, where])

/** Organisations beneath one, looked up once for all that is asked about it. */
const placesOf = (look: Look) => {
  const known = new Map<string, Reach>()
  return async (org: string | undefined): Promise<Reach> => {
    if (!org) return 'all'
    const ids = known.get(org) ?? (await beneath(look, org)) ?? []
    known.set(org, ids)
    return ids
  }
}

/** From so many places on, one question is asked of all of them together: the rows of a table. */
const fewest = 3

/**
 * Many figures, each for days of its own: those of the whole region in one statement and so at one moment, the others
 * record by record. It looks at everything that is asked for: the caller has judged that whoever reads the answer may.
 */
export const valuesMany = async (look: Look, questions: readonly Question[]) => {
  const once = new Map(questions.map((q) => [nameOf(q), { q, counts: new Map<string, Count>() }]))
  const wanted = [...once.values()].flatMap(({ q, counts }) =>
    Object.entries(partsOf(q.f)).map(([part, cut]) => ({ q, counts, part: part as Part, cut, name: `${q.f.code}/${part}` })),
  )
  const whole = wanted.filter((w) => isWhole(w.q))
  const tallies = await tally(
    look,
    whole.map(({ q, cut }) => ({
      cut,
      persons: q.f.measure === 'persons',
      from: kindOf(q.f) === 'stock' ? undefined : q.asked.from,
      to: q.asked.to ?? look.today,
    })),
  )
  whole.forEach((w, n) => w.counts.set(w.name, valueOfTally(w.q.f, w.part, tallies[n]!)))
  const placeOf = placesOf(look)
  const apart = wanted.filter((w) => !isWhole(w.q))
  const rows = new Map<string, typeof apart>()
  for (const w of apart.filter((x) => x.q.asked.org)) {
    const key = `${w.part}${nameOf({ f: w.q.f, asked: { ...w.q.asked, org: undefined } })}`
    rows.set(key, [...(rows.get(key) ?? []), w])
  }
  for (const same of rows.values()) {
    if (same.length < fewest) continue
    const { q, part } = same[0]!
    const counts = await countPlaces(
      look,
      q.f,
      part,
      { ...q.asked, org: undefined },
      same.map((w) => w.q.asked.org!),
    )
    for (const w of same) w.counts.set(w.name, counts.get(w.q.asked.org!) ?? { value: 0, records: 0 })
  }
  for (const w of apart)
    if (!w.counts.has(w.name))
      w.counts.set(w.name, await countPart(look, w.q.f, w.part, { ...w.q.asked, org: undefined }, await placeOf(w.q.asked.org)))
  return questions.map((q) => valueIn(q.f, once.get(nameOf(q))!.counts))
}
