import { permissionMatrix } from '@gongyou/contract/permissions.ts'
import type { Route } from '@gongyou/contract/kit/route.ts'
import { routes } from '@gongyou/contract/routes.ts'
import { expect, test } from 'vitest'
import { staffPersonas } from '../../../demo/src/personas.ts'
import { aUnion } from './union.ts'

const union = await aUnion({ people: 60 })
const matrix = new Map(permissionMatrix().map((row) => [row.id, row]))

const aWorker = async () => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile: '13900000001' } })
  await phone.ask('signInByPhone', { body: { challenge, code: await union.codeFor('13900000001') } })
  return phone
}

/** What the door said. Refusals from behind it (a wrong password, somebody else's record) carry other codes. */
const doorOf = (status: number, body: string) => {
  const code = status >= 400 && body.startsWith('{') ? (JSON.parse(body) as { code: string }).code : ''
  if (status === 401 && code === 'sign-in.required') return 401
  if (status === 403 && code === 'right.missing') return 403
  return 'in'
}
const knock = async (who: ReturnType<typeof union.visitor>, route: Route) => {
  const url = route.url.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? '0199aaaa-0000-7000-8000-000000000000' : 'nothing'))
  const answer = await who.send({ method: route.method, url, ...(route.method === 'GET' ? {} : { payload: {} }) })
  return { door: doorOf(answer.statusCode, answer.body), status: answer.statusCode }
}
// Ending other sessions and signing out do what they say, so they are knocked at last.
const last = ['endMyOtherSessions', 'signOut']
const inOrder = Object.values(routes as Record<string, Route>).sort((a, b) => last.indexOf(a.id) - last.indexOf(b.id))

test('the printed matrix has a row for every route', () => {
  expect([...matrix.keys()].sort()).toEqual(Object.keys(routes).sort())
  expect(matrix.size).toBeGreaterThan(60)
})

for (const [name, post, enter] of [
  ['nobody', 'nobody', async () => union.visitor()],
  ['worker', 'worker', aWorker],
  ...staffPersonas.map((p) => [p.login, p.post, () => union.as(p.login)] as const),
] as const)
  test(`every door answers ${name} as the matrix says`, async () => {
    const who = await enter()
    const wrong: object[] = []
    let knocked = 0
    for (const route of inOrder) {
      const { door, status } = await knock(who, route)
      knocked++
      const expected = matrix.get(route.id)!.answers[post]
      if (door !== expected || status >= 500) wrong.push({ route: route.id, expected, door, status })
    }
    expect(wrong).toEqual([])
    expect(knocked).toBe(matrix.size)
    // Four hundred doors: a busy machine needs more than the usual half minute.
  }, 180_000)

test('what belongs to another town or another person is not found, and not forbidden', async () => {
  const one = async (text: string) => (await union.owner.query(text)).rows[0].id as string
  const guoyuan = "(select path from organisations.org where name = '果园街道总工会')"
  const member = await one(
    `select m.person_id as id from membership.membership m join organisations.org o on o.id = m.org_id where o.path <@ ${guoyuan} limit 1`,
  )
  const org = await one("select id from organisations.org where name = '果园街道总工会'")
  const account = await one("select id from accounts.account where login = 'guoyuan'")
  const post = await one("select p.id from organisations.post p join accounts.account a on a.person_id = p.person_id where a.login = 'guoyuan'")
  const session = await one("select s.id from accounts.session s join accounts.account a on a.id = s.account_id where a.login = 'zuzhi' limit 1")
  const gulou = await union.as('gulou')
  const foreign: [keyof typeof routes, string][] = [
    ['getOrganisation', org],
    ['getFile', account],
    ['downloadFile', account],
    ['endMySession', session],
    ['revokeApiToken', session],
    ['endLending', post],
    ['endBreakGlass', post],
  ]
  if ('getPerson' in routes) foreign.push(['getPerson' as keyof typeof routes, member])
  for (const [id, record] of foreign) {
    const { method, url } = routes[id] as Route
    const answer = await gulou.send({ method, url: url.replace(/:\w+/, record), ...(method === 'GET' ? {} : { payload: {} }) })
    expect([id, answer.statusCode]).toEqual([id, 404])
  }
})
