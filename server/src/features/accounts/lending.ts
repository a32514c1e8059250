import type { lendRights } from '@gongyou/contract/accounts/routes.ts'
import { posts } from '@gongyou/contract/organisations/posts.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { tell } from '../notices/index.ts'
import { postsOf, reachOf } from '../organisations/index.ts'

type Row = {
  id: string
  from_id: string
  from_name: string
  to_id: string
  to_name: string
  org_id: string
  org_name: string
  post: string
  rights: string[]
  because: string
  from_at: Date
  until_at: Date
  ended_at: Date | null
}

const longest = 92
export const postName = (code: string) => (code in posts ? posts[code as keyof typeof posts].name.zh : code)

/** Staff one may lend to: active accounts by name or pinyin. */
export const colleaguesOf = async (look: Look, q: string) => {
  const like = `%${q.toLowerCase().replace(/[%_\\]/g, '')}%`
  const rows = await look.db
    .selectFrom('accounts.account as a')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.person_id'))
    .select(['p.id', 'p.name'])
    .where('a.region', '=', look.region)
    .where('a.staff', '=', true)
    .where('a.disabled_at', 'is', null)
    .where('p.id', '!=', look.by.personId!)
    .where((e) => e.or([e('p.name', 'like', like), e('p.pinyin', 'like', like)]))
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(20)
    .execute()
  const held = (
    await postsOf(
      look,
      rows.map((r) => r.id),
    )
  ).filter((p) => p.standing)
  return rows.map((r) => ({
    person: { id: r.id, name: r.name },
    posts: held.filter((p) => p.person === r.id).map((p) => `${p.org.name} ${postName(p.post)}`),
  }))
}

const lendingsOf = async (look: Look, only: { person?: string; id?: string }) => {
  const { rows } = await sql<Row>`
    select d.id, f.id as from_id, f.name as from_name, r.id as to_id, r.name as to_name, o.id as org_id, o.name as org_name, p.post, d.rights, d.because, d.from_at, d.until_at, d.ended_at
      from accounts.delegation d
      join organisations.post p on p.region = d.region and p.id = d.post_id
      join organisations.org o on o.region = p.region and o.id = p.org_id
      join people.person f on f.region = p.region and f.id = p.person_id
      join people.person r on r.region = d.region and r.id = d.to_person_id
     where d.region = ${look.region} and (${only.id ?? null}::uuid is null or d.id = ${only.id ?? null}) and (${only.person ?? null}::uuid is null or p.person_id = ${only.person ?? null} or d.to_person_id = ${only.person ?? null})
     order by d.from_at desc, d.id limit 200`.execute(look.raw)
  return rows.map((r) => ({
    id: r.id,
    from: { id: r.from_id, name: r.from_name },
    to: { id: r.to_id, name: r.to_name },
    org: { id: r.org_id, name: r.org_name },
    post: r.post,
    rights: r.rights,
    because: r.because,
    fromAt: r.from_at.toISOString(),
    untilAt: r.until_at.toISOString(),
    endedAt: r.ended_at?.toISOString() ?? null,
    standing: r.ended_at === null && r.from_at <= look.at && r.until_at > look.at,
  }))
}

/** What I lent and borrowed, and the posts I could lend from. */
export const lendingOf = async (look: Look) => ({
  posts: (await postsOf(look, [look.by.personId!]))
    .filter((p) => p.standing)
    .map((p) => ({ id: p.id, org: { id: p.org.id, name: p.org.name }, post: p.post, rights: [...p.rights] })),
  rows: await lendingsOf(look, { person: look.by.personId! }),
})

/** Lends rights of one's own post till the end of a day, 92 days at most. What was borrowed cannot be lent on. */
export const lend = async (work: Work, given: z.output<(typeof lendRights)['body']>) => {
  const post = (await postsOf(work, [work.by.personId!])).find((p) => p.id === given.post && p.standing)
  if (!post || !given.rights.every((r) => post.rights.includes(r))) throw refuse('accounts.not-yours-to-lend')
  const to = await work.db
    .selectFrom('accounts.account')
    .select('person_id')
    .where('region', '=', work.region)
    .where('person_id', '=', given.to)
    .where('staff', '=', true)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!to || to.person_id === work.by.personId) throw refuse('accounts.lend-to-other')
  if (given.until < work.today || given.until > addDays(work.today, longest - 1))
    throw refuse('accounts.dates-wrong', { fields: [{ path: 'until', message: `最长 ${longest} 天` }] })
  const id = newId()
  // The end of that day in Asia/Shanghai.
  const until = new Date(`${addDays(given.until, 1)}T00:00:00+08:00`)
  await work.tx
    .insertInto('accounts.delegation')
    .values({
      region: work.region,
      id,
      post_id: post.id,
      to_person_id: given.to,
      rights: [...new Set(given.rights)],
      because: given.because,
      from_at: work.at,
      until_at: until,
    })
    .execute()
  work.ledger.audit({ subject: id, person: given.to, detail: { post: post.id, rights: given.rights, until: given.until } })
  await tell(work, given.to, {
    kind: 'account',
    title: t(`${work.by.name}把部分权限委托给您`, `${work.by.name} lent you rights`),
    body: t(
      `${post.org.name} ${postName(post.post)}，至 ${given.until}。${given.because}`,
      `${post.org.name}, until ${given.until}. ${given.because}`,
    ),
  })
  return (await lendingsOf(work, { id }))[0]!
}

/** Ended early by the lender, by the borrower, or by an administrator of that organisation. */
export const endLending = async (work: Work, id: string) => {
  const [found] = await lendingsOf(work, { id })
  const reach = found && (await reachOf(work, 'accounts.manage'))
  const mine = found && (found.from.id === work.by.personId || found.to.id === work.by.personId || reach === 'all' || reach!.includes(found.org.id))
  if (!found || !mine) throw refuse('record.not-found')
  const done = await work.tx
    .updateTable('accounts.delegation')
    .set({ ended_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('accounts.already-ended')
  work.ledger.audit({ subject: id, person: found.to.id })
}
