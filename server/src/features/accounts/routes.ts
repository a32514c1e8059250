import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../kit/actor.ts'
import type { Setup } from '../../kit/http/building.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { text } from '../notices/index.ts'
import { meOf } from './me.ts'
import { tryPassword } from './passwords.ts'
import { codeRefusal, sendCode, tryCode } from './phone-codes.ts'
import { endSession, openSession } from './sessions.ts'
import { cookieName } from './who-is.ts'
import { personsByMobile, workerAccount } from './workers.ts'

export const keepSignedIn = (reply: FastifyReply, setup: Setup, session: { token: string; expires: Date }) =>
  reply.setCookie(cookieName, session.token, { path: '/', httpOnly: true, sameSite: 'lax', secure: setup.secureCookies, expires: session.expires })

const labelOf = (request: { headers: Record<string, unknown> }) => String(request.headers['user-agent'] ?? '').slice(0, 120)

export const accounts: Room = (mount, { setup }) => {
  mount(routes.whoAmI, ({ by, read }) => read((look) => meOf(look, by as Actor, setup)))

  mount(routes.signIn, async ({ body, write, request, reply }) => {
    const trial = await write((work) => tryPassword(work, body.login, body.password))
    if (!trial.ok) throw refuse(trial.locked ? 'accounts.locked' : 'accounts.wrong-password')
    keepSignedIn(reply, setup, await write((work) => {
      work.ledger.audit({ subject: trial.account.id, person: trial.account.person_id })
      return openSession(work, trial.account, labelOf(request))
    }))
    return { step: 'done' as const }
  })

  mount(routes.signOut, async ({ by, write, reply }) => {
    if (by.sessionId) await write((work) => endSession(work, by.sessionId!))
    reply.clearCookie(cookieName, { path: '/' })
    return { done: true as const }
  })

  mount(routes.sendPhoneCode, ({ body, write }) =>
    write((work) => sendCode(work, body.mobile, (mobile, code) => text(work, mobile, `【工友】验证码 ${code}，10 分钟内有效。不要告诉别人。`))))

  mount(routes.signInByPhone, async ({ body, write, request, reply }) => {
    const trial = await write((work) => tryCode(work, body.challenge, body.code, false))
    if (!trial.ok) throw codeRefusal(trial)
    const outcome = await write(async (work) => {
      const persons = await personsByMobile(work, trial.mobile)
      const fitting = body.idLast4 ? persons.filter((p) => p.id_last4 === body.idLast4) : persons
      if (fitting.length === 0) return { step: 'unknown-person' as const }
      if (fitting.length > 1) return { step: 'which-person' as const }
      await tryCode(work, body.challenge, body.code, true)
      const account = await workerAccount(work, fitting[0]!.id)
      work.ledger.audit({ subject: account.id, person: fitting[0]!.id })
      // A phone code opens the worker's side only: an officer's powers need the password and the second factor.
      return { step: 'done' as const, session: await openSession(work, { id: account.id, staff: false }, labelOf(request)) }
    })
    if (outcome.step === 'done') keepSignedIn(reply, setup, outcome.session)
    return { step: outcome.step }
  })
}
