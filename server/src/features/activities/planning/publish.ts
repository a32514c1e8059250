import { activityPlan } from '@gongyou/contract/activities/plan.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import { momentOf } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { type Effects, newestOf, openCase } from '../../cases/index.ts'
import { tell, tellAll } from '../../notices/index.ts'
import type { Hall, SessionPlaces } from '../house.ts'
import { type Activity, changeRow, findActivity, mustBeFresh, poolsOf, sessionsOf } from '../rows.ts'
import { endSignUps, linkTo } from '../signing/cancel.ts'
import { openPools } from '../signing/known.ts'
import { readPlan } from './plan.ts'
import { commitSeed } from './seats.ts'

const mustBeReady = async (work: Work, { row, kind }: Activity) => {
  if (row.template) throw refuse('activities.not-now')
  readPlan(work, kind, row.answers as Answers, false)
  const sessions = (await sessionsOf(work, row.id)).filter((s) => !s.cancelled_at)
  if (sessions.length === 0) throw refuse('activities.no-session')
  if (sessions.every((s) => s.ends_at <= work.at)) throw refuse('activities.in-the-past')
  return sessions
}

/** Everybody can see it from now on; seeds of draws are fixed. */
const publish = async (work: Work, keys: KeyRing, activity: Activity) => {
  await mustBeReady(work, activity)
  for (const pool of await poolsOf(work, activity.row.id)) if (pool.rule === 'draw' && !pool.seed_hash) await commitSeed(work, keys, pool.id)
  await changeRow(work, activity, { state: 'published', published_at: work.at, because: '' })
  work.ledger.act({ kind: 'activity.published', subject: activity.row.id, org: activity.row.org_id, data: { activityKind: activity.kind.code } })
}

/** An officer publishes what needs no approval. */
export const publishOwn = async (work: Work, keys: KeyRing, activity: Activity, version: number) => {
  mustBeFresh(activity, version)
  if (activity.row.state !== 'draft') throw refuse('activities.not-now')
  if (activity.kind.approval) throw refuse('activities.approval-needed')
  await publish(work, keys, activity)
}

/** What a case asked for and decided is public without a second approval. */
export const publishAsked = (work: Work, keys: KeyRing, activity: Activity) => publish(work, keys, activity)

/** The plan in words, as whoever approves it reads it. */
const planInWords = async (work: Work, { row, kind }: Activity) => {
  const sessions = await sessionsOf(work, row.id)
  const answers = row.answers as Record<string, unknown>
  return [
    `${kind.title.zh}：${row.title}`,
    ...sessions.slice(0, 12).map((s) => `第 ${s.number} 场 ${momentOf(s.starts_at)} 至 ${momentOf(s.ends_at).slice(11)}，${s.place}`),
    ...(sessions.length > 12 ? [`共 ${sessions.length} 场`] : []),
    ...Object.entries(kind.form).flatMap(([name, f]) => {
      const value = answers[name]
      if (value === undefined || f.kind === 'money') return []
      const shown = f.kind === 'choice' ? f.options.find((o) => o.code === value)?.label.zh : typeof value === 'object' ? undefined : String(value)
      return shown ? [`${f.label.zh}：${shown}`] : []
    }),
    row.about,
  ]
    .filter(Boolean)
    .join('\n')
    .slice(0, 4000)
}

/** The plan goes to whoever decides: a case, which publishes it when agreed. */
export const submitPlan = async (work: Work, hall: Hall, activity: Activity, version: number) => {
  mustBeFresh(activity, version)
  const { row, kind } = activity
  if (row.state !== 'draft') throw refuse('activities.not-now')
  if (!kind.approval) throw refuse('activities.not-now')
  await mustBeReady(work, activity)
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', row.org_id)
    .executeTakeFirstOrThrow()
  const pools = await poolsOf(work, row.id)
  const persons = pools.every((p) => p.seats !== null) ? pools.reduce((sum, p) => sum + p.seats!, 0) : undefined
  const cost = (row.answers as Record<string, unknown>).cost
  const { row: matter } = await openCase(work, hall, {
    service: (await newestOf(work, activityPlan.code)).service,
    org,
    answers: {
      plan: await planInWords(work, activity),
      ...(persons === undefined ? {} : { persons }),
      ...(typeof cost === 'number' ? { budget: cost } : {}),
    },
    channel: 'office',
    applicantOrg: { id: org.id, name: org.name },
    title: `活动方案：${row.title}`,
  })
  await changeRow(work, activity, { state: 'submitted', case_id: matter.id, because: '' })
  work.ledger.act({ kind: 'activity.submitted', subject: row.id, org: row.org_id })
}

const activityOfCase = async (work: Work, caseId: string) => {
  const row = await work.db
    .selectFrom('activities.activity')
    .select('id')
    .where('region', '=', work.region)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row ? findActivity(work, row.id) : undefined
}

