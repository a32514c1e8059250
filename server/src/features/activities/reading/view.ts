import type { Eligibility } from '@gongyou/contract/activities/kind.ts'
import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import type { Answers, Form } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import { holds } from '../../../kit/actor.ts'
import type { Look } from '../../../kit/db/database.ts'
import { reachOf } from '../../organisations/index.ts'
import { type Activity, activityWithin, poolsOf, sessionsOf } from '../rows.ts'
import type { SessionPlaces } from '../house.ts'
import { lineOf, lineView } from './lines.ts'
import { poolViews, sessionView } from './parts.ts'

type Seen = { id: string; attended: number; expected: number; photos: number; stars: number | null; ratings: number }

/** What came of each session so far. */
const seenOf = async (look: Look, activityId: string) =>
  new Map(
    (
      await sql<Seen>`
        select s.id,
               (select coalesce(sum(t.heads), 0)::int from activities.attendance t where t.region = s.region and t.session_id = s.id and t.undone_at is null) as attended,
               (select coalesce(sum(u.seats), 0)::int from activities.sign_up u where u.region = s.region and u.pool_id = s.pool_id and u.state = 'confirmed') as expected,
               (select count(*)::int from activities.evidence e where e.region = s.region and e.session_id = s.id and e.sort = 'photo' and e.removed_at is null) as photos,
               (select round(avg(r.stars), 1) from activities.rating r where r.region = s.region and r.session_id = s.id) as stars,
               (select count(*)::int from activities.rating r where r.region = s.region and r.session_id = s.id) as ratings
          from activities.session s where s.region = ${look.region} and s.activity_id = ${activityId}`.execute(look.raw)
    ).rows.map((r) => [r.id, r]),
  )

const askedOf = (look: Look, id: string) =>
  look.db
    .selectFrom('cases.matter')
    .select(['id', 'number', 'title'])
    .where('region', '=', look.region)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** What this caller may do now: the screens draw their buttons from it. */
const mayOf = async (look: Look, { row, kind }: Activity, over: boolean): Promise<ActivityView['may']> => {
  const reach = holds(look.by, 'activities.edit') ? await reachOf(look, 'activities.edit') : []
  if (reach !== 'all' && !reach.includes(row.org_id)) return []
  if (row.template) return ['change', 'clone']
  if (row.state === 'draft') return ['change', kind.approval ? 'submit' : 'publish', 'cancel', 'clone']
  if (row.state === 'published') return ['change', 'run', 'clone', ...(over ? (['archive'] as const) : (['cancel'] as const))]
  return ['clone']
}

/** Everything an officer's page of one activity shows. */
export const activityView = async (look: Look, places: SessionPlaces, id: string): Promise<ActivityView> => {
  const activity = await activityWithin(look, id, 'activities.read')
  const { row, kind } = activity
  const sessions = await sessionsOf(look, id)
  const pools = await poolsOf(look, id)
  const seen = await seenOf(look, id)
  const rooms = await places.of(
    look,
    sessions.map((s) => s.id),
  )
  const line = await lineView(look, (await lineOf(look, id))!)
  return {
    ...line,
    about: row.about,
    contact: row.contact,
    programme: row.programme,
    whole: row.whole,
    template: row.template,
    seriesId: row.series_id,
    partyMost: row.party_most,
    answers: row.answers as Answers,
    questions: row.questions as Form,
    rules: row.rules as Eligibility[],
    kindRules: (kind.rules ?? []).map((r) => r.says),
    definition: kind,
    sessionList: sessions.map((s) => {
      const came = seen.get(s.id)!
      return {
        ...sessionView(s),
        room: rooms.get(s.id) ?? null,
        version: s.version,
        expected: came.expected,
        attended: came.attended,
        gateCount: s.gate_count,
        held: s.held_act !== null,
        closedAt: s.closed_at?.toISOString() ?? null,
        photos: came.photos,
        stars: came.stars,
        ratings: came.ratings,
      }
    }),
    pools: await poolViews(look, pools, sessions, row.whole),
    caseId: row.case_id,
    asked: row.asked_case ? await askedOf(look, row.asked_case) : null,
    because: row.because,
    may: await mayOf(look, activity, line.stage === 'finished'),
    version: row.version,
  }
}
