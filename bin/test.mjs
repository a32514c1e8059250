import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { runNode, secondsSince } from './steps.mjs'
import { buildWeb } from './web.mjs'

const modules = path.join(root, 'node_modules')
const reports = path.join(root, '.cache/test')

/** What a vitest report says. A file that cannot be loaded has no failed test of its own, so red counts as one at least. */
export const countIn = (report, code) => ({
  passed: report?.numPassedTests ?? 0,
  failed: code === 0 ? (report?.numFailedTests ?? 0) : Math.max(1, report?.numFailedTests ?? 0),
})

const program =
  (...args) =>
  async () => {
    const { code, output } = await runNode(args, { cwd: root })
    return { passed: 0, failed: code === 0 ? 0 : 1, output }
  }

const vitest =
  (name, ...args) =>
  async () => {
    const file = path.join(reports, `${name}.json`)
    rmSync(file, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code, output } = await runNode([path.join(modules, 'vitest/vitest.mjs'), 'run', ...reporters, ...args], { cwd: root })
    return { ...countIn(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code), output }
  }

const web = async () => {
  try {
    await buildWeb()
    return { passed: 0, failed: 0, output: '' }
  } catch (error) {
    return { passed: 0, failed: 1, output: error.message }
  }
}

const steps = {
  Types: program(path.join(modules, 'typescript/bin/tsc'), '--noEmit'),
  Lint: program(path.join(modules, 'oxlint/bin/oxlint')),
  Format: program(
    path.join(modules, 'prettier/bin/prettier.cjs'),
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ),
  'Unit, database and fence tests': vitest('unit'),
  'Web apps': web,
  'Browser journeys': vitest('e2e', '--config', 'e2e/vitest.config.ts'),
}

/** Runs everything, stops at the first red, and ends with one line: `N passed, N failed`. */
export const test = async () => {
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0 }
  for (const [label, run] of Object.entries(steps)) {
    const start = performance.now()
    const { passed, failed, output } = await run()
    total.passed += passed
    total.failed += failed
    if (failed) console.log(output)
    console.log(`${label}: ${failed ? 'failed' : passed ? `${passed} passed` : 'fine'}, ${secondsSince(start)}`)
    if (failed) break
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed ? 1 : 0
}
