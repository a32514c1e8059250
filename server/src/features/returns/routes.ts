import { periodBefore, periodName } from '@gongyou/contract/returns/period.ts'
import * as routes from '@gongyou/contract/returns/routes.ts'
import type { Work } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { reachOf } from '../organisations/index.ts'
import type { Catalogue } from '../statistics/index.ts'
import { exportRound } from './export.ts'
import { standingForms } from './forms.ts'
import { handIn, recall, receive, sendBack } from './hand-in.ts'
import { mySheets, roundsOf, sheetsOf } from './lists.ts'
import { recordsOfLine } from './records.ts'
import { remind } from './remind.ts'
import { markReported } from './reported.ts'
import { openByHand, unopened } from './rounds.ts'
import { sheetPage } from './sheet.ts'
import { totalsOf } from './totals.ts'
import { answersOfLine } from './typed.ts'

export const returnsRoom =
  (catalogue: Catalogue): Room =>
  (mount) => {
    const then = async (work: Work, id: string, act: Promise<void>) => {
      await act
      return sheetPage(work, catalogue, id)
    }
    mount(routes.listReturnForms, ({ read }) =>
      read(async (look) => {
        const open = new Set((await unopened(look)).map((u) => u.form.code))
        const forms = (await standingForms(look)).map((f) => ({
          code: f.code,
          title: f.title,
          every: f.every,
          next: periodName(f.every, periodBefore(f.every, look.today)),
          open: !open.has(f.code),
        }))
        return { forms, mayOpen: (await reachOf(look, 'returns.oversee')) === 'all' }
      }),
    )
    mount(routes.openReturnRound, ({ body, write }) => write((work) => openByHand(work, body)))
    mount(routes.listReturnRounds, ({ query, read }) => read((look) => roundsOf(look, query)))
    mount(routes.getReturnRound, ({ params, read }) => read((look) => totalsOf(look, catalogue, params.id)))
    mount(routes.listReturnAnswers, ({ params, query, read }) => read((look) => answersOfLine(look, params, query)))
    mount(routes.markRoundReported, ({ params, body, write }) => write((work) => markReported(work, params.id, body)))
    mount(routes.listReturnSheets, ({ params, query, read }) => read((look) => sheetsOf(look, params.id, query)))
    mount(routes.exportReturnRound, (ask) => exportRound(ask, catalogue))
    mount(routes.remindReturns, ({ params, write }) => write((work) => remind(work, params.id)))
    mount(routes.listMyReturns, ({ query, read }) => read((look) => mySheets(look, query)))
    mount(routes.getReturnSheet, ({ params, read }) => read((look) => sheetPage(look, catalogue, params.id)))
    mount(routes.listReturnRecords, ({ params, query, read }) => read((look) => recordsOfLine(look, catalogue, params, query)))
    mount(routes.handInReturn, ({ params, body, write }) => write((work) => then(work, params.id, handIn(work, catalogue, params.id, body))))
    mount(routes.recallReturn, ({ params, body, write }) => write((work) => then(work, params.id, recall(work, params.id, body))))
    mount(routes.receiveReturn, ({ params, body, write }) => write((work) => then(work, params.id, receive(work, params.id, body))))
    mount(routes.sendReturnBack, ({ params, body, write }) => write((work) => then(work, params.id, sendBack(work, params.id, body))))
  }
