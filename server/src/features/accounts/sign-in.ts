import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Work } from '../../kit/db/database.ts'
import type { Setup } from '../../kit/http/building.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { text } from '../notices/index.ts'
import { becomeFirst } from './first-administrator.ts'
import { setFirstPassword } from './first-password.ts'
import { signInByPasskey, startPasskeySignIn } from './passkeys.ts'
import { tryPassword } from './passwords.ts'
import { codeRefusal, sendCode, tryCode } from './phone-codes.ts'
import { askSecondFactor, openStep, tryTotp } from './second-factor.ts'
import { endSession, openSession } from './sessions.ts'
import { cookieName } from './who-is.ts'
import { personsByMobile, workerAccount } from './workers.ts'

export const keepSignedIn = (reply: FastifyReply, setup: Setup, session: { token: string; expires: Date }) =>
  reply.setCookie(cookieName, session.token, { path: '/', httpOnly: true, sameSite: 'lax', secure: setup.secureCookies, expires: session.expires })

const labelOf = (request: FastifyRequest) => String(request.headers['user-agent'] ?? '').slice(0, 120)

const ownerOf = async (work: Work, personId: string) => ({
  person: personId,
  name: (
    await work.db.selectFrom('people.person').select('name').where('region', '=', work.region).where('id', '=', personId).executeTakeFirstOrThrow()
  ).name,
})

/** Opens the officer's side: only after the password, and the second factor where there is one. */
const enter = async (work: Work, account: { id: string; person_id: string }, request: FastifyRequest) => {
  work.ledger.audit({ action: 'signIn', subject: account.id, person: account.person_id, as: await ownerOf(work, account.person_id) })
  return openSession(work, { id: account.id, staff: true }, labelOf(request))
}

type Proved = { id: string; person_id: string; factors: ('totp' | 'passkey')[] }
const afterPassword = async (work: Work, account: Proved, request: FastifyRequest) =>
  account.factors.length > 0
    ? { answer: { step: 'second-factor' as const, challenge: await askSecondFactor(work, account.id), methods: account.factors } }
    : { answer: { step: 'done' as const }, session: await enter(work, account, request) }

const staffSignIn: Room = (mount, { setup, keys }) => {
  mount(routes.signIn, async ({ body, write, request, reply }) => {
    const trial = await write((work) => tryPassword(work, body.login, body.password))
    if (!trial.ok) throw refuse(trial.locked ? 'accounts.locked' : 'accounts.wrong-password')
    const { answer, session } = await write((work) => afterPassword(work, trial.account, request))
    if (session) keepSignedIn(reply, setup, session)
    return answer
  })

  mount(routes.signInByTotp, async ({ body, write, request, reply }) => {
    const trial = await write(async (work) => {
      const { account, refusal } = await tryTotp(work, keys, body.challenge, body.code)
      return account ? { session: await enter(work, account, request) } : { refusal }
    })
    if (!trial.session) throw trial.refusal!
    keepSignedIn(reply, setup, trial.session)
    return { step: 'done' as const }
  })

  mount(routes.startPasskeySignIn, ({ body, write }) =>
    write(async (work) => {
      const step = body.challenge ? await openStep(work, body.challenge, 'second-factor') : undefined
      if (body.challenge && !step) throw refuse('accounts.step-spent')
      return startPasskeySignIn(work, setup, step?.account_id ?? null)
    }),
  )
  mount(routes.signInByPasskey, async ({ body, write, request, reply }) => {
    keepSignedIn(reply, setup, await write(async (work) => enter(work, await signInByPasskey(work, setup, body), request)))
    return { step: 'done' as const }
  })

  mount(routes.setFirstPassword, async ({ body, write, request, reply }) => {
    const done = await write(async (work) => {
      const account = await setFirstPassword(work, body)
      return account && afterPassword(work, account, request)
    })
    if (!done) throw refuse('accounts.wrong-code')
    if (done.session) keepSignedIn(reply, setup, done.session)
    return done.answer
  })
  mount(routes.becomeFirstAdministrator, async ({ body, write, request, reply }) => {
    const session = await write(async (work) => {
      const account = await becomeFirst(work, keys, body)
      return account && enter(work, account, request)
    })
    if (!session) throw refuse('accounts.no-first-administrator')
    keepSignedIn(reply, setup, session)
    return { step: 'done' as const }
  })
}

const workerSignIn: Room = (mount, { setup }) => {
  mount(routes.sendPhoneCode, ({ body, write }) =>
    write((work) => sendCode(work, body.mobile, (mobile, code) => text(work, mobile, `【工友】验证码 ${code}，10 分钟内有效。不要告诉别人。`))),
  )

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
      work.ledger.audit({ subject: account.id, person: fitting[0]!.id, as: await ownerOf(work, fitting[0]!.id) })
      // A phone code opens the worker's side only: an officer's powers need the password and the second factor.
      return { step: 'done' as const, session: await openSession(work, { id: account.id, staff: false }, labelOf(request)) }
    })
    if (outcome.step === 'done') keepSignedIn(reply, setup, outcome.session)
    return { step: outcome.step }
  })
}

export const signingIn: Room = (mount, building) => {
  staffSignIn(mount, building)
  workerSignIn(mount, building)
  mount(routes.signOut, async ({ by, write, reply }) => {
    if (by.sessionId && !by.token) await write((work) => endSession(work, by.sessionId!))
    reply.clearCookie(cookieName, { path: '/' })
    return { done: true as const }
  })
}
