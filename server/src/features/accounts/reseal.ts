import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import type { Task, Tasks } from '../../kit/jobs/tasks.ts'
import { totpPlace } from './second-factor.ts'

/** Seals the secrets of one-time codes anew with the newest key. A few hundred officers: one transaction. */
const resealSecondFactors: Task = async (_, { db, keys, setup }) => {
  keys.reload()
  await db.write({ region: setup.region, by: system, operation: 'reseal', request: newId() }, async (work) => {
    const rows = await work.tx
      .selectFrom('accounts.account')
      .select(['id', 'totp_cipher', 'totp_key_id'])
      .where('region', '=', work.region)
      .where('totp_cipher', 'is not', null)
      .where('totp_key_id', '!=', keys.current())
      .forUpdate()
      .execute()
    for (const r of rows) {
      const place = totpPlace(work.region, r.id)
      const sealed = keys.seal(keys.open({ keyId: r.totp_key_id!, cipher: r.totp_cipher! }, place), place)
      await work.tx
        .updateTable('accounts.account')
        .set({ totp_cipher: sealed.cipher, totp_key_id: sealed.keyId })
        .where('region', '=', work.region)
        .where('id', '=', r.id)
        .execute()
    }
    if (rows.length > 0) work.ledger.audit({ purpose: 'key rotation', detail: { secondFactors: rows.length, key: keys.current() } })
  })
}

export const accountsTasks: Tasks = { resealSecondFactors }
