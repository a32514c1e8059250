import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { locateBinaries, readyBinaries } from './binaries.ts'
import { clusterIn, ensureCluster, ownerName, ownerUrl } from './cluster.ts'
import { canReach, dbUserOf } from './db-user.ts'
import { dropForeignPidfile, findRunning, ownerLives, type Postmaster } from './pidfile.ts'
import { makeSocketFolder, reachableFolder } from './place.ts'
import { keepUp } from './keep-up.ts'
import { didNotStart, gone, isPassing, launch, type Launch, ready } from './process.ts'
import { settingsOf } from './settings.ts'

/**
 * `port` opens 127.0.0.1 too (password needed), for psql and the like; `durable: false` is for tests only. With `gaveUp`
 * a server that ends by itself is started again at the same address; `gaveUp` hears when that does not help.
 */
export type EmbeddedOptions = { folder: string; port?: number; durable: boolean; log: (line: string) => void; gaveUp?: (error: Error) => void }

/** A running PostgreSQL. `fresh`: made just now. `shared`: another process started it, and `stop` leaves it alone. */
export type Embedded = { url: string; socketFolder: string; folder: string; pid: number; fresh: boolean; shared: boolean; stop(): Promise<void> }

type Started = { postmaster: Postmaster; shared: boolean; stop(): Promise<void>; lost?: Promise<void> }

const attach = async (running: Postmaster, data: string, log: EmbeddedOptions['log']): Promise<Started | undefined> => {
  // Without an owner it was started by hand: shared, too.
  if ((!running.owner || ownerLives(running.owner)) && running.status !== 'stopping') {
    const postmaster = await ready(data, log, () => !findRunning(data))
    return postmaster && { postmaster, shared: true, stop: async () => {} }
  }
  // Its node was killed: the watchdog ends it within a second. If the watchdog was killed too, we ask in its place.
  log('Waiting for the previous PostgreSQL to finish')
  if (!(await gone(running, data, 3000))) {
    process.kill(running.pid, 'SIGINT')
    await gone(running, data)
  }
  return undefined
}

const tries = 50

const obtain = async (what: Omit<Launch, 'socketFolder'>): Promise<Started> => {
  const { data } = what.cluster
  for (let attempt = 0; attempt < tries; attempt++) {
    const running = findRunning(data)
    const found = running && (await attach(running, data, what.log))
    if (found) return found
    if (running) continue
    dropForeignPidfile(data)
    const socketFolder = makeSocketFolder(what.user)
    const started = await launch({ ...what, socketFolder })
    // A rival that was quicker shows another socket: `launch` then saw its server become ready, and ours end.
    if (started && started.postmaster.socketFolder === socketFolder) return { ...started, shared: false }
    if (!started && !findRunning(data) && !isPassing(what.cluster)) break
    await pause(200)
  }
  throw didNotStart(what.cluster)
}

const ensureDatabase = async (maintenanceUrl: string) => {
  const client = new pg.Client(maintenanceUrl)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [ownerName])
    if (!rowCount) await client.query(`create database ${ownerName}`)
  } catch (error) {
    // 42P04, 23505: another process created it in the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

// A server joined in the very moment of its death answers once and is gone: then we look again.
const dying = (error: unknown) => {
  const { code = '', message } = error as { code?: string; message: string }
  return ['ECONNRESET', 'ECONNREFUSED', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03'].includes(code) || /terminated/.test(message)
}

/** Starts the PostgreSQL that npm installed, on a folder of ours, or joins the one that already serves that folder. */
export const startEmbedded = async ({ folder: wanted, port, durable, log, gaveUp }: EmbeddedOptions): Promise<Embedded> => {
  const found = locateBinaries()
  const clusterOwner = (folder: string) => dbUserOf(clusterIn(folder, found).data)
  const folder = reachableFolder(wanted, clusterOwner(path.resolve(wanted)), log)
  const user = clusterOwner(folder)
  const binaries = readyBinaries(found, user, folder)
  const cluster = clusterIn(folder, binaries)
  const fresh = ensureCluster(folder, cluster, binaries, user, durable)
  if (!canReach(user, '-r', cluster.data)) throw new Error(`${cluster.data} belongs to another user: start as that user, or as root`)
  for (let attempt = 1; ; attempt++) {
    const what = { binaries, cluster, user, settings: settingsOf(durable, port), log }
    const { postmaster, shared, stop, lost } = await obtain(what)
    const urlOf = (database: string) => ownerUrl(cluster, postmaster.socketFolder, postmaster.port, database)
    try {
      await ensureDatabase(urlOf('postgres'))
      const kept = lost && gaveUp ? keepUp({ ...what, socketFolder: postmaster.socketFolder }, { postmaster, stop, lost }, gaveUp) : { stop }
      return { url: urlOf(ownerName), socketFolder: postmaster.socketFolder, folder, pid: postmaster.pid, fresh, shared, stop: kept.stop }
    } catch (error) {
      await stop()
      if (!dying(error) || attempt === 5) throw error
      await pause(100)
    }
  }
}
