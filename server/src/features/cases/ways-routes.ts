import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import * as ways from '@gongyou/contract/cases/ways.ts'
import type { Work } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { languageOf } from '../../kit/http/language.ts'
import { Refused, refuse } from '../../kit/refuse.ts'
import type { House } from './engine.ts'
import { findMatter } from './matter.ts'
import { takeStep } from './step.ts'
import { mayRead, standingIn } from './access.ts'
import { viewOf } from './view.ts'
import { appeal, rate } from './ways/after-the-end.ts'
import { addSigners, giveOpinion } from './ways/consulting.ts'
import { reopen, resume, suspend, terminate, withdraw } from './ways/ending.ts'
import { askExtension, decideExtension } from './ways/extending.ts'
import { claim, delegate, report, transferTo, transferToPlace } from './ways/handing-on.ts'
import { answerApplicant, copyTo, note, urge } from './ways/saying.ts'
import { recall, sendBack } from './ways/sending-back.ts'
import { askForMore, supply } from './ways/supplementing.ts'
import { upgrade } from './ways/upgrading.ts'

/** The last act, which is the caller's own, and where the case stands now; nothing of what it holds. */
const farewellOf = (view: CaseView): CaseView => ({
  ...view,
  farewell: true,
  next: [],
  ways: [],
  backTo: [],
  answers: {},
  sealed: [],
  checks: [],
  tasks: [],
  asked: null,
  extension: null,
  acts: view.acts.slice(-1).map((a) => ({ ...a, answers: null })),
  papers: [],
  official: [],
  links: [],
  related: [],
  person: null,
})

/** Steps and the ways of an office: each is one command, answered with the case as the caller sees it afterwards. */
export const waysRoom =
  (house: House): Room =>
  (mount, { keys }) => {
    const engine = { ...house, keys }
    /** Whoever has just handed a case on may see once what became of it, then access has ended. */
    const after = async (work: Work, id: string) => {
      const matter = await findMatter(work, id)
      const standing = await standingIn(work, matter)
      return mayRead(standing)
        ? viewOf(work, engine, { matter, standing })
        : farewellOf(await viewOf(work, engine, { matter, standing: { ...standing, copied: true } }))
    }
    const then = (id: string, fn: (work: Work) => Promise<unknown>) => async (work: Work) => {
      await fn(work)
      return after(work, id)
    }

    mount(ways.takeCaseStep, ({ params: { id, action }, body, write }) => write(then(id, (work) => takeStep(work, engine, id, { ...body, action }))))
    mount(ways.takeStepForMany, async ({ params, body, write, request }) => {
      const language = languageOf(request)
      const results: { id: string; ok: boolean; says: string | null }[] = []
      for (const { id, version } of body.cases)
        try {
          await write((work) => takeStep(work, engine, id, { version, action: params.action, answers: body.answers, said: body.said }))
          results.push({ id, ok: true, says: null })
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          results.push({ id, ok: false, says: error.fieldsIn(language)?.[0]?.message ?? error.in(language) })
        }
      return { done: results.filter((r) => r.ok).length, results }
    })
    mount(ways.claimCase, ({ params: { id }, body, write }) => write(then(id, (work) => claim(work, id, body.version))))
    mount(ways.askForMore, ({ params: { id }, body, write }) => write(then(id, (work) => askForMore(work, id, body.version, body.fields, body.says))))
    mount(ways.supplyCase, ({ params: { id }, body, write }) =>
      write(then(id, (work) => supply(work, engine, id, body.version, body.answers, body.said))),
    )
    mount(ways.transferCase, ({ params: { id }, body, write }) =>
      write(
        then(id, (work) => {
          if (body.personId) return transferTo(work, id, body.version, body.personId, body.why)
          if (body.orgId) return transferToPlace(work, id, body.version, body.orgId, body.why)
          throw refuse('request.invalid', { fields: [{ path: 'personId', message: '请选择转给谁' }] })
        }),
      ),
    )
    mount(ways.delegateCase, ({ params: { id }, body, write }) =>
      write(then(id, (work) => delegate(work, id, body.version, body.personId, body.asks))),
    )
    mount(ways.reportOnCase, ({ params: { id }, body, write }) => write(then(id, (work) => report(work, id, body.version, body.said))))
    mount(ways.addSigners, ({ params: { id }, body, write }) => write(then(id, (work) => addSigners(work, id, body.version, body))))
    mount(ways.giveOpinion, ({ params: { id }, body, write }) =>
      write(then(id, (work) => giveOpinion(work, engine, id, body.version, body.agrees, body.said))),
    )
    mount(ways.copyCase, ({ params: { id }, body, write }) => write(then(id, (work) => copyTo(work, id, body.persons, body.why))))
    mount(ways.sendCaseBack, ({ params: { id }, body, write }) => write(then(id, (work) => sendBack(work, id, body.version, body.to, body.why))))
    mount(ways.recallStep, ({ params: { id }, body, write }) => write(then(id, (work) => recall(work, id, body.version, body.why))))
    mount(ways.withdrawCase, ({ params: { id }, body, write }) => write(then(id, (work) => withdraw(work, id, body.version, body.why))))
    mount(ways.urgeCase, ({ params: { id }, body, write }) => write(then(id, (work) => urge(work, id, body.said))))
    mount(ways.askExtension, ({ params: { id }, body, write }) =>
      write(then(id, (work) => askExtension(work, id, body.version, { clock: body.clock, amount: body.amount, because: body.why }))),
    )
    mount(ways.decideExtension, ({ params: { id }, body, write }) =>
      write(then(id, (work) => decideExtension(work, id, body.version, body.grant, body.said))),
    )
    mount(ways.suspendCase, ({ params: { id }, body, write }) => write(then(id, (work) => suspend(work, id, body.version, body.why))))
    mount(ways.resumeCase, ({ params: { id }, body, write }) => write(then(id, (work) => resume(work, id, body.version, body.why))))
    mount(ways.terminateCase, ({ params: { id }, body, write }) => write(then(id, (work) => terminate(work, id, body.version, body.why))))
    mount(ways.reopenCase, ({ params: { id }, body, write }) => write(then(id, (work) => reopen(work, id, body.version, body.state, body.why))))
    mount(ways.noteOnCase, ({ params: { id }, body, write }) => write(then(id, (work) => note(work, id, body.said, body.files))))
    mount(ways.answerApplicant, ({ params: { id }, body, write }) => write(then(id, (work) => answerApplicant(work, id, body.said, body.files))))
    mount(ways.upgradeCase, ({ params: { id }, body, write }) =>
      write(async (work) => after(work, (await upgrade(work, engine, id, body.version, body.service, body.answers)).row.id)),
    )
    mount(ways.rateCase, ({ params: { id }, body, write }) => write(then(id, (work) => rate(work, engine, id, body.stars, body.said))))
    mount(ways.appealCase, ({ params: { id }, body, write }) => write(then(id, (work) => appeal(work, engine, id, body.why))))
  }
