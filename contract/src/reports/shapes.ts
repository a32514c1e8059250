import { z } from 'zod'
import { type OrganisationKind, organisationKinds } from '../codes/organisation-kinds.ts'
import { units, type Unit } from '../kit/units.ts'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { AskedShape, ClaimSide } from '../statistics/claims.ts'
import { FigureParts, TextShape } from '../statistics/routes.ts'
import { gridLimits } from './grid.ts'
import { periodKinds } from './kind.ts'
import { figureShows, spans, tokenForms } from './token.ts'

const unitNames = Object.keys(units) as [Unit, ...Unit[]]
const words = (max: number) => z.string().max(max)
const writing = { form: z.enum(tokenForms).optional(), word: words(6).optional(), plain: z.boolean().optional(), bare: z.boolean().optional() }
const claimCodes = z.array(words(40)).max(12).readonly()

export const TokenShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    figure: words(60),
    span: z.enum(spans).optional(),
    scope: z.enum(['tree', 'own']).optional(),
    where: words(200).optional(),
    town: z.int().min(0).max(999_999_999).optional(),
    org: Id.optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    show: z.enum(figureShows).optional(),
    claims: claimCodes.optional(),
    ...writing,
  }),
  z.object({ kind: z.literal('claim'), claims: claimCodes, ...writing }),
  z.object({ kind: z.literal('target'), figure: words(60), show: z.enum(['aim', 'value', 'progress', 'forecast']), ...writing }),
])

export const TokenCode = z.string().regex(/^F-\d{2,4}$/)
const PieceShape = z.union([
  words(20_000),
  z.object({ token: TokenCode }),
  z.object({ outside: words(60).min(1), source: z.string().trim().min(1, { error: '请写明数字的来源' }).max(200) }),
])
export const LineShape = z.array(PieceShape).max(400).readonly()
const kindsOfOrganisation = organisationKinds.map((k) => k.code) as [OrganisationKind, ...OrganisationKind[]]
export const GridShape = z.object({
  title: z.string().trim().min(1, { error: '请写明表名' }).max(60),
  rows: z.enum(['below', 'month']),
  level: z.enum(kindsOfOrganisation).optional(),
  figures: z
    .array(z.object({ figure: words(60), where: words(200).optional(), head: words(30).optional() }))
    .min(1, { error: '请至少选一列' })
    .max(gridLimits.figures, { error: `一张表最多 ${gridLimits.figures} 列` })
    .readonly(),
  total: z.boolean(),
})
const NoteShape = z.object({
  at: TokenCode.optional(),
  text: z.string().trim().min(1).max(300),
  source: z.string().trim().max(200).optional(),
})
export const TableShape = z.object({
  kind: z.literal('table'),
  title: words(60).optional(),
  head: z.array(words(60)).max(12).readonly(),
  rows: z.array(z.array(LineShape).max(12).readonly()).max(300).readonly(),
  grid: GridShape.optional(),
  notes: z.array(NoteShape).max(30).readonly().optional(),
})
const BlockShape = z.discriminatedUnion('kind', [z.object({ kind: z.literal('text'), line: LineShape }), TableShape])
export const ContentShape = z
  .object({
    chapters: z
      .array(z.object({ title: words(120), blocks: z.array(BlockShape).max(200).readonly() }))
      .max(60)
      .readonly(),
  })
  .meta({ id: 'ReportContent' })

/** A token with what it says, and everything needed to ask again. */
export const SaidToken = z
  .object({
    code: TokenCode,
    token: TokenShape,
    text: z.string(),
    source: z.enum(['live', 'printed', 'target', 'none']),
    name: TextShape,
    value: z.number().nullable(),
    before: z.number().nullable(),
    unit: z.enum(unitNames),
    unitName: TextShape,
    qualifier: z.string(),
    definition: z.string(),
    from: CivilDate.nullable(),
    to: CivilDate,
    figure: z.string().nullable(),
    revision: z.int().nullable(),
    records: z.int().nullable(),
    parts: FigureParts.nullable(),
    /** What was asked of the figure: the same values open its page. */
    asked: AskedShape,
    /** What a comparison or something of a target rests on. */
    sides: z.array(ClaimSide),
    countedAt: Instant,
    claim: Named.nullable(),
  })
  .meta({ id: 'ReportToken' })
export type SaidToken = z.infer<typeof SaidToken>

export const reportStates = ['drafted', 'submitted', 'approved', 'published'] as const
export const ReportState = z.enum(reportStates)
export const ReportRow = z
  .object({
    id: Id,
    kind: z.string(),
    kindName: TextShape,
    title: z.string(),
    org: Named,
    /** Where it lies for a decision. */
    at: Named.nullable(),
    from: CivilDate,
    to: CivilDate,
    state: ReportState,
    drafter: z.string().nullable(),
    changedAt: Instant,
    frozenAt: Instant.nullable(),
    publishedOn: CivilDate.nullable(),
  })
  .meta({ id: 'ReportRow' })
export type ReportRow = z.infer<typeof ReportRow>

export const CorrectionShape = z.object({
  code: TokenCode,
  text: z.string(),
  was: z.number(),
  now: z.number().nullable(),
  added: z.int(),
  removed: z.int(),
})
export const Report = ReportRow.extend({
  version: z.int(),
  /** The last day that is counted: today where the period still runs. */
  countedTo: CivilDate,
  content: ContentShape,
  tokens: z.array(SaidToken),
  kindRevision: z.int(),
  medium: z.string(),
  returnedBecause: z.string(),
  /** Who has to agree, from the house itself upwards, and who has. */
  approvals: z.array(z.object({ org: Named, by: z.string().nullable(), at: Instant.nullable() })),
  corrections: z.array(CorrectionShape.extend({ because: z.string(), notedAt: Instant, notedBy: z.string().nullable() })),
  history: z.array(z.object({ kind: z.string(), at: Instant, actor: z.string().nullable() })),
  may: z.object({ edit: z.boolean(), submit: z.boolean(), decide: z.boolean(), publish: z.boolean(), correct: z.boolean() }),
}).meta({ id: 'Report' })
export type Report = z.infer<typeof Report>

export const ReportCheck = z
  .object({
    rule: z.enum(['typed-number', 'no-value', 'unit', 'contradiction', 'bare-rate', 'stale', 'empty']),
    /** `must`: it cannot be submitted so. */
    weight: z.enum(['must', 'should', 'notice']),
    chapter: z.int().nullable(),
    block: z.int().nullable(),
    words: z.string(),
    token: TokenCode.nullable(),
    says: TextShape,
    claims: z.array(Named),
  })
  .meta({ id: 'ReportCheck' })
export type ReportCheck = z.infer<typeof ReportCheck>

export const KindShape = z.object({
  code: z.string(),
  revision: z.int(),
  name: TextShape,
  about: TextShape,
  period: z.enum(periodKinds),
  approvedBy: z.enum(['own', 'town', 'district']),
  chapters: z.array(z.string()),
})
