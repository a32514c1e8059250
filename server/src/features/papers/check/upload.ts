import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '@gongyou/contract/kit/text.ts'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../../../kit/refuse.ts'
import { checkDocx } from './check.ts'

/** A paper is some dozens of kilobytes; with pictures perhaps some megabytes. */
const mostBytes = 20_000_000

/** Takes the one file of a request, checks it and keeps nothing. */
export const checkUpload = async (request: FastifyRequest) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongyou-paper-'))
  try {
    const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
    if (!part) throw refuse('documents.no-file')
    const at = path.join(folder, 'paper')
    await pipeline(part.file, createWriteStream(at, { mode: 0o600 }))
    if (part.file.truncated)
      throw refuse('request.too-large', { says: t('文件超过 20 MB，请删去图片后再检查', 'The file exceeds 20 MB; remove pictures and retry') })
    const name = part.filename
      .replace(/^.*[\\/]/, '')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(-120)
    return { name, ...(await checkDocx(at)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
