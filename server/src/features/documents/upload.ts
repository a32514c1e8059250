import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Work } from '../../kit/db/database.ts'
import type { Setup } from '../../kit/http/building.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { judge } from './kinds.ts'
import { type Store, filesFolder } from './store.ts'

/** Setting GONGYOU_FILE_MB. */
const mostBytes = (setup: Setup) => Number(setup.settings?.GONGYOU_FILE_MB ?? 20) * 1_000_000

// Paths, control signs and the marks that turn writing round have no place in a name.
const tidyName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .slice(-200)

export type Received = { path: string; name: string; mediaType: string; bytes: number; hash: string }

/** Receives one file into the incoming folder, hashing it on the way, and judges it by its content. */
const receive = async (request: FastifyRequest, setup: Setup): Promise<Received> => {
  const part = await request.file({ limits: { fileSize: mostBytes(setup), files: 1 } })
  if (!part) throw refuse('documents.no-file')
  const folder = path.join(filesFolder(setup), 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const at = path.join(folder, newId())
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({ transform: (chunk: Buffer, _, done) => (hash.update(chunk), (bytes += chunk.length), done(null, chunk)) })
  try {
    await pipeline(part.file, count, createWriteStream(at, { mode: 0o600 }))
    if (part.file.truncated) throw refuse('request.too-large', { says: `文件超过 ${mostBytes(setup) / 1_000_000} MB，请压缩后再上传` })
    if (bytes === 0) throw refuse('documents.empty')
    const name = tidyName(part.filename)
    if (!name) throw refuse('documents.kind-refused')
    return { path: at, name, mediaType: await judge(at, name), bytes, hash: hash.digest('hex') }
  } catch (error) {
    await rm(at, { force: true })
    throw error
  }
}

type Wanted = { org?: string | undefined; secrecy: string }

/** Enters what was taken as a file of the caller or of an organisation within the caller's reach. */
export const enterUpload = async (work: Work, file: Received, wanted: Wanted, store: Store) => {
  const { by } = work
  if (wanted.org) {
    const reach = by.kind === 'staff' ? await reachOf(work, 'documents.read') : []
    if (reach !== 'all' && !reach.includes(wanted.org)) throw refuse('record.not-found')
  }
  const row = {
    id: newId(),
    name: file.name,
    media_type: file.mediaType,
    bytes: file.bytes,
    sha256: Buffer.from(file.hash, 'hex'),
    place: store.name,
    secrecy: wanted.secrecy,
    owner_person_id: by.kind === 'worker' ? by.personId : null,
    org_id: wanted.org ?? null,
    created_at: work.at,
    created_by: by.personId,
  }
  await work.tx
    .insertInto('documents.file')
    .values({ region: work.region, ...row })
    .execute()
  work.ledger.act({
    kind: 'file.uploaded',
    subject: row.id,
    org: row.org_id,
    person: row.owner_person_id,
    data: { mediaType: row.media_type, bytes: row.bytes },
  })
  return { ...row, region: work.region, removed_at: null }
}

/** Takes the one file of a request into the store; a content without a row does no harm. */
export const takeUpload = async (request: FastifyRequest, setup: Setup, store: Store): Promise<Received> => {
  const file = await receive(request, setup)
  try {
    await store.keep(file.path, file.hash)
  } finally {
    await rm(file.path, { force: true })
  }
  return file
}

/** Keeps the content first and enters it then: a row never points to nothing. */
export const upload = async (
  request: FastifyRequest,
  setup: Setup,
  store: Store,
  write: <T>(fn: (work: Work) => Promise<T>) => Promise<T>,
  wanted: Wanted,
) => {
  const file = await takeUpload(request, setup, store)
  return write((work) => enterUpload(work, file, wanted, store))
}
