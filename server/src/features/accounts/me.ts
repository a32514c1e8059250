import type { Me } from '@gongyou/contract/accounts/routes.ts'
import type { Actor } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Setup } from '../../kit/http/building.ts'

const unreadOf = async (look: Look, personId: string) => {
  const row = await look.db
    .selectFrom('notices.message')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

export const meOf = async (look: Look, by: Actor, setup: Setup): Promise<Me> => {
  const region = await look.db.selectFrom('kit.region_name').selectAll().where('region', '=', look.region).executeTakeFirst()
  return {
    kind: by.kind === 'system' ? 'nobody' : by.kind,
    person: by.personId ? { id: by.personId, name: by.name } : null,
    posts: by.standings.map((s) => ({ org: { id: s.orgId, name: s.orgName }, post: s.post, rights: [...s.rights], via: s.via })),
    region: { code: look.region, name: region?.name ?? '', shortName: region?.short_name ?? '' },
    demo: setup.demo,
    mustSetUpSecondFactor: by.mustSetUpSecondFactor ?? false,
    unread: by.personId ? await unreadOf(look, by.personId) : 0,
  }
}
