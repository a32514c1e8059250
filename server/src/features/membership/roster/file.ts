import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Setup } from '../../../kit/http/building.ts'
import { refuse } from '../../../kit/refuse.ts'
import { type SheetSource } from '../../../kit/sheets/cell.ts'
import { defaultLimits } from '../../../kit/sheets/limits.ts'
import { openSheet } from '../../../kit/sheets/open-sheet.ts'
import { SheetRefused } from '../../../kit/sheets/sheet-refused.ts'

const folderOf = (setup: Setup) => path.join(setup.folder, 'rosters')

/** Where the file of a batch lies until the batch ends. It holds identity numbers, so nobody else may read the folder. */
export const fileOf = (setup: Setup, batch: string) => path.join(folderOf(setup), batch)

export const removeFile = (setup: Setup, batch: string) => rm(fileOf(setup, batch), { force: true })

/** Takes the one file of a request to disk as it comes, never into memory. Gives its name and size. */
export const takeFile = async (request: FastifyRequest, setup: Setup, batch: string) => {
  const part = await request.file({ limits: { fileSize: defaultLimits.maxBytes + 1 } }).catch(() => undefined)
  if (!part) throw refuse('request.unreadable')
  await mkdir(folderOf(setup), { recursive: true, mode: 0o700 })
  const place = fileOf(setup, batch)
  await pipeline(part.file, createWriteStream(place, { mode: 0o600 }))
  const name =
    path
      .basename(part.filename.replaceAll('\\', '/'))
      .replace(/\p{Cc}/gu, '')
      .slice(-200) || 'roster'
  return { place, name, bytes: (await stat(place)).size, whole: !part.file.truncated }
}

/** Opens a sheet file for a while; what the codec refuses becomes a refusal with its own advice. */
export const withSheet = async <T>(place: string, fn: (source: SheetSource) => Promise<T>): Promise<T> => {
  let source: SheetSource | undefined
  try {
    source = await openSheet(place)
    return await fn(source)
  } catch (error) {
    if (error instanceof SheetRefused) throw refuse(error.code === 'too-large' ? 'request.too-large' : 'roster.file-refused', { says: error.text })
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw refuse('roster.file-gone')
    throw error
  } finally {
    await source?.close()
  }
}
