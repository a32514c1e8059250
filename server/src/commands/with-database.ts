import path from 'node:path'
import { startEmbedded } from '../kit/postgres/embedded.ts'
import { readEnvironment } from '../start/setup.ts'

/** Reaches the database of this installation for one errand: DATABASE_URL, or the folder's own, joined where it runs already. */
export const withDatabase = async <T>(errand: (url: string, env: ReturnType<typeof readEnvironment>) => Promise<T>) => {
  const env = readEnvironment()
  if (env.databaseUrl) return errand(env.databaseUrl, env)
  const embedded = await startEmbedded({ folder: path.join(env.folder, 'postgres'), durable: true, log: () => {} })
  try {
    return await errand(embedded.url, env)
  } finally {
    await embedded.stop()
  }
}
