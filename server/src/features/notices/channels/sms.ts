import { type Channel, type Settings, post } from './channel.ts'

/**
 * SMS through any provider: one POST to the address in GONGYOU_SMS_URL, `{ id, to, text }`. Providers differ in all
 * else; a few lines in front of theirs translate.
 */
export const smsFrom = (s: Settings): Channel | undefined => {
  const url = s.GONGYOU_SMS_URL
  if (!url) return undefined
  const key = s.GONGYOU_SMS_TOKEN
  return {
    send: async ({ id, address, body }) => {
      await post(url, { id, to: address, text: body }, { 'idempotency-key': id, ...(key ? { authorization: `Bearer ${key}` } : {}) })
    },
  }
}
