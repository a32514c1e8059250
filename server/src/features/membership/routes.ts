import * as routes from '@gongyou/contract/membership/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { codeRefusal, keepSignedIn, openSession, tryCode, workerAccount } from '../accounts/index.ts'
import { platformNames } from '../organisations/index.ts'
import { applicationOf, applicationsOf } from './applications.ts'
import { apply } from './apply.ts'
import { cardPublicKey } from './card.ts'
import { approve, giveBack, turnDown } from './decide.ts'
import { openJoinPoint } from './join-points.ts'
import { countOf, membersOf } from './members.ts'
import { mineOf } from './mine.ts'

export const membership: Room = (mount, { keys, setup }) => {
  mount(routes.getJoinPoint, ({ params, read }) =>
    read(async (look) => {
      const { code, label, kind, org, town, phone } = await openJoinPoint(look, params.code)
      return { code, label, kind, org, town, phone, platforms: await platformNames(look) }
    }),
  )

  mount(routes.applyToJoin, async ({ body, write, request, reply }) => {
    const trial = await write((work) => tryCode(work, body.challenge, body.code, false))
    if (!trial.ok) throw codeRefusal(trial)
    const { personId, session, ...receipt } = await write(async (work) => {
      const made = await apply(work, keys, body, trial.mobile)
      await tryCode(work, body.challenge, body.code, true)
      const account = await workerAccount(work, made.personId)
      return { ...made, session: await openSession(work, { id: account.id, staff: false }, String(request.headers['user-agent'] ?? '')) }
    })
    keepSignedIn(reply, setup, session)
    return receipt
  })

  mount(routes.listApplications, ({ query, read }) => read((look) => applicationsOf(look, query)))
  mount(routes.getApplication, ({ params, read }) => read((look) => applicationOf(look, params.id)))
  mount(routes.approveApplication, ({ params, body, write }) =>
    write(async (work) => {
      await approve(work, params.id, body.version)
      return applicationOf(work, params.id, 'all')
    }),
  )
  mount(routes.returnApplication, ({ params, body, write }) =>
    write(async (work) => {
      await giveBack(work, params.id, body.version, body.reason)
      return applicationOf(work, params.id, 'all')
    }),
  )
  mount(routes.refuseApplication, ({ params, body, write }) =>
    write(async (work) => {
      await turnDown(work, params.id, body.version, body.reason)
      return applicationOf(work, params.id, 'all')
    }),
  )

  mount(routes.listMembers, ({ query, read }) => read((look) => membersOf(look, query)))
  mount(routes.countMembers, ({ query, read }) => read((look) => countOf(look, query)))
  mount(routes.myMembership, ({ by, read }) => read((look) => mineOf(look, keys, { id: by.personId!, name: by.name })))
  mount(routes.cardKeys, async () => ({ keys: [{ id: '1', algorithm: 'Ed25519' as const, publicKey: cardPublicKey(keys) }] }))
}
