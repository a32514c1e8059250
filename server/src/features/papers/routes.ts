import * as routes from '@gongyou/contract/papers/routes.ts'
import type { PaperTemplate } from '@gongyou/contract/papers/template.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { enterUpload, storeOf, takeUpload } from '../documents/index.ts'
import { type SubjectSights, papersWithin } from './access.ts'
import { attachSealedScan, withdrawPaper } from './after-issue.ts'
import { checkUpload } from './check/upload.ts'
import { discardPaper, draftPaper, editPaper } from './draft.ts'
import { issuePaper } from './issue.ts'
import { papersIn } from './list.ts'
import { paperPage } from './one.ts'
import { organOf, setOrgan } from './organs.ts'
import { sendPaper, sendScan } from './send.ts'
import { mountTemplates } from './template-routes.ts'

/** What other features bring: their templates, and who may see papers about their subjects. */
export type PapersGiven = { templates: readonly PaperTemplate[]; sights: SubjectSights }

const within = async (look: Look, right: Right, orgId: string) => {
  const reach = await reachOf(look, right)
  if (reach !== 'all' && !reach.includes(orgId)) throw refuse('record.not-found')
}

/** The room of official papers. Made in `rooms.ts`, where every feature is known. */
export const papersRoom =
  ({ templates, sights }: PapersGiven): Room =>
  (mount, building) => {
    const { setup } = building
    const store = storeOf(setup)
    // Read after the writing has ended: what happened is entered at its end.
    const page = (look: Look, id: string) => paperPage(look, id, sights, templates)
    const mine = (look: Look, right: Right) => papersWithin(look, sights, right)

    mount(routes.listPapers, ({ query, read }) => read((look) => papersIn(look, sights, query)))
    mount(routes.getPaper, ({ params, read }) => read((look) => page(look, params.id)))
    mount(routes.draftPaper, ({ body, write }) =>
      write(async (work) => {
        await within(work, 'papers.write', body.orgId)
        if (!body.template) return draftPaper(work, { organisation: body.orgId, kind: body.kind })
        const template = templates.find((t) => t.code === body.template)
        if (!template) throw refuse('papers.no-such-template')
        return draftPaper(work, { organisation: body.orgId, template, values: body.values })
      }),
    )
    mount(routes.editPaper, async ({ params, body, read, write }) => {
      await write(async (work) => editPaper(work, params.id, body.version, body.content, await mine(work, 'papers.write')))
      return read((look) => page(look, params.id))
    })
    mount(routes.discardPaper, ({ params, body, write }) =>
      write(async (work) => {
        await discardPaper(work, params.id, body.version, await mine(work, 'papers.write'))
        return { done: true as const }
      }),
    )
    mount(routes.issuePaper, async ({ params, body, read, write }) => {
      await write(async (work) => issuePaper(work, params.id, body.version, await mine(work, 'papers.issue')))
      return read((look) => page(look, params.id))
    })
    mount(routes.withdrawPaper, async ({ params, body, read, write }) => {
      await write(async (work) => withdrawPaper(work, params.id, body.because, body.version, await mine(work, 'papers.issue')))
      return read((look) => page(look, params.id))
    })

    mount(routes.downloadPaperDocx, (ask) => sendPaper(ask, building, sights, ask.params.id, 'docx'))
    mount(routes.openPaperPdf, (ask) => sendPaper(ask, building, sights, ask.params.id, 'pdf'))
    mount(routes.downloadPaperScan, (ask) => sendScan(ask, store, sights, ask.params.id))
    mount(routes.sealPaper, async ({ params, read, write, request }) => {
      // Looked at before the file is taken, so that nobody uploads in vain.
      await read((look) => page(look, params.id))
      const taken = await takeUpload(request, setup, store)
      await write(async (work) => {
        const file = await enterUpload(work, taken, { secrecy: 'P2' }, store)
        await attachSealedScan(work, params.id, file.id, await mine(work, 'papers.write'))
      })
      return read((look) => page(look, params.id))
    })
    mount(routes.checkPaper, ({ request }) => checkUpload(request))

    mount(routes.getOrgan, ({ params, read }) =>
      read(async (look) => {
        await within(look, 'papers.read', params.id)
        return { orgId: params.id, ...(await organOf(look, params.id)) }
      }),
    )
    mount(routes.setOrgan, ({ params, body, write }) =>
      write(async (work) => {
        await within(work, 'papers.issue', params.id)
        return { orgId: params.id, ...(await setOrgan(work, params.id, body)) }
      }),
    )
    mountTemplates(mount, templates)
  }
