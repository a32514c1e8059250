import type { Route } from '@gongyou/contract/kit/route.ts'
import type { FastifyInstance } from 'fastify'
import { type Actor, holds, nobody } from '../actor.ts'
import { refuse } from '../refuse.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    region: number
  }
  interface FastifyContextConfig {
    declared?: Route
  }
}

/** Finds out who is asking; given by the accounts room. */
export type WhoIs = (request: { headers: Record<string, unknown>; cookies: Record<string, string | undefined> }) => Promise<Actor>

const mayEnter = ({ door, beforeSecondFactor, byHand }: Route, by: Actor) => {
  if (door === 'anyone') return
  if (by.kind === 'nobody') throw refuse('sign-in.required')
  if (by.mustSetUpSecondFactor && !beforeSecondFactor) throw refuse('accounts.second-factor-needed')
  if (byHand && by.token) throw refuse('accounts.by-hand-only')
  if (door === 'person') return
  if (door === 'staff' ? by.kind !== 'staff' : !holds(by, door)) throw refuse('right.missing')
}

/** Names the asker of each request and checks the door of its route. */
export const addDoors = (app: FastifyInstance, region: number, whoIs: WhoIs) => {
  app.decorateRequest('actor', null as unknown as Actor)
  app.decorateRequest('region', region)
  app.addHook('onRequest', async (request) => {
    const { declared } = request.routeOptions.config
    request.actor = nobody
    if (!declared) return
    request.actor = await whoIs(request as unknown as Parameters<WhoIs>[0])
    mayEnter(declared, request.actor)
    // A form on a foreign page cannot set this header, so a cookie alone moves nothing.
    const signedByCookie = request.actor.kind !== 'nobody' && !request.headers.authorization
    if (signedByCookie && request.method !== 'GET' && request.headers['x-gongyou'] === undefined) throw refuse('right.missing')
  })
}
