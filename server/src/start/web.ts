import { existsSync } from 'node:fs'
import path from 'node:path'
import files from '@fastify/static'
import type { Server } from '../kit/http/server.ts'
import { root } from '../kit/root.ts'

const isPhone = (agent: string | undefined) => /Android|iPhone|MicroMessenger|Mobile/i.test(agent ?? '')

/** Serves the built console under /console/ and the phone pages under /m/, compressed beforehand, from one port. */
export const serveWeb = async (app: Server) => {
  const places = [
    ['console', '/console/'],
    ['mobile', '/m/'],
  ] as const
  for (const [i, [name, prefix]] of places.entries()) {
    const dist = path.join(root, name, 'dist')
    if (!existsSync(dist)) continue
    await app.register(files, {
      root: dist,
      prefix,
      wildcard: false,
      preCompressed: true,
      decorateReply: i === 0,
      index: false,
      setHeaders: (reply, file) => reply.setHeader('cache-control', /\/assets\//.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
    // Every address inside an app is the app: it finds its own page.
    app.get(`${prefix}*`, (_, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html', dist))
    app.get(prefix.slice(0, -1), (_, reply) => reply.redirect(prefix))
  }
  app.get('/', (request, reply) => reply.redirect(isPhone(request.headers['user-agent']) ? '/m/' : '/console/'))
}
