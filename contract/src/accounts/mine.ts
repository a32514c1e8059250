import { z } from 'zod'
import { route } from '../kit/route.ts'
import { Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

/** The new phone proves itself by a code; the old one is told. */
export const changeMyMobile = route({
  id: 'changeMyMobile',
  method: 'POST',
  url: '/api/accounts/mine/mobile',
  door: 'person',
  perMinute: 20,
  summary: t('本人更换手机号', 'One changes one’s phone number'),
  body: z.object({ challenge: Id, code: z.string().trim().max(12) }),
  reply: z.object({ mobile: z.string() }),
})
