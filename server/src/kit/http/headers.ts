import type { FastifyInstance } from 'fastify'
import type { Setup } from './building.ts'

const policy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ')

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

/**
 * Headers of every answer. Styles may be inline because the console's component library writes them at run time; scripts may not.
 * With a callback, as the other hooks of every request that wait for nothing: a promise each would cost a rush dearly.
 */
export const addHeaders = (app: FastifyInstance, setup: Setup) => {
  const said = setup.secureCookies ? { ...always, 'strict-transport-security': 'max-age=31536000' } : always
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
    reply.headers(said)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}
