import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'

/** The district federation at the head of the tree; founded where the installation has none yet. */
export const foundFederation = async (work: Work) => {
  const head = await work.tx
    .selectFrom('organisations.org')
    .select('id')
    .where('region', '=', work.region)
    .where('parent_id', 'is', null)
    .where('kind', '=', 'district_federation')
    .where('dissolved_on', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (head) return head.id
  const region = await work.tx.selectFrom('kit.region_name').selectAll().where('region', '=', work.region).executeTakeFirstOrThrow()
  const id = newId()
  await work.tx
    .insertInto('organisations.org')
    .values({
      region: work.region,
      id,
      kind: 'district_federation',
      name: region.name,
      short_name: region.short_name,
      path: id.replaceAll('-', ''),
      changed_at: work.at,
    })
    .execute()
  work.ledger.act({ kind: 'federation.entered', subject: id, org: id })
  return id
}

/** One organisation that is not dissolved. */
export const findOrg = (look: Pick<Work, 'db' | 'region'>, id: string) =>
  look.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'path', 'kind'])
    .where('region', '=', look.region)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
