import { type FigureDeclaration, kindOf, type Part, partsOf } from '@gongyou/contract/kit/figure.ts'
import type { Look } from '../../kit/db/database.ts'
import { tally } from '../../kit/ledger/tally.ts'
import { beneath, type Reach } from '../organisations/index.ts'
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
  for (const w of wanted)
    if (!isWhole(w.q)) w.counts.set(w.name, await countPart(look, w.q.f, w.part, { ...w.q.asked, org: undefined }, await placeOf(w.q.asked.org)))
  return questions.map((q) => valueIn(q.f, once.get(nameOf(q))!.counts))
}
