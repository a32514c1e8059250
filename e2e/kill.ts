import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joins, type Receipt } from './joins.ts'
import { freePort } from './server.ts'

const textOf = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The real command on a folder of its own, to be killed and started again. */
export const aProgram = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-kill-'))
  // Closed to list, open to pass: under root the database is another user.
  chmodSync(folder, 0o711)
  const url = `http://localhost:${await freePort()}`
  let child: ChildProcess | undefined
  let said = ''
  const answers = () =>
    fetch(`${url}/api/accounts/me`).then(
      (r) => r.ok,
      () => false,
    )
  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const ended = async () => {
    if (isUp()) await new Promise<void>((resolve) => child!.once('exit', () => resolve()))
  }

  /** Starts it and waits until it answers; gives the milliseconds. */
  const start = async (most: number) => {
    const begun = performance.now()
    child = spawn(process.execPath, ['bin/gongyou.mjs', 'start'], {
      cwd: path.join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: new URL(url).port, GONGYOU_DATA: folder, GONGYOU_PEOPLE: '50', GONGYOU_PER_MINUTE: '0', NODE_ENV: 'production' },
    })
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part) => (said += part))
    while (!(await answers())) {
      if (!isUp() || performance.now() - begun > most)
        throw new Error(`not started after ${Math.round(performance.now() - begun)} ms:\n${said.slice(-2000)}`)
      await pause(20)
    }
    return performance.now() - begun
  }

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
      .map(Number)
  /** Those of them that serve a connection of the program. */
  const backends = () => databaseProcesses().filter((pid) => /^postgres: gongyou /.test(textOf(`/proc/${pid}/cmdline`)))

  /** A connection of the owner, past the program. */
  const owner = async () => {
    const { port, socket } = postmaster()
    const password = readFileSync(path.join(cluster(), 'password'), 'utf8').trim()
    const client = new pg.Client({ host: socket, port, user: 'gongyou', database: 'gongyou', password })
    // It may be cut off with the database it looks at.
    client.on('error', () => {})
    await client.connect()
    return client
  }

  return {
    url,
    start,
    ended,
    answers,
    isUp,
    kill: (signal: NodeJS.Signals) => child!.kill(signal),
    exitCode: () => child!.exitCode,
    words: () => said,
    postmaster,
    databaseProcesses,
    backends,
    owner,
    remove: async () => {
      if (isUp()) child!.kill('SIGTERM')
      await ended()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Program = Awaited<ReturnType<typeof aProgram>>

/** Joins one after the other for as long as it is told to; keeps what was acknowledged and what was said otherwise. */
export const writer = (url: string) => {
  const promised: Receipt[] = []
  const refusals: string[] = []
  let sent = 0
  return {
    promised,
    refusals,
    sent: () => sent,
    while: async (goOn: () => Promise<boolean> | boolean) => {
      while (await goOn()) {
        sent++
        const birth = `19${70 + (sent % 30)}-0${1 + (sent % 9)}-11`
        const name = `试${'甲乙丙丁戊己庚辛'[sent % 8]}平`
        const mobile = `137${String(20_000_000 + sent)}`
        const made = await joins(url, { name, birth, order: 100 + Math.floor(sent / 30), mobile }).catch((error: Error) => error)
        if (made instanceof Error) refusals.push(made.message)
        else promised.push(made)
      }
    },
  }
}
