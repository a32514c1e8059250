import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { kindOf } from './kinds.ts'

const select = (look: Look, id: string) =>
  look.db.selectFrom('activities.activity').selectAll().where('region', '=', look.region).where('id', '=', id)
export type ActivityRow = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>
export type Activity = { row: ActivityRow; kind: ActivityKind }

const withKind = async (look: Look, row: ActivityRow | undefined): Promise<Activity> => {
  if (!row) throw refuse('record.not-found')
  return { row, kind: await kindOf(look, row.kind, row.revision) }
}

export const findActivity = async (look: Look, id: string) => withKind(look, await select(look, id).executeTakeFirst())

/** The activity, if it lies where this caller may do this; else there is none. */
export const activityWithin = async (look: Look, id: string, right: Right = 'activities.edit') =>
  withKind(
    look,
    await select(look, id)
      .where(clause(await reachOf(look, right), 'org_id'))
      .executeTakeFirst(),
  )

/** The same, locked until the commit. */
export const lockActivity = async (work: Work, id: string, right: Right = 'activities.edit') =>
  withKind(
    work,
    await select(work, id)
      .where(clause(await reachOf(work, right), 'org_id'))
      .forUpdate()
      .executeTakeFirst(),
  )

export const mustBeFresh = ({ row }: Activity, version: number) => {
  if (row.version !== version) throw refuse('record.changed')
}

type Change = Partial<
  Pick<ActivityRow, 'title' | 'about' | 'contact' | 'programme' | 'party_most' | 'state' | 'case_id' | 'because' | 'published_at'>
> & {
  answers?: string
  questions?: string
  rules?: string
}
/** Writes what changed and counts the version on. */
export const changeRow = async (work: Work, { row }: Activity, change: Change) => {
  await work.tx
    .updateTable('activities.activity')
    .set({ ...change, changed_at: work.at, version: row.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
  row.version++
}

const sessionSelect = (look: Look) => look.db.selectFrom('activities.session').selectAll().where('region', '=', look.region)
export type SessionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof sessionSelect>['executeTakeFirst']>>>

export const sessionsOf = (look: Look, activityId: string): Promise<SessionRow[]> =>
  sessionSelect(look).where('activity_id', '=', activityId).orderBy('starts_at').orderBy('number').execute()

/** A session with its activity, if it lies where this caller may do this. */
export const sessionWithin = async (look: Look, id: string, right: Right = 'activities.edit', locked = false) => {
  const query = sessionSelect(look).where('id', '=', id)
  const session = await (locked ? query.forUpdate() : query).executeTakeFirst()
  if (!session) throw refuse('record.not-found')
  return { session, activity: await activityWithin(look, session.activity_id, right) }
}

const poolSelect = (look: Look) => look.db.selectFrom('activities.pool').selectAll().where('region', '=', look.region)
export type PoolRow = NonNullable<Awaited<ReturnType<ReturnType<typeof poolSelect>['executeTakeFirst']>>>
export const poolsOf = (look: Look, activityId: string): Promise<PoolRow[]> =>
  poolSelect(look).where('activity_id', '=', activityId).orderBy('id').execute()

export const poolWithin = async (look: Look, id: string, right: Right = 'activities.edit') => {
  const pool = await poolSelect(look).where('id', '=', id).executeTakeFirst()
  if (!pool) throw refuse('record.not-found')
  return { pool, activity: await activityWithin(look, pool.activity_id, right) }
}
