import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Building } from './building.ts'

export type JobCounts = () => Promise<{ outbox: number; queued: number; failed: number }>

declare module 'fastify' {
  interface FastifyInstance {
    /** Tells the metrics where jobs are counted, once jobs run. */
    countJobs(counts: JobCounts): void
  }
}

/**
 * `/metrics` for Prometheus. Labels are names of routes and numbers of statuses, never an address, a person or a search.
 * With GONGYOU_METRICS_TOKEN set it asks for that bearer.
 */
export const addMetrics = (app: FastifyInstance, { db, setup }: Building) => {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'gongyou_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const failed = new Counter({ name: 'gongyou_failures_total', help: 'Answers with a status of 500 and above', labelNames: ['route'], registers })
  new Gauge({
    name: 'gongyou_pool_connections',
    help: 'Database connections',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'open' }, db.pool.totalCount)
      this.set({ state: 'idle' }, db.pool.idleCount)
      this.set({ state: 'waited-for' }, db.pool.waitingCount)
    },
  })
  const jobs: { counts?: JobCounts } = {}
  new Gauge({
    name: 'gongyou_jobs',
    help: 'Jobs by where they are',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await jobs.counts?.().catch(() => undefined)
      for (const [state, n] of Object.entries(counts ?? {})) this.set({ state }, Number(n))
    },
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.config.declared?.id ?? 'other'
    seconds.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) failed.inc({ route })
    done()
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const token = setup.settings?.GONGYOU_METRICS_TOKEN
    if (token && request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send()
    return reply.type(register.contentType).send(await register.metrics())
  })
  app.decorate('countJobs', (counts: JobCounts) => void (jobs.counts = counts))
}
