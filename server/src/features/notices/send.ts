import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { insertRows } from '../../kit/db/rows-in-bulk.ts'
import { newId } from '../../kit/ids.ts'
import type { ChannelName } from './channels/index.ts'

/** Puts a message into a person's inbox. */
export const tell = async (work: Work, personId: string, message: { kind: string; title: Text; body: Text; link?: string }) => {
  const id = newId()
  await work.tx
    .insertInto('notices.message')
    .values({
      region: work.region,
      id,
      person_id: personId,
      kind: message.kind,
      title: JSON.stringify(message.title),
      body: JSON.stringify(message.body),
      link: message.link ?? null,
      created_at: work.at,
    })
    .execute()
  return id
}

/** The same message to many. */
export const tellAll = (work: Work, persons: readonly string[], message: { kind: string; title: Text; body: Text; link?: string }) =>
  insertRows(
    work.tx,
    work.region,
    'notices.message',
    { id: 'uuid', person_id: 'uuid', kind: 'text', title: 'jsonb', body: 'jsonb', link: 'text', created_at: 'timestamptz' },
    [...new Set(persons)].map((person) => ({ id: newId(), person_id: person, ...message, link: message.link ?? null, created_at: work.at })),
  )

type Outgoing = { channel: ChannelName; address: string; title?: string; body: string; messageId?: string | undefined }

/** Hands a message to a channel; the job `deliver` sends it after the commit. */
export const sendOut = async (work: Work, out: Outgoing) => {
  const id = newId()
  await work.tx
    .insertInto('notices.delivery')
    .values({
      region: work.region,
      id,
      message_id: out.messageId ?? null,
      channel: out.channel,
      address: out.address,
      title: out.title ?? null,
      body: out.body,
      state: 'waiting',
      created_at: work.at,
    })
    .execute()
  work.ledger.job({ task: 'deliver', payload: { delivery: id } })
  return id
}

/** A short message by SMS. */
export const text = (work: Work, mobile: string, body: string, messageId?: string) =>
  sendOut(work, { channel: 'sms', address: mobile, body, messageId })
