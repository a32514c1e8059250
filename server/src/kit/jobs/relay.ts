import type pg from 'pg'

const perRound = 200
/** Tries before a job is left lying, with back-off: about an hour. */
const tries = 12

type Waiting = { id: string; task: string; payload: unknown; run_at: Date; job_key: string | null }

/**
 * Moves waiting jobs from the outbox into the queue. Queued first and deleted then, in two transactions: a crash in
 * between queues a job again under the same key, on Citus too, where one transaction over both would not be one.
 * Rows another process is moving are skipped. Gives how many were moved.
 */
export const relay = async (pool: pg.Pool, region: number) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select kit.set_region($1)', [region])
    const { rows } = await client.query<Waiting>(
      'select id, task, payload, run_at, job_key from ledger.outbox where region = $1 order by run_at limit $2 for update skip locked',
      [region, perRound],
    )
    if (rows.length > 0) {
      await pool.query(
        `select graphile_worker.add_job(x.task, payload => x.payload, run_at => x.run_at, max_attempts => $2, job_key => x.key)
           from jsonb_to_recordset($1) as x(task text, payload json, run_at timestamptz, key text)`,
        [JSON.stringify(rows.map((r) => ({ task: r.task, payload: r.payload, run_at: r.run_at, key: r.job_key ?? r.id }))), tries],
      )
      await client.query('delete from ledger.outbox where region = $1 and id = any($2::uuid[])', [region, rows.map((r) => r.id)])
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
