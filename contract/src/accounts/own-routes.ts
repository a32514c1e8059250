import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { RightCode, WebauthnReply } from './shapes.ts'

const Password = z.string().min(1).max(200)
const own = { door: 'staff', beforeSecondFactor: true, byHand: true } as const

export const Passkey = z.object({ id: z.string(), label: z.string(), createdAt: Instant, usedAt: Instant.nullable() })
export const Session = z.object({ id: Id, label: z.string(), createdAt: Instant, seenAt: Instant, expiresAt: Instant, current: z.boolean() })
export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  rights: z.array(z.string()).nullable(),
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
})

export const mySecondFactors = route({
  id: 'mySecondFactors',
  method: 'GET',
  url: '/api/accounts/own/second-factors',
  ...own,
  summary: t('我的登录保护', 'My second factors'),
  reply: z.object({ login: z.string().nullable(), totp: z.boolean(), passkeys: z.array(Passkey) }),
})
export const startTotp = route({
  id: 'startTotp',
  method: 'POST',
  url: '/api/accounts/own/totp',
  ...own,
  perMinute: 20,
  summary: t('开始设置动态口令', 'Begin to set up one-time codes'),
  body: z.object({ password: Password }),
  /** `uri` is what the QR code holds. */
  reply: z.object({ challenge: Id, uri: z.string(), secret: z.string() }),
})
export const confirmTotp = route({
  id: 'confirmTotp',
  method: 'POST',
  url: '/api/accounts/own/totp/confirm',
  ...own,
  perMinute: 20,
  summary: t('确认动态口令', 'Confirm one-time codes'),
  body: z.object({ challenge: Id, code: z.string().trim().max(12) }),
  reply: Done,
})
export const removeTotp = route({
  id: 'removeTotp',
  method: 'POST',
  url: '/api/accounts/own/totp/remove',
  ...own,
  perMinute: 20,
  summary: t('停用动态口令', 'Stop using one-time codes'),
  body: z.object({ password: Password }),
  reply: Done,
})
export const startPasskey = route({
  id: 'startPasskey',
  method: 'POST',
  url: '/api/accounts/own/passkeys/start',
  ...own,
  perMinute: 20,
  summary: t('开始登记通行密钥', 'Begin to register a passkey'),
  body: z.object({ password: Password }),
  reply: z.object({ challenge: Id, options: z.record(z.string(), z.unknown()) }),
})
export const addPasskey = route({
  id: 'addPasskey',
  method: 'POST',
  url: '/api/accounts/own/passkeys',
  ...own,
  perMinute: 20,
  summary: t('登记通行密钥', 'Register a passkey'),
  body: z.object({ challenge: Id, label: z.string().trim().min(1).max(60), response: WebauthnReply }),
  reply: Passkey,
})
export const removePasskey = route({
  id: 'removePasskey',
  method: 'POST',
  url: '/api/accounts/own/passkeys/remove',
  ...own,
  perMinute: 20,
  summary: t('移除通行密钥', 'Remove a passkey'),
  body: z.object({ id: z.string().max(1400), password: Password }),
  reply: Done,
})
export const changePassword = route({
  id: 'changePassword',
  method: 'POST',
  url: '/api/accounts/own/password',
  ...own,
  perMinute: 20,
  summary: t('修改密码', 'Change my password'),
  body: z.object({ old: Password, new: z.string().max(200) }),
  reply: Done,
})

export const listMySessions = route({
  id: 'listMySessions',
  method: 'GET',
  url: '/api/accounts/own/sessions',
  door: 'person',
  summary: t('我登录的设备', 'Where I am signed in'),
  reply: z.object({ rows: z.array(Session) }),
})
export const endMySession = route({
  id: 'endMySession',
  method: 'DELETE',
  url: '/api/accounts/own/sessions/:id',
  door: 'person',
  byHand: true,
  summary: t('退出某台设备', 'Sign one device out'),
  params: ById,
  reply: Done,
})
export const endMyOtherSessions = route({
  id: 'endMyOtherSessions',
  method: 'POST',
  url: '/api/accounts/own/sessions/end-others',
  door: 'person',
  byHand: true,
  summary: t('退出其他所有设备', 'Sign all other devices out'),
  reply: z.object({ ended: z.int() }),
})

export const createApiToken = route({
  id: 'createApiToken',
  method: 'POST',
  url: '/api/accounts/own/tokens',
  door: 'staff',
  byHand: true,
  perMinute: 20,
  summary: t('新建接口令牌', 'Make an API token'),
  body: z.object({ name: z.string().trim().min(2).max(60), rights: z.array(RightCode).min(1).max(60), days: z.int().min(1).max(365) }),
  /** The token is shown this once. */
  reply: ApiToken.extend({ token: z.string() }),
})
export const listMyApiTokens = route({
  id: 'listMyApiTokens',
  method: 'GET',
  url: '/api/accounts/own/tokens',
  door: 'staff',
  summary: t('我的接口令牌', 'My API tokens'),
  reply: z.object({ rows: z.array(ApiToken) }),
})
export const revokeApiToken = route({
  id: 'revokeApiToken',
  method: 'DELETE',
  url: '/api/accounts/own/tokens/:id',
  door: 'staff',
  byHand: true,
  summary: t('作废接口令牌', 'Revoke an API token'),
  params: ById,
  reply: Done,
})
