// A process that only works off jobs, to be killed by a test.
import { openDatabase } from '../kit/db/database.ts'
import { appPool } from '../kit/db/pool.ts'
import { startJobs } from '../kit/jobs/start.ts'
import { logger } from '../kit/log.ts'
import { openKeyRing } from '../kit/secrets/key-ring.ts'
import { facts, tasks } from '../rooms.ts'

const url = process.env.DATABASE_URL!
const setup = { region: 110118, demo: false, publicUrl: 'http://gongyou.test', folder: '', secureCookies: false, settings: process.env }
await startJobs({
  url,
  building: { db: openDatabase(appPool(url), facts), keys: openKeyRing(process.env.KEYS!), setup },
  tasks,
  log: logger(),
  everyMs: 50,
})
console.log('ready')
