import { type MatchTerms, chooseUntil, goneAt, matchPhase } from '@gongyou/contract/matchmaking/phase.ts'
import { sql } from 'kysely'
import { dayOf } from '../../kit/clock.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { kindOf } from '../activities/index.ts'

type Row = {
  id: string
  title: string
  kind: string
  revision: number
  org_id: string
  town: number | null
  state: string
  starts_at: Date | null
  ends_at: Date | null
  asked_at: Date | null
  matched_at: Date | null
  cleared_at: Date | null
  cards: number | null
  pairs: number | null
}

/** Meetings as they stand: those of one activity, or all that are not cleared yet. */
const rowsOf = (look: Look, activityId: string | null) =>
  sql<Row>`
    select a.id, a.title, a.kind, a.revision, a.org_id, a.town, a.state, m.asked_at, m.matched_at, m.cleared_at, m.cards, m.pairs,
           coalesce(min(s.starts_at) filter (where s.cancelled_at is null), min(s.starts_at)) as starts_at,
           coalesce(max(s.ends_at) filter (where s.cancelled_at is null), max(s.ends_at)) as ends_at
      from activities.activity a
      left join matchmaking.meeting m on m.region = a.region and m.activity_id = a.id
      left join activities.session s on s.region = a.region and s.activity_id = a.id
     where a.region = ${look.region} and a.published_at is not null
       and (a.id = ${activityId}::uuid or (${activityId}::uuid is null and m.activity_id is not null and m.cleared_at is null))
     group by a.region, a.id, m.asked_at, m.matched_at, m.cleared_at, m.cards, m.pairs`.execute(look.raw)

export type Meeting = Awaited<ReturnType<typeof meetingFrom>>
const meetingFrom = async (look: Look, row: Row) => {
  const { match } = await kindOf(look, row.kind, row.revision)
  if (!match || !row.starts_at || !row.ends_at) return undefined
  const terms: MatchTerms = match
  const times = { startsAt: row.starts_at, endsAt: row.ends_at, matchedAt: row.matched_at, clearedAt: row.cleared_at }
  return {
    row,
    terms,
    ...times,
    chooseUntil: chooseUntil(times.endsAt, terms),
    goneAt: goneAt(times, terms),
    goneOn: dayOf(goneAt(times, terms)),
    phase: row.state === 'cancelled' ? ('gone' as const) : matchPhase(times, terms, look.at),
  }
}

export const meetingOf = async (look: Look, activityId: string) => {
  const [row] = (await rowsOf(look, activityId)).rows
  const meeting = row && (await meetingFrom(look, row))
  if (!meeting) throw refuse('record.not-found')
  return meeting
}

export const openMeetings = async (look: Look) => {
  const found = []
  for (const row of (await rowsOf(look, null)).rows) found.push(await meetingFrom(look, row))
  return found.filter((m) => m !== undefined)
}

/** Whether this person holds a seat there, and whether he was there; who does neither finds nothing. */
export const partOf = async (look: Look, activityId: string, personId: string) => {
  const { rows } = await sql<{ seated: boolean; there: boolean }>`
    select exists (select 1 from activities.sign_up u join activities.pool p on p.region = u.region and p.id = u.pool_id
                    where u.region = ${look.region} and p.activity_id = ${activityId} and u.person_id = ${personId} and u.state = 'confirmed') as seated,
           exists (select 1 from activities.attendance t join activities.session s on s.region = t.region and s.id = t.session_id
                    where t.region = ${look.region} and s.activity_id = ${activityId} and t.person_id = ${personId} and t.undone_at is null) as there`.execute(
    look.raw,
  )
  const part = rows[0]!
  if (!part.seated && !part.there) throw refuse('record.not-found')
  return part
}

/** Lets this transaction read choices and matches of one person, or of all (`*`): for the comparison alone. */
export const openFor = (look: Look, person: string) => sql`select kit.set_unsealed(${person})`.execute(look.raw)

/** Held until the commit, so that nobody chooses while choices are compared. Made with the first card. */
export const holdMeeting = async (work: Work, activityId: string) => {
  await work.tx
    .insertInto('matchmaking.meeting')
    .values({ region: work.region, activity_id: activityId })
    .onConflict((c) => c.columns(['region', 'activity_id']).doNothing())
    .execute()
  await work.tx
    .selectFrom('matchmaking.meeting')
    .select('activity_id')
    .where('region', '=', work.region)
    .where('activity_id', '=', activityId)
    .forUpdate()
    .execute()
  return meetingOf(work, activityId)
}

/** On record is that somebody used the page, the same words whatever he did there, and never whom it was about. */
export const noted = (work: Work, activityId: string) => work.ledger.audit({ action: 'matchmaking', subject: activityId })
