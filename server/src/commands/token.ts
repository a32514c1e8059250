import { staffPersonas, workerPersonas } from '../../../demo/src/personas.ts'
import { openApiToken, workerAccount } from '../features/accounts/index.ts'
import { system } from '../kit/actor.ts'
import { openDatabase } from '../kit/db/database.ts'
import { appPool } from '../kit/db/pool.ts'
import { newId } from '../kit/ids.ts'
import { facts } from '../rooms.ts'
import { withDatabase } from './with-database.ts'

const usage = () =>
  [
    '用法 Usage: npm run token -- <登录名或手机号 login or phone>',
    '',
    ...staffPersonas.map((p) => `  ${p.login.padEnd(12)} ${p.name}  ${p.at}`),
    ...workerPersonas.map((p) => `  ${p.mobile.padEnd(12)} ${p.name}`),
  ].join('\n')

/** `npm run token -- gulou`: prints an API token of a demo persona, good for thirty days. Refuses outside the demo. */
const [, , who = ''] = process.argv
await withDatabase(async (url, env) => {
  if (!env.demo) throw new Error('只用于演示；正式环境请在工作台“我的接口令牌”里新建 Demo only: make tokens in the console')
  const persona = staffPersonas.find((p) => p.login === who) ?? workerPersonas.find((p) => p.mobile === who)
  if (!persona) {
    console.error(usage())
    process.exitCode = 2
    return
  }
  const db = openDatabase(appPool(url, 1), facts)
  const token = await db.write({ region: env.region, by: system, operation: 'createApiToken', request: newId() }, async (work) => {
    const person = await work.db
      .selectFrom('people.person')
      .select('id')
      .where('region', '=', work.region)
      .where('name', '=', persona.name)
      .$if('mobile' in persona, (q) => q.where('mobile', '=', who))
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow(() => new Error('示范区尚未装入，请先 npm start · The example district is not loaded yet: npm start first'))
    const account = await workerAccount(work, person.id)
    work.ledger.audit({ subject: account.id, person: person.id, detail: { name: 'npm run token' } })
    return openApiToken(work, account, { name: 'npm run token', rights: null, days: 30 })
  })
  await db.end()
  console.log(token.token)
})
