import { createHash } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canReach, type DbUser } from './db-user.ts'

/** All sockets carry this number in their name; no port of the machine is taken. */
export const socketPort = 5432
// sockaddr_un holds 104 bytes on macOS and 108 on Linux, terminator included.
const longestSocketPath = 103
const systemFolder = '/var/lib/gongyou'

const open = (folder: string, user: DbUser) => {
  const made = mkdirSync(folder, { recursive: true, mode: user ? 0o711 : 0o700 })
  // umask may have taken the bit that lets the database user pass; an empty folder is ours to arrange.
  if (user && (made || readdirSync(folder).length === 0)) chmodSync(folder, 0o711)
  return realpathSync(folder)
}

/** The folder itself, or, when the database user cannot get there (a clone under /root), one under /var/lib that it can. */
export const reachableFolder = (wanted: string, user: DbUser, log: (line: string) => void) => {
  const folder = open(path.resolve(wanted), user)
  if (canReach(user, '-x', folder)) return folder
  if (!user) throw new Error(`${folder} belongs to another user: start as that user, or as root`)
  const name = `${path.basename(folder).replace(/^\./, '')}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`
  mkdirSync(systemFolder, { recursive: true })
  chmodSync(systemFolder, 0o755)
  const instead = open(path.join(systemFolder, name), user)
  if (!canReach(user, '-x', instead)) throw new Error(`Neither ${folder} nor ${instead} can be reached by the user PostgreSQL runs as`)
  log(`${folder} is closed to the user PostgreSQL runs as; the data is kept in ${instead}`)
  return instead
}

/** The socket folder of a server that ended, made anew under its name: whoever was connected there comes back. */
export const sameSocketFolder = (folder: string, user: DbUser) => {
  // Fails if the name is taken: in a folder open to all, a stranger may have been quicker.
  rmSync(path.join(folder, `.s.PGSQL.${socketPort}`), { force: true })
  rmSync(path.join(folder, `.s.PGSQL.${socketPort}.lock`), { force: true })
  try {
    rmdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(folder, { mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

/** A fresh private folder for the socket: short, because a data path may be longer than a socket's name can be. */
export const makeSocketFolder = (user: DbUser) => {
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    if (!canReach(user, '-x', parent)) continue
    const folder = mkdtempSync(path.join(parent, 'gongyou-'))
    if (user) chownSync(folder, user.uid, user.gid)
    const name = path.join(folder, `.s.PGSQL.${socketPort}.lock`)
    if (Buffer.byteLength(name) <= longestSocketPath && canReach(user, '-w', folder)) return folder
    rmdirSync(folder)
  }
  throw new Error('No temporary folder is short enough and open enough for the PostgreSQL socket; set TMPDIR')
}
