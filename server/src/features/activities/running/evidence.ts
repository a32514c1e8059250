import type { PaperSort } from '@gongyou/contract/activities/station.ts'
import { later } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { findFile } from '../../documents/index.ts'
import { type Activity, type SessionRow, sessionWithin } from '../rows.ts'

type Held = { session: SessionRow; activity: Activity }

type Piece = { file_id: string; taken_at: Date; said: string; sort?: PaperSort; lon?: number | null; lat?: number | null; place?: string }
const keep = (work: Work, session: SessionRow, piece: Piece) =>
  work.tx
    .insertInto('activities.evidence')
    .values({ region: work.region, id: newId(), session_id: session.id, at: work.at, by_person: work.by.personId, ...piece })
    .execute()

type Photo = { fileId: string; takenAt: string; point?: [number, number] | undefined; place: string; said: string }
/** A photograph with the time and the place where it was taken. */
export const keepPhoto = async (work: Work, { session, activity }: Held, photo: Photo) => {
  const file = await findFile(work, photo.fileId)
  if (!file.media_type.startsWith('image/')) throw refuse('request.invalid', { fields: [{ path: 'fileId', message: '请上传照片' }] })
  const [lon, lat] = photo.point ?? [null, null]
  await keep(work, session, { file_id: file.id, taken_at: new Date(photo.takenAt), lon, lat, place: photo.place || session.place, said: photo.said })
  work.ledger.act({ kind: 'session.photographed', subject: session.id, org: activity.row.org_id })
}
export const addPhoto = async (work: Work, sessionId: string, photo: Photo) => {
  const held = await sessionWithin(work, sessionId)
  const at = new Date(photo.takenAt)
  const { starts_at, ends_at } = held.session
  // Evidence says when it was made: a picture of another day shows nothing of this one.
  if (at < later(starts_at, { days: -1 }) || at > later(ends_at, { days: 1 }) || at > later(work.at, { minutes: 10 }))
    throw refuse('activities.photo-not-then')
  await keepPhoto(work, held, photo)
  return held.activity
}

type Paper = { fileId: string; sort: PaperSort; said: string }
/** A paper that shows what was spent, signed or accepted. It comes when it comes: invoices are written after the day. */
export const addPaper = async (work: Work, sessionId: string, { fileId, sort, said }: Paper) => {
  const { session, activity } = await sessionWithin(work, sessionId)
  if (activity.row.state === 'draft' || activity.row.state === 'submitted') throw refuse('activities.not-now')
  const file = await findFile(work, fileId)
  await keep(work, session, { file_id: file.id, sort, taken_at: work.at, said })
  work.ledger.act({ kind: 'session.paper-added', subject: session.id, org: activity.row.org_id, data: { sort } })
  return activity
}

/** What was added by mistake is shown no more; that it was there, and why it went, stays. */
export const takeDown = async (work: Work, id: string, because: string) => {
  const row = await work.tx
    .updateTable('activities.evidence')
    .set({ removed_at: work.at, removed_because: because })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning(['session_id', 'sort'])
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  const { session, activity } = await sessionWithin(work, row.session_id)
  // A closed session of a kind that needs a photograph keeps the one it was closed with.
  if (row.sort === 'photo' && session.closed_at) throw refuse('activities.session-closed')
  work.ledger.act({ kind: 'session.evidence-removed', subject: session.id, org: activity.row.org_id, data: { sort: row.sort, because } })
  return activity
}
