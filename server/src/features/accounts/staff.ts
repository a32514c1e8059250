import type { StaffAccount } from '@gongyou/contract/accounts/routes.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type HeldPost, type Reach, beneath, narrow, postsOf, reachOf } from '../organisations/index.ts'

type Filter = { q?: string | undefined; org?: string | undefined; disabled?: boolean | undefined; after?: string | undefined; limit: number }

const accountsIn = (look: Look, reach: Reach) =>
  look.db
    .selectFrom('accounts.account as a')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
    .where('a.region', '=', look.region)
    .where('a.staff', '=', true)
    // Seen by whoever manages one of the organisations in which the person holds or held a post.
    .$if(reach !== 'all', (q) =>
      q.where(
        sql<boolean>`exists (select 1 from organisations.post o where o.region = a.region and o.person_id = a.person_id and o.org_id = any(${reach as string[]}::uuid[]))`,
      ),
    )
    .select([
      'a.id',
      'a.person_id',
      'p.name',
      'a.login',
      'a.password_hash',
      'a.totp_cipher',
      'a.disabled_at',
      'a.created_at',
      sql<boolean>`exists (select 1 from accounts.passkey k where k.region = a.region and k.account_id = a.id)`.as('passkey'),
      sql<Date | null>`(select max(s.seen_at) from accounts.session s where s.region = a.region and s.account_id = a.id)`.as('seen_at'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof accountsIn>['execute']>>[number]

const postView = ({ person: _, ended: __, ...p }: HeldPost) => ({ ...p, org: { id: p.org.id, name: p.org.name }, rights: [...p.rights] })
const view = (r: Row, posts: readonly HeldPost[]): StaffAccount => ({
  id: r.id,
  person: { id: r.person_id, name: r.name },
  login: r.login,
  posts: posts.filter((p) => p.person === r.person_id).map(postView),
  secondFactor: [...(r.totp_cipher ? ['totp' as const] : []), ...(r.passkey ? ['passkey' as const] : [])],
  hasPassword: r.password_hash !== null,
  disabledAt: r.disabled_at?.toISOString() ?? null,
  lastSeenAt: r.seen_at?.toISOString() ?? null,
  createdAt: r.created_at.toISOString(),
})

/** Staff accounts within the caller's reach, by login. */
export const accountsOf = async (look: Look, f: Filter) => {
  const reach = narrow(await reachOf(look, 'accounts.manage'), await beneath(look, f.org))
  const like = `%${(f.q ?? '').toLowerCase().replace(/[%_\\]/g, '')}%`
  const rows = await accountsIn(look, reach)
    .$if(Boolean(f.q), (q) => q.where((e) => e.or([e('p.name', 'like', like), e('p.pinyin', 'like', like), e('a.login', 'like', like)])))
    .$if(f.disabled !== undefined, (q) => q.where('a.disabled_at', f.disabled ? 'is not' : 'is', null))
    .$if(f.after !== undefined, (q) => q.where('a.login', '>', f.after!))
    .where('a.login', 'is not', null)
    .orderBy('a.login')
    .limit(f.limit + 1)
    .execute()
  const page = rows.slice(0, f.limit)
  const posts = await postsOf(
    look,
    page.map((r) => r.person_id),
  )
  return { rows: page.map((r) => view(r, posts)), next: rows.length > page.length ? page.at(-1)!.login : null }
}

/** One account, or 404 where it is none of the caller's. */
export const accountOf = async (look: Look, id: string) => {
  const row = await accountsIn(look, await reachOf(look, 'accounts.manage'))
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return view(row, await postsOf(look, [row.person_id]))
}

/**
 * An account the caller may change: seen, not his own, and without a post elsewhere. A town's administrator who could
 * reset the second factor of a district officer would be that officer.
 */
export const changeable = async (look: Look, id: string) => {
  const account = await accountOf(look, id)
  if (account.person.id === look.by.personId) throw refuse('accounts.own-account')
  const reach = await reachOf(look, 'accounts.manage')
  const posts = await postsOf(look, [account.person.id])
  if (reach !== 'all' && posts.some((p) => !p.ended && !reach.includes(p.org.id))) throw refuse('accounts.beyond-reach')
  return account
}
