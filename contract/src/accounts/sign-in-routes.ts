import { z } from 'zod'
import { route } from '../kit/route.ts'
import { Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Login, SecondFactor, SignedIn, WebauthnReply } from './shapes.ts'

const New = z.string().max(200)

export const signInByTotp = route({
  id: 'signInByTotp',
  method: 'POST',
  url: '/api/accounts/sign-in/totp',
  door: 'anyone',
  perMinute: 30,
  summary: t('输入动态口令', 'Second step: one-time code'),
  body: z.object({ challenge: Id, code: z.string().trim().max(12) }),
  reply: SignedIn,
})
export const startPasskeySignIn = route({
  id: 'startPasskeySignIn',
  method: 'POST',
  url: '/api/accounts/sign-in/passkey/start',
  door: 'anyone',
  perMinute: 30,
  summary: t('开始用通行密钥登录', 'Begin to sign in with a passkey'),
  /** With the step of a password just entered; without it the passkey alone must verify its user. */
  body: z.object({ challenge: Id.optional() }),
  reply: z.object({ challenge: Id, options: z.record(z.string(), z.unknown()) }),
})
export const signInByPasskey = route({
  id: 'signInByPasskey',
  method: 'POST',
  url: '/api/accounts/sign-in/passkey',
  door: 'anyone',
  perMinute: 30,
  summary: t('用通行密钥登录', 'Sign in with a passkey'),
  body: z.object({ challenge: Id, response: WebauthnReply }),
  reply: SignedIn,
})
export const setFirstPassword = route({
  id: 'setFirstPassword',
  method: 'POST',
  url: '/api/accounts/sign-in/first',
  door: 'anyone',
  perMinute: 20,
  summary: t('用一次性登录码设置密码', 'Set a password with a one-time code'),
  body: z.object({ login: Login, code: z.string().trim().max(40), password: New }),
  reply: z.discriminatedUnion('step', [SignedIn, SecondFactor]),
})
export const becomeFirstAdministrator = route({
  id: 'becomeFirstAdministrator',
  method: 'POST',
  url: '/api/accounts/first-administrator',
  door: 'anyone',
  perMinute: 10,
  summary: t('建立第一位管理员', 'Become the first administrator'),
  body: z.object({ code: z.string().trim().max(40), name: z.string().trim().min(2).max(60), login: Login, password: New }),
  reply: SignedIn,
})
