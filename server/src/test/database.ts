import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { onDatabase } from './postgres.ts'

const asOwner = async (text: string) => {
  const client = new pg.Client(inject('postgresUrl'))
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** A migrated, empty database of the test file's own (75 ms). Call it at the top of the file: it is dropped at the file's end. */
export const aDatabase = async () => {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(`create database ${name} template ${inject('templateName')}`)
  afterAll(() => asOwner(`drop database ${name} with (force)`))
  return { name, url: onDatabase(inject('postgresUrl'), name) }
}
