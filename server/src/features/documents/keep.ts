import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Work } from '../../kit/db/database.ts'
import type { Setup } from '../../kit/http/building.ts'
import { newId } from '../../kit/ids.ts'
import { type Store, filesFolder } from './store.ts'

/** Content that lies in the store and has no row yet. */
export type LaidDown = { hash: string; bytes: number; place: string }

/** Lays content that the server itself made into the store, before any transaction: a content without a row does no harm. */
export const layDown = async (setup: Setup, store: Store, content: Buffer): Promise<LaidDown> => {
  const folder = path.join(filesFolder(setup), 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const at = path.join(folder, newId())
  const hash = createHash('sha256').update(content).digest('hex')
  try {
    await writeFile(at, content, { mode: 0o600 })
    await store.keep(at, hash)
  } finally {
    await rm(at, { force: true })
  }
  return { hash, bytes: content.length, place: store.name }
}

/**
 * Enters laid-down content as a file of nobody in particular: only the room that made it gives it out, by its own rule.
 * Gives the id.
 */
export const enterLaidDown = async (work: Work, laid: LaidDown, file: { name: string; mediaType: string; secrecy: 'P1' | 'P2' | 'P3' }) => {
  const id = newId()
  await work.tx
    .insertInto('documents.file')
    .values({
      region: work.region,
      id,
      name: file.name.slice(-200),
      media_type: file.mediaType,
      bytes: laid.bytes,
      sha256: Buffer.from(laid.hash, 'hex'),
      place: laid.place,
      secrecy: file.secrecy,
      owner_person_id: null,
      org_id: null,
      created_at: work.at,
      created_by: null,
    })
    .execute()
  return id
}
