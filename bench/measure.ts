import { readFileSync, readdirSync } from 'node:fs'
import type pg from 'pg'

const statOf = (pid: string | number) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return { parent: Number(fields[1]), own: Number(fields[11]) + Number(fields[12]), gone: Number(fields[13]) + Number(fields[14]) }
  } catch {
    return undefined
  }
}

/** The process of the PostgreSQL server behind a pool, or 0 where the system does not tell. */
export const serverOf = async (pool: pg.Pool) =>
  statOf((await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid)?.parent ?? 0

/** CPU seconds a process and its children have used so far, those that have ended too (Linux; elsewhere 0). */
export const cpuOfProcess = (pid: number) => {
  const whole = statOf(pid)
  if (!whole) return 0
  const children = readdirSync('/proc')
    .flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
    .filter((s) => s.parent === pid)
  return (whole.own + whole.gone + children.reduce((sum, s) => sum + s.own, 0)) / 100
}

/** CPU seconds used so far by this process and by a PostgreSQL server with all its backends: what a busy machine does not blur. */
export const cpuOf = (server: number) => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + cpuOfProcess(server)
}

/** The seconds that something takes, with what it gives. */
export const seconds = async <T>(fn: () => Promise<T>): Promise<[number, T]> => {
  const start = performance.now()
  const value = await fn()
  return [(performance.now() - start) / 1000, value]
}

/** The largest memory of this process while something runs, in MB, with what it gives. */
export const peakOf = async <T>(fn: () => Promise<T>): Promise<[number, T]> => {
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()))
  look()
  const watch = setInterval(look, 50)
  try {
    const value = await fn()
    look()
    return [Math.round(peak / 1e6), value]
  } finally {
    clearInterval(watch)
  }
}
