import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import type { Task, Workshop } from '../../kit/jobs/tasks.ts'
import { type ChannelName, Undeliverable, channelsFrom } from './channels/index.ts'

/** Setting: six tries with growing pauses, then a delivery has failed and says so. */
export const deliveryTries = 6

// Made once for each building: the WeChat token and the SMTP connection are worth keeping.
const made = new WeakMap<object, ReturnType<typeof channelsFrom>>()
const channelsOf = ({ setup }: Workshop) => {
  const channels = made.get(setup) ?? channelsFrom(setup.settings ?? {}, setup.demo)
  made.set(setup, channels)
  return channels
}

/**
 * Sends one delivery. The state is written after the other side took it, so a crash in between sends it once more,
 * under the same id; a delivery already marked is left alone.
 */
export const deliver: Task = async (payload, workshop) => {
  const { db, setup } = workshop
  const call = { region: setup.region, by: system, operation: 'deliver', request: newId() }
  const id = String(payload.delivery)
  const row = await db.read(call, (look) =>
    look.db
      .selectFrom('notices.delivery')
      .selectAll()
      .where('region', '=', look.region)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst(),
  )
  if (!row) return
  const mark = (change: { state?: 'sent' | 'failed'; error?: string; sent_at?: Date }, at?: 'now') =>
    db.write(call, (work) =>
      work.tx
        .updateTable('notices.delivery')
        .set({ ...change, tries: row.tries + 1, ...(at ? { sent_at: work.at, error: null } : {}) })
        .where('region', '=', work.region)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute(),
    )
  const channel = channelsOf(workshop)[row.channel as ChannelName]
  try {
    if (!channel) throw new Undeliverable(`还没有设置这条通道 no settings for ${row.channel}`)
    await channel.send({ id, address: row.address, title: row.title ?? '工友', body: row.body })
  } catch (error) {
    const last = error instanceof Undeliverable || row.tries + 1 >= deliveryTries
    await mark({ error: (error as Error).message.slice(0, 300), ...(last ? { state: 'failed' as const } : {}) })
    if (last) return
    // The queue tries again, later each time.
    throw new Error(`delivery ${id} by ${row.channel}: try ${row.tries + 1}`)
  }
  await mark({ state: 'sent' }, 'now')
}
