import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync, statSync } from 'node:fs'

/** The user PostgreSQL runs as; undefined is ourselves. PostgreSQL refuses to run as root. */
export type DbUser = { uid: number; gid: number } | undefined

const named = (name: string): DbUser => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Chooses the user: whoever owns the cluster already, or else postgres, or else nobody (initdb wants a passwd entry). */
export const dbUserOf = (cluster: string): DbUser => {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = named('postgres') ?? named('nobody')
  if (!user)
    throw new Error(
      'PostgreSQL may not run as root, and there is neither a user postgres nor nobody. Start as an ordinary user, or set DATABASE_URL.',
    )
  return user
}

const modes = { '-r': constants.R_OK, '-w': constants.W_OK, '-x': constants.X_OK }

/** Asks the kernel, as that user, for it knows about every folder above and about every kind of mount. */
export const canReach = (user: DbUser, mode: keyof typeof modes, target: string) => {
  if (user) return spawnSync('/bin/sh', ['-c', `test ${mode} "$1"`, 'sh', target], { ...user, cwd: '/' }).status === 0
  try {
    accessSync(target, modes[mode])
    return true
  } catch {
    return false
  }
}
