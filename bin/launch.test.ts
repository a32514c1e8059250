import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../server/src/kit/root.ts'

// Plain JavaScript that runs before the packages are there; its shapes are written here, where they are used.
type Packages = Record<string, { version?: string; optional?: boolean; link?: boolean; optionalDependencies?: Record<string, string> }>
const { isInstalled } = (await import(path.join(root, 'bin/install.mjs'))) as {
  isInstalled(wanted: { packages: Packages }, there: { packages: Packages }): boolean
}
const { countIn } = (await import(path.join(root, 'bin/test.mjs'))) as {
  countIn(report: object | undefined, code: number): { passed: number; failed: number }
}
const { missingFrom } = (await import(path.join(root, 'bin/complete-lockfile.mjs'))) as {
  missingFrom(lockfile: { packages: Packages }): { path: string }[]
}
const { bundle } = (await import(path.join(root, 'bin/bundle.mjs'))) as { bundle(name: string, entry: string): Promise<string> }
const lockfile = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Packages }

test('the lockfile describes every package it names; else npm ci refuses it (run bin/complete-lockfile.mjs)', () => {
  expect(missingFrom(lockfile).map(({ path }) => path)).toEqual([])
})

test('every package of the server is found from where its bundle lies', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'server/package.json'), 'utf8'))
  const places = createRequire(path.join(root, 'server/.cache/run/start.mjs')).resolve.paths('x')!
  const lost = Object.keys(dependencies).filter((name) => !places.some((place) => existsSync(path.join(place, name))))
  expect(Object.keys(dependencies).length).toBeGreaterThan(15)
  expect(lost).toEqual([])
})

test('an older or missing package asks for an install, a package of another platform does not', () => {
  const wanted = { packages: { '': {}, 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } } }
  expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '2.0.0' } } })).toBe(true)
  expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(false)
  expect(isInstalled(wanted, { packages: {} })).toBe(false)
})

test('a run that ends red counts at least one failure, even without a report', () => {
  expect(countIn({ numPassedTests: 4, numFailedTests: 0 }, 0)).toEqual({ passed: 4, failed: 0 })
  expect(countIn({ numPassedTests: 4, numFailedTests: 0 }, 1)).toEqual({ passed: 4, failed: 1 })
  expect(countIn(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

test('an unknown command is answered with the list of commands', () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'bin/gongyou.mjs'), 'nonsense'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toMatch(/start, test, doctor/)
})

test('a program is bundled again when a file of it changed, and only then', async () => {
  const folder = path.join(root, '.cache/test', `bundle-${process.pid}`)
  const write = (word: string) => writeFileSync(path.join(folder, 'word.ts'), `export const word: string = '${word}'`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'entry.ts'), `import { word } from './word.ts'\nconsole.log(word)`)
  const entry = path.relative(root, path.join(folder, 'entry.ts'))
  write('first')
  const file = await bundle(`test-${process.pid}`, entry)
  expect(readFileSync(file, 'utf8')).toContain('first')
  const made = statSync(file).mtimeMs
  await bundle(`test-${process.pid}`, entry)
  expect(statSync(file).mtimeMs).toBe(made)
  write('second')
  await bundle(`test-${process.pid}`, entry)
  expect(readFileSync(file, 'utf8')).toContain('second')
  for (const left of [folder, file, `${file}.map`, `${file}.inputs.json`]) rmSync(left, { recursive: true })
})
