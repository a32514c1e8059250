import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'

/**
 * Structured lines without personal data: the address of a request is logged without its query, bodies and headers never.
 * `GONGYOU_LOG` sets the level (default `warn`, so that the terminal stays readable).
 */
export const logger = (): FastifyBaseLogger =>
  pino({
    level: process.env.GONGYOU_LOG ?? 'warn',
    base: null,
    serializers: {
      req: (r: { method: string; url: string; id: string }) => ({ id: r.id, method: r.method, path: r.url.split('?')[0] }),
      res: (r: { statusCode: number }) => ({ status: r.statusCode }),
      // PostgreSQL puts row values into `detail`; they may be names and numbers.
      err: (e: Error & { code?: string; constraint?: string }) => ({
        type: e.name,
        code: e.code,
        constraint: e.constraint,
        message: e.message.slice(0, 300),
        stack: e.stack?.slice(0, 2000),
      }),
    },
  })
