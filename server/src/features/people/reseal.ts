import { sql } from 'kysely'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import type { Task, Tasks } from '../../kit/jobs/tasks.ts'
import { sealedPlace } from './identity.ts'

const perBatch = 500

type Sealed = { person_id: string; field: string; key_id: number; cipher: Buffer }

/**
 * Seals every field anew that an older key sealed, in batches, so that other work goes on in between. Stopped half-way
 * it goes on where it was: what is done carries the new key.
 */
const resealFields: Task = async (_, { db, keys, setup }) => {
  keys.reload()
  const call = { region: setup.region, by: system, operation: 'reseal', request: newId() }
  for (let done = perBatch; done === perBatch;)
    done = await db.write(call, async (work) => {
      await sql`select kit.set_unsealed('*')`.execute(work.tx)
      const { rows } =
        await sql<Sealed>`select person_id, field, key_id, cipher from people.sealed_field where region = ${work.region} and key_id <> ${keys.current()} limit ${perBatch} for update skip locked`.execute(
          work.tx,
        )
      if (rows.length === 0) return 0
      const sealed = rows.map((r) => {
        const place = sealedPlace(work.region, r.person_id, r.field)
        return keys.seal(keys.open({ keyId: r.key_id, cipher: r.cipher }, place), place)
      })
      await sql`update people.sealed_field f set key_id = n.key_id, cipher = n.cipher
        from unnest(${rows.map((r) => r.person_id)}::uuid[], ${rows.map((r) => r.field)}::text[], ${sealed.map((s) => s.keyId)}::smallint[], ${sealed.map((s) => s.cipher)}::bytea[]) as n(person_id, field, key_id, cipher)
        where f.region = ${work.region} and f.person_id = n.person_id and f.field = n.field`.execute(work.tx)
      work.ledger.audit({ purpose: 'key rotation', detail: { fields: rows.length, key: keys.current() } })
      return rows.length
    })
}

export const peopleTasks: Tasks = { resealFields }
