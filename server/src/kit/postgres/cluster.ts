import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import type { DbUser } from './db-user.ts'
import { isAlive } from './pidfile.ts'
import { socketPort } from './place.ts'

/** Name of the superuser and of the database. */
export const ownerName = 'gongyou'

/** The parts of a cluster's folder; the major version is in its name, for another one cannot read the data. */
export const clusterIn = (folder: string, { major }: Pick<Binaries, 'major'>) => {
  const home = path.join(folder, `postgres-${major}`)
  return { home, data: path.join(home, 'data'), password: path.join(home, 'password'), log: path.join(home, 'log') }
}
export type Cluster = ReturnType<typeof clusterIn>

const refuseOtherMajor = (folder: string, cluster: Cluster) => {
  const other = readdirSync(folder).find((name) => /^postgres-\d+$/.test(name) && name !== path.basename(cluster.home))
  if (other)
    throw new Error(
      `${folder} holds data of ${other}, and this release brings ${path.basename(cluster.home)}. Restore a backup into a new folder; nothing was touched.`,
    )
}

const dropHalfDone = (folder: string) => {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^postgres-\d+\.init-(\d+)$/.exec(name)?.[1] ?? 0)
    if (pid && (pid === process.pid || !isAlive(pid))) rmSync(path.join(folder, name), { recursive: true })
  }
}

const initialise = (cluster: Cluster, { native }: Binaries, user: DbUser, durable: boolean) => {
  mkdirSync(cluster.home, { mode: user ? 0o711 : 0o700 })
  mkdirSync(cluster.data, { mode: 0o700 })
  writeFileSync(cluster.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user) for (const part of [cluster.data, cluster.password]) chownSync(part, user.uid, user.gid)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const options = [
    '-U',
    ownerName,
    '--pwfile',
    cluster.password,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  const done = spawnSync(path.join(native, 'bin/initdb'), ['-D', cluster.data, ...options], { ...user, cwd: '/', encoding: 'utf8', env: {} })
  if (done.status !== 0) throw new Error(`initdb did not succeed: ${done.error?.message ?? done.stderr + done.stdout}`)
}

const makeLasting = (folder: string) => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Creates the cluster beside its place and renames it there: a half-made one is never taken for a whole one. */
export const ensureCluster = (folder: string, cluster: Cluster, binaries: Binaries, user: DbUser, durable: boolean) => {
  refuseOtherMajor(folder, cluster)
  if (existsSync(cluster.home)) return false
  dropHalfDone(folder)
  const half = `${cluster.home}.init-${process.pid}`
  const parts = { home: half, data: path.join(half, 'data'), password: path.join(half, 'password'), log: '' }
  try {
    initialise(parts, binaries, user, durable)
    renameSync(half, cluster.home)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another process finished first: its cluster is as good.
    if (existsSync(cluster.home)) return false
    throw error
  }
  if (durable) makeLasting(folder)
  return true
}

/** The owner's address, by socket; localhost stands there only because an address must have a host. */
export const ownerUrl = (cluster: Cluster, socketFolder: string, port: number = socketPort, database = ownerName) => {
  try {
    const password = readFileSync(cluster.password, 'utf8').trim()
    return `postgres://${ownerName}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder)}`
  } catch (cause) {
    throw new Error(`${cluster.password} cannot be read: run this as the user that runs the server, or as root`, { cause })
  }
}
