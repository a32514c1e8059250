import path from 'node:path'
import { whoIs } from './features/accounts/index.ts'
import { resumeBatches } from './features/membership/index.ts'
import { openServer } from './kit/http/server.ts'
import { openKeyRing } from './kit/secrets/key-ring.ts'
import { rooms, words } from './rooms.ts'
import { announce, progress, say } from './start/announce.ts'
import { startDatabase } from './start/database.ts'
import { loadExample } from './start/example.ts'
import { readEnvironment } from './start/setup.ts'
import { serveWeb } from './start/web.ts'

const env = readEnvironment()
const keys = openKeyRing(path.join(env.folder, 'keys', 'ring.json'))
const database = await startDatabase(env, say)
if (database.ran.length > 0) say(`数据库已更新：${database.ran.length} 步`)
if (env.demo) await loadExample({ owner: database.owner, db: database.db, keys, region: env.region, people: env.people }, progress)

const setup = { region: env.region, demo: env.demo, publicUrl: env.publicUrl, folder: env.folder, secureCookies: env.publicUrl.startsWith('https:') }
const building = { db: database.db, keys, setup }
const server = await openServer(building, rooms, { whoIs: whoIs(database.db, env.region), words })
await serveWeb(server)
await server.listen({ port: env.port, host: env.host })
const rosters = resumeBatches(building)
announce(env)

let closing = false
const close = async () => {
  if (closing) return
  closing = true
  await server.close()
  await rosters.stop()
  await database.db.end()
  await database.owner.end()
  await database.stop()
  process.exit(0)
}
process.on('SIGINT', close)
process.on('SIGTERM', close)
