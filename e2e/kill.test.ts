import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../demo/src/personas.ts'
import { askAt, joins, type Receipt } from './joins.ts'
import { freePort } from './server.ts'

const rounds = 8
/** Three seconds on a machine that has nothing else to do; six times as much is a start that hangs, however busy it is. */
const patience = 18_000

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-kill-'))
// Closed to list, open to pass: under root the database is another user.
chmodSync(folder, 0o711)
let url = ''
let child: ChildProcess
let said = ''
let slowest = 0

/** Starts the real command and waits until it answers; gives the milliseconds. */
const start = async (most: number) => {
  const begun = performance.now()
  child = spawn(process.execPath, ['bin/gongyou.mjs', 'start'], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: new URL(url).port, GONGYOU_DATA: folder, GONGYOU_PEOPLE: '50', GONGYOU_PER_MINUTE: '0', NODE_ENV: 'production' },
  })
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part) => (said += part))
  while (
    !(await fetch(`${url}/api/accounts/me`).then(
      (r) => r.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || performance.now() - begun > most)
      throw new Error(`not started after ${Math.round(performance.now() - begun)} ms:\n${said.slice(-2000)}`)
    await new Promise((after) => setTimeout(after, 20))
  }
  return performance.now() - begun
}
const ended = (process: ChildProcess) =>
  new Promise<void>((resolve) => (process.exitCode !== null || process.signalCode !== null ? resolve() : process.once('exit', () => resolve())))

const cluster = () =>
  path.join(
    folder,
    'postgres',
    readdirSync(path.join(folder, 'postgres')).find((name) => /^postgres-\d+$/.test(name))!,
  )
const postmaster = () => {
  const [pid, , , port, socket] = readFileSync(path.join(cluster(), 'data/postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(pid), port: Number(port), socket: socket! }
}

/** Processes of PostgreSQL that belong to this data folder: the postmaster and its children all work in it. */
const databaseProcesses = () =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
      } catch {
        return false
      }
    })

beforeAll(async () => {
  url = `http://localhost:${await freePort()}`
  await start(180_000)
}, 200_000)
afterAll(async () => {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  await ended(child)
  rmSync(folder, { recursive: true, force: true })
})

const promised: Receipt[] = []
let sent = 0
/** Joins one after the other until the server is gone; what it acknowledged is kept. */
const writeUntilGone = async () => {
  for (;;) {
    sent++
    const birth = `19${70 + (sent % 30)}-0${1 + (sent % 9)}-11`
    const made = await joins(url, {
      name: `试${'甲乙丙丁戊己庚辛'[sent % 8]}平`,
      birth,
      order: 100 + Math.floor(sent / 30),
      mobile: `137${String(20_000_000 + sent)}`,
    }).catch(() => undefined)
    if (made) promised.push(made)
    else if (
      !(await fetch(`${url}/api/accounts/me`).then(
        (r) => r.ok,
        () => false,
      ))
    )
      return
  }
}

const expectAllThere = async () => {
  const { cookie } = await askAt(url, '/api/accounts/sign-in', { login: 'zuzhi', password: demoPassword })
  for (const one of promised.slice(-30))
    expect((await askAt(url, `/api/membership/applications/${one.id}`, undefined, cookie)).said, one.number).toMatchObject({
      id: one.id,
      number: one.number,
      status: 'submitted',
    })
  // The register itself, every one of them: the application, its act and the line of the audit trail stand or fall together.
  const { port, socket } = postmaster()
  const password = readFileSync(path.join(cluster(), 'password'), 'utf8').trim()
  const client = new pg.Client({ host: socket, port, user: 'gongyou', database: 'gongyou', password })
  await client.connect()
  const ids = promised.map((p) => p.id)
  const count = async (sql: string) => (await client.query<{ n: number }>(sql, [ids])).rows[0]!.n
  expect(await count('select count(*)::int as n from membership.application where id = any($1::uuid[])')).toBe(ids.length)
  expect(
    await count(`select count(distinct subject_id)::int as n from ledger.act where kind = 'membership.applied' and subject_id = any($1::uuid[])`),
  ).toBe(ids.length)
  expect(
    await count(`select count(distinct subject_id)::int as n from ledger.audit where action = 'applyToJoin' and subject_id = any($1::uuid[])`),
  ).toBe(ids.length)
  // And nothing came half: no application without its act.
  const half = await client.query(
    `select id from membership.application a where a.submitted_at > now() - interval '1 hour' and not exists (select 1 from ledger.act where kind = 'membership.applied' and subject_id = a.id)`,
  )
  expect(half.rows).toEqual([])
  await client.end()
}

test('what was acknowledged survives every kill, of the program and of the database', { timeout: 180_000 }, async () => {
  for (let round = 1; round <= rounds; round++) {
    const before = promised.length
    const writing = writeUntilGone()
    await new Promise((after) => setTimeout(after, 150 + Math.random() * 1_600))
    const database = round === 5
    if (database) process.kill(postmaster().pid, 'SIGKILL')
    else child.kill('SIGKILL')
    await writing
    // Without its database the program can only say that it is busy; it is started anew, as an administrator would.
    if (database) child.kill('SIGINT')
    await ended(child)
    const took = await start(patience)
    slowest = Math.max(slowest, took)
    await expectAllThere()
    console.log(
      `round ${round}: ${database ? 'postmaster' : 'program'} killed, ${promised.length - before} acknowledged, back after ${Math.round(took)} ms`,
    )
  }
  console.log(`${rounds} kills, ${promised.length} acknowledged applications of ${sent} sent, none lost; slowest restart ${Math.round(slowest)} ms`)
  expect(promised.length).toBeGreaterThan(rounds)
})

test('Ctrl-C leaves no process of the database behind', async () => {
  expect(databaseProcesses().length).toBeGreaterThan(0)
  child.kill('SIGINT')
  await ended(child)
  expect(child.exitCode).toBe(0)
  expect(databaseProcesses()).toEqual([])
})
