import type { AskOf, ReplyOf, Route } from '@gongyou/contract/kit/route.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Look, Work } from '../db/database.ts'
import type { Building } from './building.ts'

/** What every handler is given: the parsed request, who asks, and the two ways to the database. */
export type Ask<R extends Route> = AskOf<R> & {
  by: Actor
  region: number
  read: <T>(fn: (look: Look) => Promise<T>) => Promise<T>
  write: <T>(fn: (work: Work) => Promise<T>) => Promise<T>
  request: FastifyRequest
  reply: FastifyReply
}

type Sent<R extends Route> = R['reply'] extends object ? ReplyOf<R> : FastifyReply | NodeJS.ReadableStream | Buffer

/** Mounts one route of the contract. Its door is checked before the handler runs; see `doors.ts`. */
export const mounter =
  ({ app, uploads }: { app: FastifyInstance; uploads: FastifyInstance }, building: Building) =>
  <const R extends Route>(declared: R, handler: (ask: Ask<R>) => Promise<Sent<R>>) => {
    const { id, summary, params, query, body, reply } = declared
    const place = declared.takesFile ? uploads : app
    place.route({
      method: declared.method,
      url: declared.url,
      schema: {
        operationId: id,
        summary: `${summary.zh} · ${summary.en}`,
        tags: [declared.url.split('/')[2] ?? 'kit'],
        ...(params ? { params } : {}),
        ...(query ? { querystring: query } : {}),
        ...(body ? { body } : {}),
        ...(reply ? { response: { 200: reply } } : {}),
      },
      config: { declared },
      handler: async (request, answer) => {
        const { actor: by, region } = request
        const call = { region, by, operation: id, request: request.id }
        return handler({
          params: request.params,
          query: request.query,
          body: request.body,
          by,
          region,
          request,
          reply: answer,
          read: (fn) => building.db.read(call, fn),
          write: (fn) => building.db.write(call, fn),
        } as Ask<R>)
      },
    })
  }
export type Mount = ReturnType<typeof mounter>
