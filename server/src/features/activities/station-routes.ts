import { codeStep } from '@gongyou/contract/activities/code.ts'
import * as routes from '@gongyou/contract/activities/station.ts'
import { findFile, sendFile, storeOf } from '../documents/index.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import type { ActivitiesHouse } from './house.ts'
import { sheetOf } from './reading/sheet.ts'
import { activityView } from './reading/view.ts'
import { sessionWithin } from './rows.ts'
import { closeOne, countGate, takeBack } from './running/close.ts'
import { addPaper, addPhoto, takeDown } from './running/evidence.ts'
import { codesFor } from './running/code.ts'
import { snapshotOf } from './running/snapshot.ts'
import { takeCheckIns } from './running/station.ts'

/** What happens at the door of a session, and what it leaves behind. */
export const activitiesStation =
  (house: ActivitiesHouse): Room =>
  (mount, building) => {
    const { places } = house
    const hall = { ...house, keys: building.keys }
    const store = storeOf(building.setup)
    mount(routes.getCheckInCodes, ({ params, read }) =>
      read(async (look) => {
        const { session, activity } = await sessionWithin(look, params.id)
        if (activity.row.state !== 'published') throw refuse('activities.not-now')
        if (session.cancelled_at) throw refuse('activities.session-cancelled')
        const seen = (await activityView(look, places, activity.row.id)).sessionList.find((s) => s.id === session.id)!
        return {
          title: activity.row.title,
          place: session.place,
          startsAt: session.starts_at.toISOString(),
          every: codeStep,
          codes: codesFor(look, session),
          expected: seen.expected,
          attended: seen.attended,
          now: look.at.toISOString(),
        }
      }),
    )
    mount(routes.getSnapshot, ({ params, write }) =>
      write(async (work) => {
        const { session, activity } = await sessionWithin(work, params.id)
        if (activity.row.state !== 'published') throw refuse('activities.not-now')
        if (session.cancelled_at) throw refuse('activities.session-cancelled')
        // A list with names leaves the house: who took it along is on record.
        work.ledger.audit({ subject: session.id, purpose: '离线签到' })
        return snapshotOf(work, hall, activity, session)
      }),
    )
    mount(routes.sendCheckIns, ({ params, body, write }) =>
      write(async (work) => ({ items: await takeCheckIns(work, hall, params.id, body.device, body.items) })),
    )
    mount(routes.undoCheckIn, ({ params, body, write }) =>
      write(async (work) => activityView(work, places, (await takeBack(work, params.id, body.personId, body.because)).row.id)),
    )
    mount(routes.setGateCount, ({ params, body, write }) =>
      write(async (work) => activityView(work, places, (await countGate(work, params.id, body.heads)).row.id)),
    )
    mount(routes.addEvidence, ({ params, body, write }) =>
      write(async (work) => activityView(work, places, (await addPhoto(work, params.id, body)).row.id)),
    )
    mount(routes.addEvidencePaper, ({ params, body, write }) =>
      write(async (work) => activityView(work, places, (await addPaper(work, params.id, body)).row.id)),
    )
    mount(routes.removeEvidence, ({ params, body, write }) =>
      write(async (work) => activityView(work, places, (await takeDown(work, params.id, body.because)).row.id)),
    )
    mount(routes.closeSession, ({ params, write }) => write(async (work) => activityView(work, places, (await closeOne(work, params.id)).row.id)))
    mount(routes.getSessionSheet, ({ params, read }) => read((look) => sheetOf(look, params.id)))
    mount(routes.getEvidenceFile, async ({ params, read, reply }) => {
      const found = await read(async (look) => {
        const row = await look.db
          .selectFrom('activities.evidence')
          .select(['session_id', 'file_id'])
          .where('region', '=', look.region)
          .where('id', '=', params.id)
          .where('removed_at', 'is', null)
          .executeTakeFirst()
        if (!row) throw refuse('record.not-found')
        await sessionWithin(look, row.session_id, 'activities.read')
        return findFile(look, row.file_id, async () => true)
      })
      return sendFile(reply, store, found)
    })
  }
