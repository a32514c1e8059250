import path from 'node:path'
import { parseArgs } from 'node:util'
import { progress, say } from '../../server/src/start/announce.ts'
import { startDatabase } from '../../server/src/start/database.ts'
import { loadExample } from '../../server/src/start/example.ts'
import { readEnvironment } from '../../server/src/start/setup.ts'
import { openKeyRing } from '../../server/src/kit/secrets/key-ring.ts'

/** `npm run demo -- --people 1000000`: fills an empty data folder (or `DATABASE_URL`) with an example district of any size. */
const { values } = parseArgs({ options: { people: { type: 'string', default: '100000' }, unions: { type: 'string', default: '1000' } } })
const people = Number(values.people)
const unions = Number(values.unions)
if (!Number.isInteger(people) || people < 0 || !Number.isInteger(unions) || unions < 100) {
  console.error('用法 / usage: npm run demo -- --people 1000000 [--unions 1000]')
  process.exit(2)
}

const env = readEnvironment()
const keys = openKeyRing(path.join(env.folder, 'keys', 'ring.json'))
const database = await startDatabase(env, say)
const { rows } = await database.owner.query<{ n: number }>('select count(*) as n from people.person where region = $1', [env.region])
if (rows[0]!.n > 0) {
  console.error(`  这里已有 ${rows[0]!.n} 人，没有改动。换一个空文件夹：GONGYOU_DATA=… npm run demo`)
  console.error(`  ${rows[0]!.n} persons are already here; nothing was changed. Choose an empty folder with GONGYOU_DATA.`)
} else {
  const started = performance.now()
  await loadExample({ owner: database.owner, db: database.db, keys, region: env.region, people, unions }, progress)
  await database.owner.query('vacuum analyze')
  say(`${people.toLocaleString()} 人，${unions.toLocaleString()} 家工会，用时 ${((performance.now() - started) / 1000).toFixed(0)} 秒`)
}
await database.db.end()
await database.owner.end()
await database.stop()
process.exit(rows[0]!.n > 0 ? 1 : 0)
