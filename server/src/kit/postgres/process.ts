import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import type { DbUser } from './db-user.ts'
import { findRunning, isRunning, type Postmaster } from './pidfile.ts'

// The shell outlives node however node dies: the pipe on descriptor 3 then ends, and PostgreSQL is asked to shut down
// cleanly. It also ends with PostgreSQL, so that node learns of a crash. Read in the background: `wait` must stay free.
const watchdog = `
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
trap '' INT TERM HUP
{ read -r _ <&3; kill -INT $postgres 2>/dev/null; } &
reader=$!
exec 3<&-
wait $postgres
code=$?
kill -9 $reader 2>/dev/null
rm -f "$folder"/.s.PGSQL.*; rmdir "$folder"
exit $code`

const largestLog = 10 * 1024 ** 2
const patience = 10_000

const openLog = (file: string) => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}

/** What to start: programs, cluster, the user to be, the folder for the socket, and `-c name=value` arguments. */
export type Launch = { binaries: Binaries; cluster: Cluster; user: DbUser; socketFolder: string; settings: string[]; log: (line: string) => void }

/** A server of ours; `lost` comes true when it ended though nobody asked it to. */
export type Launched = { postmaster: Postmaster; stop(): Promise<void>; lost: Promise<void> }

const run = ({ binaries, cluster, user, socketFolder, settings }: Launch) => {
  const output = openLog(cluster.log)
  const program = [path.join(binaries.native, 'bin/postgres'), '-D', cluster.data, '-k', socketFolder, ...settings]
  // Its own session: Ctrl-C in a terminal reaches node alone, which may finish its answers before the database goes.
  const child = spawn('/bin/sh', ['-c', watchdog, 'gongyou-postgres', socketFolder, ...program], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', output, output],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
  })
  closeSync(output)
  child.stdin?.on('error', () => {})
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
  return child
}

/** Waits until a server is gone. */
export const gone = async (postmaster: Postmaster, data: string, atMost = Number.POSITIVE_INFINITY, everyMs = 20) => {
  for (const start = performance.now(); isRunning(postmaster, data); await pause(everyMs)) {
    if (performance.now() - start > atMost) return false
  }
  return true
}

/** Waits until the server on this folder answers; recovery after a crash may take minutes, and says so. */
export const ready = async (data: string, log: (line: string) => void, failed: () => boolean) => {
  let spoken = performance.now()
  for (; !failed(); await pause(10)) {
    const running = findRunning(data)
    if (running?.status === 'ready') return running
    if (performance.now() - spoken < patience) continue
    log('PostgreSQL is still recovering from its last stop')
    spoken = performance.now()
  }
  return undefined
}

/** Starts the server under its watchdog. Gives undefined when it ended at once; `lastWords` then says why. */
export const launch = async (what: Launch): Promise<Launched | undefined> => {
  const child = run(what)
  let ended = false
  let stopping = false
  child.once('error', () => (ended = true))
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve((ended = true) && undefined)))
  const served = await ready(what.cluster.data, what.log, () => ended)
  if (!served) return undefined
  const { data } = what.cluster
  const signal = (name: NodeJS.Signals) => {
    if (isRunning(served, data)) process.kill(served.pid, name)
  }
  const stop = async () => {
    stopping = true
    // Without its watchdog nobody else would tell it.
    if (ended) signal('SIGINT')
    child.stdin?.end()
    if (await gone(served, data, 60_000)) return
    // Immediate stop: nothing committed is lost, the next start replays the log.
    signal('SIGQUIT')
    await gone(served, data, 10_000)
  }
  const never = new Promise<never>(() => {})
  const end = async () => {
    await exit
    // Where only the watchdog was killed, the server goes on until it ends or is asked to.
    await gone(served, data, undefined, 200)
    if (stopping) await never
    what.log(`PostgreSQL ended unexpectedly; its log is ${what.cluster.log}`)
  }
  // A rival's server that was ready first is not ours to watch.
  return { postmaster: served, stop, lost: served.socketFolder === what.socketFolder ? end() : never }
}

const lastWords = (cluster: Cluster) => readFileSync(cluster.log, 'utf8').trimEnd().split('\n').slice(-4).join('\n')

/** The end of the server's log as an error. */
export const didNotStart = (cluster: Cluster) => new Error(`PostgreSQL did not start. The end of ${cluster.log}:\n${lastWords(cluster)}`)

// After a kill -9 of PostgreSQL its children live for a moment longer, and a rival may win the race for the pid file.
const passing = /shared memory block|lock file .* already exists|is another postmaster/i

/** Whether a server that ended at once would start in a moment. */
export const isPassing = (cluster: Cluster) => passing.test(lastWords(cluster))
