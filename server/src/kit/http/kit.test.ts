import { expect, test } from 'vitest'
import { routes } from '@gongyou/contract/routes.ts'
import { aUnion } from '../../test/union.ts'
import { takeFrom } from './limits.ts'

const union = await aUnion({ people: 20, perMinute: 600, settings: { GONGYOU_METRICS_TOKEN: 'scrape' } })
const get = (url: string, headers = {}) => union.app.inject({ url, headers })

test('a process says that it lives, and whether it can work', async () => {
  expect((await get('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await get('/readyz')).json()).toEqual({ status: 'ok', troubles: [] })
  const { rows } = await union.owner.query('delete from kit.migration where name = (select max(name) from kit.migration) returning *')
  expect((await get('/readyz')).statusCode).toBe(503)
  await union.owner.query('insert into kit.migration (name, sha256, applied_at) values ($1, $2, $3)', [
    rows[0].name,
    rows[0].sha256,
    rows[0].applied_at,
  ])
  expect((await get('/readyz')).statusCode).toBe(200)
})

test('metrics tell durations by route and status, connections, and nothing about people', async () => {
  const officer = await union.as('gulou')
  await officer.ask('listMembers', { query: { q: '许大川' } })
  expect((await get('/metrics')).statusCode).toBe(401)
  const { body } = await get('/metrics', { authorization: 'Bearer scrape' })
  expect(body).toMatch(/gongyou_request_seconds_count\{route="listMembers",status="200"\} 1/)
  expect(body).toMatch(/gongyou_pool_connections\{state="open"\} [1-9]/)
  for (const word of ['许大川', 'gulou', '127.0.0.1', '鼓楼']) expect(body).not.toContain(word)
})

test('thirty wrong sign-ins in a minute from one address, and then it has to wait; other routes still answer', async () => {
  const tries = []
  for (let i = 0; i < 33; i++)
    tries.push(await union.app.inject({ method: 'POST', url: '/api/accounts/sign-in', payload: { login: `x${i}`, password: 'y' } }))
  expect(tries.map((t) => t.statusCode).filter((s) => s === 429).length).toBeGreaterThanOrEqual(2)
  expect(tries.at(-1)!.headers['retry-after']).toMatch(/^[12]$/)
  expect(tries.at(-1)!.json()).toMatchObject({ code: 'request.too-often', detail: expect.stringMatching(/\d+ 秒后/) })
  expect((await get('/api/accounts/me')).statusCode).toBe(200)
})

test('a bucket fills evenly', () => {
  const buckets = new Map()
  expect(Array.from({ length: 61 }, () => takeFrom(buckets, 'a', 60, 0)).filter((wait) => wait > 0)).toEqual([1])
  expect(takeFrom(buckets, 'a', 60, 1000)).toBe(0)
  expect(takeFrom(buckets, 'a', 60, 1000)).toBe(1)
  expect(takeFrom(buckets, 'b', 60, 1000)).toBe(0)
})

type Operation = { operationId: string; security: object[]; responses: Record<string, unknown>; requestBody?: { content: object } }
test('the OpenAPI document describes every route with its refusals, its doors and its files', async () => {
  const document = (await get('/api/openapi.json')).json() as {
    openapi: string
    paths: Record<string, Record<string, Operation>>
    components: { schemas: object; securitySchemes: object }
  }
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.values(document.paths).flatMap((p) => Object.values(p))
  expect(operations.map((o) => o.operationId).sort()).toEqual(Object.keys(routes).sort())
  for (const o of operations) expect(Object.keys(o.responses), o.operationId).toEqual(expect.arrayContaining(['200', '400', '404', '409']))
  const by = (id: string) => operations.find((o) => o.operationId === id)!
  expect(Object.keys(by('listMembers').responses)).toEqual(expect.arrayContaining(['401', '403']))
  expect(by('signIn').security).toEqual([])
  expect(by('listMembers').security).toEqual([{ session: [] }, { token: [] }])
  expect(by('changePassword').security).toEqual([{ session: [] }])
  expect(Object.keys(by('uploadFile').requestBody!.content)).toEqual(['multipart/form-data'])
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Problem', 'Member', 'StaffAccount']))
  // Every reference leads somewhere.
  for (const [, name] of JSON.stringify(document).matchAll(/#\/components\/schemas\/([\w.-]+)/g))
    expect(document.components.schemas).toHaveProperty(name!)
})

test('the page to read it in brings its own script and needs no exception from the policy', async () => {
  const page = await get('/api/')
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(page.body).not.toMatch(/<script(?![^>]*src=)|\son\w+=|https?:\/\//)
  expect((await get('/api/page.js')).headers['content-type']).toContain('text/javascript')
})
