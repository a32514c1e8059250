import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { unsealAnswers } from '../../kit/secrets/answers.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { newestRegister } from './definitions.ts'

const select = (look: Look, id: string) => look.db.selectFrom('registers.entry').selectAll().where('region', '=', look.region).where('id', '=', id)

export type EntryRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
/** An entry with the declaration under which it is shown and written: the newest. */
export type Entry = { row: EntryRow; register: Register }

/** Where sealed answers of an entry belong; those of its history have a place of their own. */
export const placeOf = (region: number, entryId: string, seq?: number) =>
  seq === undefined ? `${region}/register-entry/${entryId}` : `${region}/register-entry/${entryId}/${seq}`

const withRegister = async (look: Look, row: EntryRow | undefined): Promise<Entry> => {
  if (!row) throw refuse('record.not-found')
  return { row, register: (await newestRegister(look, row.register)).register }
}

/** One entry, whoever asks: for departments, which look at their own rights. */
export const findEntry = async (look: Look, id: string): Promise<Entry | undefined> => {
  const row = await select(look, id).executeTakeFirst()
  return row && withRegister(look, row)
}

/** The entry where it lies within the caller's reach; for anybody else there is none. */
export const entryWithin = async (look: Look, id: string, right: Right): Promise<Entry> =>
  withRegister(
    look,
    await select(look, id)
      .where(clause(await reachOf(look, right), 'org_id'))
      .executeTakeFirst(),
  )

/** The entry, locked until the commit: two officers at once become one change and one refusal. */
export const lockEntry = async (work: Work, id: string): Promise<Entry> => withRegister(work, await select(work, id).forUpdate().executeTakeFirst())

/** All answers, sealed ones opened: for commands, never for a screen. */
export const allAnswers = (keys: KeyRing, row: EntryRow): Answers => ({
  ...(row.answers as Answers),
  ...unsealAnswers(keys, placeOf(row.region, row.id), row),
})

/** Where an entry comes from: an officer's hand, a case, an import. */
export type EntrySource = { kind: 'hand' | 'case' | 'import'; id?: string | undefined }
export const byHand: EntrySource = { kind: 'hand' }
