import { makeIdCard } from '@gongyou/contract/kit/id-card.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { demoPassword } from '../../../../demo/src/personas.ts'
import { dayOf, now } from '../../kit/clock.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 50 })
const today = dayOf(now())
const orgId = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
const [district, gulou, guoyuan] = (await Promise.all(['密云区总工会', '鼓楼街道总工会', '果园街道总工会'].map(orgId))) as [string, string, string]
const admin = await union.as('guanli')
const accountOf = async (login: string) => (await admin.ask('listAccounts', { query: { q: login } })).rows.find((a) => a.login === login)!

let order = 100
const aColleague = async (login: string, post: 'station_head' | 'administrator' | 'union_officer', org: string, name = '钱多多') => {
  const made = await admin.ask('createStaffAccount', {
    body: { login, person: { name, idNumber: makeIdCard('110118', '1990-01-01', order++) }, post, org },
  })
  const visitor = union.visitor()
  await visitor.ask('setFirstPassword', { body: { login, code: made.code, password: 'qingshan-lvshui-1' } })
  return { ...made, visitor }
}

test('a new officer gets a code, chooses a password with it once, and works where the post reaches', async () => {
  const made = await admin.ask('createStaffAccount', {
    body: { login: 'xinlai', person: { name: '新来', idNumber: makeIdCard('110118', '1991-02-03', 77) }, post: 'station_head', org: guoyuan },
  })
  await expect(union.visitor().ask('signIn', { body: { login: 'xinlai', password: made.code } })).rejects.toMatchObject({ status: 401 })
  const visitor = union.visitor()
  await expect(
    visitor.ask('setFirstPassword', { body: { login: 'xinlai', code: 'AAAA-BBBB-CCCC', password: 'qingshan-lvshui-1' } }),
  ).rejects.toMatchObject({ status: 401 })
  await expect(visitor.ask('setFirstPassword', { body: { login: 'xinlai', code: made.code, password: 'short' } })).rejects.toMatchObject({
    status: 422,
  })
  await visitor.ask('setFirstPassword', { body: { login: 'xinlai', code: made.code.toLowerCase(), password: 'qingshan-lvshui-1' } })
  expect(await visitor.ask('whoAmI', {})).toMatchObject({ kind: 'staff', posts: [{ org: { name: '果园街道总工会' } }] })
  await expect(
    union.visitor().ask('setFirstPassword', { body: { login: 'xinlai', code: made.code, password: 'another-password' } }),
  ).rejects.toMatchObject({ status: 401 })
  const seen = await accountOf('xinlai')
  expect(seen.posts).toMatchObject([{ post: 'station_head', standing: true, rights: expect.arrayContaining(['membership.decide']) }])
  await expect(
    admin.ask('createStaffAccount', { body: { login: 'xinlai', person: { name: '别人' }, post: 'leader', org: district } }),
  ).rejects.toMatchObject({ problem: { code: 'accounts.login-taken' } })
})

test('a worker becomes an officer with the same account and the same person', async () => {
  const { rows } = await union.owner.query("select id from people.person where name = '许大川'")
  const made = await admin.ask('createStaffAccount', { body: { login: 'dachuan', person: rows[0].id, post: 'union_officer', org: gulou } })
  expect((await admin.ask('getAccount', { params: { id: made.account } })).person.id).toBe(rows[0].id)
  await expect(
    admin.ask('createStaffAccount', { body: { login: 'dachuan2', person: rows[0].id, post: 'leader', org: district } }),
  ).rejects.toMatchObject({ problem: { code: 'accounts.already-staff' } })
})

test('posts are given and ended with dates, never one’s own', async () => {
  const { account, visitor } = await aColleague('zhanzhang', 'station_head', guoyuan)
  expect(
    (await admin.ask('givePost', { params: { id: account }, body: { post: 'union_social_worker', org: gulou, from: today, to: addDays(today, 30) } }))
      .posts,
  ).toHaveLength(2)
  await expect(admin.ask('givePost', { params: { id: account }, body: { post: 'union_social_worker', org: gulou } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'accounts.post-held' },
  })
  await expect(
    admin.ask('givePost', { params: { id: account }, body: { post: 'leader', org: gulou, from: today, to: addDays(today, -3) } }),
  ).rejects.toMatchObject({ status: 422 })
  expect((await visitor.ask('whoAmI', {})).posts).toHaveLength(2)
  const post = (await admin.ask('getAccount', { params: { id: account } })).posts.find((p) => p.post === 'station_head')!
  await admin.ask('endPost', { params: { id: post.id }, body: { on: addDays(today, -1), because: '任命有误' } })
  expect((await visitor.ask('whoAmI', {})).posts.map((p) => p.org.name)).toEqual(['鼓楼街道总工会'])

  const me = await accountOf('guanli')
  await expect(admin.ask('givePost', { params: { id: me.id }, body: { post: 'organisation_officer', org: district } })).rejects.toMatchObject({
    status: 403,
    problem: { code: 'accounts.own-account' },
  })
  await expect(admin.ask('endPost', { params: { id: me.posts[0]!.id }, body: { on: today, because: '自己' } })).rejects.toMatchObject({ status: 403 })
  for (const act of ['disableAccount', 'resetSecondFactor'] as const)
    await expect(admin.ask(act, { params: { id: me.id }, body: { because: '试试' } })).rejects.toMatchObject({ status: 403 })
})

