import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { root } from '../root.ts'
import { type Embedded, startEmbedded } from './embedded.ts'

// Exactly what mkdtemp gave, never a path computed from it: this list is deleted with all its contents.
const madeFolders: string[] = []
const running: Embedded[] = []
const children: ChildProcess[] = []

const aFolder = (name = 'data') => {
  const made = mkdtempSync(path.join(tmpdir(), 'gongyou-test-'))
  madeFolders.push(made)
  chmodSync(made, 0o711)
  return path.join(made, name)
}
const start = async (folder: string, durable = true) => {
  const server = await startEmbedded({ folder, durable, log: () => {} })
  running.push(server)
  return server
}
const query = async (url: string, text: string) => {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
const untilGone = async (pid: number) => {
  const begun = performance.now()
  while (isAlive(pid)) await pause(20)
  return performance.now() - begun
}

// A node of its own that owns the server, commits rows without pause and prints each number once it is acknowledged.
const anOwner = async (folder: string) => {
  const file = path.join(root, '.cache/test', `owner-${process.pid}.mjs`)
  const source = `
    import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))}
    import pg from 'pg'
    const server = await startEmbedded({ folder: process.argv[2], durable: true, log() {} })
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query('create table if not exists mark (n int)')
    console.log('pid ' + server.pid)
    for (let n = 1; ; n++) { await client.query('insert into mark values ($1)', [n]); console.log('n ' + n) }`
  await build({ stdin: { contents: source, resolveDir: root }, outfile: file, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  const child = spawn(process.execPath, [file, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let heard = ''
  child.stdout?.on('data', (part) => (heard += part))
  const last = (word: string) => Number([...heard.matchAll(new RegExp(`^${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0)
  while (last('n') < 20) await pause(20)
  return { child, pid: last('pid'), acknowledged: () => last('n') }
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
  for (const made of madeFolders.splice(0)) rmSync(made, { recursive: true, force: true })
})

test('a fresh start gives an empty database with Chinese sorting, a password and no open port', async () => {
  const server = await start(aFolder())
  expect(server.fresh).toBe(true)
  const [row] = await query(
    server.url,
    `select current_database() as name, current_setting('listen_addresses') as listens, current_setting('data_checksums') as sums, current_setting('fsync') as fsync`,
  )
  expect(row).toEqual({ name: 'gongyou', listens: '', sums: 'on', fsync: 'on' })
  expect(await query(server.url, `select n from (values ('王'), ('李'), ('阿')) v (n) order by n collate "zh-x-icu"`)).toEqual([
    { n: '阿' },
    { n: '李' },
    { n: '王' },
  ])
  await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('a restart keeps the rows', async () => {
  const folder = aFolder()
  const first = await start(folder)
  await query(first.url, 'create table kept as select 7 as n')
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await start(folder)
  expect(second.fresh).toBe(false)
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }])
})

test('two starters of one folder share one server, even on its first day', async () => {
  const folder = aFolder()
  const both = await Promise.all([start(folder), start(folder)])
  expect(both[0].pid).toBe(both[1].pid)
  expect(both.filter((one) => one.shared)).toHaveLength(1)
})

test('when the program is killed, the database ends within seconds and every acknowledged row is there', async () => {
  const folder = aFolder()
  const owner = await anOwner(folder)
  owner.child.kill('SIGKILL')
  expect(await untilGone(owner.pid)).toBeLessThan(5000)
  const { url } = await start(folder)
  const [row] = await query(url, 'select max(n) as n from mark')
  expect(row.n).toBeGreaterThanOrEqual(owner.acknowledged())
})

test('a start right after a kill waits for the previous database to finish', async () => {
  const folder = aFolder()
  const owner = await anOwner(folder)
  owner.child.kill('SIGKILL')
  const server = await start(folder)
  expect(server.shared).toBe(false)
  expect(server.pid).not.toBe(owner.pid)
  const [row] = await query(server.url, 'select max(n) as n from mark')
  expect(row.n).toBeGreaterThanOrEqual(owner.acknowledged())
})

test('when the database itself is killed, the next start recovers', async () => {
  const folder = aFolder()
  const first = await start(folder)
  await query(first.url, 'create table kept as select generate_series(1, 1000) as n')
  process.kill(first.pid, 'SIGKILL')
  const second = await start(folder)
  expect(second.pid).not.toBe(first.pid)
  expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
})

test('a kept server that is killed comes back at the same address with every acknowledged row', async () => {
  const folder = aFolder()
  const said: string[] = []
  const server = await startEmbedded({
    folder,
    durable: true,
    log: (line) => said.push(line),
    gaveUp: (error) => said.push(`gave up: ${error.message}`),
  })
  running.push(server)
  await query(server.url, 'create table kept (n int)')
  let pid = server.pid
  for (let n = 1; n <= 3; n++) {
    await query(server.url, `insert into kept values (${n})`)
    process.kill(pid, 'SIGKILL')
    const before = pid
    await expect.poll(() => query(server.url, 'select max(n) as n from kept').catch(() => []), { timeout: 8_000, interval: 50 }).toEqual([{ n }])
    pid = Number(readFileSync(path.join(folder, 'postgres-18/data/postmaster.pid'), 'utf8').split('\n')[0])
    expect(pid).not.toBe(before)
  }
  expect(said.filter((line) => /is back after/.test(line))).toHaveLength(3)
  await server.stop()
  expect(isAlive(pid)).toBe(false)
  await pause(300)
  expect(said.join()).not.toMatch(/gave up/)
  expect(said.filter((line) => /ended unexpectedly/.test(line))).toHaveLength(3)
})

test('a kept server that cannot come back says so, with the end of its log', async () => {
  const folder = aFolder()
  let heard: Error | undefined
  const server = await startEmbedded({ folder, durable: true, log: () => {}, gaveUp: (error) => (heard = error) })
  running.push(server)
  const control = path.join(folder, 'postgres-18/data/global/pg_control')
  rmSync(control)
  process.kill(server.pid, 'SIGKILL')
  await expect.poll(() => heard?.message, { timeout: 15_000 }).toMatch(/did not start[\s\S]*could not (find|open)/)
})

test('a pid file left behind, whose number now belongs to another program, does not stand in the way', async () => {
  const folder = aFolder()
  const first = await start(folder)
  await query(first.url, 'create table kept as select 1 as n')
  const pidfile = path.join(folder, 'postgres-18/data/postmaster.pid')
  const left = readFileSync(pidfile, 'utf8')
  await first.stop()
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  children.push(stranger)
  writeFileSync(pidfile, left.replace(/^\d+/, String(stranger.pid)))
  const second = await start(folder)
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }])
})

test('a long folder name with spaces and Chinese is fine, and half-made clusters are cleared away', async () => {
  const folder = aFolder(`工会 数据 ${'很长的名字'.repeat(10)}`)
  const half = path.join(folder, 'postgres-18.init-999999999')
  mkdirSync(half, { recursive: true })
  const server = await start(folder, false)
  expect(await query(server.url, 'select 1 as n')).toEqual([{ n: 1 }])
  expect(existsSync(half)).toBe(false)
})

test('a port that is taken is told in the words of PostgreSQL', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  await expect(startEmbedded({ folder: aFolder(), port, durable: false, log: () => {} })).rejects.toThrow(
    /did not start[\s\S]*Address already in use/,
  )
  taken.close()
})

test('data of another major version is refused, not shadowed by an empty database', async () => {
  const folder = aFolder()
  mkdirSync(path.join(folder, 'postgres-17'), { recursive: true })
  await expect(start(folder)).rejects.toThrow(/holds data of postgres-17/)
})
