import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

const TextShape = z.object({ zh: z.string(), en: z.string() })

export const Message = z
  .object({ id: Id, kind: z.string(), title: TextShape, body: TextShape, link: z.string().nullable(), at: Instant, readAt: Instant.nullable() })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

export const listMyMessages = route({
  id: 'listMyMessages',
  method: 'GET',
  url: '/api/notices/mine',
  door: 'person',
  summary: t('我的消息', 'My messages'),
  query: z.object({ after: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  reply: z.object({ rows: z.array(Message), unread: z.int(), next: z.string().nullable() }),
})
export const readMessage = route({
  id: 'readMessage',
  method: 'POST',
  url: '/api/notices/mine/:id/read',
  door: 'person',
  summary: t('标为已读', 'Mark a message as read'),
  params: ById,
  reply: Done,
})
export const readAllMessages = route({
  id: 'readAllMessages',
  method: 'POST',
  url: '/api/notices/mine/read',
  door: 'person',
  summary: t('全部标为已读', 'Mark all messages as read'),
  reply: Done,
})

/** In the example only: what would have left by SMS, so that one can sign in without a telephone. */
export const Delivery = z
  .object({
    id: Id,
    channel: z.enum(['sms', 'wechat', 'email']),
    address: z.string(),
    body: z.string(),
    state: z.enum(['waiting', 'sent', 'failed']),
    at: Instant,
  })
  .meta({ id: 'Delivery' })
export const listDeliveries = route({
  id: 'listDeliveries',
  method: 'GET',
  url: '/api/notices/deliveries',
  door: 'anyone',
  summary: t('演示环境的短信（不会真的发出）', 'Messages of the example district, which never leave'),
  query: z.object({ address: z.string().max(30).optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({ rows: z.array(Delivery) }),
})
