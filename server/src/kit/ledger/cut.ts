import { createHash } from 'node:crypto'
import { type Cut, type FigureDeclaration, partsOf } from '@gongyou/contract/kit/figure.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** The values of each dimension in a fixed order: equal cuts have equal keys. */
const condOf = (cut: Cut): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(cut.where ?? {})
      .map(([name, v]) => [name, (typeof v === 'string' ? [v] : [...v]).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** A cut of persons leaves out facts that name nobody, and is therefore another one. */
export const keyOf = (cut: Cut, persons: boolean) => {
  const cond = condOf(cut)
  const part = Object.keys(cond).length === 0 ? '' : `#${createHash('sha256').update(JSON.stringify(cond)).digest('hex').slice(0, 16)}`
  return `${cut.fact}${part}${persons ? '@persons' : ''}`
}

/** Everything figures are made of. Cuts of new figures are counted at the next fold; until then facts are counted one by one. */
export const declareCuts = async (tx: Tx, region: number, figures: readonly FigureDeclaration[]) => {
  const cuts = new Map(
    figures.flatMap((f) => {
      const persons = f.measure === 'persons'
      return Object.values(partsOf(f)).map((cut) => [keyOf(cut, persons), { cut, persons }] as const)
    }),
  )
  await sql`insert into ledger.fold (region) values (${region}) on conflict do nothing`.execute(tx)
  for (const [key, { cut, persons }] of cuts)
    await sql`insert into ledger.cut (region, cut, fact, cond, persons) values (${region}, ${key}, ${cut.fact}, ${JSON.stringify(condOf(cut))}::jsonb, ${persons})
      on conflict do nothing`.execute(tx)
}
