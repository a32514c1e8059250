import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { permissionMatrix } from '@gongyou/contract/permissions.ts'
import { expect, test } from 'vitest'
import { peopleDepartment } from '../features/people/index.ts'
import { accountsDepartment } from '../features/accounts/index.ts'
import type { Workshop } from '../kit/jobs/tasks.ts'
import { root } from '../kit/root.ts'
import { rotate } from '../kit/secrets/key-ring.ts'
import { aUnion, region } from '../test/union.ts'
import { databaseFindings } from './doctor/database.ts'
import { dataFolder, keyRing, node, portFree } from './doctor/machine.ts'

const union = await aUnion({ people: 1200 })
const run = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'bin/gongyou.mjs'), name, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: union.url, GONGYOU_DATA: union.folder, PORT: '0' },
  })

test('npm run token prints a token that is the persona, staff or worker; anybody else gets the list', async () => {
  for (const [who, kind] of [
    ['gulou', 'staff'],
    ['13900000001', 'worker'],
  ] as const) {
    const { stdout } = run('token', who)
    const me = await union.app.inject({ url: '/api/accounts/me', headers: { authorization: `Bearer ${stdout.trim().split('\n').at(-1)}` } })
    expect(me.json()).toMatchObject({ kind })
  }
  const unknown = run('token', 'nobody-here')
  expect(unknown.status).toBe(2)
  expect(unknown.stderr).toContain('gulou')
}, 60_000)

test('npm run permissions prints every route, plainly and as a table for documents', () => {
  const markdown = run('permissions', '--markdown').stdout
  for (const { id } of permissionMatrix()) expect(markdown).toContain(`\`${id}\``)
  expect(run('permissions').stdout).toContain(`${permissionMatrix().length} × `)
}, 60_000)

test('npm run doctor finds nothing wrong with a sound installation', () => {
  const { stdout, status } = run('doctor')
  expect(stdout).toContain('All is well')
  expect(stdout).not.toMatch(/✗/)
  expect(status).toBe(0)
}, 60_000)

test('the doctor names what is wrong', async () => {
  expect(node('18.20.1')).toMatchObject({ verdict: 'bad', says: { zh: expect.stringContaining('20.19') } })
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  expect(await portFree((server.address() as { port: number }).port, '127.0.0.1')).toMatchObject({ verdict: 'look' })
  server.close()
  expect(dataFolder(path.join(root, 'package.json', 'data'))).toMatchObject({ verdict: 'bad' })
  const empty = mkdtempSync(path.join(tmpdir(), 'gongyou-doctor-'))
  expect(keyRing(empty)).toMatchObject({ verdict: 'look' })
  const ring = path.join(union.folder, 'keys', 'ring.json')
  const strange = await databaseFindings(union.url, path.join(empty, 'keys', 'ring.json'))
  expect(strange.filter((f) => f.verdict === 'bad')).toMatchObject([{ what: { en: 'Keys and data' } }])
  const { rows } = await union.owner.query('delete from kit.migration where name = (select max(name) from kit.migration) returning *')
  expect((await databaseFindings(union.url, ring)).find((f) => f.what.en === 'Schema')).toMatchObject({ verdict: 'look' })
  await union.owner.query('insert into kit.migration (name, sha256) values ($1, $2)', [rows[0].name, rows[0].sha256])
  expect(await databaseFindings('postgres://nobody@127.0.0.1:1/nothing', ring)).toMatchObject([{ verdict: 'bad' }])
})

test('after a new key old and new fields are read, and the jobs seal everything anew', async () => {
  const cipherKeys = async () => (await union.owner.query('select key_id, count(*)::int as n from people.sealed_field group by 1 order by 1')).rows
  const [before] = await cipherKeys()
  const place = (r: { person_id: string }) => `${region}/${r.person_id}/id_number`
  const open = async () => {
    const { rows } = await union.owner.query<{ person_id: string; key_id: number; cipher: Buffer }>(
      'select * from people.sealed_field order by person_id',
    )
    return rows.map((r) => union.keys.open({ keyId: r.key_id, cipher: r.cipher }, place(r)))
  }
  const numbers = await open()
  expect(rotate(path.join(union.folder, 'keys', 'ring.json'))).toBe(2)
  // Another process already seals with the new key, which this one has never seen.
  union.keys.reload()
  expect(union.keys.current()).toBe(2)
  expect(await open()).toEqual(numbers)
  const workshop = { db: union.db, keys: union.keys, setup: { region } } as unknown as Workshop
  const { resealFields } = peopleDepartment.tasks()
  await Promise.all([resealFields!({}, workshop), resealFields!({}, workshop)])
  await accountsDepartment.tasks().resealSecondFactors!({}, workshop)
  expect(await cipherKeys()).toEqual([{ key_id: 2, n: before.n }])
  expect(await open()).toEqual(numbers)
})

test('npm run keys -- rotate adds a key and leaves the jobs; without a word it only explains', async () => {
  expect(run('keys').status).toBe(2)
  const { stdout } = run('keys', 'rotate')
  expect(stdout).toMatch(/新密钥 \d/)
  const { rows } = await union.owner.query('select task from ledger.outbox where job_key is not null order by 1')
  expect(rows.map((r) => r.task)).toEqual(['resealFields', 'resealSecondFactors'])
}, 60_000)
