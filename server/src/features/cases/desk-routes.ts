import * as desk from '@gongyou/contract/cases/desk.ts'
import * as routes from '@gongyou/contract/cases/links.ts'
import type { Room } from '../../kit/http/server.ts'
import { findFile, sendFile, storeOf, upload } from '../documents/index.ts'
import { dropPhrase, dropView, keepPhrase, phrasesOf, saveView, viewsOf } from './desk-things.ts'
import type { House } from './engine.ts'
import { handOver } from './hand-over.ts'
import { attachByLink, createLink, linkToAnswer, openLink, paperOfLink, replyByLink, revokeLink } from './links.ts'
import { caseView } from './view.ts'

const done = { done: true as const }

/** An officer's own desk: phrases, views, handing over. */
export const deskRoom: Room = (mount) => {
  mount(desk.handOverWork, ({ body, write }) => write(async (work) => ({ moved: await handOver(work, body.from, body.to, body.why) })))
  mount(desk.listPhrases, ({ read }) => read(async (look) => ({ phrases: await phrasesOf(look) })))
  mount(desk.keepPhrase, ({ body, write }) => write(async (work) => (await keepPhrase(work, body.said), done)))
  mount(desk.dropPhrase, ({ params, write }) => write(async (work) => (await dropPhrase(work, params.id), done)))
  mount(desk.listSavedViews, ({ read }) => read(async (look) => ({ views: await viewsOf(look) })))
  mount(desk.saveView, ({ body, write }) => write(async (work) => (await saveView(work, body.name, body.query), done)))
  mount(desk.dropView, ({ params, write }) => write(async (work) => (await dropView(work, params.id), done)))
}

/** Outside parties, who have a link and no account. */
export const linksRoom =
  (house: House): Room =>
  (mount, { keys, setup }) => {
    const engine = { ...house, keys }
    const store = storeOf(setup)
    mount(routes.createCaseLink, ({ params, body, write }) =>
      write(async (work) => {
        const { token, expiresAt } = await createLink(work, params.id, body)
        return { url: `${setup.publicUrl}/m/link/${token}`, expiresAt: expiresAt.toISOString(), case: await caseView(work, engine, params.id) }
      }),
    )
    mount(routes.revokeCaseLink, ({ params, write }) =>
      write(async (work) => {
        await revokeLink(work, params.id, params.link)
        return caseView(work, engine, params.id)
      }),
    )
    mount(routes.openCaseLink, ({ body, write }) => write((work) => openLink(work, body.token, body.key)))
    mount(routes.replyByCaseLink, ({ body, write }) => write(async (work) => (await replyByLink(work, body.token, body.key, body.said), done)))
    mount(routes.uploadByCaseLink, async ({ query, request, read, write }) => {
      // Nobody without an open link may put anything into the store.
      await read((look) => linkToAnswer(look, query.token, query.key))
      const file = await upload(request, setup, store, write, { secrecy: 'P2' })
      await write((work) => attachByLink(work, query.token, query.key, file.id))
      return { id: file.id, name: file.name }
    })
    mount(routes.getFileByCaseLink, async ({ params, query, read, reply }) => {
      const found = await read(async (look) => {
        await paperOfLink(look, query.token, query.key, params.file)
        return findFile(look, params.file, async () => true)
      })
      return sendFile(reply, store, found)
    })
  }
