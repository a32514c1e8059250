import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { whoIs } from '../server/src/features/accounts/index.ts'
import { syncAllowedChildren } from '../server/src/features/organisations/index.ts'
import { openDatabase } from '../server/src/kit/db/database.ts'
import { appPool, ownerPool } from '../server/src/kit/db/pool.ts'
import { openServer } from '../server/src/kit/http/server.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { migrate } from '../server/src/kit/postgres/migrate.ts'
import { root } from '../server/src/kit/root.ts'
import { openKeyRing } from '../server/src/kit/secrets/key-ring.ts'
import { facts, rooms, words } from '../server/src/rooms.ts'
import { openRegion } from '../server/src/start/database.ts'
import { declareServices } from '../server/src/start/services.ts'
import { loadExample } from '../server/src/start/example.ts'
import { serveWeb } from '../server/src/start/web.ts'
import { demoPassword } from '../demo/src/personas.ts'

export const region = 110118

/** A folder for benchmark databases. `kept` ones are found again by the next run, for a million persons take minutes to make; the others go with the run. */
export const folderFor = (name: string, kept: boolean) => {
  const base = path.join(root, '.cache', 'bench')
  mkdirSync(base, { recursive: true })
  if (kept) return path.join(base, name)
  const made = mkdtempSync(path.join(tmpdir(), 'gongyou-bench-'))
  chmodSync(made, 0o711)
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  return made
}

/** The example district of a wanted size on a durable PostgreSQL of its own, with the HTTP server on a free port. */
export const openDistrict = async (people: number, folder = folderFor(`district-${people}`, true), unions?: number) => {
  const fresh = !existsSync(folder)
  mkdirSync(folder, { recursive: true })
  const embedded = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true, log: () => {} })
  await migrate(embedded.url)
  const owner = ownerPool(embedded.url)
  await openRegion(owner, region)
  await syncAllowedChildren(owner)
  const keys = openKeyRing(path.join(folder, 'keys', 'ring.json'))
  const db = openDatabase(appPool(embedded.url), facts)
  await declareServices(db, region)
  if (fresh) console.error(`  making ${people.toLocaleString()} persons, once …`)
  await loadExample({ owner, db, keys, region, people, ...(unions ? { unions } : {}) }, () => {})
  if (fresh) await owner.query('vacuum analyze')
  const setup = { region, demo: true, publicUrl: 'http://localhost', folder, secureCookies: false, settings: { GONGYOU_PER_MINUTE: '0' } }
  const app = await openServer({ db, keys, setup }, rooms, { whoIs: whoIs(db, region, true), words })
  await serveWeb(app)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })

  /** Signs in and returns a caller that measures: the answer and the milliseconds it took. */
  const as = async (login: string) => {
    const answer = await fetch(`${address}/api/accounts/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: demoPassword }),
    })
    if (!answer.ok) throw new Error(`sign-in as ${login}: ${answer.status}`)
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
    return async (url: string) => {
      const started = performance.now()
      const got = await fetch(address + url, { headers: { cookie } })
      const body = await got.json()
      if (!got.ok) throw new Error(`${url}: ${got.status} ${JSON.stringify(body)}`)
      return { body, ms: performance.now() - started }
    }
  }
  const close = async () => {
    await app.close()
    await db.end()
    await owner.end()
    await embedded.stop()
  }
  return { address, owner, as, close, db, keys }
}
