import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import files from '@fastify/static'
import type { Server } from '../kit/http/server.ts'
import { root } from '../kit/root.ts'

const isPhone = (agent: string | undefined) => /Android|iPhone|MicroMessenger|Mobile/i.test(agent ?? '')

/** What a page says of itself where its link is shown: in a chat, in a search. */
type About = { title: string; about: string }
export type Cards = Readonly<Record<string, (id: string) => Promise<About | undefined>>>

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
/** The page with its title and the tags that chats read (Open Graph). */
export const withCard = (page: string, { title, about }: About, url: string) => {
  const tags = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', about],
    ['og:url', url],
  ].map(([property, content]) => `<meta property="${property}" content="${escaped(content!)}" />`)
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace('</head>', () => `${tags.join('')}<meta name="description" content="${escaped(about)}" /></head>`)
}

/** Serves the built console under /console/ and the phone pages under /m/, compressed beforehand, from one port. */
export const serveWeb = async (app: Server, publicUrl = '', cards: Cards = {}) => {
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
  const phone = path.join(root, 'mobile', 'dist', 'index.html')
  if (existsSync(phone)) {
    const page = readFileSync(phone, 'utf8')
    for (const [place, cardOf] of Object.entries(cards))
      app.get(`/m/${place}/:id`, async (request, reply) => {
        const card = await cardOf((request.params as { id: string }).id)
        return reply
          .header('cache-control', 'no-cache')
          .type('text/html; charset=utf-8')
          .send(card ? withCard(page, card, `${publicUrl}${request.url.split('?')[0]}`) : page)
      })
  }
  app.get('/', (request, reply) => reply.redirect(isPhone(request.headers['user-agent']) ? '/m/' : '/console/'))
}
