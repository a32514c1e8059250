import * as routes from '@gongyou/contract/notices/routes.ts'
import type { Delivery } from '@gongyou/contract/notices/routes.ts'
import type { z } from 'zod'
import type { Look } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { inboxOf, markAllRead, markRead } from './inbox.ts'

type Sent = z.infer<typeof Delivery>

const deliveriesOf = async (look: Look, wanted: { address?: string | undefined; limit: number }) => {
  const rows = await look.db
    .selectFrom('notices.delivery')
    .selectAll()
    .where('region', '=', look.region)
    .$if(Boolean(wanted.address), (q) => q.where('address', '=', wanted.address!))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit)
    .execute()
  return rows.map((d) => ({
    id: d.id,
    channel: d.channel as Sent['channel'],
    address: d.address,
    body: d.body,
    state: d.state as Sent['state'],
    at: d.created_at.toISOString(),
  }))
}

export const notices: Room = (mount, { setup }) => {
  mount(routes.listMyMessages, ({ by, query, read }) => read((look) => inboxOf(look, by.personId!, query)))
  mount(routes.readMessage, async ({ by, params, write }) => {
    await write((work) => markRead(work, by.personId!, params.id))
    return { done: true as const }
  })
  mount(routes.readAllMessages, async ({ by, write }) => {
    await write((work) => markAllRead(work, by.personId!))
    return { done: true as const }
  })
  mount(routes.listDeliveries, async ({ query, read }) => {
    // Codes in clear: this page exists in the example only.
    if (!setup.demo) throw refuse('request.no-such-page')
    return { rows: await read((look) => deliveriesOf(look, query)) }
  })
}
