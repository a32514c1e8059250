import { z } from 'zod'
import { organisationKinds } from '../codes/organisation-kinds.ts'
import { route } from '../kit/route.ts'
import { t } from '../kit/text.ts'

const Said = z.object({ zh: z.string(), en: z.string() })
const Kind = z.enum(organisationKinds.map((k) => k.code))

/** What is wrong with one cell, where it is, and what to do. */
export const SheetProblem = z.object({
  row: z.int(),
  cell: z.string(),
  title: Said,
  name: z.string(),
  shown: z.string(),
  reason: Said,
  suggestion: Said.nullable(),
})
export type SheetProblem = z.infer<typeof SheetProblem>

/** What would become of one row that is taken and changes something. */
export const SheetLine = z.object({
  row: z.int(),
  what: z.enum(['new', 'update']),
  name: z.string(),
  under: z.string(),
  kind: Kind,
  changes: z.array(z.object({ title: Said, was: z.string(), now: z.string() })),
})
export type SheetLine = z.infer<typeof SheetLine>

/** What a workbook would do, or did (`written`). `plan` names exactly this outcome: confirming another one is refused. */
export const OrganisationSheet = z
  .object({
    rows: z.int(),
    counts: z.object({ new: z.int(), update: z.int(), same: z.int(), bad: z.int() }),
    problems: z.array(SheetProblem),
    lines: z.array(SheetLine),
    plan: z.string(),
    written: z.boolean(),
  })
  .meta({ id: 'OrganisationSheet' })
export type OrganisationSheet = z.infer<typeof OrganisationSheet>

export const exportOrganisations = route({
  id: 'exportOrganisations',
  method: 'GET',
  url: '/api/organisations/sheet',
  door: 'organisations.read',
  perMinute: 30,
  summary: t('导出组织表', 'Export the organisations'),
  sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
export const importOrganisations = route({
  id: 'importOrganisations',
  method: 'POST',
  url: '/api/organisations/sheet',
  door: 'organisations.edit',
  takesFile: true,
  perMinute: 30,
  summary: t('导入组织表：先预览，再带 plan 确认', 'Import organisations: a preview first; with its plan, the import'),
  query: z.object({
    /** The `plan` of the preview that was looked at. */ plan: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  reply: OrganisationSheet,
})
