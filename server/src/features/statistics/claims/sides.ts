import { daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { type ClaimMeasure, measuredOf, type SideName } from '@gongyou/contract/statistics/measured.ts'
import { createHash } from 'node:crypto'
import type { Look } from '../../../kit/db/database.ts'
import type { Catalogue } from '../catalogue.ts'
import { countedValueOf } from '../read.ts'
import type { Asked } from '../select.ts'
import { changesSince } from './record-set.ts'

/** A number that a comparison or a target rests on. An aim has no records: it is written somewhere. */
export type CountedSide = {
  readonly side: SideName
  readonly value: number
  readonly from: string | null
  readonly to: string
  readonly asked: Asked | null
  readonly records: number
  readonly source: string
}
/** The same as it is kept: the records of each side can be told by their digest. */
export type PinnedSide = CountedSide & { readonly digest: string | null }

export const digestOfSides = (sides: readonly PinnedSide[]) =>
  createHash('sha256')
    .update(sides.map((s) => `${s.side}:${s.digest ?? s.value}`).join('\n'))
    .digest()

/** What a comparison or a target would say with these numbers. */
export const valueOfSides = (
  f: FigureDeclaration,
  measure: ClaimMeasure,
  to: string,
  sides: readonly { readonly side: SideName; readonly value: number | null; readonly to: string }[],
) => {
  const reached = sides.find((s) => s.side === 'reached')
  return measuredOf(measure, Object.fromEntries(sides.map((s) => [s.side, s.value])), {
    isStock: kindOf(f) === 'stock',
    left: reached ? Math.max(0, daysBetween(reached.to, to)) : 0,
  })
}

/** Each side asked again today: what it would be, and what has come and gone. */
export const recountSides = async (look: Look, catalogue: Catalogue, f: FigureDeclaration, sides: readonly PinnedSide[], moment: Date) => {
  const found = []
  for (const s of sides) {
    if (!s.asked) {
      found.push({ side: s.side, was: s.value, value: s.value as number | null, to: s.to, records: 0, added: 0, removed: 0, provable: true })
      continue
    }
    const now = await countedValueOf(look, f, s.asked, 'all')
    const { added, removed, digest } = await changesSince(look, catalogue, f, s.asked, moment)
    const provable = digest.toString('hex') === s.digest
    found.push({ side: s.side, was: s.value, value: now.value, to: s.to, records: now.records, added, removed, provable })
  }
  return found
}
