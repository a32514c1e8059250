import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

/** Puts a message into a person's inbox. */
export const tell = async (work: Work, personId: string, message: { kind: string; title: Text; body: Text; link?: string }) => {
  const id = newId()
  await work.tx.insertInto('notices.message').values({
    region: work.region, id, person_id: personId, kind: message.kind, title: JSON.stringify(message.title), body: JSON.stringify(message.body),
    link: message.link ?? null, created_at: work.at,
  }).execute()
  return id
}

/** Hands a short message to SMS; the job `deliver` sends it after the commit. */
export const text = async (work: Work, mobile: string, body: string, messageId?: string) => {
  const id = newId()
  await work.tx.insertInto('notices.delivery').values({
    region: work.region, id, message_id: messageId ?? null, channel: 'sms', address: mobile, body, state: 'waiting', created_at: work.at,
  }).execute()
  work.ledger.job({ task: 'deliver', payload: { delivery: id } })
}
