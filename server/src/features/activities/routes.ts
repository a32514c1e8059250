import * as routes from '@gongyou/contract/activities/routes.ts'
import type { FastifyReply } from 'fastify'
import type { Room } from '../../kit/http/server.ts'
import { labelOf } from '../../kit/actor.ts'
import { asFile } from '../../kit/http/saved-as.ts'
import { districtFeed, makeFeed, organisationFeed, personFeed } from './feeds.ts'
import type { ActivitiesHouse } from './house.ts'
import { openOf } from './reading/list.ts'
import { mySignUps } from './reading/mine.ts'
import { openActivity } from './reading/open.ts'
import { checkInSelf } from './running/code.ts'
import { rate } from './running/rate.ts'
import { cancelOwn } from './signing/cancel.ts'
import { drawFile } from './signing/draw.ts'
import { queueOf } from './signing/sign-up.ts'

const sendCalendar = (reply: FastifyReply, text: string) =>
  reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, max-age=900').send(text)

/** What everybody does with activities: look, sign up, come, say how it was. */
export const activitiesRoom =
  (house: ActivitiesHouse): Room =>
  (mount, building) => {
    const { keys, setup } = building
    const hall = { ...house, keys }
    const queue = queueOf(building, hall)
    mount(routes.listOpenActivities, ({ query, read }) => read((look) => openOf(look, query)))
    mount(routes.getOpenActivity, ({ params, read }) => read((look) => openActivity(look, params.id)))
    mount(routes.signUp, ({ params, body, by, request }) =>
      queue({
        ...body,
        poolId: params.id,
        personId: by.personId!,
        channel: 'phone',
        by: { person: by.personId, name: labelOf(by), request: request.id },
      }),
    )
    mount(routes.cancelMySignUp, async ({ params, body, write }) => {
      await write((work) => cancelOwn(work, params.id, body.because))
      return { done: true as const }
    })
    mount(routes.listMySignUps, ({ by, read }) => read(async (look) => ({ rows: await mySignUps(look, by.personId!) })))
    mount(routes.checkInByCode, ({ body, write }) => write((work) => checkInSelf(work, body.code)))
    mount(routes.rateSession, async ({ params, body, write }) => {
      await write((work) => rate(work, hall, params.id, body.stars, body.said))
      return { done: true as const }
    })
    mount(routes.getDrawFile, async ({ params, read, reply }) => {
      const file = await read((look) => drawFile(look, params.id))
      return asFile(reply, 'draw.csv').send(`\uFEFF${file}`)
    })
    mount(routes.makeMyCalendar, ({ by, write }) => write(async (work) => ({ url: await makeFeed(work, by.personId!, setup.publicUrl) })))
    mount(routes.getMyCalendar, async ({ params, read, reply }) =>
      sendCalendar(reply, await read((look) => personFeed(look, params.token, setup.publicUrl))),
    )
    mount(routes.getOrganisationCalendar, async ({ params, read, reply }) =>
      sendCalendar(reply, await read((look) => organisationFeed(look, params.id, setup.publicUrl))),
    )
    mount(routes.getDistrictCalendar, async ({ read, reply }) => sendCalendar(reply, await read((look) => districtFeed(look, setup.publicUrl))))
  }
