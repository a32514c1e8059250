import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

export const StoredFile = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    secrecy: z.enum(['P0', 'P1', 'P2', 'P3']),
    createdAt: Instant,
  })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof StoredFile>

export const uploadFile = route({
  id: 'uploadFile',
  method: 'POST',
  url: '/api/documents/files',
  door: 'person',
  takesFile: true,
  perMinute: 60,
  summary: t('上传文件', 'Upload a file'),
  query: z.object({
    /** Staff may file it with an organisation within their reach; a worker's file is the worker's own. */ org: Id.optional(),
    secrecy: z.enum(['P1', 'P2', 'P3']).default('P2'),
  }),
  reply: StoredFile,
})
export const getFile = route({
  id: 'getFile',
  method: 'GET',
  url: '/api/documents/files/:id',
  door: 'person',
  summary: t('文件信息', 'About a file'),
  params: ById,
  reply: StoredFile,
})
export const downloadFile = route({
  id: 'downloadFile',
  method: 'GET',
  url: '/api/documents/files/:id/content',
  door: 'person',
  summary: t('下载文件', 'Download a file'),
  params: ById,
  sends: 'application/octet-stream',
})
