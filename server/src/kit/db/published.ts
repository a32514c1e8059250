import { createHash } from 'node:crypto'

type Declared = { readonly code: string; readonly revision: number }
type Row = { code: string; revision: number; digest: Buffer; made_by: string }

/** Under which a published definition is known again; it may never change afterwards. */
export const digestOf = (definition: Declared) => createHash('sha256').update(JSON.stringify(definition)).digest()

/** Published revisions kept in memory: they never change, so a copy cannot be stale in any process. */
export const publishedRevisions = <T>() => {
  const known = new Map<string, T>()
  return async (region: number, code: string, revision: number, find: () => Promise<T>): Promise<T> => {
    const key = `${region}/${code}/${revision}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const found = await find()
    known.set(key, found)
    return found
  }
}

/**
 * Publishes those declared definitions that the database does not know yet. One that code published may not have changed
 * since: the start stops and says which. `what`: how such a thing is called in that sentence.
 */
export const publishNew = async <T extends Declared>(
  what: string,
  rows: readonly Row[],
  declared: readonly T[],
  publish: (definition: T) => Promise<unknown>,
) => {
  const known = new Map(rows.map((r) => [`${r.code}/${r.revision}`, r]))
  for (const definition of declared) {
    const row = known.get(`${definition.code}/${definition.revision}`)
    if (!row) await publish(definition)
    else if (row.made_by === 'code' && !row.digest.equals(digestOf(definition)))
      throw new Error(`${what} ${definition.code} was changed without a new revision (${definition.revision} is published)`)
  }
}
