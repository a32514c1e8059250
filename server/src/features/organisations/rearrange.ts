import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { found, isBaseUnion, usccOf } from './found.ts'
import { openOrganisation, parentWithin } from './open.ts'

type Order = { on: string; because: string; version: number }

type Open = { id: string; since: string } | undefined

const openParent = async (work: Work, id: string, on: string): Promise<Open> => {
  const open = await work.tx
    .selectFrom('organisations.org_parent')
    .select(['id', sql<string>`lower(during)`.as('since')])
    .where('region', '=', work.region)
    .where('org_id', '=', id)
    .where('line', '=', 'area')
    .where(sql<boolean>`upper_inf(during)`)
    .executeTakeFirst()
  if (open && on < open.since) throw refuse('organisations.date-order')
  return open
}

const endParent = async (work: Work, open: Open, on: string) => {
  if (open && on > open.since)
    await work.tx
      .updateTable('organisations.org_parent')
      .set({ during: `[${open.since},${on})` })
      .where('region', '=', work.region)
      .where('id', '=', open.id)
      .execute()
}

/** From a day on another parent; a parent of no day at all is replaced, for a period must have a length. */
const changeParent = async (work: Work, id: string, parentId: string, order: Order) => {
  const open = await openParent(work, id, order.on)
  if (open && open.since === order.on)
    return work.tx
      .updateTable('organisations.org_parent')
      .set({ parent_id: parentId, because: order.because })
      .where('region', '=', work.region)
      .where('id', '=', open.id)
      .execute()
  await endParent(work, open, order.on)
  return work.tx
    .insertInto('organisations.org_parent')
    .values({ region: work.region, id: newId(), org_id: id, line: 'area', parent_id: parentId, during: `[${order.on},)`, because: order.because })
    .execute()
}

/** Moves an organisation with all beneath it under another parent, from a day on. */
export const move = async (work: Work, id: string, parentId: string, order: Order) => {
  const org = await openOrganisation(work, id, order.version)
  const parent = await parentWithin(work, parentId)
  if (parent.path === org.path || parent.path.startsWith(`${org.path}.`)) throw refuse('organisations.own-descendant')
  await changeParent(work, id, parentId, order)
  await work.tx
    .updateTable('organisations.org')
    .set({ parent_id: parentId, parent_kind: parent.kind, version: org.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  const depth = org.path.split('.').length - 1
  await sql`update organisations.org set path = ${parent.path}::ltree || subpath(path, ${depth}) where region = ${work.region} and path <@ ${org.path}::ltree`.execute(
    work.tx,
  )
  work.ledger.act({
    kind: 'organisation.moved',
    subject: id,
    org: id,
    day: order.on,
    data: { from: org.parent_id, to: parentId, toName: parent.name, because: order.because },
  })
}

const standingBeneath = async (work: Work, id: string) =>
  (await work.tx
    .selectFrom('organisations.org')
    .select('id')
    .where('region', '=', work.region)
    .where('parent_id', '=', id)
    .where('dissolved_on', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Ends an organisation without members or subordinates; its history stays. */
export const dissolve = async (work: Work, id: string, order: Order, successor: string | null = null) => {
  const org = await openOrganisation(work, id, order.version)
  if (await standingBeneath(work, id)) throw refuse('organisations.has-children')
  await endParent(work, await openParent(work, id, order.on), order.on)
  await work.tx
    .updateTable('organisations.org')
    .set({ dissolved_on: order.on, succeeded_by: successor, version: org.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  await work.tx
    .updateTable('organisations.post')
    .set({ during: sql<string>`daterange(lower(during), greatest(lower(during) + 1, ${order.on}::date))` })
    .where('region', '=', work.region)
    .where('org_id', '=', id)
    .where(sql<boolean>`upper_inf(during)`)
    .execute()
  work.ledger.act({
    kind: isBaseUnion(org.kind) ? 'union.dissolved' : 'organisation.dissolved',
    subject: id,
    org: id,
    day: order.on,
    data: { town: org.town, kind: org.kind, because: order.because, successor },
  })
  return org
}

/** Puts the subordinates of one organisation under another, before the first ends. */
export const adoptChildren = async (work: Work, from: string, to: string, order: Order) => {
  const children = await work.tx
    .selectFrom('organisations.org')
    .select(['id', 'version'])
    .where('region', '=', work.region)
    .where('parent_id', '=', from)
    .where('dissolved_on', 'is', null)
    .execute()
  for (const c of children) await move(work, c.id, to, { ...order, version: c.version })
}

/** Founds the union that splits off: same kind and parent as the old one. */
export const splitOff = async (work: Work, id: string, made: { name: string; uscc?: string | null | undefined }, order: Order) => {
  const org = await openOrganisation(work, id, order.version)
  const child = await found(work, {
    kind: org.kind,
    parentId: org.parent_id!,
    name: made.name,
    uscc: usccOf(made.uscc),
    town: org.town,
    foundedOn: order.on,
  })
  await work.tx
    .updateTable('organisations.org')
    .set({ version: org.version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  work.ledger.act({ kind: 'organisation.split', subject: id, org: id, day: order.on, data: { into: child, name: made.name, because: order.because } })
  return child
}
