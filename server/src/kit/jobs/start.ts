import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, runMigrations, type WorkerEvents } from 'graphile-worker'
import { Kysely, PostgresDialect } from 'kysely'
import type { FastifyBaseLogger } from 'fastify'
import { ownerPool } from '../db/pool.ts'
import type { Tables } from '../db/tables.ts'
import type { Building } from '../http/building.ts'
import { freeOrphans, openAlive } from './alive.ts'
import { patient } from './patient.ts'
import { relay } from './relay.ts'
import type { Scheduled, Tasks, Workshop } from './tasks.ts'

export type JobsGiven = { url: string; building: Building; tasks: Tasks; schedule?: readonly Scheduled[]; log: FastifyBaseLogger; everyMs?: number }

/** Jobs waiting and jobs given up, for the metrics. */
export type Jobs = { stop(): Promise<void>; counts(): Promise<{ outbox: number; queued: number; failed: number }> }

// Several processes start at once; the queue's own migrations do not expect that.
const migrateQueue = async (pool: ReturnType<typeof ownerPool>) => {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(19490502)')
    await runMigrations({ pgPool: pool })
  } finally {
    await client.query('select pg_advisory_unlock(19490502)').catch(() => {})
    client.release()
  }
}

/** Repeats until stopped; never twice at once, and a failure is logged and tried again. */
const repeat = (ms: number, work: () => Promise<unknown>, log: FastifyBaseLogger) => {
  let [timer, running, over]: [NodeJS.Timeout | undefined, Promise<void>, boolean] = [undefined, Promise.resolve(), false]
  const round = () => {
    running = work()
      .then(
        () => {},
        (err) => log.error({ err }, 'jobs'),
      )
      .finally(() => {
        if (!over) timer = setTimeout(round, ms)
      })
  }
  round()
  return async () => {
    over = true
    clearTimeout(timer)
    await running
  }
}

/** Starts this process's share of the work: relay, two workers, the schedule, and the watch over dead workers. */
export const startJobs = async ({ url, building, tasks, schedule = [], log, everyMs = 400 }: JobsGiven): Promise<Jobs> => {
  const pool = patient(ownerPool(url, 8))
  let over = false
  // Connections that are closing hear the database go down; that is no news then.
  const broken = (err: Error) => void (over || log.warn({ err }, 'jobs'))
  pool.on('error', broken).on('connect', (client) => client.on('error', broken))
  await migrateQueue(pool)
  await freeOrphans(pool)
  const alive = await openAlive(pool)
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const workshop: Workshop = { ...building, owner }
  const events = new EventEmitter() as WorkerEvents
  events.on('worker:create', ({ worker }) => void alive.claim(worker.workerId).catch((err) => log.warn({ err }, 'jobs')))
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    events,
    // The queue tells of each job in full; we log failures only, without payloads.
    logger: new Logger(
      () => (level, message) => void (level === 'error' ? log.warn({ jobs: message.slice(0, 300) }) : log.debug({ jobs: message.slice(0, 300) })),
    ),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as Record<string, unknown>, workshop)]),
    ),
    parsedCronItems: parseCronItems(schedule.map(({ task, cron }) => ({ task, match: cron, options: { backfillPeriod: 0 } }))),
  })
  const ends = [repeat(everyMs, () => relay(pool, building.setup.region), log), repeat(30_000, () => freeOrphans(pool), log)]
  return {
    stop: async () => {
      over = true
      await Promise.all(ends.map((end) => end()))
      await runner.stop()
      await alive.close()
      await pool.end()
    },
    counts: async () => {
      const { rows } = await pool.query(
        'select (select count(*) from ledger.outbox where region = $1) as outbox, count(*) filter (where attempts < max_attempts) as queued, count(*) filter (where attempts >= max_attempts) as failed from graphile_worker.jobs',
        [building.setup.region],
      )
      return rows[0] as { outbox: number; queued: number; failed: number }
    },
  }
}
