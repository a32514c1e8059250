import * as catalogue from '@gongyou/contract/cases/catalogue.ts'
import * as routes from '@gongyou/contract/cases/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { findFile, sendFile, storeOf } from '../documents/index.ts'
import { readMatter } from './access.ts'
import { applyFor, file, recordQuickly } from './begun.ts'
import { burdenOfAll, cardsOf, formFor, prefillFor, selfTest } from './catalogue.ts'
import { dropDraft, saveDraft } from './desk-things.ts'
import type { House } from './engine.ts'
import { findForField } from './find-for-field.ts'
import { casesOf, casesOfPerson } from './list.ts'
import { allAnswers } from './matter.ts'
import { countsOf, queueOf } from './queue.ts'
import { closedFields, partAnswers } from './secrecy.ts'
import { newestOf } from './services.ts'
import { replay } from './snapshot.ts'
import { caseView } from './view.ts'

/** What is on offer, applying, and reading cases. */
export const casesRoom =
  (house: House): Room =>
  (mount, { keys, setup }) => {
    const engine = { ...house, keys }
    const store = storeOf(setup)
    mount(catalogue.listServices, ({ query, read }) => read(async (look) => ({ services: await cardsOf(look, query.begunBy) })))
    mount(catalogue.getServiceForm, ({ params, read }) => read((look) => formFor(look, engine, params.code)))
    mount(catalogue.prefillForApplicant, ({ params, body, write }) => write((work) => prefillFor(work, engine, params.code, body.applicantId)))
    mount(catalogue.findForField, ({ params, query, read }) =>
      read(async (look) => ({ found: await findForField(look, params.code, params.field, query) })),
    )
    mount(catalogue.testEligibility, ({ params, body, read }) => read((look) => selfTest(look, engine, params.code, body.answers)))
    mount(catalogue.saveCaseDraft, ({ params, body, write }) =>
      write(async (work) => {
        const { service } = await newestOf(work, params.code)
        const known = Object.fromEntries(Object.entries(body.answers).filter(([n]) => Object.hasOwn(service.form, n)))
        // What is secret is not kept in a draft.
        await saveDraft(work, params.code, body.revision, partAnswers(service.form, known).open)
        return { savedAt: work.at.toISOString() }
      }),
    )
    mount(catalogue.dropCaseDraft, async ({ params, write }) => {
      await write((work) => dropDraft(work, params.code))
      return { done: true as const }
    })
    mount(catalogue.applyForService, ({ params, body, write }) =>
      write(async (work) => {
        const { row, service } = await applyFor(work, engine, params.code, body)
        const says = service.states[row.state]!.says ?? { zh: '已收到，请留意消息。', en: 'Received; watch your messages.' }
        return { id: row.id, number: row.number, title: row.title, dueOn: row.due_on, says }
      }),
    )
    mount(catalogue.fileCase, ({ body, write }) => write(async (work) => caseView(work, engine, (await file(work, engine, body)).row.id)))
    mount(catalogue.quickRecord, ({ body, write }) => write(async (work) => caseView(work, engine, (await recordQuickly(work, engine, body)).row.id)))
    mount(catalogue.getBurden, ({ read }) => read(burdenOfAll))

    mount(routes.listQueue, ({ query, read }) => read((look) => queueOf(look, query)))
    mount(routes.countQueue, ({ read }) => read(countsOf))
    mount(routes.listCases, ({ query, read }) => read((look) => casesOf(look, query)))
    mount(routes.listMyCases, ({ by, query, read }) => read((look) => casesOfPerson(look, by.personId!, query)))
    mount(routes.getCase, ({ params, read }) => read((look) => caseView(look, engine, params.id)))
    mount(routes.getCaseFile, async ({ params, read, reply }) => {
      const found = await read(async (look) => {
        await readMatter(look, params.id)
        const paper = await look.db
          .selectFrom('cases.paper')
          .select('file_id')
          .where('region', '=', look.region)
          .where('case_id', '=', params.id)
          .where('file_id', '=', params.file)
          .executeTakeFirst()
        if (!paper) throw refuse('record.not-found')
        return findFile(look, params.file, async () => true)
      })
      return sendFile(reply, store, found)
    })
    mount(routes.openSealedAnswers, ({ params, body, write }) =>
      write(async (work) => {
        const { matter, standing } = await readMatter(work, params.id)
        if (!standing.applicant && !standing.overseer && !standing.tasks.some((t) => t.kind === 'step')) throw refuse('cases.not-yours')
        const shut = new Set(closedFields(matter.service.form))
        work.ledger.audit({ subject: params.id, person: matter.row.applicant_id, purpose: body.purpose })
        return { answers: Object.fromEntries(Object.entries(allAnswers(engine, matter)).filter(([n]) => shut.has(n))) }
      }),
    )
    mount(routes.replayDecision, ({ params, read }) =>
      read(async (look) => {
        const { matter } = await readMatter(look, params.id)
        return { decisions: (await replay(look, matter)).map(replayed) }
      }),
    )
  }

type Replayed = Awaited<ReturnType<typeof replay>>[number]
/** Each rule then and now, paired by its words; a rule that is new or gone stands alone. */
const replayed = ({ then, now, at, ...d }: Replayed) => {
  const names = [...new Set([...then, ...now].map((v) => v.says.zh))]
  return {
    ...d,
    at: at.toISOString(),
    rules: names.map((name) => {
      const [a, b] = [then.find((v) => v.says.zh === name), now.find((v) => v.says.zh === name)]
      return { says: (a ?? b)!.says, then: a?.holds ?? null, now: b?.replayable ? b.holds : null }
    }),
  }
}
