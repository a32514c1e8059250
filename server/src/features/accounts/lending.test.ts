import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { afterEach, expect, test } from 'vitest'
import { dayOf, moveClock, now } from '../../kit/clock.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 50 })
const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((back) => back()))
const hours = (n: number) => void undo.push(moveClock(n * 3_600_000))
const today = dayOf(now())

const [gulou, shegong, guoyuan, leader] = [await union.as('gulou'), await union.as('shegong'), await union.as('guoyuan'), await union.as('lingdao')]
const person = async (name: string) => (await union.owner.query('select id from people.person where name = $1', [name])).rows[0].id as string
const orgId = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
const postOf = async (who: typeof gulou) => (await who.ask('myLending', {})).posts[0]!
const lend = async (
  over: Partial<{ post: string; to: string; rights: ('membership.decide' | 'membership.read' | 'accounts.manage')[]; until: string }> = {},
) =>
  gulou.ask('lendRights', {
    body: {
      post: (await postOf(gulou)).id,
      to: await person('罗青禾'),
      rights: ['membership.decide', 'membership.read'],
      because: '出差',
      until: addDays(today, 5),
      ...over,
    },
  })
const towns = async (who: typeof gulou) => new Set((await who.ask('listMembers', { query: { limit: 200 } })).rows.map((m) => m.org.name))

test('a station head lends deciding to a colleague, who then sees that street, until the day or until it is ended', async () => {
  const colleague = (await gulou.ask('findColleagues', { query: { q: 'luoqinghe' } })).rows[0]!
  expect(colleague).toMatchObject({ person: { name: '罗青禾' }, posts: ['果园街道总工会 站长'] })
  const before = (await guoyuan.ask('whoAmI', {})).posts.length
  const made = await lend()
  const borrowed = (await guoyuan.ask('whoAmI', {})).posts.find((p) => p.via === 'delegation')!
  expect(borrowed).toMatchObject({ org: { name: '鼓楼街道总工会' }, rights: ['membership.read', 'membership.decide'] })
  expect([...(await towns(guoyuan))].some((n) => n.includes('鼓楼'))).toBe(true)
  expect((await guoyuan.ask('myLending', {})).rows).toMatchObject([{ from: { name: '何秋实' }, standing: true }])
  hours(24 * 6)
  // Sessions end before loans do; the loan is judged with a fresh one.
  const later = await union.as('guoyuan')
  expect((await later.ask('whoAmI', {})).posts).toHaveLength(before)
  undo.splice(0).forEach((back) => back())
  await expect(shegong.ask('endLending', { params: { id: made.id } })).rejects.toMatchObject({ status: 404 })
  await gulou.ask('endLending', { params: { id: made.id } })
  expect((await guoyuan.ask('whoAmI', {})).posts).toHaveLength(before)
  await expect(gulou.ask('endLending', { params: { id: made.id } })).rejects.toMatchObject({ status: 409 })
})

test('nobody lends what the post does not carry, somebody else’s post, to himself, or for more than 92 days', async () => {
  await expect(lend({ rights: ['accounts.manage'] })).rejects.toMatchObject({ status: 403 })
  await expect(lend({ post: (await postOf(shegong)).id })).rejects.toMatchObject({ status: 403 })
  await expect(lend({ to: await person('何秋实') })).rejects.toMatchObject({ status: 422 })
  await expect(lend({ to: await person('许大川') })).rejects.toMatchObject({ status: 422 })
  await expect(lend({ until: addDays(today, 92) })).rejects.toMatchObject({ status: 422 })
  await lend({ until: addDays(today, 91) })
  // What was borrowed is no post to lend from.
  expect((await guoyuan.ask('myLending', {})).posts).toHaveLength(1)
  await expect(union.visitor().ask('myLending', {})).rejects.toMatchObject({ status: 401 })
})

test('emergency access opens one organisation for hours, tells the auditors, and is reviewed by somebody else', async () => {
  const org = await orgId('鼓楼街道总工会')
  const [auditor, admin] = [await union.as('jingshen'), await union.as('guanli')]
  const before = (await auditor.ask('whoAmI', {})).unread
  const ask = (over: object = {}) => ({
    body: { org, rights: ['people.unmask' as const, 'membership.decide' as const], because: '防汛期间紧急联系货车司机家属', minutes: 60, ...over },
  })
  await expect(leader.ask('breakGlass', ask({ because: '着急' }))).rejects.toMatchObject({ status: 400 })
  await expect(leader.ask('breakGlass', ask({ minutes: 300 }))).rejects.toMatchObject({ status: 400 })
  await expect(leader.ask('breakGlass', ask({ rights: ['accounts.manage'] }))).rejects.toMatchObject({ status: 422 })
  const opened = await leader.ask('breakGlass', ask())
  expect((await leader.ask('whoAmI', {})).posts).toContainEqual(
    expect.objectContaining({ via: 'break-glass', org: { id: org, name: '鼓楼街道总工会' }, rights: ['people.unmask', 'membership.decide'] }),
  )
  expect((await auditor.ask('whoAmI', {})).unread).toBe(before + 1)
  expect((await admin.ask('whoAmI', {})).unread).toBeGreaterThan(0)

  await expect(leader.ask('reviewBreakGlass', { params: { id: opened.id }, body: { verdict: 'justified', note: '自己复核' } })).rejects.toMatchObject(
    { status: 403 },
  )
  expect((await auditor.ask('listBreakGlass', { query: { open: 'true' } })).rows.map((b) => b.id)).toContain(opened.id)
  const judged = await auditor.ask('reviewBreakGlass', { params: { id: opened.id }, body: { verdict: 'justified', note: '情况属实' } })
  expect(judged).toMatchObject({ verdict: 'justified', reviewedBy: { name: '苏静澜' } })
  expect((await leader.ask('whoAmI', {})).posts.every((p) => p.via === 'post')).toBe(true)
  await expect(auditor.ask('reviewBreakGlass', { params: { id: opened.id }, body: { verdict: 'justified', note: '再来' } })).rejects.toMatchObject({
    status: 409,
  })
  expect((await leader.ask('myBreakGlass', {})).rows[0]).toMatchObject({ id: opened.id })
})

test('an auditor’s own emergency access is reviewed by another auditor, and it ends by itself', async () => {
  const auditor = await union.as('jingshen')
  const opened = await auditor.ask('breakGlass', {
    body: { org: await orgId('果园街道总工会'), rights: ['membership.read'], because: '核对果园街道发放名单的来源', minutes: 30 },
  })
  await expect(
    auditor.ask('reviewBreakGlass', { params: { id: opened.id }, body: { verdict: 'justified', note: '自己复核' } }),
  ).rejects.toMatchObject({ problem: { code: 'accounts.own-review' } })
  await auditor.ask('listMembers', {})
  hours(1)
  await expect(auditor.ask('listMembers', {})).rejects.toMatchObject({ status: 403 })
  await expect(auditor.ask('endBreakGlass', { params: { id: opened.id } })).rejects.toMatchObject({ status: 404 })
})
