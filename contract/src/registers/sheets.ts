import { z } from 'zod'
import { route } from '../kit/route.ts'
import { t } from '../kit/text.ts'
import { ByCode, EntryFilter } from './routes.ts'
import { Said } from './shapes.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What is wrong with one cell, where it is, and what to do. */
export const EntrySheetProblem = z.object({
  row: z.int(),
  cell: z.string(),
  title: Said,
  name: z.string(),
  shown: z.string(),
  reason: Said,
  suggestion: Said.nullable(),
})
export type EntrySheetProblem = z.infer<typeof EntrySheetProblem>

/** What would become of one row that is taken and changes something. */
export const EntrySheetLine = z.object({
  row: z.int(),
  what: z.enum(['new', 'update']),
  name: z.string(),
  org: z.string(),
  changes: z.array(z.object({ title: Said, was: Said, now: Said })),
})
export type EntrySheetLine = z.infer<typeof EntrySheetLine>

/** What a workbook would do, or did (`written`). `plan` names exactly this outcome: confirming another one is refused. */
export const EntrySheet = z
  .object({
    rows: z.int(),
    counts: z.object({ new: z.int(), update: z.int(), same: z.int(), bad: z.int() }),
    columns: z.array(z.object({ title: z.string(), field: Said.nullable() })),
    problems: z.array(EntrySheetProblem),
    lines: z.array(EntrySheetLine),
    plan: z.string(),
    written: z.boolean(),
  })
  .meta({ id: 'EntrySheet' })
export type EntrySheet = z.infer<typeof EntrySheet>

export const exportEntries = route({
  id: 'exportEntries',
  method: 'GET',
  url: '/api/registers/:code/sheet',
  door: 'registers.read',
  perMinute: 30,
  summary: t('导出名册', 'Export a register'),
  params: ByCode,
  query: z.object({
    ...EntryFilter,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    /** `full` opens what is masked and sealed; asks for a right and a purpose. */
    numbers: z.enum(['masked', 'full']).default('masked'),
    purpose: z.string().trim().max(200).optional(),
  }),
  sends: xlsx,
})
export const getEntryTemplate = route({
  id: 'getEntryTemplate',
  method: 'GET',
  url: '/api/registers/:code/template',
  door: 'registers.edit',
  summary: t('导入模板', 'Template for imports'),
  params: ByCode,
  sends: xlsx,
})
export const importEntries = route({
  id: 'importEntries',
  method: 'POST',
  url: '/api/registers/:code/sheet',
  door: 'registers.edit',
  takesFile: true,
  perMinute: 30,
  summary: t('导入名册：先预览，再带 plan 确认', 'Import a register: a preview first; with its plan, the import'),
  params: ByCode,
  query: z.object({
    /** The `plan` of the preview that was looked at. */ plan: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  reply: EntrySheet,
})
/** The bad rows in the importer's own layout, each bad cell red with its reason, to be corrected and sent again. */
export const markEntrySheet = route({
  id: 'markEntrySheet',
  method: 'POST',
  url: '/api/registers/:code/sheet/marked',
  door: 'registers.edit',
  takesFile: true,
  perMinute: 30,
  summary: t('取回标注了问题的表格', 'The same file with its problems marked'),
  params: ByCode,
  sends: xlsx,
})
