import { reportKinds } from '@gongyou/contract/reports/own/index.ts'
import type { Route } from '@gongyou/contract/kit/route.ts'
import * as routes from '@gongyou/contract/reports/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Ask } from '../../kit/http/mount.ts'
import type { Room } from '../../kit/http/server.ts'
import { asFile } from '../../kit/http/saved-as.ts'
import { organOf, printPaper } from '../papers/index.ts'
import type { Catalogue } from '../statistics/index.ts'
import { annexOf } from './annex.ts'
import { approve, publish, sendBack, submit } from './approve.ts'
import { checksOf } from './check.ts'
import { correct, differences } from './corrections.ts'
import { draft } from './draft.ts'
import { discard, edit, layTable, refresh, tryToken } from './edit.ts'
import { reportsIn, toApprove } from './list.ts'
import { reportPage } from './one.ts'
import { paperOf } from './paper.ts'
import { getReportRecord, reportsWithin } from './rows.ts'

/** The room of reports. Made in `rooms.ts`, where every figure is known. */
export const reportsRoom =
  (catalogue: Catalogue): Room =>
  (mount) => {
    const record = async (look: Look, id: string) => getReportRecord(look, id, await reportsWithin(look))

    mount(routes.listReportKinds, async () => ({
      kinds: reportKinds.map(({ code, revision, name, about, period, approvedBy, chapters }) => ({
        code,
        revision,
        name,
        about,
        period,
        approvedBy,
        chapters: chapters.map((c) => c.title),
      })),
    }))
    mount(routes.listReports, ({ query, read }) => read((look) => reportsIn(look, query)))
    mount(routes.listReportsToApprove, ({ read }) => read(toApprove))
    mount(routes.draftReport, ({ body, write }) => write((work) => draft(work, catalogue, body)))
    mount(routes.getReport, ({ params, read }) => read((look) => reportPage(look, params.id)))
    mount(routes.editReport, async ({ params, body, read, write }) => {
      await write((work) => edit(work, catalogue, params.id, body))
      return read((look) => reportPage(look, params.id))
    })
    mount(routes.tryReportToken, ({ params, body, read }) =>
      read(async (look) => tryToken(look, catalogue, await record(look, params.id), body.token)),
    )
    mount(routes.layReportTable, ({ params, body, read }) =>
      read(async (look) => {
        const report = await getReportRecord(look, params.id, await reportsWithin(look, 'reports.write'))
        return layTable(look, catalogue, report, body)
      }),
    )
    mount(routes.refreshReport, async ({ params, body, read, write }) => {
      await write((work) => refresh(work, catalogue, params.id, body.version, body.codes))
      return read((look) => reportPage(look, params.id))
    })
    mount(routes.checkReport, ({ params, read }) =>
      read(async (look) => ({ checks: await checksOf(look, catalogue, await record(look, params.id)), checkedAt: look.at.toISOString() })),
    )
    mount(routes.submitReport, async ({ params, body, read, write }) => {
      await write((work) => submit(work, params.id, body.version))
      return read((look) => reportPage(look, params.id))
    })
    mount(routes.approveReport, async ({ params, body, read, write }) => {
      await write((work) => approve(work, catalogue, params.id, body.version))
      return read((look) => reportPage(look, params.id))
    })
    mount(routes.returnReport, async ({ params, body, read, write }) => {
      await write((work) => sendBack(work, params.id, body.version, body.because))
      return read((look) => reportPage(look, params.id))
    })
    mount(routes.publishReport, async ({ params, body, read, write }) => {
      await write((work) => publish(work, params.id, body))
      return read((look) => reportPage(look, params.id))
    })
    mount(routes.discardReport, ({ params, body, write }) =>
      write(async (work) => {
        await discard(work, params.id, body.version)
        return { done: true as const }
      }),
    )
    mount(routes.listReportDifferences, ({ params, read }) =>
      read(async (look) => ({ rows: await differences(look, catalogue, await record(look, params.id)) })),
    )
    mount(routes.correctReport, async ({ params, body, read, write }) => {
      await write((work) => correct(work, catalogue, params.id, body.because))
      return read((look) => reportPage(look, params.id))
    })

    /** Who took a report out of the house is on the audit trail, as with every file. */
    const printed = (write: Ask<Route>['write'], id: string, codes: boolean) =>
      write(async (work) => {
        const report = await reportPage(work, id)
        const paper = paperOf(report, await organOf(work, report.org.id), codes)
        work.ledger.audit({ subject: id, detail: { codes } })
        return { report, paper }
      })
    mount(routes.downloadReportDocx, async ({ params, query, write, reply }) => {
      const { report, paper } = await printed(write, params.id, query.codes === 'true')
      const { content } = await printPaper(paper, 'docx')
      asFile(reply, `${report.title}.docx`)
      return content
    })
    mount(routes.openReportPdf, async ({ params, query, write, reply }) => {
      const { report, paper } = await printed(write, params.id, query.codes === 'true')
      const { content } = await printPaper(paper, 'pdf')
      asFile(reply, `${report.title}.pdf`, 'inline')
      return content
    })
    mount(routes.downloadReportAnnex, async ({ params, write, reply }) => {
      const { report } = await printed(write, params.id, true)
      asFile(reply, `${report.title} 数字附表.xlsx`)
      return annexOf(report)
    })
  }
