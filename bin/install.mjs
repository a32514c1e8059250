import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { secondsSince, StepFailed } from './steps.mjs'

const wantedFile = path.join(root, 'package-lock.json')
const installedFile = path.join(root, 'node_modules/.package-lock.json')
const hashFile = path.join(root, 'node_modules/.gongyou-lock')

const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Whether every package of the lockfile is installed in its version; packages of other platforms may be absent. */
export const isInstalled = (wanted, installed) => {
  const there = installed.packages ?? {}
  return Object.entries(wanted.packages ?? {}).every(([name, entry]) => {
    if (!name.startsWith('node_modules/') || entry.link) return true
    const found = there[name]
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer)
  })
}

const isUpToDate = (wanted, hash) => {
  const installed = textOf(installedFile)
  if (!installed) return false
  // The hash is the quick answer; without it someone ran npm ci himself, and the two lists are compared.
  return textOf(hashFile) === hash || isInstalled(JSON.parse(wanted), JSON.parse(installed))
}

const npm = (args) => {
  // The npm that called us, when it did; else the one on the path. On Windows that one is a script and needs a shell.
  const own = process.env.npm_execpath
  const [program, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  return spawnSync(program, [...first, ...args], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && program === 'npm' })
}

/** Brings node_modules up to the lockfile; does nothing, in a few milliseconds, when it is. */
export const install = async () => {
  const wanted = textOf(wantedFile)
  const hash = createHash('sha256').update(wanted).digest('hex')
  if (!isUpToDate(wanted, hash)) {
    const start = performance.now()
    console.log('Installing the packages that package-lock.json names')
    // Development packages are needed to build, whatever NODE_ENV says.
    const { status, error } = npm(['ci', '--no-audit', '--no-fund', '--include=dev'])
    if (status !== 0) throw new StepFailed(`npm ci did not succeed${error ? `: ${error.message}` : ''}`)
    console.log(`Install: ${secondsSince(start)}`)
  }
  if (textOf(hashFile) === hash) return
  try {
    writeFileSync(hashFile, hash)
  } catch {
    // Another user's node_modules, read-only: we compare again next time.
  }
}
