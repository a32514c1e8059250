import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { TextShape } from '../statistics/routes.ts'
import {
  ContentShape,
  CorrectionShape,
  GridShape,
  KindShape,
  Report,
  ReportCheck,
  ReportRow,
  ReportState,
  SaidToken,
  TableShape,
  TokenCode,
  TokenShape,
} from './shapes.ts'

const versioned = z.object({ version: z.int() })

export const listReportKinds = route({
  id: 'listReportKinds',
  method: 'GET',
  url: '/api/reports/kinds',
  door: 'reports.read',
  summary: t('报告种类', 'Kinds of report'),
  reply: z.object({ kinds: z.array(KindShape) }),
})
export const listReports = route({
  id: 'listReports',
  method: 'GET',
  url: '/api/reports',
  door: 'reports.read',
  summary: t('报告', 'Reports'),
  query: z.object({
    q: z.string().trim().max(80).optional(),
    kind: z.string().max(40).optional(),
    state: ReportState.optional(),
    year: z.coerce.number().int().min(1950).max(2199).optional(),
    ...Page,
  }),
  reply: listOf(ReportRow),
})
/** Submitted reports that the caller may decide on. */
export const listReportsToApprove = route({
  id: 'listReportsToApprove',
  method: 'GET',
  url: '/api/reports/to-approve',
  door: 'reports.approve',
  summary: t('等我核定的报告', 'Reports that wait for my decision'),
  reply: z.object({ rows: z.array(ReportRow) }),
})
export const draftReport = route({
  id: 'draftReport',
  method: 'POST',
  url: '/api/reports',
  door: 'reports.write',
  summary: t('起草报告', 'Draft a report from its figures'),
  body: z.object({ kind: z.string().max(40), orgId: Id, from: CivilDate, to: CivilDate, title: z.string().trim().max(120).optional() }),
  reply: z.object({ id: Id }),
})
export const getReport = route({
  id: 'getReport',
  method: 'GET',
  url: '/api/reports/:id',
  door: 'reports.read',
  summary: t('一份报告', 'A report'),
  params: ById,
  reply: Report,
})
export const editReport = route({
  id: 'editReport',
  method: 'PUT',
  url: '/api/reports/:id/content',
  door: 'reports.write',
  summary: t('修改报告', 'Change the text of a report'),
  params: ById,
  body: versioned.extend({
    title: z.string().trim().min(2, { error: '请填写标题' }).max(120),
    content: ContentShape,
    /** Tokens that are new in the text, or asked or written otherwise. */
    tokens: z
      .array(z.object({ code: TokenCode, token: TokenShape }))
      .max(1000)
      .default([]),
  }),
  reply: Report,
})
/** What a token would say in a report: nothing is kept. */
export const tryReportToken = route({
  id: 'tryReportToken',
  method: 'POST',
  url: '/api/reports/:id/try',
  door: 'reports.read',
  summary: t('试看一个数字', 'Try a token'),
  params: ById,
  body: z.object({ token: TokenShape }),
  reply: SaidToken,
})
/** Lays a table out and counts it: nothing is kept until it is saved with the text. */
export const layReportTable = route({
  id: 'layReportTable',
  method: 'POST',
  url: '/api/reports/:id/table',
  door: 'reports.write',
  summary: t('排一张表', 'Lay out a table of figures'),
  params: ById,
  body: z.object({ grid: GridShape, first: z.int().min(1).max(9000).describe('number of the first token that is free') }),
  reply: z.object({ block: TableShape, tokens: z.array(SaidToken) }),
})
export const refreshReport = route({
  id: 'refreshReport',
  method: 'POST',
  url: '/api/reports/:id/refresh',
  door: 'reports.write',
  summary: t('更新数字', 'Count tokens anew, one or all'),
  params: ById,
  body: versioned.extend({ codes: z.array(TokenCode).max(1000).optional() }),
  reply: Report,
})
export const checkReport = route({
  id: 'checkReport',
  method: 'GET',
  url: '/api/reports/:id/checks',
  door: 'reports.read',
  summary: t('核对报告', 'What is off in a report'),
  params: ById,
  reply: z.object({ checks: z.array(ReportCheck), checkedAt: Instant }),
})
export const submitReport = route({
  id: 'submitReport',
  method: 'POST',
  url: '/api/reports/:id/submit',
  door: 'reports.write',
  summary: t('送审', 'Submit a report'),
  params: ById,
  body: versioned,
  reply: Report,
})
export const approveReport = route({
  id: 'approveReport',
  method: 'POST',
  url: '/api/reports/:id/approve',
  door: 'reports.approve',
  summary: t('核定', 'Approve: at the last level its numbers are frozen and published as claims'),
  params: ById,
  body: versioned,
  reply: Report,
})
export const returnReport = route({
  id: 'returnReport',
  method: 'POST',
  url: '/api/reports/:id/return',
  door: 'reports.approve',
  summary: t('退回修改', 'Return a report'),
  params: ById,
  body: versioned.extend({ because: z.string().trim().min(2, { error: '请写明退回原因' }).max(300) }),
  reply: Report,
})
export const publishReport = route({
  id: 'publishReport',
  method: 'POST',
  url: '/api/reports/:id/publish',
  door: 'reports.write',
  summary: t('发布', 'Publish an approved report'),
  params: ById,
  body: versioned.extend({ medium: z.string().trim().min(1, { error: '请填写发布在哪里' }).max(60), publishedOn: CivilDate }),
  reply: Report,
})
export const discardReport = route({
  id: 'discardReport',
  method: 'POST',
  url: '/api/reports/:id/discard',
  door: 'reports.write',
  summary: t('删除草稿', 'Discard a draft'),
  params: ById,
  body: versioned,
  reply: Done,
})
/** What would be different today, and why. */
export const listReportDifferences = route({
  id: 'listReportDifferences',
  method: 'GET',
  url: '/api/reports/:id/differences',
  door: 'reports.read',
  summary: t('定稿后的差异', 'What would be different now'),
  params: ById,
  reply: z.object({ rows: z.array(CorrectionShape.extend({ name: TextShape })) }),
})
export const correctReport = route({
  id: 'correctReport',
  method: 'POST',
  url: '/api/reports/:id/corrections',
  door: 'reports.write',
  summary: t('列入勘误', 'Put differences on record as corrections'),
  params: ById,
  body: z.object({ because: z.string().trim().min(2, { error: '请写明原因' }).max(300) }),
  reply: Report,
})
const file = { method: 'GET', door: 'reports.read', params: ById, perMinute: 60 } as const
export const downloadReportDocx = route({
  ...file,
  id: 'downloadReportDocx',
  url: '/api/reports/:id/docx',
  summary: t('下载 Word', 'A report as Word file'),
  query: z.object({ codes: z.enum(['true', 'false']).default('true') }),
  sends: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
export const openReportPdf = route({
  ...file,
  id: 'openReportPdf',
  url: '/api/reports/:id/pdf',
  summary: t('打开 PDF', 'A report as PDF'),
  query: z.object({ codes: z.enum(['true', 'false']).default('true') }),
  sends: 'application/pdf',
})
export const downloadReportAnnex = route({
  ...file,
  id: 'downloadReportAnnex',
  url: '/api/reports/:id/annex',
  summary: t('下载数字附表', 'The numbers of a report with definitions and sources'),
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
