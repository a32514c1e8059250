import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { Refused, refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { changeEntry, endEntry, renewEntry } from './change.ts'
import { openRegister } from './definitions.ts'
import { type NewEntry, belongsTo, enterEntry } from './enter.ts'
import { findEntry } from './entry.ts'
import { findByKey } from './list.ts'

/** What became of the entry, for the history of whoever had it written. */
export type Kept = {
  entry: string
  title: string
  register: { code: string; title: Text }
  did: 'entered' | 'changed' | 'renewed' | 'ended' | 'same'
}

type Because = { because: string }

/** The standing entry changed; where nothing differs it stays as it is. */
const changed = async (work: Work, keys: KeyRing, id: string, given: NewEntry): Promise<Kept['did']> => {
  try {
    const { answers, because, source } = given
    await changeEntry(work, keys, id, { answers, because, source })
    return 'changed'
  } catch (error) {
    if (error instanceof Refused && error.code === 'registers.nothing-changed') return 'same'
    throw error
  }
}

const did = async (work: Work, keys: KeyRing, as: 'enter' | 'renew' | 'end', given: NewEntry & Because, standing: string) => {
  const { answers, because, source, from, to } = given
  if (as === 'enter') return changed(work, keys, standing, given)
  if (as === 'renew') await renewEntry(work, keys, standing, { answers, because, source, from, to })
  else await endEntry(work, keys, standing, { because, source })
  return as === 'renew' ? ('renewed' as const) : ('ended' as const)
}

/**
 * Writes what a department knows into a register, found by the register's own key: adds an entry or changes the one that
 * stands for the same, renews it, or ends it. The caller answers for the right.
 */
export const keepEntry = async (work: Work, keys: KeyRing, as: 'enter' | 'renew' | 'end', given: NewEntry & Because): Promise<Kept> => {
  const register = await openRegister(work, given.register)
  const { belongs } = await belongsTo(work, given)
  const standing = await findByKey(work, keys, register, given.answers, belongs)
  if (!standing && as !== 'enter') throw refuse('registers.no-such-entry')
  const done = standing ? await did(work, keys, as, given, standing.row.id) : ('entered' as const)
  const id = standing?.row.id ?? (await enterEntry(work, keys, given)).id
  const { row } = (await findEntry(work, id))!
  return { entry: id, title: row.title, register: { code: register.code, title: register.title }, did: done }
}
