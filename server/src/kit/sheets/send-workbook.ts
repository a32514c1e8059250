import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { SheetPlan } from './sheet-plan.ts'
import { writeSheet } from './write-sheet.ts'

/** Answers with a workbook that is saved under this name; its rows stream, however many there are. */
export const sendWorkbook = (reply: FastifyReply, name: string, sheets: readonly SheetPlan[]) => {
  const out = new PassThrough()
  reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(name)}`)
  writeSheet(out, { sheets }).catch((error: Error) => out.destroy(error))
  return out
}
