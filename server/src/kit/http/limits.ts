import type { FastifyInstance } from 'fastify'
import { refuse } from '../refuse.ts'

/** Requests allowed from one address to one route in a minute, where the route does not say fewer. GONGYOU_PER_MINUTE; 0 lifts every limit (load tests). */
const usual = 600
const bucketsKept = 50_000

type Bucket = { left: number; at: number }

/** A bucket of tokens that fills evenly: a burst up to the whole minute's worth, then one request as each token drips in. */
export const takeFrom = (buckets: Map<string, Bucket>, key: string, perMinute: number, at: number) => {
  const kept = buckets.get(key)
  const left = Math.min(perMinute, (kept?.left ?? perMinute) + ((at - (kept?.at ?? at)) / 60_000) * perMinute)
  // Set anew so that the map's order is the order of use, and the longest unused goes first.
  buckets.delete(key)
  buckets.set(key, { left: left >= 1 ? left - 1 : left, at })
  if (buckets.size > bucketsKept) buckets.delete(buckets.keys().next().value!)
  return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60)
}

/**
 * Rate limits by address and route. Kept by each process for itself: with n processes the limit is at most n times as
 * high, which still stops guessing; codes and passwords count their tries in the database as well.
 */
export const addLimits = (app: FastifyInstance, perMinute: number = usual) => {
  if (perMinute === 0) return
  const buckets = new Map<string, Bucket>()
  app.addHook('onRequest', (request, reply, done) => {
    const { declared } = request.routeOptions.config
    if (!declared) return done()
    const wait = takeFrom(buckets, `${request.ip} ${declared.id}`, Math.min(perMinute, declared.perMinute ?? perMinute), performance.now())
    if (wait === 0) return done()
    reply.header('retry-after', wait)
    done(refuse('request.too-often', { says: `操作太频繁，请 ${wait} 秒后再试` }))
  })
}
