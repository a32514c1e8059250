import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { aUnion, region } from '../../test/union.ts'
import { system } from '../../kit/actor.ts'
import type { Workshop } from '../../kit/jobs/tasks.ts'
import { deliver, deliveryTries } from './deliver.ts'
import { sendOut } from './index.ts'

const union = await aUnion({ people: 0, empty: true })

type Reply = { status?: number; body?: unknown }
const aServer = async (answerTo: (request: IncomingMessage, body: Record<string, unknown>) => Reply) => {
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      const reply = answerTo(request, body ? (JSON.parse(body) as Record<string, unknown>) : {})
      answer.statusCode = reply.status ?? 200
      answer.end(JSON.stringify(reply.body ?? {}))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const workshop = (settings: Record<string, string>, demo = false) =>
  ({
    db: union.db,
    keys: union.keys,
    setup: { region, demo, publicUrl: 'http://gongyou.test', folder: '', secureCookies: false, settings },
  }) as unknown as Workshop
const hand = (channel: 'sms' | 'wechat' | 'email', address: string) =>
  union.db.write({ region, by: system, operation: 'test', request: 'test' }, (work) =>
    sendOut(work, { channel, address, title: '入会申请已通过', body: '许大川，您的入会申请已通过。' }),
  )
const rowOf = async (id: string) => (await union.owner.query('select state, tries, error, sent_at from notices.delivery where id = $1', [id])).rows[0]
const go = (id: string, where: Workshop) => deliver({ delivery: id }, where)

test('an SMS goes to the provider once, with an id that a second try would repeat', async () => {
  const got: { auth: unknown; key: unknown; body: Record<string, unknown> }[] = []
  const url = await aServer((request, body) => (got.push({ auth: request.headers.authorization, key: request.headers['idempotency-key'], body }), {}))
  const where = workshop({ GONGYOU_SMS_URL: url, GONGYOU_SMS_TOKEN: 'provider-key' })
  const id = await hand('sms', '13700000001')
  await go(id, where)
  await go(id, where)
  expect(got).toEqual([{ auth: 'Bearer provider-key', key: id, body: { id, to: '13700000001', text: '许大川，您的入会申请已通过。' } }])
  expect(await rowOf(id)).toMatchObject({ state: 'sent', tries: 1, error: null })
})

test('a provider that is down is tried six times, then the delivery has failed and says why; a refusal is final at once', async () => {
  const down = workshop({ GONGYOU_SMS_URL: await aServer(() => ({ status: 503, body: 'maintenance' })) })
  const id = await hand('sms', '13700000002')
  for (let i = 1; i < deliveryTries; i++) await expect(go(id, down)).rejects.toThrow(`try ${i}`)
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', tries: 5, error: expect.stringContaining('503') })
  await go(id, down)
  expect(await rowOf(id)).toMatchObject({ state: 'failed', tries: 6 })
  const refused = await hand('sms', '1')
  await go(refused, workshop({ GONGYOU_SMS_URL: await aServer(() => ({ status: 400, body: 'bad number' })) }))
  expect(await rowOf(refused)).toMatchObject({ state: 'failed', tries: 1, error: expect.stringContaining('bad number') })
})

test('a WeChat template message fetches a token once, renews a stale one, and gives up on a reader who left', async () => {
  const calls: string[] = []
  let stale = true
  const api = await aServer((request, body) => {
    calls.push(request.url!)
    if (request.url!.includes('stable_token')) return { body: { access_token: `T${calls.length}`, expires_in: 7200 } }
    if (body.touser === 'gone') return { body: { errcode: 43004, errmsg: 'require subscribe' } }
    const answer = stale ? { errcode: 42001, errmsg: 'expired' } : { errcode: 0, errmsg: 'ok' }
    stale = false
    return { body: answer }
  })
  const where = workshop({ GONGYOU_WECHAT_API: api, GONGYOU_WECHAT_APP: 'app', GONGYOU_WECHAT_SECRET: 'secret', GONGYOU_WECHAT_TEMPLATE: 'template' })
  const id = await hand('wechat', 'openid-1')
  await expect(go(id, where)).rejects.toThrow('try 1')
  await go(id, where)
  expect(await rowOf(id)).toMatchObject({ state: 'sent', tries: 2 })
  const left = await hand('wechat', 'gone')
  await go(left, where)
  expect(await rowOf(left)).toMatchObject({ state: 'failed', error: expect.stringContaining('43004') })
  expect(calls.filter((c) => c.includes('stable_token'))).toHaveLength(2)
})

test('an e-mail arrives at a real SMTP server with its Chinese subject; an unknown mailbox fails at once', async () => {
  const letters: string[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (to, _, done) => done(to.address.startsWith('nobody') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _, done) => {
      let text = ''
      stream.on('data', (part) => (text += part)).on('end', () => (letters.push(text), done()))
    },
  })
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  afterAll(() => new Promise<void>((done) => void smtp.close(() => done())))
  const where = workshop({
    GONGYOU_SMTP_URL: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    GONGYOU_MAIL_FROM: '密云区总工会 <union@gongyou.test>',
  })
  const id = await hand('email', 'xu@example.test')
  await go(id, where)
  expect(letters[0]).toContain(`=?UTF-8?`)
  expect(letters[0]).toContain(`<${id}@gongyou>`)
  expect(await rowOf(id)).toMatchObject({ state: 'sent' })
  const nobody = await hand('email', 'nobody@example.test')
  await go(nobody, where)
  expect(await rowOf(nobody)).toMatchObject({ state: 'failed', error: expect.stringContaining('550') })
})

test('the demo keeps what would leave; a real installation without a channel says so', async () => {
  const [kept, lost] = [await hand('sms', '13700000003'), await hand('sms', '13700000004')]
  await go(kept, workshop({}, true))
  expect(await rowOf(kept)).toMatchObject({ state: 'sent' })
  await go(lost, workshop({}))
  expect(await rowOf(lost)).toMatchObject({ state: 'failed', error: expect.stringContaining('还没有设置') })
})
