import { exportPurposes } from './export-purposes.ts'
import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant, Named, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { rosterFieldCodes } from './roster-fields.ts'
import { MemberFilter } from './routes.ts'

const Said = z.object({ zh: z.string(), en: z.string() })

/** Steps of a batch; `checking`, `committing` and `undoing` are work under way and survive a restart. */
export const rosterStates = ['uploaded', 'mapped', 'checking', 'checked', 'committing', 'done', 'failed', 'undoing', 'undone', 'discarded'] as const
export const RosterMapping = z.record(z.string().regex(/^\d{1,5}$/), z.enum(rosterFieldCodes))

/** What became, or would become, of the rows. `look`: rows that are taken but that somebody should look at. */
export const RosterCounts = z.object({ new: z.int(), update: z.int(), unchanged: z.int(), bad: z.int(), look: z.int() })
export type RosterCounts = z.infer<typeof RosterCounts>

export const RosterBatch = z
  .object({
    id: Id,
    state: z.enum(rosterStates),
    fileName: z.string(),
    fileBytes: z.int(),
    format: z.string(),
    sheet: z.string(),
    headerRow: z.int(),
    columns: z.array(z.object({ column: z.int(), letters: z.string(), title: z.string() })),
    mapping: RosterMapping,
    defaultOrg: Named.nullable(),
    totalRows: z.int(),
    stepRows: z.int(),
    doneRows: z.int(),
    found: RosterCounts.nullable(),
    made: RosterCounts.nullable(),
    takenBack: z.object({ undone: z.int(), kept: z.int() }).nullable(),
    importer: z.string(),
    error: z.string().nullable(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
    undoneAt: Instant.nullable(),
  })
  .meta({ id: 'RosterBatch' })
export type RosterBatch = z.infer<typeof RosterBatch>

/** What is wrong with a cell, or worth a look; `cell` is empty where it is about the row as a whole. */
export const RosterProblem = z.object({
  row: z.int(),
  cell: z.string(),
  title: z.string(),
  name: z.string(),
  shown: z.string(),
  level: z.enum(['bad', 'look']),
  reason: Said,
  suggestion: Said.nullable(),
})
export type RosterProblem = z.infer<typeof RosterProblem>

const base = '/api/membership/rosters'
const door = 'membership.import'

export const uploadRoster = route({
  id: 'uploadRoster',
  method: 'POST',
  url: base,
  door,
  takesFile: true,
  perMinute: 30,
  summary: t('上传会员名册（.xlsx、.xls、.csv，100 MB 以内）', 'Upload a roster (.xlsx, .xls, .csv, up to 100 MB)'),
  query: z.object({ sheet: z.string().max(60).optional() }),
  reply: RosterBatch,
})
export const listRosters = route({
  id: 'listRosters',
  method: 'GET',
  url: base,
  door,
  summary: t('名册导入记录', 'Rosters handed in'),
  query: z.object({ after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  reply: listOf(RosterBatch),
})
export const getRoster = route({
  id: 'getRoster',
  method: 'GET',
  url: `${base}/:id`,
  door,
  summary: t('一批名册', 'One roster'),
  params: ById,
  reply: RosterBatch,
})

/** Which fields a preview shows, and each row as the machine understood it. */
export const previewRoster = route({
  id: 'previewRoster',
  method: 'POST',
  url: `${base}/:id/preview`,
  door,
  summary: t('按对应关系试读前几行', 'Read the first rows under a mapping'),
  params: ById,
  body: z.object({ mapping: RosterMapping, defaultOrgId: Id.nullish() }),
  reply: z.object({
    missing: z.array(z.enum(rosterFieldCodes)),
    rows: z.array(z.object({ row: z.int(), values: z.record(z.string(), z.string()), problems: z.array(RosterProblem) })),
  }),
})
export const checkRoster = route({
  id: 'checkRoster',
  method: 'POST',
  url: `${base}/:id/check`,
  door,
  summary: t('确定对应关系并检查', 'Fix the mapping and check'),
  params: ById,
  body: z.object({ mapping: RosterMapping, defaultOrgId: Id.nullish() }),
  reply: RosterBatch,
})
export const listRosterProblems = route({
  id: 'listRosterProblems',
  method: 'GET',
  url: `${base}/:id/problems`,
  door,
  summary: t('有问题的行', 'Rows with problems'),
  params: ById,
  query: z.object({
    level: z.enum(['bad', 'look']).default('bad'),
    after: z.string().max(20).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  reply: listOf(RosterProblem),
})
export const downloadBadRows = route({
  id: 'downloadBadRows',
  method: 'GET',
  url: `${base}/:id/bad-rows`,
  door,
  summary: t('下载有问题的行（原版式，可改后再传）', 'Workbook of bad rows, to correct and send again'),
  params: ById,
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
export const commitRoster = route({
  id: 'commitRoster',
  method: 'POST',
  url: `${base}/:id/commit`,
  door,
  summary: t('导入没有问题的行', 'Import the good rows'),
  params: ById,
  body: z.object({}).default({}),
  reply: RosterBatch,
})
export const discardRoster = route({
  id: 'discardRoster',
  method: 'POST',
  url: `${base}/:id/discard`,
  door,
  summary: t('放弃这一批', 'Drop a roster'),
  params: ById,
  body: z.object({}).default({}),
  reply: Done,
})

export const getUndoReport = route({
  id: 'getUndoReport',
  method: 'GET',
  url: `${base}/:id/undo-report`,
  door,
  summary: t('撤销这一批会怎样', 'What undoing would do'),
  params: ById,
  reply: z.object({
    undone: z.int(),
    kept: z.int(),
    reasons: z.array(z.object({ reason: Said, count: z.int() })),
    rows: z.array(z.object({ row: z.int(), person: Named, reasons: z.array(Said) })),
  }),
})
export const undoRoster = route({
  id: 'undoRoster',
  method: 'POST',
  url: `${base}/:id/undo`,
  door,
  summary: t('撤销这一批', 'Undo a roster'),
  params: ById,
  body: z.object({}).default({}),
  reply: RosterBatch,
})

export const downloadTemplate = route({
  id: 'downloadTemplate',
  method: 'GET',
  url: `${base}/template`,
  door,
  summary: t('空白名册模板', 'Empty roster'),
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const exportMembers = route({
  id: 'exportMembers',
  method: 'GET',
  url: '/api/membership/members/export',
  door: 'membership.export',
  perMinute: 30,
  summary: t('导出会员名册', 'Export members'),
  query: z.object({
    ...MemberFilter,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    numbers: z.enum(['masked', 'full']).default('masked'),
    purpose: z.enum(exportPurposes),
  }),
  sends: 'application/octet-stream',
})
