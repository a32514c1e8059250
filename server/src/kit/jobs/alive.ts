import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

// Any fixed number: it keeps these locks apart from others.
const room = 1949_0501

/**
 * The queue itself waits four hours before it believes that a worker is dead. Here each living worker holds a lock on
 * one connection of its process; PostgreSQL lets go of it in the moment the process ends, however it ends.
 */
export const openAlive = async (pool: pg.Pool) => {
  const workers = new Set<string>()
  let closed = false
  const lock = (client: pg.PoolClient, workerId: string) => client.query('select pg_advisory_lock($1, hashtext($2))', [room, workerId])

  // A broken connection loses the locks; until we have them again our jobs may be given out twice, which every task bears.
  const hold = async () => {
    const client = await pool.connect()
    let dropped = false
    const drop = () => {
      if (!dropped) client.release(true)
      dropped = true
    }
    client.once('error', () => {
      drop()
      void comeBack()
    })
    try {
      for (const workerId of workers) await lock(client, workerId)
    } catch (error) {
      drop()
      throw error
    }
    return { client, drop }
  }
  let held = hold()
  let coming = false
  const comeBack = async () => {
    if (coming) return
    coming = true
    while (!closed) {
      held = hold()
      const isHeld = await held.then(
        () => true,
        () => false,
      )
      if (isHeld) break
      await pause(1000)
    }
    coming = false
  }
  await held
  return {
    claim: async (workerId: string) => {
      workers.add(workerId)
      await lock((await held).client, workerId)
    },
    close: async () => {
      closed = true
      const last = await held.catch(() => undefined)
      last?.drop()
    },
  }
}

/** Gives back the jobs of workers that are no more. */
export const freeOrphans = async (pool: pg.Pool) => {
  const { rows } = await pool.query<{ locked_by: string }>('select distinct locked_by from graphile_worker.jobs where locked_by is not null')
  const dead: string[] = []
  for (const { locked_by } of rows) {
    // Of this one statement only: a lock we can have is held by nobody.
    const { rows: got } = await pool.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as free', [room, locked_by])
    if (got[0]?.free) dead.push(locked_by)
  }
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1)', [dead])
  return dead.length
}
