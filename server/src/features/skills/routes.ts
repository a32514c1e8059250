import * as links from '@gongyou/contract/skills/judge-link-routes.ts'
import * as judging from '@gongyou/contract/skills/judge-routes.ts'
import * as results from '@gongyou/contract/skills/result-routes.ts'
import * as rounds from '@gongyou/contract/skills/round-routes.ts'
import * as routes from '@gongyou/contract/skills/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { asFile } from '../../kit/http/saved-as.ts'
import type { House } from '../cases/index.ts'
import { boardOf } from './board.ts'
import { certificateFor, verify } from './certificates.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { contestsWithin, seriesOf, wholeContest } from './contests.ts'
import { drawRound } from './draw.ts'
import { enterEntrants, entrantsOf, lookUp, withdrawEntrant } from './entrants.ts'
import { addOutsideJudge, addJudges, nameJudge, removeJudge, standDown } from './panel.ts'
import { endLink, handInByLink, makeLink, openLink } from './judge-links.ts'
import { importPapers } from './paper-list.ts'
import { addTrade, announce, createContest, filePlan, removeTrade } from './plan.ts'
import { objectTo, publish, rankingPage, withdrawPublication } from './publication.ts'
import { enterPaperScores, tryPaperScores, undoPaperScores } from './paper-scores.ts'
import { correctSheet, openRound, roundPage, roundResult } from './round.ts'
import { handIn, myJudging, mySheets } from './sheets.ts'
import { markStart } from './starts.ts'
import { giveTitles } from './titles.ts'
import { withdrawCertificate } from './withdraw.ts'

const done = async (doing: Promise<unknown>) => {
  await doing
  return { done: true as const }
}

export const contestsRoom =
  (house: House): Room =>
  (mount, { keys, setup }) => {
    const engine = { ...house, keys }
    mount(routes.listContests, ({ query, read }) => read((look) => contestsWithin(look, query)))
    mount(routes.listContestSeries, ({ read }) => read(seriesOf))
    mount(routes.createContest, ({ body, write }) => write((work) => createContest(work, body)))
    mount(routes.getContest, ({ params, read }) => read((look) => wholeContest(look, params.id)))
    mount(routes.addContestTrade, ({ params, body, write }) => write((work) => addTrade(work, params.id, body)))
    mount(routes.removeContestTrade, ({ params, write }) => done(write((work) => removeTrade(work, params.id))))
    mount(routes.fileContestPlan, ({ params, body, write }) => write((work) => filePlan(work, engine, params.id, body.version)))
    mount(routes.announceContest, ({ params, body, write }) => done(write((work) => announce(work, params.id, body))))
    mount(routes.listEntrants, ({ params, query, read }) => read((look) => entrantsOf(look, params.id, query)))
    mount(routes.enterEntrants, ({ params, body, read, write }) =>
      body.dry
        ? read(async (look) => ({ added: 0, rows: await lookUp(look, params.id, body.unit, body.people) }))
        : write((work) => enterEntrants(work, params.id, body)),
    )
    mount(routes.withdrawEntrant, ({ params, write }) => done(write((work) => withdrawEntrant(work, params.id))))
    mount(routes.addJudges, ({ params, body, write }) => done(write((work) => addJudges(work, params.id, body.judges))))
    mount(routes.removeJudge, ({ params, write }) => done(write((work) => removeJudge(work, params.id, params.person))))

    mount(rounds.getRound, ({ params, read }) => read((look) => roundPage(look, params.id)))
    mount(rounds.drawRound, ({ params, body, write }) => write((work) => drawRound(work, params.id, body.judges)))
    mount(rounds.nameJudge, ({ params, body, write }) => done(write((work) => nameJudge(work, params.id, body.person))))
    mount(rounds.standDownJudge, ({ params, body, write }) => done(write((work) => standDown(work, params.id, params.person, body.because))))
    mount(rounds.markStart, ({ params, body, write }) => done(write((work) => markStart(work, params.id, body))))
    mount(rounds.enterPaperScores, ({ params, body, write }) => write((work) => enterPaperScores(work, params.id, body.rows)))
    mount(rounds.importPaperScores, ({ params, query, request, read, write }) =>
      importPapers(request, {
        dry: query.dry,
        tried: (rows) => read((look) => tryPaperScores(look, params.id, rows)),
        enter: (rows) => write((work) => enterPaperScores(work, params.id, rows)),
      }),
    )
    mount(rounds.undoPaperScores, ({ params, body, write }) => write((work) => undoPaperScores(work, params.id, body.batch)))
    mount(rounds.openRound, ({ params, write }) => done(write((work) => openRound(work, keys, params.id))))
    mount(rounds.getRoundResult, ({ params, read }) => read((look) => roundResult(look, params.id)))
    mount(rounds.correctSheet, ({ params, body, write }) => done(write((work) => correctSheet(work, params.id, body))))

    mount(judging.listMyJudging, ({ read }) => read(myJudging))
    mount(judging.getMyJudging, ({ params, read }) => read((look) => mySheets(look, params.id)))
    mount(links.addOutsideJudge, ({ params, body, write }) => write((work) => addOutsideJudge(work, keys, params.id, body)))
    mount(links.makeJudgeLink, ({ params, body, write }) =>
      write(async (work) => {
        const { token, expiresAt } = await makeLink(work, params.id, params.person, body.days)
        return { url: `${setup.publicUrl}/m/judge-link/${token}`, expiresAt: expiresAt.toISOString() }
      }),
    )
    mount(links.endJudgeLink, ({ params, write }) => done(write((work) => endLink(work, params.id, params.person))))
    mount(links.openJudgeLink, ({ body, write }) => write((work) => openLink(work, body.token, body.key)))
    mount(links.handInByLink, ({ body, write }) => done(write((work) => handInByLink(work, keys, body))))
    mount(judging.handInSheet, ({ params, body, write }) => done(write((work) => handIn(work, keys, params.id, body))))

    mount(results.getRanking, ({ params, read }) => read((look) => rankingPage(look, params.id)))
    mount(results.publishResult, ({ params, write }) => write((work) => publish(work, params.id)))
    mount(results.withdrawResult, ({ params, body, write }) => done(write((work) => withdrawPublication(work, params.id, body.because))))
    mount(results.objectToResult, ({ params, body, write }) => write((work) => objectTo(work, engine, params.id, body.why)))
    mount(results.giveTitles, ({ params, body, write }) => write((work) => giveTitles(work, keys, params.id, body.titles)))
    mount(results.getScoreboard, ({ params, read }) => read((look) => boardOf(look, params.id)))
    mount(results.verifyCertificate, ({ params, read }) => read((look) => verify(look, params.code)))
    mount(results.withdrawCertificate, ({ params, body, write }) => done(write((work) => withdrawCertificate(work, keys, params.code, body.because))))
    mount(results.downloadCertificate, async ({ params, read, reply }) => {
      const certificate = await read((look) => certificateFor(look, params.code))
      const pdf = await certificatePdf(certificate, setup.publicUrl)
      return asFile(reply, `${certificate.number}.pdf`).send(pdf)
    })
  }
