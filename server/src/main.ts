import path from 'node:path'
import { offerFirstAdministrator, whoIs } from './features/accounts/index.ts'
import { resumeBatches } from './features/membership/index.ts'
import { openServer } from './kit/http/server.ts'
import { openKeyRing } from './kit/secrets/key-ring.ts'
import { startJobs } from './kit/jobs/start.ts'
import { logger } from './kit/log.ts'
import { rooms, schedule, tasks, words } from './rooms.ts'
import { announce, offer, progress, say } from './start/announce.ts'
import { startDatabase } from './start/database.ts'
import { examplePeople, loadExample } from './start/example.ts'
import { closeOnSignal } from './start/closing.ts'
import { declareServices } from './start/services.ts'
import { stopWithWords } from './start/failure.ts'
import { shareCards } from './start/share-cards.ts'
import { readEnvironment } from './start/setup.ts'
import { serveWeb } from './start/web.ts'

const env = readEnvironment()
const closing = closeOnSignal()
process.on('uncaughtException', stopWithWords)
process.on('unhandledRejection', stopWithWords)
const keys = openKeyRing(path.join(env.folder, 'keys', 'ring.json'))
const database = await startDatabase(env, say)
closing.by(database.stop)
if (database.ran.length > 0) say(`数据库已更新：${database.ran.length} 步`)
await declareServices(database.db, env.region)
if (env.demo) await loadExample({ owner: database.owner, db: database.db, keys, region: env.region, people: env.people }, progress)

const setup = {
  region: env.region,
  demo: env.demo,
  publicUrl: env.publicUrl,
  folder: env.folder,
  secureCookies: env.publicUrl.startsWith('https:'),
  settings: process.env,
  perMinute: env.perMinute,
  ...(env.demo ? { example: examplePeople } : {}),
}
const building = { db: database.db, keys, setup }
const server = await openServer(building, rooms, { whoIs: whoIs(database.db, env.region, env.demo), words })
await serveWeb(server, env.publicUrl, shareCards(database.db, env.region))
const jobs = await startJobs({ url: database.url, building, tasks, schedule, log: logger() })
server.countJobs(jobs.counts)
const rosters = resumeBatches(building)
closing.by(async () => {
  await server.close()
  await jobs.stop()
  await rosters.stop()
  await database.db.end()
  await database.owner.end()
  await database.stop()
})
await server.listen({ port: env.port, host: env.host })
announce(env)
const code = env.demo ? null : await offerFirstAdministrator(database.db, env.region)
if (code) offer(env, code)
