import { expect, test } from 'vitest'
import { demoPassword } from '../../../../demo/src/personas.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 50 })

const signInWith = async (login: string, password: string) => {
  const visitor = union.visitor()
  await visitor.ask('signIn', { body: { login, password } })
  return visitor
}

test('a new password has ten characters, no login in it, and is not the old one; then the old one and the other devices are out', async () => {
  const [here, elsewhere] = [await union.as('lingdao'), await union.as('lingdao')]
  for (const weak of ['kurz', 'lingdao-2026', demoPassword])
    await expect(here.ask('changePassword', { body: { old: demoPassword, new: weak } })).rejects.toMatchObject({
      status: 422,
      problem: { code: 'accounts.password-weak' },
    })
  await expect(here.ask('changePassword', { body: { old: 'not the old one', new: 'yunhu-qingfeng-8' } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'accounts.password-wrong' },
  })
  await here.ask('changePassword', { body: { old: demoPassword, new: 'yunhu-qingfeng-8' } })
  await expect(elsewhere.ask('mySecondFactors', {})).rejects.toMatchObject({ status: 401 })
  expect(await here.ask('whoAmI', {})).toMatchObject({ kind: 'staff' })
  await expect(signInWith('lingdao', demoPassword)).rejects.toMatchObject({ status: 401 })
  await signInWith('lingdao', 'yunhu-qingfeng-8')
  await expect(union.visitor().ask('changePassword', { body: { old: 'a', new: 'b' } })).rejects.toMatchObject({ status: 401 })
})

test('one sees where one is signed in, ends one device or all others, and nobody else can', async () => {
  const [a, b, c] = [await union.as('zuzhi'), await union.as('zuzhi'), await union.as('zuzhi')]
  const { rows } = await a.ask('listMySessions', {})
  expect(rows.filter((s) => s.current)).toHaveLength(1)
  const other = (await b.ask('listMySessions', {})).rows.find((s) => s.current)!
  await expect((await union.as('gulou')).ask('endMySession', { params: { id: other.id } })).rejects.toMatchObject({ status: 404 })
  await a.ask('endMySession', { params: { id: other.id } })
  await expect(b.ask('listMySessions', {})).rejects.toMatchObject({ status: 401 })
  expect((await a.ask('endMyOtherSessions', {})).ended).toBe(1)
  await expect(c.ask('listMySessions', {})).rejects.toMatchObject({ status: 401 })
  await expect(union.visitor().ask('listMySessions', {})).rejects.toMatchObject({ status: 401 })
})

test('an API token carries only what it was given, cannot change its owner, is shown once and can be revoked', async () => {
  const officer = await union.as('gulou')
  await expect(officer.ask('createApiToken', { body: { name: '全部权限', rights: ['accounts.manage'], days: 30 } })).rejects.toMatchObject({
    status: 403,
    problem: { code: 'accounts.rights-too-wide' },
  })
  await expect(officer.ask('createApiToken', { body: { name: '两年', rights: ['membership.read'], days: 730 } })).rejects.toMatchObject({
    status: 400,
  })
  const made = await officer.ask('createApiToken', { body: { name: '街道大屏', rights: ['statistics.read'], days: 30 } })
  const bearer = async (url: string, method: 'GET' | 'POST' = 'GET', payload?: object) =>
    union.app.inject({ method, url, headers: { authorization: `Bearer ${made.token}` }, ...(payload ? { payload } : {}) })
  expect((await bearer('/api/statistics/figures')).statusCode).toBe(200)
  expect((await bearer('/api/membership/members')).statusCode).toBe(403)
  expect((await bearer('/api/accounts/own/password', 'POST', { old: demoPassword, new: 'yunhu-qingfeng-8' })).json()).toMatchObject({
    code: 'accounts.by-hand-only',
  })
  expect((await bearer('/api/accounts/own/tokens', 'POST', { name: 'more', rights: ['statistics.read'], days: 365 })).statusCode).toBe(403)
  const list = await officer.ask('listMyApiTokens', {})
  expect(list.rows).toMatchObject([{ name: '街道大屏', rights: ['statistics.read'] }])
  expect(JSON.stringify(list)).not.toContain(made.token)
  await expect((await union.as('guoyuan')).ask('revokeApiToken', { params: { id: made.id } })).rejects.toMatchObject({ status: 404 })
  await officer.ask('revokeApiToken', { params: { id: made.id } })
  expect((await bearer('/api/statistics/figures')).statusCode).toBe(401)
})
