import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Paper, PaperContentShape, PaperFinding, PaperKindShape, PaperRow, PaperState, TokenValuesShape } from './shapes.ts'

export const listPapers = route({
  id: 'listPapers',
  method: 'GET',
  url: '/api/papers',
  door: 'papers.read',
  summary: t('发文登记簿', 'Register of papers'),
  query: z.object({
    q: z.string().trim().max(80).optional(),
    org: Id.optional(),
    kind: PaperKindShape.optional(),
    state: PaperState.optional(),
    year: z.coerce.number().int().min(1950).max(2199).optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    ...Page,
  }),
  reply: listOf(PaperRow),
})
export const getPaper = route({
  id: 'getPaper',
  method: 'GET',
  url: '/api/papers/:id',
  door: 'papers.read',
  summary: t('公文', 'One paper'),
  params: ById,
  reply: Paper,
})
export const draftPaper = route({
  id: 'draftPaper',
  method: 'POST',
  url: '/api/papers',
  door: 'papers.write',
  summary: t('拟稿', 'Draft a paper'),
  body: z.object({
    orgId: Id,
    /** From a template with its values, or from nothing. */
    template: z.string().max(80).nullish(),
    kind: PaperKindShape,
    values: TokenValuesShape.default({}),
  }),
  reply: z.object({ id: Id }),
})
export const editPaper = route({
  id: 'editPaper',
  method: 'PUT',
  url: '/api/papers/:id/content',
  door: 'papers.write',
  summary: t('修改草稿', 'Change a draft'),
  params: ById,
  body: z.object({ version: z.int(), content: PaperContentShape }),
  reply: Paper,
})
export const discardPaper = route({
  id: 'discardPaper',
  method: 'POST',
  url: '/api/papers/:id/discard',
  door: 'papers.write',
  summary: t('删除草稿', 'Discard a draft'),
  params: ById,
  body: z.object({ version: z.int() }),
  reply: Done,
})
export const issuePaper = route({
  id: 'issuePaper',
  method: 'POST',
  url: '/api/papers/:id/issue',
  door: 'papers.issue',
  summary: t('签发并编号', 'Issue a paper: it gets its number'),
  params: ById,
  body: z.object({ version: z.int() }),
  reply: Paper,
})
export const downloadPaperDocx = route({
  id: 'downloadPaperDocx',
  method: 'GET',
  url: '/api/papers/:id/docx',
  door: 'papers.read',
  perMinute: 60,
  summary: t('下载 Word', 'Download as Word'),
  params: ById,
  sends: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
export const openPaperPdf = route({
  id: 'openPaperPdf',
  method: 'GET',
  url: '/api/papers/:id/pdf',
  /** A worker too may open a paper about a matter of the worker's own: whoever owns the matter says so. */
  door: 'person',
  perMinute: 60,
  summary: t('打开 PDF', 'Open as PDF'),
  params: ById,
  sends: 'application/pdf',
})
export const sealPaper = route({
  id: 'sealPaper',
  method: 'POST',
  url: '/api/papers/:id/scan',
  door: 'papers.write',
  takesFile: true,
  perMinute: 60,
  summary: t('上传盖章扫描件', 'Hand in the sealed scan'),
  params: ById,
  reply: Paper,
})
export const downloadPaperScan = route({
  id: 'downloadPaperScan',
  method: 'GET',
  url: '/api/papers/:id/scan',
  door: 'person',
  summary: t('盖章扫描件', 'The sealed scan'),
  params: ById,
  sends: 'application/octet-stream',
})
export const withdrawPaper = route({
  id: 'withdrawPaper',
  method: 'POST',
  url: '/api/papers/:id/withdraw',
  door: 'papers.issue',
  summary: t('作废', 'Withdraw a paper; its number is never used again'),
  params: ById,
  body: z.object({ version: z.int(), because: z.string().trim().min(2, { error: '请写明作废原因' }).max(200) }),
  reply: Paper,
})
export const checkPaper = route({
  id: 'checkPaper',
  method: 'POST',
  url: '/api/papers/check',
  door: 'staff',
  takesFile: true,
  perMinute: 20,
  summary: t('检查公文格式', 'Check the layout of a paper'),
  reply: z.object({ name: z.string(), paragraphs: z.int(), findings: z.array(PaperFinding) }),
})

const Organ = z.object({ orgId: Id, code: z.string(), mark: z.string(), assigned: z.boolean() })
export const getOrgan = route({
  id: 'getOrgan',
  method: 'GET',
  url: '/api/papers/organs/:id',
  door: 'papers.read',
  summary: t('机关代字和发文机关标志', 'Code and mark under which an organisation issues'),
  params: ById,
  reply: Organ,
})
export const setOrgan = route({
  id: 'setOrgan',
  method: 'PUT',
  url: '/api/papers/organs/:id',
  door: 'papers.issue',
  summary: t('设置机关代字和发文机关标志', 'Set code and mark'),
  params: ById,
  body: z.object({
    code: z
      .string()
      .trim()
      .regex(/^[\u4e00-\u9fff]{2,8}$/, { error: '机关代字为 2 至 8 个汉字，如“密工”' }),
    mark: z.string().trim().min(2, { error: '请填写发文机关标志' }).max(40),
  }),
  reply: Organ,
})
