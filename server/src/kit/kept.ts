import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look, Work } from './db/database.ts'
import type { KeyRing } from './secrets/key-ring.ts'

/** One thing that is kept about a person, as he reads it. */
export type KeptEntry = { title: string; at: string | null; lines: { label: Text; says: Text }[] }
export type KeptPart = { title: Text; entries: KeptEntry[] }

/** What a department keeps about one person, told to that person and to nobody else; never what it keeps about others. */
export type KeptOf = (look: Look, keys: KeyRing, personId: string) => Promise<KeptPart[]>

/** What a department deletes when a person's record ends, by death or by being merged into another. */
export type Forget = (work: Work, personId: string) => Promise<void>

/** A line of an entry, or none where there is nothing to say. */
export const line = (label: Text, says: Text | string | null | undefined): KeptEntry['lines'] => {
  const text = typeof says === 'string' ? { zh: says, en: says } : says
  return text && text.zh !== '' ? [{ label, says: text }] : []
}
