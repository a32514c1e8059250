import path from 'node:path'
import { system } from '../kit/actor.ts'
import { openDatabase } from '../kit/db/database.ts'
import { appPool } from '../kit/db/pool.ts'
import { newId } from '../kit/ids.ts'
import { rotate } from '../kit/secrets/key-ring.ts'
import { facts } from '../rooms.ts'
import { withDatabase } from './with-database.ts'

/** `npm run keys -- rotate`: adds a key for sensitive fields and leaves the jobs that seal everything anew with it. */
if (process.argv[2] !== 'rotate') {
  console.error('用法 Usage: npm run keys -- rotate')
  process.exitCode = 2
} else {
  await withDatabase(async (url, env) => {
    const id = rotate(path.join(env.folder, 'keys', 'ring.json'))
    const db = openDatabase(appPool(url, 1), facts)
    await db.write({ region: env.region, by: system, operation: 'reseal', request: newId() }, async (work) => {
      for (const task of ['resealFields', 'resealSecondFactors']) work.ledger.job({ task, payload: {}, key: task })
      work.ledger.audit({ purpose: 'key rotation', detail: { key: id } })
    })
    await db.end()
    console.log(
      `新密钥 ${id} 已加入，旧密钥保留；运行中的服务会在后台把敏感字段换成新密钥。\nKey ${id} was added, old ones stay; the running server seals sensitive fields anew in the background.\n请备份 Back up now: ${path.join(env.folder, 'keys')}`,
    )
  })
}