/** What the case does to the activity it is about. A plan whose last session has passed meanwhile goes back instead. */
export const activitiesEffects: Effects = {
  'activities.publish': async (work, { keys }, { row }) => {
    const activity = await activityOfCase(work, row.id)
    if (activity?.row.state !== 'submitted') return
    // Whoever asks does not answer: the plan lies on the desk of others of the house as well, or is handed on.
    if (row.opened_by !== null && row.opened_by === work.by.personId) throw refuse('activities.own-plan')
    await publish(work, keys, activity)
    const planner = activity.row.created_by
    if (planner && planner !== work.by.personId)
      await tell(work, planner, {
        kind: 'activity.approved',
        title: t(`活动已同意：${activity.row.title}`, `Approved: ${activity.row.title}`),
        body: t('方案已同意，活动已发布，按时开放报名。', 'The plan was agreed; the activity is public.'),
        link: `/console/activities/${activity.row.id}`,
      })
  },
  'activities.returned': async (work, _engine, { row }, { said }) => {
    const activity = await activityOfCase(work, row.id)
    if (activity?.row.state !== 'submitted') return
    await changeRow(work, activity, { state: 'draft', because: said ?? '' })
    work.ledger.act({ kind: 'activity.returned', subject: activity.row.id, org: activity.row.org_id })
    if (activity.row.created_by)
      await tell(work, activity.row.created_by, {
        kind: 'activity.returned',
        title: t(`方案退回修改：${activity.row.title}`, `Sent back: ${activity.row.title}`),
        body: t(said ?? '请修改后再报。', said ?? 'Please change it and ask again.'),
        link: `/console/activities/${activity.row.id}`,
      })
  },
}

/** Nothing takes place; everybody who signed up is told, and no seat is given on. */
export const cancelWhole = async (work: Work, places: SessionPlaces, activity: Activity, version: number, because: string) => {
  mustBeFresh(activity, version)
  const { row } = activity
  if (row.state !== 'draft' && row.state !== 'published') throw refuse('activities.not-now')
  // Whoever stands in the queue is decided before this or after it, never beside it.
  await openPools(
    work,
    (await poolsOf(work, row.id)).map((p) => p.id),
  )
  const standing = await sql<{ id: string }>`
    select u.id from activities.sign_up u join activities.pool p on p.region = u.region and p.id = u.pool_id
     where u.region = ${work.region} and p.activity_id = ${row.id} and u.state <> 'cancelled'`.execute(work.tx)
  await changeRow(work, activity, { state: 'cancelled', because })
  await places.free(
    work,
    (await sessionsOf(work, row.id)).filter((s) => s.ends_at > work.at).map((s) => s.id),
    `活动取消：${because}`,
  )
  await endSignUps(
    work,
    standing.rows.map((r) => r.id),
    {
      because: `活动取消：${because}`,
      refill: false,
      tell: (title) => ({ title: t(`活动取消：${title}`, `Cancelled: ${title}`), body: t(because, because) }),
    },
  )
  work.ledger.act({ kind: 'activity.cancelled', subject: row.id, org: row.org_id, data: { because } })
}

/** What is over is laid aside; figures keep it. */
export const archive = async (work: Work, activity: Activity, version: number) => {
  mustBeFresh(activity, version)
  const sessions = await sessionsOf(work, activity.row.id)
  if (activity.row.state !== 'published' || sessions.some((s) => !s.cancelled_at && s.ends_at > work.at)) throw refuse('activities.not-now')
  await changeRow(work, activity, { state: 'archived' })
  work.ledger.act({ kind: 'activity.archived', subject: activity.row.id, org: activity.row.org_id })
}

/** Tells everybody who has signed up for a pool. */
export const tellSignedUp = async (work: Work, activityId: string, poolId: string, message: Parameters<typeof tellAll>[2]) => {
  const rows = await work.tx
    .selectFrom('activities.sign_up')
    .select('person_id')
    .where('region', '=', work.region)
    .where('pool_id', '=', poolId)
    .where('state', '<>', 'cancelled')
    .execute()
  await tellAll(
    work,
    rows.map((r) => r.person_id),
    { link: linkTo(activityId), ...message },
  )
}

/** The place of a session was taken away: whoever signed up is told to wait for another. */
export const tellPlaceLost = async (work: Work, sessionId: string, because: string) => {
  const session = await work.tx
    .selectFrom('activities.session')
    .select(['activity_id', 'pool_id', 'starts_at', 'place', 'cancelled_at'])
    .where('region', '=', work.region)
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const { row } = await findActivity(work, session.activity_id)
  if (row.state !== 'published' || session.cancelled_at) return
  const at = `${momentOf(session.starts_at)} ${session.place}`
  await tellSignedUp(work, row.id, session.pool_id, {
    kind: 'activity.place-lost',
    title: t(`场地有变：${row.title}`, `Place lost: ${row.title}`),
    body: t(
      `${at} 不能使用（${because}）。组织者正在另找地点，请等通知。`,
      `${at} cannot be used (${because}). The organiser is looking for another place; please wait for a message.`,
    ),
  })
}
