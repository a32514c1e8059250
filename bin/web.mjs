import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { runNode, step, StepFailed } from './steps.mjs'

const apps = ['console', 'mobile']
const left = new Set(['node_modules', 'dist', '.cache'])

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return left.has(entry.name) ? [] : filesUnder(file)
    return [file]
  })

// By content and not by time: a checkout touches files that it does not change, and the reverse.
const digestOf = (app) => {
  const hash = createHash('sha256')
  const shared = path.join(root, 'contract/src')
  const files = [path.join(root, 'package-lock.json'), ...(existsSync(shared) ? filesUnder(shared) : []), ...filesUnder(path.join(root, app))]
  for (const file of files.sort())
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

const buildApp = async (app) => {
  const home = path.join(root, app)
  if (!existsSync(path.join(home, 'vite.config.ts'))) return console.log(`${app}: skipped, it has no vite.config.ts`)
  const note = path.join(root, '.cache/web', app)
  const digest = digestOf(app)
  if (existsSync(path.join(home, 'dist/index.html')) && existsSync(note) && readFileSync(note, 'utf8') === digest) return
  await step(`Build ${app}`, async () => {
    // A process of its own: vite takes 700 MB that the server should not keep.
    const { code, output } = await runNode([path.join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
      cwd: home,
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0) throw new StepFailed(`${output}\n${app} could not be built`)
  })
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, digest)
}

/** Builds the web apps whose sources changed since their last build. One after the other, for two do not fit in 1 GB. */
export const buildWeb = async () => {
  for (const app of apps) await buildApp(app)
}
