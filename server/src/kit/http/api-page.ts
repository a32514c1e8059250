import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { root } from '../root.ts'

const folder = path.join(root, 'server/src/kit/http/page')

/** The interface to read in a browser: two files of our own, for the page's policy lets nothing in from elsewhere. */
export const addApiPage = (app: FastifyInstance) => {
  const serve = (url: string, file: string, type: string) =>
    app.get(url, { schema: { hide: true } }, async (_, reply) =>
      reply
        .type(type)
        .header('cache-control', 'no-cache')
        .send(await readFile(path.join(folder, file))),
    )
  serve('/api/', 'index.html', 'text/html; charset=utf-8')
  serve('/api/page.js', 'page.js', 'text/javascript; charset=utf-8')
  app.get('/api', { schema: { hide: true } }, (_, reply) => reply.redirect('/api/'))
}
