import { setImmediate as breath } from 'node:timers/promises'
import type { Work } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { type WrittenRow, storeWritten } from './chunks.ts'
import type { Input } from './input.ts'
import type { Known } from './known.ts'
import type { Plan } from './plan.ts'
import { recordActs } from './record-acts.ts'
import { cardNumbers } from './card-numbers.ts'
import { writeEmployments } from './write-employments.ts'
import { type Standing, standingBefore, writeMemberships } from './write-memberships.ts'
import { writePersons } from './write-persons.ts'

/** A row that will be written: what it says, to whom, and how that differs from the register. */
export type Ready = { row: number; personId: string; hash: string; input: Input; plan: Plan }

/** What was written for a row and how it looked before: everything the undoing needs. */
export type Done = {
  /** When it was written: what came later stands in the way of undoing. */
  at: string
  acts: string[]
  created?: true
  person?: Partial<Record<keyof Known | 'id_hash', unknown>>
  personVersion: number
  membership?: { org_id: string; status: string; joined_on: string | null; occupation: string | null; [column: string]: unknown } | null
  membershipVersion?: number
  stay?: string
  stays?: { id: string; org_id: string; during: string }[]
  employment?: string
  employments?: { id: string; occupation: string | null; employment_form: string | null; employment_state: string | null; until: null }[]
  sealed?: { field: string; was: { key_id: number; cipher: string } | null }[]
}

/** Waits for every statement, whatever becomes of one: a statement left running would come after the rollback. */
const settled = async (writes: readonly Promise<unknown>[]) => {
  for (const done of await Promise.allSettled(writes)) if (done.status === 'rejected') throw done.reason
}

/** Rows of one statement: some 300 kB, most of which the socket takes at once. 500 took the same time. */
const perStatement = 1000

function* statementsFor(work: Work, keys: KeyRing, pairs: readonly Pair[], before: Standing, cards: (day: string) => string) {
  for (let from = 0; from < pairs.length; from += perStatement) {
    const some = pairs.slice(from, from + perStatement)
    yield* writePersons(work, keys, some)
    yield* writeMemberships(work, some, before, cards)
    yield* writeEmployments(work, some)
  }
}

/**
 * Writes the rows of one chunk: some dozen statements for all of them, acts and facts through the ledger. Statements are
 * handed over without waiting for the one before, so that PostgreSQL writes while the next is being put together; they
 * arrive in order, for one connection takes one at a time. Statements of 2,000 rows were far larger than the socket's buffer:
 * PostgreSQL got the rest of each late, one of the two always stood still, and 100,000 rows took 40 s instead of 31.
 */
export const writeRows = async (
  work: Work,
  keys: KeyRing,
  { batchId, fromRow }: { batchId: string; fromRow: number },
  ready: readonly Ready[],
): Promise<WrittenRow[]> => {
  const cards = await cardNumbers(
    work,
    ready.filter((r) => r.plan.join).map((r) => r.input.joinedOn ?? work.today),
  )
  const written = ready.map((r): WrittenRow => ({
    row: r.row,
    personId: r.personId,
    outcome: r.plan.outcome === 'new' ? 'new' : 'update',
    done: { at: work.at.toISOString(), acts: [], personVersion: r.plan.known?.version ?? 1, ...(r.plan.known ? {} : { created: true as const }) },
  }))
  const pairs = ready.map((r, i) => ({ ...r, done: written[i]!.done }))
  const before = await standingBefore(work, pairs)
  const writes: Promise<unknown>[] = []
  try {
    for (const write of statementsFor(work, keys, pairs, before, cards)) {
      // Refusals are heard below, when all have ended.
      write.catch(() => {})
      writes.push(write)
      await breath()
    }
    recordActs(work, batchId, pairs)
    writes.push(storeWritten(work, keys, batchId, fromRow, written))
  } finally {
    await settled(writes)
  }
  return written
}
export type Pair = Ready & { done: Done }
