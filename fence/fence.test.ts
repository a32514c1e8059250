import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../server/src/kit/root.ts'
import { faultsOf, moduleOf, modulesOf } from './fence.ts'
import { featureOrder } from './order.ts'

const modules = modulesOf()

test('no import breaks the order of the rooms and features', () => {
  expect(faultsOf(modules)).toEqual([])
})

test('the fence looked at every room', () => {
  for (const [room, least] of [
    ['contract', 40],
    ['server', 90],
    ['console', 25],
    ['mobile', 2],
  ] as const)
    expect(modules.filter((m) => m.file.startsWith(`${room}/`)).length, room).toBeGreaterThanOrEqual(least)
  expect(modules.flatMap((m) => m.imports).length).toBeGreaterThan(500)
})

test('every feature folder stands in the declared order', () => {
  const known = new Set<string>([...featureOrder, 'today'])
  for (const room of ['server/src/features', 'console/src/features'])
    for (const name of readdirSync(path.join(root, room))) expect(known, `${room}/${name}`).toContain(name)
})

test.each([
  ['server/src/kit/planted.ts', `import { membership } from '../features/membership/index.ts'`],
  ['server/src/features/people/planted.ts', `import type { Reach } from '../organisations/index.ts'`],
  ['server/src/features/membership/planted.ts', `export { sendCode } from '../accounts/phone-codes.ts'`],
  ['server/src/features/people/planted.ts', `const later = () => import('../statistics/index.ts')`],
  ['contract/src/membership/planted.ts', `import { newId } from '../../../server/src/kit/ids.ts'`],
  ['contract/src/kit/planted.ts', `import { z } from 'zod'`],
  ['console/src/features/today/planted.tsx', `import type { Tables } from '../../../../server/src/kit/db/tables.ts'`],
  ['mobile/src/planted.tsx', `import { ListPage } from '../../console/src/kit/ListPage.tsx'`],
])('a planted fault in %s is found', (file, text) => {
  expect(faultsOf([moduleOf(file, text)])).toHaveLength(1)
})

test('no file is longer than three hundred lines', () => {
  const long = modules
    .filter((m) => !m.file.endsWith('/tables.ts'))
    .map((m) => ({ file: m.file, lines: readFileSync(path.join(root, m.file), 'utf8').split('\n').length }))
    .filter((f) => f.lines > 300)
  expect(long).toEqual([])
})

const documents = readdirSync(root)
  .filter((f) => f.endsWith('.md'))
  .concat(readdirSync(path.join(root, 'decisions')).map((f) => `decisions/${f}`))
test.each(documents)('links in %s lead somewhere', async (file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const { existsSync } = await import('node:fs')
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((m) => m[1]!)
  expect(links.filter((l) => !existsSync(path.join(root, path.dirname(file), decodeURIComponent(l))))).toEqual([])
})
