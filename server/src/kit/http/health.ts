import type { FastifyInstance } from 'fastify'
import { migrationNames } from '../postgres/migrate.ts'
import { isAway } from '../db/away.ts'
import type { Building } from './building.ts'

const within = <T>(ms: number, work: Promise<T>) =>
  Promise.race([work, new Promise<never>((_, fail) => setTimeout(() => fail(new Error('timeout')), ms).unref())])

/** Why this process should get no requests; empty when it may. */
const troublesOf = async ({ db }: Building) => {
  try {
    const { rows } = await within(3000, db.pool.query<{ name: string }>('select name from kit.migration'))
    const applied = new Set(rows.map((r) => r.name))
    const pending = migrationNames().filter((name) => !applied.has(name))
    return pending.length > 0 ? [`database: ${pending.length} migrations pending`] : []
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return isAway(error)
      ? [`数据库暂时中断，正在自动恢复 · database away, being brought back (${code ?? message})`]
      : [`数据库没有回答 · database does not answer (${code ?? message})`]
  }
}

/** `/healthz`: the process answers. `/readyz`: it can work, too: database reachable, schema as this release wants it. */
export const addHealth = (app: FastifyInstance, building: Building) => {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const troubles = await troublesOf(building)
    return reply.code(troubles.length > 0 ? 503 : 200).send({ status: troubles.length > 0 ? 'not ready' : 'ok', troubles })
  })
}
