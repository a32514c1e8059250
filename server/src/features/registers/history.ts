import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { EntryChange } from '@gongyou/contract/registers/shapes.ts'
import { sql } from 'kysely'
import { labelOf } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import { sealAnswers } from '../../kit/secrets/answers.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { sameValue } from './answers.ts'
import { type EntryRow, type EntrySource, placeOf } from './entry.ts'

/** What one field was and became; null where it was empty. */
export type Turned = { before: unknown; after: unknown }
export type Turns = Readonly<Record<string, Turned>>

/** Fields that differ between two sets of answers. */
export const turnsOf = (before: Answers, after: Answers): Turns =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      sameValue(before[name], after[name]) ? [] : [[name, { before: before[name] ?? null, after: after[name] ?? null }]],
    ),
  )

export type NewLine = {
  entry: Pick<EntryRow, 'id' | 'org_id' | 'person_id' | 'town' | 'register' | 'version'>
  op: EntryChange['op']
  /** Fields of the form. */
  turns: Turns
  /** What is no field: `@valid`, `@org`, `@ended`. */
  about?: Turns
  /** Fields that an older revision sealed and the newest no longer has: what they were stays sealed. */
  secret?: readonly string[]
  because: string
  source: EntrySource
}

/**
 * Lines of the history and their acts in the ledger, under one id each. Numbered without a gap by the version of the
 * entry: `entry_change_pkey` would refuse a second line of one number.
 */
export const writeLines = async (work: Work, keys: KeyRing, register: Register, lines: readonly NewLine[]) => {
  if (lines.length === 0) return
  const rows = lines.map(({ entry, op, turns, about = {}, secret = [], because, source }) => {
    const act = work.ledger.act({
      kind: `entry.${op}`,
      subject: entry.id,
      org: entry.org_id,
      person: entry.person_id,
      data: { town: entry.town, register: entry.register, channel: source.kind },
    })
    const names = new Set([...closedFields(register.form), ...secret])
    const open = Object.fromEntries(Object.entries(turns).filter(([name]) => !names.has(name)))
    const shut = Object.fromEntries(Object.entries(turns).filter(([name]) => names.has(name)))
    const { sealed, sealed_key } = sealAnswers(keys, placeOf(work.region, entry.id, entry.version), shut)
    return {
      entry_id: entry.id,
      seq: entry.version,
      act_id: act,
      op,
      // That a sealed field changed may be seen; what it says may not.
      changes: {
        ...about,
        ...open,
        ...Object.fromEntries(Object.entries(shut).map(([name, turned]) => [name, { sealed: true, emptied: turned.after === null }])),
      },
      sealed: sealed?.toString('hex') ?? null,
      sealed_key,
      because,
      source: source.kind,
      source_id: source.id ?? null,
    }
  })
  await sql`insert into registers.entry_change (region, entry_id, seq, act_id, op, revision, changes, sealed, sealed_key, by_person, by_name, because, source, source_id, at)
    select ${work.region}, r.entry_id, r.seq, r.act_id, r.op, ${register.revision}, r.changes, decode(r.sealed, 'hex'), r.sealed_key,
           ${work.by.personId}, ${labelOf(work.by)}, r.because, r.source, r.source_id, ${work.at}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(entry_id uuid, seq int, act_id uuid, op text, changes json, sealed text, sealed_key int, because text, source text, source_id uuid)`.execute(
    work.tx,
  )
}
