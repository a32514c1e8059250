import { z } from 'zod'
import { AnswersShape, FormSent } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { CaseView, File } from './shapes.ts'

const Key = z.object({ token: z.string().min(20).max(80), key: z.string().max(80).optional() })

/** A linked party without an account is shown a slice of the case and asked something. */
export const createCaseLink = route({
  id: 'createCaseLink',
  method: 'POST',
  url: '/api/cases/:id/links',
  door: 'person',
  summary: t('请外单位协办', 'Ask an outside party'),
  params: ById,
  body: z.object({
    party: z.string().trim().min(2).max(120),
    orgId: Id.optional(),
    contact: z.string().trim().max(60).default(''),
    asks: z.string().trim().min(2).max(1000),
    /** Why they may know: written down with the disclosure. */
    purpose: z.string().trim().min(2).max(300),
    fields: z.array(z.string().max(60)).max(200),
    papers: z.array(Id).max(100).default([]),
    days: z.int().min(1).max(60).default(7),
  }),
  reply: z.object({ url: z.string(), expiresAt: Instant, case: CaseView }),
})

export const revokeCaseLink = route({
  id: 'revokeCaseLink',
  method: 'POST',
  url: '/api/cases/:id/links/:link/revoke',
  door: 'person',
  summary: t('收回链接', 'Revoke a link'),
  params: ById.extend({ link: Id }),
  reply: CaseView,
})

/** What the outside party sees, and nothing else. */
export const CaseSlice = z
  .object({
    key: z.string(),
    from: z.string(),
    party: z.string(),
    number: z.string(),
    service: z.object({ zh: z.string(), en: z.string() }),
    asks: z.string(),
    purpose: z.string(),
    form: FormSent,
    answers: AnswersShape,
    papers: z.array(File),
    expiresAt: Instant,
    repliedAt: Instant.nullable(),
    reply: z.string().nullable(),
  })
  .meta({ id: 'CaseSlice' })
export type CaseSlice = z.infer<typeof CaseSlice>

/**
 * Opens a link. The first device to open it keeps it: the key it is given is asked for from then on. A device that brings
 * a key of its own (32 signs or more) may ask again when the first answer was lost.
 */
export const openCaseLink = route({
  id: 'openCaseLink',
  method: 'POST',
  url: '/api/cases/links/open',
  door: 'anyone',
  perMinute: 60,
  summary: t('打开协办链接', 'Open a link'),
  body: Key,
  reply: CaseSlice,
})

export const uploadByCaseLink = route({
  id: 'uploadByCaseLink',
  method: 'POST',
  url: '/api/cases/links/files',
  door: 'anyone',
  perMinute: 30,
  takesFile: true,
  summary: t('凭链接上传材料', 'Upload by a link'),
  query: z.object({ token: z.string().min(20).max(80), key: z.string().max(80) }),
  reply: File,
})

export const replyByCaseLink = route({
  id: 'replyByCaseLink',
  method: 'POST',
  url: '/api/cases/links/reply',
  door: 'anyone',
  perMinute: 30,
  summary: t('凭链接回复', 'Reply by a link'),
  body: z.object({ token: z.string().min(20).max(80), key: z.string().max(80), said: z.string().trim().min(2).max(2000) }),
  reply: Done,
})

export const getFileByCaseLink = route({
  id: 'getFileByCaseLink',
  method: 'GET',
  url: '/api/cases/links/files/:file',
  door: 'anyone',
  perMinute: 120,
  summary: t('凭链接打开材料', 'Open a paper by a link'),
  params: z.object({ file: Id }),
  query: z.object({ token: z.string().min(20).max(80), key: z.string().max(80) }),
  sends: 'application/octet-stream',
})
