import type { StoredFile } from '@gongyou/contract/documents/routes.ts'
import type { FastifyReply } from 'fastify'
import { holds } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { savedAs } from '../../kit/http/saved-as.ts'
import { reachOf } from '../organisations/index.ts'
import type { Store } from './store.ts'

export type FileRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>

const rowOf = (look: Look, id: string) =>
  look.db
    .selectFrom('documents.file')
    .selectAll()
    .where('region', '=', look.region)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

/** One's own file, one that oneself filed, or one of an organisation within reach; P3 asks for the right to see unmasked. */
const maySee = async (look: Look, file: FileRow) => {
  const me = look.by.personId
  if (look.by.kind === 'system' || (me && (file.owner_person_id === me || (file.created_by === me && look.by.kind === 'staff')))) return true
  if (look.by.kind !== 'staff' || !file.org_id) return false
  if (file.secrecy === 'P3' && !holds(look.by, 'people.unmask')) return false
  const reach = await reachOf(look, file.secrecy === 'P3' ? 'people.unmask' : 'documents.read')
  return reach === 'all' || reach.includes(file.org_id)
}

/** The file, or 404 for whoever may not see it. Rooms whose cases hold papers ask `also`, which grants what the case grants. */
export const findFile = async (look: Look, id: string, also?: (file: FileRow) => Promise<boolean>) => {
  const file = await rowOf(look, id)
  if (!file || !((await maySee(look, file)) || (await also?.(file)))) throw refuse('record.not-found')
  return file
}

export const fileView = (f: FileRow): StoredFile => ({
  id: f.id,
  name: f.name,
  mediaType: f.media_type,
  bytes: f.bytes,
  sha256: f.sha256.toString('hex'),
  secrecy: f.secrecy as StoredFile['secrecy'],
  createdAt: f.created_at.toISOString(),
})

/** Answers with the content: always as an attachment, never to be sniffed, never run. */
export const sendFile = async (reply: FastifyReply, store: Store, f: FileRow) => {
  const content = await store.read(f.sha256.toString('hex'))
  reply
    .header('content-type', f.media_type)
    .header('content-length', f.bytes)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', savedAs(f.name))
  return reply.send(content)
}
