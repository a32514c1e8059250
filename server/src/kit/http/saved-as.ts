import { PassThrough } from 'node:stream'
import { create } from 'content-disposition'
import type { FastifyReply } from 'fastify'

/** Media types of the files we write. */
export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Signs that no system takes in the name of a file. */
const forbidden = /[\\/:*?"<>|]/g

/** The header that names a file, in Chinese too (RFC 6266); `inline` shows it where it is. */
export const savedAs = (name: string, type: 'attachment' | 'inline' = 'attachment') =>
  create(name.replace(forbidden, ''), { type, fallback: `download${/\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''}` })

/** Answers with a file of ours; what it is follows from how its name ends. */
export const asFile = (reply: FastifyReply, name: string, type?: 'inline') => {
  const ending = name.split('.').at(-1) as keyof typeof mediaTypes
  return reply.type(mediaTypes[ending]).header('content-disposition', savedAs(name, type))
}

/** Answers with a file that is written as it goes out, however long it is. */
export const streamFile = (reply: FastifyReply, name: string, write: (out: PassThrough) => Promise<unknown>) => {
  const out = new PassThrough()
  asFile(reply, name)
  write(out).catch((error: Error) => out.destroy(error))
  return out
}
