import type { Look } from '../../kit/db/database.ts'
import { reachOf } from '../organisations/index.ts'
import { type Catalogue, figureOf } from './catalogue.ts'
import { valuesMany } from './many.ts'
import type { Asked } from './select.ts'

/** How many records of a question the reader may not see: their number alone, so that nobody takes his part for the whole. */
export const hiddenOf = async (look: Look, catalogue: Catalogue, code: string, asked: Asked, seen: number) => {
  if ((await reachOf(look, 'statistics.read')) === 'all') return 0
  const [whole] = await valuesMany(look, [{ f: await figureOf(look, catalogue, code), asked }])
  return Math.max(0, whole!.records - seen)
}
