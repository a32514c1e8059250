import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Service } from '../contract/src/cases/service.ts'
import { publishService } from '../server/src/features/cases/index.ts'
import { system } from '../server/src/kit/actor.ts'
import { openDatabase } from '../server/src/kit/db/database.ts'
import { appPool } from '../server/src/kit/db/pool.ts'
import { newId } from '../server/src/kit/ids.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { startServer } from './server.ts'

/** The whole thing on a PostgreSQL that this journey can reach too, with services that no department offers. Stop it yourself. */
export const startServerOffering = async (services: readonly Service[], more: { people?: number } = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-offering-'))
  // Closed to list, open to pass: under root the database is another user.
  chmodSync(folder, 0o711)
  const postgres = await startEmbedded({ folder: path.join(folder, 'data'), durable: false, log: () => {} })
  process.env['DATABASE_URL'] = postgres.url
  const server = await startServer(more)
  const db = openDatabase(appPool(postgres.url, 2), [])
  for (const service of services)
    await db.write({ region: 110118, by: system, operation: 'offer', request: newId() }, (work) =>
      publishService(work, service, { by: 'officer', because: '走一遍' }),
    )
  await db.end()
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await postgres.stop()
      delete process.env['DATABASE_URL']
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
