import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** A PostgreSQL server as its pid file tells of it; `owner` is the node process that started it. */
export type Postmaster = { pid: number; port: number; socketFolder: string; status: string; owner?: string }

const textOf = (...file: string[]) => {
  try {
    return readFileSync(path.join(...file), 'utf8')
  } catch {
    return undefined
  }
}

const commandOf = (pid: number) =>
  process.platform === 'linux'
    ? (textOf(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ')
    : spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout

/** Whether a process with this number exists, ours or not. */
export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// A number alone is used again, in containers at once; with the moment of birth (field 22 of stat) it names one process.
// A killed process stays listed until its parent has heard of it; it is dead all the same.
const birthOf = (pid: number) => {
  const fields =
    textOf(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ') ?? []
  return /^[ZX]/.test(fields[0] ?? '') ? 'dead' : (fields[19] ?? '0')
}

/** Names a node process for ever: number and moment of birth. */
export const ownerMark = (pid = process.pid) => `${pid}:${birthOf(pid)}`

/** Whether the process that started a server still lives; if not, its watchdog is about to stop the server. */
export const ownerLives = (owner: string) => {
  const pid = Number(owner.split(':')[0])
  return isAlive(pid) && ownerMark(pid) === owner
}

/** Reads the pid file of a data folder; nothing while there is none or it is half written. */
export const readPidfile = (data: string): Postmaster | undefined => {
  const lines = textOf(data, 'postmaster.pid')?.split('\n') ?? []
  const pid = Math.abs(Number(lines[0]))
  if (!pid) return undefined
  // From the command line and not from postmaster.opts, which is written later and may be of the run before.
  const owner = /gongyou\.owner=(\d+:\d+)/.exec(commandOf(pid))?.[1]
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim(), ...(owner && { owner }) }
}

// Two servers on one folder would destroy it, so a folder known by two paths (a bind mount) must be recognised too.
const worksIn = (pid: number, data: string) => {
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(data)]
    return there.ino === here.ino && there.dev === here.dev
  } catch {
    return false
  }
}

/** Whether that process runs and is a PostgreSQL on this data folder, not a stranger that got the number later. */
export const isRunning = ({ pid }: Postmaster, data: string) => isAlive(pid) && (commandOf(pid).includes(`-D ${data} `) || worksIn(pid, data))

/** The server at work on a data folder, if any. */
export const findRunning = (data: string) => {
  const found = readPidfile(data)
  return found && isRunning(found, data) ? found : undefined
}

/** Removes a pid file whose number belongs to a stranger: PostgreSQL would refuse to start for ever. */
export const dropForeignPidfile = (data: string) => {
  const found = readPidfile(data)
  // Left alone when the process is gone: PostgreSQL then checks for surviving children before it starts.
  if (found && isAlive(found.pid) && !isRunning(found, data)) rmSync(path.join(data, 'postmaster.pid'))
}
