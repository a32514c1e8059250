import { type FigureDeclaration, kindOf, type Part, partsOf } from '@gongyou/contract/kit/figure.ts'
import type { Look } from '../../kit/db/database.ts'
import { tally } from '../../kit/ledger/tally.ts'
import { type Count, countPart, valueIn, valueOfTally } from './read.ts'
import type { Asked } from './select.ts'

/** A figure asked for days and a place of its own. */
export type Question = { readonly f: FigureDeclaration; readonly asked: Asked }

const isWhole = ({ asked }: Question) => !asked.org && asked.town === undefined && !asked.where

/**
 * Many figures, each for days of its own: those of the whole region in one statement and so at one moment, the others
 * record by record. It looks at everything that is asked for: the caller has judged that whoever reads the answer may.
 */
export const valuesMany = async (look: Look, questions: readonly Question[]) => {
  const wanted = questions.flatMap((q, i) => Object.entries(partsOf(q.f)).map(([part, cut]) => ({ i, q, part: part as Part, cut })))
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
  const counts = questions.map(() => new Map<string, Count>())
  whole.forEach((w, n) => counts[w.i]!.set(`${w.q.f.code}/${w.part}`, valueOfTally(w.q.f, w.part, tallies[n]!)))
  for (const w of wanted) if (!isWhole(w.q)) counts[w.i]!.set(`${w.q.f.code}/${w.part}`, await countPart(look, w.q.f, w.part, w.q.asked, 'all'))
  return questions.map((q, i) => valueIn(q.f, counts[i]!))
}
