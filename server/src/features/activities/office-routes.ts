import * as desk from '@gongyou/contract/activities/desk.ts'
import * as routes from '@gongyou/contract/activities/office.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import { labelOf } from '../../kit/actor.ts'
import type { Room } from '../../kit/http/server.ts'
import { newId } from '../../kit/ids.ts'
import { Refused, refuse } from '../../kit/refuse.ts'
import { unsealAnswers } from '../../kit/secrets/answers.ts'
import type { ActivitiesHouse } from './house.ts'
import { addOne, cancelOne, fitPlaces, moveSession } from './planning/move.ts'
import { clonePlan } from './planning/clone.ts'
import { changePlan, planActivity } from './planning/plan.ts'
import { archive, cancelWhole, publishOwn, submitPlan } from './planning/publish.ts'
import { changePool } from './planning/seats.ts'
import { exportSignUps } from './reading/answers-sheet.ts'
import { diaryOf } from './reading/diary.ts'
import { activitiesOf, countOf } from './reading/list.ts'
import { signUpsOf } from './reading/sign-ups.ts'
import { activityView } from './reading/view.ts'
import { lockActivity, poolWithin, sessionWithin } from './rows.ts'
import { cancelFor } from './signing/cancel.ts'
import { draw } from './signing/draw.ts'
import { type PastedLine, matchLines } from './signing/paste.ts'
import { queueOf, signUpPlace } from './signing/sign-up.ts'
import { signUpWithin } from './signing/within.ts'

const said = { ready: '可以报名', confirmed: '报名成功', standby: '进入候补', entered: '等待抽签', cancelled: '已取消' } as const

/** What officers do with activities before they take place. */
export const activitiesOffice =
  (house: ActivitiesHouse): Room =>
  (mount, building) => {
    const { keys } = building
    const hall = { ...house, keys }
    const { places } = house
    const queue = queueOf(building, hall)
    mount(routes.listActivities, ({ query, read }) => read((look) => activitiesOf(look, query)))
    mount(routes.countActivities, ({ query, read }) => read((look) => countOf(look, query)))
    mount(routes.getActivity, ({ params, read }) => read((look) => activityView(look, places, params.id)))
    mount(routes.createActivity, ({ body, write }) => write(async (work) => activityView(work, places, await planActivity(work, places, body))))
    mount(routes.changeActivity, ({ params, body, write }) =>
      write(async (work) => {
        await changePlan(work, await lockActivity(work, params.id), body)
        return activityView(work, places, params.id)
      }),
    )
    mount(routes.cloneActivity, ({ params, body, write }) =>
      write(async (work) => activityView(work, places, await clonePlan(work, places, params.id, body))),
    )
    mount(routes.submitActivity, ({ params, body, write }) =>
      write(async (work) => {
        await submitPlan(work, hall, await lockActivity(work, params.id), body.version)
        return activityView(work, places, params.id)
      }),
    )
    mount(routes.publishActivity, ({ params, body, write }) =>
      write(async (work) => {
        await publishOwn(work, keys, await lockActivity(work, params.id), body.version)
        return activityView(work, places, params.id)
      }),
    )
    mount(routes.cancelActivity, ({ params, body, write }) =>
      write(async (work) => {
        await cancelWhole(work, places, await lockActivity(work, params.id), body.version, body.because)
        return activityView(work, places, params.id)
      }),
    )
    mount(routes.archiveActivity, ({ params, body, write }) =>
      write(async (work) => {
        await archive(work, await lockActivity(work, params.id), body.version)
        return activityView(work, places, params.id)
      }),
    )
    mount(routes.addSession, ({ params, body, write }) =>
      write(async (work) => {
        await addOne(work, places, await lockActivity(work, params.id), body)
        return activityView(work, places, params.id)
      }),
    )
    mount(routes.changeSession, ({ params, body, write }) =>
      write(async (work) => {
        const { session, activity } = await sessionWithin(work, params.id)
        await moveSession(work, places, activity, session, body)
        return activityView(work, places, activity.row.id)
      }),
    )
    mount(routes.cancelSession, ({ params, body, write }) =>
      write(async (work) => {
        const { session, activity } = await sessionWithin(work, params.id)
        await cancelOne(work, places, activity, session, body.version, body.because)
        return activityView(work, places, activity.row.id)
      }),
    )
    mount(routes.changeSeats, ({ params, body, write }) =>
      write(async (work) => {
        const { activity } = await poolWithin(work, params.id)
        if (activity.row.state !== 'draft' && activity.row.state !== 'published') throw refuse('activities.not-now')
        await changePool(work, keys, params.id, body, activity.row.state === 'published')
        await fitPlaces(work, places, activity, params.id)
        work.ledger.act({ kind: 'activity.seats-changed', subject: params.id, org: activity.row.org_id })
        return activityView(work, places, activity.row.id)
      }),
    )
    mount(routes.drawSeats, ({ params, body, write }) =>
      write(async (work) => {
        const { activity } = await poolWithin(work, params.id)
        await draw(work, keys, params.id, body.word)
        return activityView(work, places, activity.row.id)
      }),
    )
    mount(desk.listSessions, ({ query, read }) => read((look) => diaryOf(look, places, query)))
    mount(desk.exportSignUps, (asked) => exportSignUps(asked, keys))
    mount(routes.listSignUps, ({ params, query, read }) => read((look) => signUpsOf(look, params.id, query)))
    mount(routes.signUpFor, async ({ params, body, by, request, read }) => {
      await read(async (look) => {
        await poolWithin(look, params.id)
        await hall.personWithin(look, body.personId)
      })
      return queue({ ...body, poolId: params.id, channel: 'officer', by: { person: by.personId, name: labelOf(by), request: request.id } })
    })
    mount(routes.pasteSignUps, async ({ params, body, by, request, read }) => {
      const lines = await read(async (look) => {
        await poolWithin(look, params.id)
        return matchLines(look, hall, body.text)
      })
      if (body.dry) return { lines: lines.map((l) => (l.state === 'ready' ? { ...l, says: said.ready } : l)) }
      const enter = async (l: PastedLine): Promise<PastedLine> => {
        if (!l.person) return l
        try {
          const wish = { id: newId(), poolId: params.id, personId: l.person.id, answers: {}, party: [], channel: 'list' as const }
          const done = await queue({ ...wish, by: { person: by.personId, name: labelOf(by), request: request.id } })
          return { ...l, state: done.state === 'cancelled' ? 'wrong' : done.state, says: said[done.state] }
        } catch (error) {
          if (error instanceof Refused && error.status < 500) return { ...l, state: 'wrong', says: error.message }
          throw error
        }
      }
      return { lines: await Promise.all(lines.map(enter)) }
    })
    mount(routes.cancelSignUpFor, async ({ params, body, write }) => {
      await write(async (work) => {
        await signUpWithin(work, params.id, 'activities.edit')
        await cancelFor(work, params.id, body.because)
      })
      return { done: true as const }
    })
    mount(routes.openSignUp, ({ params, body, write }) =>
      write(async (work) => {
        await signUpWithin(work, params.id, 'people.unmask')
        const row = await signUpWithin(work, params.id, 'activities.read')
        work.ledger.audit({ subject: row.id, person: row.person_id, purpose: body.purpose })
        return { answers: { ...(row.answers as Answers | null), ...unsealAnswers(keys, signUpPlace(row.region, row.id), row) } }
      }),
    )
  }
