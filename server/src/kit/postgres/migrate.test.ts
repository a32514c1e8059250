import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { onDatabase } from '../../test/postgres.ts'
import { migrate } from './migrate.ts'

// Not a copy of the template: these tests want a database on which nothing has run.
const name = `migrate_${process.pid}`
const server = new pg.Pool({ connectionString: inject('postgresUrl'), max: 1 })
const url = onDatabase(inject('postgresUrl'), name)
let folder = ''

const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
const read = async (text: string) => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  await server.query(`drop database if exists ${name}`)
  await server.query(`create database ${name}`)
  for (const file of ['0001_first.sql', '0002_second.sql', '0003_third.sql']) rmSync(path.join(folder, file), { force: true })
  write('0001_first.sql', 'create schema kit; create table first (n int);')
  write('0002_second.sql', 'create table second (n int); insert into second values (1), (2);')
})
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongyou-migrate-'))
})
afterAll(async () => {
  await server.query(`drop database if exists ${name}`)
  await server.end()
  rmSync(folder, { recursive: true })
})

test('files run once, in order, and only new ones later', async () => {
  expect(await migrate(url, folder)).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await migrate(url, folder)).toEqual([])
  write('0003_third.sql', 'alter table second add column text text')
  expect(await migrate(url, folder)).toEqual(['0003_third.sql'])
})

test('two processes that start together migrate once', async () => {
  const both = await Promise.all([migrate(url, folder), migrate(url, folder)])
  expect(both.flat()).toHaveLength(2)
  expect(await read('select count(*)::int as n from second')).toEqual([{ n: 2 }])
})

test('a file that fails leaves nothing behind', async () => {
  write('0003_third.sql', 'create table third (n int); select 1/0;')
  await expect(migrate(url, folder)).rejects.toThrow('0003_third.sql: division by zero')
  expect(await read(`select to_regclass('third') as there, (select count(*)::int from kit.migration) as n`)).toEqual([{ there: null, n: 2 }])
})

test('a changed and a missing file are refused', async () => {
  await migrate(url, folder)
  write('0002_second.sql', 'create table other (n int)')
  await expect(migrate(url, folder)).rejects.toThrow(/0002_second.sql was changed/)
  rmSync(path.join(folder, '0002_second.sql'))
  await expect(migrate(url, folder)).rejects.toThrow(/newer than this release/)
})
