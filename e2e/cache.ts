import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import path from 'node:path'

const writable = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // In a shared /tmp someone else may have laid a folder of this name; programs are not run from there.
    return process.getuid === undefined || statSync(folder).uid === process.getuid()
  } catch {
    return false
  }
}

const home = () => {
  const wanted = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'gongyou')
  const instead = path.join(tmpdir(), `gongyou-cache-${userInfo().uid}`)
  const found = [wanted, instead].find(writable)
  if (!found) throw new Error(`Neither ${wanted} nor ${instead} can be written`)
  return found
}

/** A folder made once and kept between runs; made beside its place and renamed, so that no half of it is ever used. */
export const cached = async (name: string, make: (folder: string) => Promise<void>) => {
  const folder = path.join(home(), name)
  if (statSync(folder, { throwIfNoEntry: false })) return folder
  const half = `${folder}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half)
  try {
    await make(half)
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another process was quicker: its folder is as good.
    if (!statSync(folder, { throwIfNoEntry: false })) throw error
  }
  return folder
}
