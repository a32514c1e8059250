import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { sendOut } from '../../features/notices/index.ts'
import { aUnion, region } from '../../test/union.ts'
import { system } from '../actor.ts'
import { logger } from '../log.ts'
import { root } from '../root.ts'
import { startJobs } from './start.ts'
import { freeOrphans } from './alive.ts'

const union = await aUnion({ people: 0, empty: true })
const { bundle } = (await import(path.join(root, 'bin/bundle.mjs'))) as { bundle(name: string, entry: string): Promise<string> }
const program = await bundle('jobs-test', 'server/src/test/jobs-process.ts')

/** A provider that takes messages slowly and remembers each try. */
const provider = async (slowMs: number) => {
  const got: string[] = []
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', async () => {
      got.push((JSON.parse(body) as { id: string }).id)
      await pause(slowMs)
      answer.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}
const aProcess = async (sms: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: union.url, KEYS: path.join(union.folder, 'keys', 'ring.json'), GONGYOU_SMS_URL: sms },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of child.stdout!) if (String(line).includes('ready')) break
  return child
}
const queueUp = (n: number) =>
  union.db.write({ region, by: system, operation: 'test', request: 'test' }, async (work) => {
    for (let i = 0; i < n; i++) await sendOut(work, { channel: 'sms', address: '13700000000', body: `第 ${i} 条` })
  })
const states = async () =>
  (await union.owner.query('select state, count(*)::int as n from notices.delivery group by 1')).rows as { state: string; n: number }[]
const until = async (holds: () => Promise<boolean>, ms = 20_000) => {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never happened: ${JSON.stringify(await states())}`)
    await pause(50)
  }
}

test('a process killed in the middle of its work loses nothing; only what was under way is sent once more', async () => {
  const { got, url } = await provider(40)
  const first = await aProcess(url)
  await queueUp(40)
  await until(async () => got.length >= 8)
  first.kill('SIGKILL')
  await once(first, 'exit')
  const atDeath = got.length
  expect((await states()).find((s) => s.state === 'waiting')!.n).toBeGreaterThan(10)
  // Two at once, and each looks for dead workers when it starts.
  const others = await Promise.all([aProcess(url), aProcess(url)])
  await until(async () => (await states()).every((s) => s.state === 'sent'))
  for (const child of others) child.kill('SIGKILL')
  const times = [...new Map(got.map((id) => [id, got.filter((x) => x === id).length])).values()]
  expect(times).toHaveLength(40)
  expect(Math.max(...times)).toBeLessThanOrEqual(2)
  // Two workers were in the middle of two sendings when they died.
  expect(got.length - 40).toBeLessThanOrEqual(2)
  expect(atDeath).toBeLessThan(40)
  expect((await union.owner.query('select count(*)::int as n from ledger.outbox')).rows[0].n).toBe(0)
}, 60_000)

test('two processes relay and work at the same time, and each job is done once; a clean stop leaves none locked', async () => {
  const { got, url } = await provider(0)
  await union.owner.query('delete from notices.delivery')
  const setup = { region, demo: false, publicUrl: 'http://gongyou.test', folder: '', secureCookies: false, settings: { GONGYOU_SMS_URL: url } }
  const { tasks } = await import('../../rooms.ts')
  const start = () => startJobs({ url: union.url, building: { db: union.db, keys: union.keys, setup }, tasks, log: logger(), everyMs: 20 })
  const both = [await start(), await start()]
  await Promise.all(Array.from({ length: 10 }, () => queueUp(20)))
  await until(async () => (await states()).some((s) => s.state === 'sent' && s.n === 200))
  await Promise.all(both.map((jobs) => jobs.stop()))
  expect(got).toHaveLength(200)
  expect(new Set(got).size).toBe(200)
  expect((await union.owner.query('select count(*)::int as n from graphile_worker.jobs where locked_by is not null')).rows[0].n).toBe(0)
  expect(await freeOrphans(union.owner)).toBe(0)
}, 60_000)
