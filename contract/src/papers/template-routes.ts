import { z } from 'zod'
import { route } from '../kit/route.ts'
import { t } from '../kit/text.ts'
import { PaperContentShape, PaperKindShape, Template, TemplateTextShape } from './shapes.ts'

const ByCode = z.object({ code: z.string().max(80) })

export const listTemplates = route({
  id: 'listTemplates',
  method: 'GET',
  url: '/api/papers/templates',
  door: 'papers.read',
  summary: t('公文模板', 'Templates of papers'),
  reply: z.object({ rows: z.array(Template.pick({ code: true, kind: true, name: true, revision: true, madeAt: true, madeBy: true })) }),
})
export const getTemplate = route({
  id: 'getTemplate',
  method: 'GET',
  url: '/api/papers/templates/:code',
  door: 'papers.read',
  summary: t('公文模板和历次修订', 'A template with its revisions'),
  params: ByCode,
  reply: Template.extend({
    mayRevise: z.boolean(),
    revisions: z.array(Template.pick({ revision: true, because: true, madeAt: true, madeBy: true, text: true })),
  }),
})
export const reviseTemplate = route({
  id: 'reviseTemplate',
  method: 'POST',
  url: '/api/papers/templates/:code/revisions',
  door: 'papers.write',
  summary: t('修订模板', 'Revise a template'),
  params: ByCode,
  body: z.object({
    /** The revision that was looked at; somebody else's newer one is not overwritten. */
    revision: z.int(),
    name: z.string().trim().min(2).max(60),
    text: TemplateTextShape,
    because: z.string().trim().min(2, { error: '请写明修订原因' }).max(200),
  }),
  reply: z.object({ revision: z.int() }),
})
export const previewTemplate = route({
  id: 'previewTemplate',
  method: 'POST',
  url: '/api/papers/templates/:code/preview',
  door: 'papers.read',
  summary: t('预览模板', 'Preview a template with example values'),
  params: ByCode,
  body: z.object({ text: TemplateTextShape }),
  reply: z.object({ kind: PaperKindShape, number: z.string(), content: PaperContentShape }),
})
