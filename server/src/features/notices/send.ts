import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { insertRows } from '../../kit/db/rows-in-bulk.ts'
import { newId } from '../../kit/ids.ts'
import type { ChannelName } from './channels/index.ts'

export type Message = { kind: string; title: Text; body: Text; link?: string }
const columns = { id: 'uuid', person_id: 'uuid', kind: 'text', title: 'jsonb', body: 'jsonb', link: 'text', created_at: 'timestamptz' } as const

/** Puts messages into the inboxes of several people, in one statement. */
export const tellEach = async (work: Work, messages: readonly (Message & { person: string })[]) => {
  const rows = messages.map(({ person, ...m }) => ({ id: newId(), person_id: person, ...m, link: m.link ?? null, created_at: work.at }))
  if (rows.length > 0) await insertRows(work.tx, work.region, 'notices.message', columns, rows)
  return rows.map((r) => r.id)
}

/** The same message to many. */
export const tellAll = (work: Work, persons: readonly string[], message: Message) =>
  tellEach(
    work,
    [...new Set(persons)].map((person) => ({ ...message, person })),
  )

/** Puts a message into a person's inbox. */
export const tell = async (work: Work, person: string, message: Message) => (await tellEach(work, [{ ...message, person }]))[0]!

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
