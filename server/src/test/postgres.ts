import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../kit/postgres/embedded.ts'
import { migrate } from '../kit/postgres/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's address of the test server; its database is the maintenance one. */
    postgresUrl: string
    /** Name of the migrated database that `aDatabase` copies. */
    templateName: string
  }
}

const templateName = 'gongyou_template'

/** The address of another database on the same server. */
export const onDatabase = (url: string, name: string) => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Vitest's global set-up: one PostgreSQL for the whole run, one migrated template in it. Gives the tear-down. */
export default async (project: TestProject) => {
  // Closed to list, open to pass: under root the server is another user.
  const made = mkdtempSync(path.join(tmpdir(), 'gongyou-test-'))
  chmodSync(made, 0o711)
  const server = await startEmbedded({ folder: path.join(made, 'data'), durable: false, log: (line) => console.log(line) })
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(`create database ${templateName}`)
  await client.end()
  await migrate(onDatabase(server.url, templateName))
  project.provide('postgresUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    await server.stop()
    rmSync(made, { recursive: true, force: true })
  }
}
