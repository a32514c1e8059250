import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** A migrated database for one errand, gone afterwards. */
export const inScratchDatabase = async <T>(errand: (url: string) => Promise<T>) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-scratch-'))
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ folder: path.join(folder, 'data'), durable: false, log: () => {} })
  try {
    await migrate(server.url)
    return await errand(server.url)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
