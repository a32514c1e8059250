import { readPersonName } from '@gongyou/contract/kit/person-name.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { mobileOf } from '../accounts/index.ts'
import { reachOf } from '../organisations/index.ts'
import { register } from '../people/index.ts'
import { holdingOrg } from './standing.ts'

/** Served first, joined later (先服务后入会): name and phone are enough; the rest is asked when the person joins. */
export const addProspect = async (
  work: Work,
  keys: KeyRing,
  given: { name: string; mobile: string; orgId: string; occupation?: string | undefined; note: string },
) => {
  const reach = await reachOf(work, 'membership.decide')
  if (reach !== 'all' && !reach.includes(given.orgId)) throw refuse('record.not-found')
  const org = await holdingOrg(work, given.orgId)
  const name = readPersonName(given.name)
  if (!name.ok) throw refuse('request.invalid', { fields: [{ path: 'name', message: name.suggestion }] })
  const id = await register(work, keys, {
    name: name.name,
    idType: 'resident_id',
    idNumber: null,
    sex: 9,
    birthOn: null,
    mobile: mobileOf(given.mobile),
  })
  await work.tx
    .insertInto('membership.membership')
    .values({
      region: work.region,
      person_id: id,
      org_id: given.orgId,
      status: 'prospect',
      floating: true,
      occupation: given.occupation ?? null,
      since: work.today,
      changed_at: work.at,
    })
    .execute()
  work.ledger.act({
    kind: 'membership.prospect-recorded',
    subject: id,
    org: given.orgId,
    person: id,
    data: { town: org.town, occupation: given.occupation ?? null, note: given.note },
  })
  return { id }
}
