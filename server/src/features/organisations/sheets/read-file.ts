import { mostSheetRows } from '@gongyou/contract/organisations/sheet-limit.ts'
import type { FastifyRequest } from 'fastify'
import { type Sheet as SheetOf, receiveSheet } from '../../../kit/sheets/receive-sheet.ts'
import { type FieldCode, fieldOf, knownTitles } from './fields.ts'

export type Sheet = SheetOf<FieldCode>

/** The workbook of organisations that a request brings. */
export const readFile = (request: FastifyRequest): Promise<Sheet> =>
  receiveSheet(request, {
    mostRows: mostSheetRows,
    knownTitles,
    fieldOf,
    must: ['parent', 'name'],
    unreadable: 'organisations.sheet-refused',
    noHeader: 'organisations.sheet-no-header',
    tooLong: 'organisations.sheet-too-long',
  })
