import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { adoptChildren, dissolve, splitOff } from '../organisations/index.ts'
import { holdingOrg, lockMembership, moveMember } from './standing.ts'

type Order = { on: string; because: string; version: number }

const membersIn = async (work: Work, orgId: string) =>
  (
    await work.tx
      .selectFrom('membership.membership')
      .select('person_id')
      .where('region', '=', work.region)
      .where('org_id', '=', orgId)
      .where('status', 'not in', ['left', 'expelled', 'deceased', 'prospect'])
      .execute()
  ).map((m) => m.person_id)

const refuseOpenTransfers = async (work: Work, orgId: string) => {
  const open = await work.tx
    .selectFrom('membership.transfer')
    .select('id')
    .where('region', '=', work.region)
    .where('status', 'in', ['asked', 'released'])
    .where((e) => e.or([e('from_org_id', '=', orgId), e('to_org_id', '=', orgId)]))
    .limit(1)
    .executeTakeFirst()
  if (open) throw refuse('membership.transfer-open')
}

/** One union goes into another: subordinates and members move, then it ends with its successor named. */
export const mergeUnion = async (work: Work, id: string, intoId: string, order: Order) => {
  if (id === intoId) throw refuse('membership.same-union')
  await holdingOrg(work, intoId)
  await refuseOpenTransfers(work, id)
  await adoptChildren(work, id, intoId, order)
  for (const person of await membersIn(work, id)) await moveMember(work, await lockMembership(work, person), intoId, order.on, order.because)
  await dissolve(work, id, order, intoId)
}

/** Ends a union that has no members left. */
export const dissolveUnion = async (work: Work, id: string, order: Order) => {
  if ((await membersIn(work, id)).length > 0) throw refuse('organisations.has-members')
  await dissolve(work, id, order)
}

/** Splits a new union off and moves the chosen members there. */
export const splitUnion = async (
  work: Work,
  id: string,
  given: Order & { name: string; uscc?: string | null | undefined; memberIds: readonly string[] },
) => {
  const child = await splitOff(work, id, given, given)
  for (const person of given.memberIds) {
    const m = await lockMembership(work, person)
    if (m.org_id !== id) throw refuse('record.not-found')
    await moveMember(work, m, child, given.on, given.because)
  }
  return child
}
