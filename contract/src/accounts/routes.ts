import { z } from 'zod'
import { route } from '../kit/route.ts'
import { Done, Id, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { SecondFactor, SignedIn } from './shapes.ts'

export * from './lending-routes.ts'
export * from './office-routes.ts'
export * from './own-routes.ts'
export * from './sign-in-routes.ts'

/** Who is signed in, and where this person may do what. */
export const Me = z
  .object({
    kind: z.enum(['nobody', 'worker', 'staff']),
    person: Named.nullable(),
    posts: z.array(z.object({ org: Named, post: z.string(), rights: z.array(z.string()), via: z.enum(['post', 'delegation', 'break-glass']) })),
    region: z.object({ code: z.int(), name: z.string(), shortName: z.string() }),
    demo: z.boolean(),
    unread: z.int(),
    /** Until it is done the workbench shows nothing but that. */
    mustSetUpSecondFactor: z.boolean(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const whoAmI = route({
  id: 'whoAmI',
  method: 'GET',
  url: '/api/accounts/me',
  door: 'anyone',
  summary: t('当前登录人', 'Who is signed in'),
  reply: Me,
})

export const signIn = route({
  id: 'signIn',
  method: 'POST',
  url: '/api/accounts/sign-in',
  door: 'anyone',
  perMinute: 30,
  summary: t('工作人员登录', 'Sign in as staff'),
  body: z.object({ login: z.string().trim().toLowerCase().min(2).max(40), password: z.string().min(1).max(200) }),
  reply: z.discriminatedUnion('step', [SignedIn, SecondFactor]),
})

export const signOut = route({
  id: 'signOut',
  method: 'POST',
  url: '/api/accounts/sign-out',
  door: 'anyone',
  summary: t('退出登录', 'Sign out'),
  reply: Done,
})

export const sendPhoneCode = route({
  id: 'sendPhoneCode',
  method: 'POST',
  url: '/api/accounts/phone-codes',
  door: 'anyone',
  perMinute: 20,
  summary: t('发送手机验证码', 'Send a code to a phone'),
  body: z.object({ mobile: z.string().max(30) }),
  reply: z.object({ challenge: Id, minutes: z.int() }),
})

export const signInByPhone = route({
  id: 'signInByPhone',
  method: 'POST',
  url: '/api/accounts/sign-in/phone',
  door: 'anyone',
  perMinute: 60,
  summary: t('职工用手机验证码登录', 'Sign in as a worker'),
  body: z.object({
    challenge: Id,
    code: z.string().trim().max(12),
    /** Asked only where several persons share one phone: last four of the ID number. */
    idLast4: z.string().trim().toUpperCase().length(4).optional(),
  }),
  reply: z.object({ step: z.enum(['done', 'which-person', 'unknown-person']) }),
})
