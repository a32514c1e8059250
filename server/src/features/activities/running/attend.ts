import { checkInOpens } from '@gongyou/contract/activities/code.ts'
import { dayOf, later } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { insertRows } from '../../../kit/db/rows-in-bulk.ts'
import type { Activity, SessionRow } from '../rows.ts'

export type Present = {
  id: string
  personId: string
  signUpId: string | null
  heads: number
  via: 'code' | 'card' | 'list' | 'walk-in'
  at: Date
  device: string
}

/** When one can check in: from an hour before the start until two hours after the end. */
export const checkInWindow = (s: Pick<SessionRow, 'starts_at' | 'ends_at'>) => ({
  from: later(s.starts_at, { minutes: -checkInOpens.beforeMinutes }),
  until: later(s.ends_at, { minutes: checkInOpens.afterMinutes }),
})

/** What figures may ask about one session. */
export const sessionData = ({ row, kind }: Activity, session: SessionRow) => ({
  activity: row.id,
  session: session.id,
  kind: kind.code,
  ...(kind.splits ? { part: (row.answers as Record<string, unknown>)[kind.splits] ?? null } : {}),
  town: row.town,
  ...(row.programme === '' ? {} : { programme: row.programme }),
  ...(session.audience ? { audience: session.audience } : {}),
})

/** The first sign of life makes it a session that was held; it is counted on its day, not on the day it was entered. */
export const markHeld = async (work: Work, activity: Activity, session: SessionRow) => {
  if (session.held_act) return
  const act = work.ledger.act({
    kind: 'session.held',
    subject: session.id,
    org: activity.row.org_id,
    day: dayOf(session.starts_at),
    data: sessionData(activity, session),
  })
  await work.tx.updateTable('activities.session').set({ held_act: act }).where('region', '=', work.region).where('id', '=', session.id).execute()
  session.held_act = act
}

const hoursOf = (s: SessionRow) => Math.round(((s.ends_at.getTime() - s.starts_at.getTime()) / 3_600_000) * 100) / 100

/** Records who was there. The session's row is locked, and none of them is recorded yet. */
export const attend = async (work: Work, activity: Activity, session: SessionRow, present: readonly Present[]) => {
  if (present.length === 0) return
  await markHeld(work, activity, session)
  const data = sessionData(activity, session)
  await insertRows(
    work.tx,
    work.region,
    'activities.attendance',
    {
      id: 'uuid',
      session_id: 'uuid',
      person_id: 'uuid',
      sign_up_id: 'uuid',
      heads: 'int',
      via: 'text',
      at: 'timestamptz',
      received_at: 'timestamptz',
      by_person: 'uuid',
      device: 'text',
      act_id: 'uuid',
    },
    present.map((p) => ({
      id: p.id,
      session_id: session.id,
      person_id: p.personId,
      sign_up_id: p.signUpId,
      heads: p.heads,
      via: p.via,
      at: p.at,
      received_at: work.at,
      by_person: work.by.personId,
      device: p.device,
      act_id: work.ledger.act({
        kind: 'session.attended',
        subject: session.id,
        org: activity.row.org_id,
        person: p.personId,
        day: dayOf(session.starts_at),
        data: { ...data, heads: p.heads, via: p.via, ...(activity.kind.hours ? { hours: hoursOf(session) } : {}) },
      }),
    })),
  )
}

/** Takes one back: the act is reversed and its facts go. */
export const undoAttendance = async (
  work: Work,
  activity: Activity,
  session: SessionRow,
  was: { id: string; person_id: string; act_id: string },
  because: string,
) => {
  await work.tx.updateTable('activities.attendance').set({ undone_at: work.at }).where('region', '=', work.region).where('id', '=', was.id).execute()
  work.ledger.act({
    kind: 'session.attendance-undone',
    subject: session.id,
    org: activity.row.org_id,
    person: was.person_id,
    reverses: was.act_id,
    data: { because },
  })
}