test('a disabled officer is out at once and in again after enabling', async () => {
  const officer = await union.as('shegong')
  const account = await accountOf('shegong')
  await admin.ask('disableAccount', { params: { id: account.id }, body: { because: '离岗' } })
  await expect(officer.ask('listMembers', {})).rejects.toMatchObject({ status: 401 })
  await expect(union.as('shegong')).rejects.toMatchObject({ status: 401 })
  await admin.ask('enableAccount', { params: { id: account.id }, body: { because: '返岗' } })
  await union.as('shegong')
})

test('a town’s administrator sees and changes the town’s accounts only, and nobody who also works elsewhere', async () => {
  const { visitor: town } = await aColleague('zhenguan', 'administrator', gulou, '镇管理')
  const logins = (await town.ask('listAccounts', {})).rows.map((a) => a.login)
  expect(logins).toContain('gulou')
  expect(logins).not.toContain('guoyuan')
  expect(logins).not.toContain('guanli')
  const other = await accountOf('guoyuan')
  await expect(town.ask('getAccount', { params: { id: other.id } })).rejects.toMatchObject({ status: 404 })
  await expect(town.ask('issueSignInCode', { params: { id: other.id } })).rejects.toMatchObject({ status: 404 })
  await expect(
    town.ask('createStaffAccount', { body: { login: 'anjie', person: { name: '安杰' }, post: 'leader', org: district } }),
  ).rejects.toMatchObject({ status: 404 })
  const both = await accountOf('zuzhi')
  await admin.ask('givePost', { params: { id: both.id }, body: { post: 'union_officer', org: gulou } })
  expect((await town.ask('getAccount', { params: { id: both.id } })).login).toBe('zuzhi')
  await expect(town.ask('resetSecondFactor', { params: { id: both.id }, body: { because: '手机丢了' } })).rejects.toMatchObject({
    status: 403,
    problem: { code: 'accounts.beyond-reach' },
  })
  const post = (await accountOf('zuzhi')).posts.find((p) => p.org.id === district)!
  await expect(town.ask('endPost', { params: { id: post.id }, body: { on: today, because: '越权' } })).rejects.toMatchObject({ status: 404 })
})

test('a forgotten password is replaced with a code, and the owner is told', async () => {
  const account = await accountOf('zhuxi')
  const officer = await union.as('zhuxi')
  const first = await admin.ask('issueSignInCode', { params: { id: account.id } })
  const { code } = await admin.ask('issueSignInCode', { params: { id: account.id } })
  expect((await officer.ask('whoAmI', {})).unread).toBeGreaterThan(0)
  await expect(
    union.visitor().ask('setFirstPassword', { body: { login: 'zhuxi', code: first.code, password: 'xin-mima-2026' } }),
  ).rejects.toMatchObject({ status: 401 })
  await union.visitor().ask('setFirstPassword', { body: { login: 'zhuxi', code, password: 'xin-mima-2026' } })
  await expect(officer.ask('listMySessions', {})).rejects.toMatchObject({ status: 401 })
  await expect(union.visitor().ask('signIn', { body: { login: 'zhuxi', password: demoPassword } })).rejects.toMatchObject({ status: 401 })
})

test('without the right nobody manages accounts', async () => {
  const station = await union.as('gulou')
  const { id } = await accountOf('guoyuan')
  await Promise.all(
    [
      station.ask('listAccounts', {}),
      station.ask('getAccount', { params: { id } }),
      station.ask('listPostKinds', {}),
      station.ask('issueSignInCode', { params: { id } }),
      station.ask('enableAccount', { params: { id }, body: { because: '试试' } }),
      station.ask('givePost', { params: { id }, body: { post: 'leader', org: district } }),
    ].map((refused) => expect(refused).rejects.toMatchObject({ status: 403 })),
  )
})
