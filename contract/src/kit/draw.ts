import { sha256 } from './sha256.ts'

/**
 * A draw that anyone can run again: sha-256 of the seed is published before, the seed after. The order is that of
 * sha-256(seed, id), so that who knows the seed and the list of ids gets the same order, on paper if need be.
 */

/** What is published before the draw. */
export const seedHashOf = (seed: string) => sha256(seed)

/** The ids in the order of the draw. Ids given twice count once; their order in the list does not matter. */
export const drawn = async (seed: string, ids: readonly string[]): Promise<string[]> => {
  const lots = await Promise.all([...new Set(ids)].map(async (id) => ({ id, lot: await sha256(`${seed},${id}`) })))
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id < b.id ? -1 : 1)).map((l) => l.id)
}

/** Whether a seed is the one whose hash was published. */
export const isSeedOf = async (hash: string, seed: string) => (await seedHashOf(seed)) === hash
