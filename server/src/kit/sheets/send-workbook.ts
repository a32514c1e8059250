import type { FastifyReply } from 'fastify'
import { streamFile } from '../http/saved-as.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { writeCsv } from './write-csv.ts'
import { writeSheet } from './write-sheet.ts'

/** Answers with a workbook that is saved under this name; its rows stream, however many there are. */
export const sendWorkbook = (reply: FastifyReply, name: string, sheets: readonly SheetPlan[]) =>
  streamFile(reply, name, (out) => writeSheet(out, { sheets }))

/** One sheet as the reader wants it. */
export const sendSheet = (reply: FastifyReply, name: string, format: 'xlsx' | 'csv', sheet: SheetPlan) =>
  format === 'xlsx' ? sendWorkbook(reply, `${name}.xlsx`, [sheet]) : streamFile(reply, `${name}.csv`, (out) => writeCsv(out, sheet))
