import path from 'node:path'
import { syncAllowedChildren } from '../features/organisations/index.ts'
import { appPool, ownerPool } from '../kit/db/pool.ts'
import { openDatabase } from '../kit/db/database.ts'
import { startEmbedded } from '../kit/postgres/embedded.ts'
import { migrate } from '../kit/postgres/migrate.ts'
import { facts } from '../rooms.ts'
import { DatabaseLost, stopWithWords } from './failure.ts'
import type { Environment } from './setup.ts'

const regionNames: Record<number, [string, string]> = { 110118: ['密云区总工会', '密云区'] }

/** Starts or reaches PostgreSQL, brings the schema up to date and opens both pools. */
export const startDatabase = async (env: Environment, log: (line: string) => void) => {
  const folder = path.join(env.folder, 'postgres')
  const embedded = env.databaseUrl
    ? null
    : await startEmbedded({ folder, durable: true, log, gaveUp: (error) => stopWithWords(new DatabaseLost(error)) })
  const url = env.databaseUrl ?? embedded!.url
  const ran = await migrate(url)
  const owner = ownerPool(url)
  await openRegion(owner, env.region)
  await syncAllowedChildren(owner)
  return { owner, db: openDatabase(appPool(url), facts), url, ran, stop: async () => embedded?.stop() }
}

/** The region this installation serves has a name and an anchor row. */
export const openRegion = async (owner: ReturnType<typeof ownerPool>, region: number) => {
  const [name, short] = regionNames[region] ?? [`${region} 总工会`, String(region)]
  await owner.query('insert into kit.region_name (region, name, short_name) values ($1, $2, $3) on conflict do nothing', [region, name, short])
  await owner.query('insert into kit.tenant_anchor (region) values ($1) on conflict do nothing', [region])
}
