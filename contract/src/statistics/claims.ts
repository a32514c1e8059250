import { z } from 'zod'
import { type Unit, units } from '../kit/units.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { findingRules } from './contradictions/comparable.ts'
import { claimMeasures, sideNames } from './measured.ts'
import { FigureParts, FigureRecord, FigureScope, TextShape } from './routes.ts'

export const unitCodes = Object.keys(units) as [Unit, ...Unit[]]
/** What was asked of a figure: the same values open its page and its records. */
export const AskedShape = z.object({
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  org: Id.optional(),
  town: z.number().optional(),
  where: z.string().optional(),
})
/** A number that a comparison or a target rests on. */
export const ClaimSide = z.object({
  side: z.enum(sideNames),
  value: z.number(),
  from: CivilDate.nullable(),
  to: CivilDate,
  /** Absent of an aim: it has no records. */
  asked: AskedShape.nullable(),
  records: z.int(),
  /** Where an aim is written. */
  source: z.string(),
})
const said = (max: number) => z.string().trim().max(max)

/** A number as it was published. */
export const Claim = z
  .object({
    id: Id,
    code: z.string(),
    origin: z.enum(['system', 'historical']),
    wording: z.string(),
    value: z.number(),
    qualifier: z.string(),
    unit: z.enum(unitCodes),
    unitName: TextShape,
    topic: z.string(),
    topicName: TextShape,
    part: z.string().nullable(),
    /** `null`: a stock, as it stood on the last day. */
    from: CivilDate.nullable(),
    to: CivilDate,
    scope: z.string(),
    definition: z.string(),
    document: z.string(),
    medium: z.string(),
    publishedOn: CivilDate,
    figure: z.string().nullable(),
    revision: z.int().nullable(),
    records: z.int().nullable(),
    digest: z.string().nullable(),
    countedAt: Instant.nullable(),
    parts: FigureParts.nullable(),
    withdrawnAt: Instant.nullable(),
    /** The number itself, a comparison, or something of a target; the last two rest on their sides. */
    measure: z.enum(claimMeasures),
    asked: AskedShape.nullable(),
    /** `digest`: over the records of each side. */
    sides: z.array(ClaimSide.extend({ digest: z.string().nullable() })),
  })
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof Claim>

export const Finding = z
  .object({
    rule: z.enum(findingRules),
    weight: z.enum(['impossible', 'unlikely', 'notice']),
    claims: z.array(Id),
    says: TextShape,
    reasons: z.array(z.enum(['definition', 'window', 'scope', 'unit', 'stock', 'late', 'denominator'])),
  })
  .meta({ id: 'Finding' })

export const listClaims = route({
  id: 'listClaims',
  method: 'GET',
  url: '/api/statistics/claims',
  door: 'statistics.read',
  summary: t('已发布数字', 'Published numbers'),
  query: z.object({
    q: z.string().max(60).optional(),
    topic: z.string().max(80).optional(),
    origin: z.enum(['system', 'historical']).optional(),
    ...Page,
  }),
  reply: listOf(Claim),
})
export const getClaim = route({
  id: 'getClaim',
  method: 'GET',
  url: '/api/statistics/claims/:id',
  door: 'statistics.read',
  summary: t('一个已发布数字', 'A published number'),
  params: ById,
  reply: z.object({
    claim: Claim,
    /** The same question asked today; absent for numbers from before the system, and where one may not see the whole. */
    now: z
      .object({
        value: z.number().nullable(),
        records: z.int(),
        added: z.int(),
        removed: z.int(),
        /** The published records can be told exactly from the ledger: digest and all. */
        provable: z.boolean(),
        stillTrue: z.boolean(),
        visible: z.int(),
        hidden: z.int(),
        sides: z.array(
          z.object({ side: z.enum(sideNames), was: z.number(), value: z.number().nullable(), records: z.int(), added: z.int(), removed: z.int() }),
        ),
      })
      .nullable(),
    findings: z.array(Finding),
    others: z.array(Claim),
  }),
})
export const listClaimChanges = route({
  id: 'listClaimChanges',
  method: 'GET',
  url: '/api/statistics/claims/:id/changes',
  door: 'statistics.read',
  summary: t('发布后增减的记录', 'Records added or removed since publication'),
  params: ById,
  query: z.object({
    which: z.enum(['added', 'removed']).default('added'),
    side: z.enum(sideNames).optional().describe('of a comparison: which of the numbers it rests on'),
    ...Page,
  }),
  reply: listOf(FigureRecord),
})
export const listContradictions = route({
  id: 'listContradictions',
  method: 'GET',
  url: '/api/statistics/contradictions',
  door: 'statistics.read',
  summary: t('数字打架', 'Published numbers that do not go together'),
  query: z.object({
    topic: z.string().max(80).optional(),
    weight: z.enum(['impossible', 'unlikely', 'notice']).optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({
    findings: z.array(Finding),
    claims: z.array(Claim),
    /** How many numbers this answer has looked at. */
    scanned: z.int(),
    /** Found as well, and not told: so many contradict each other here. */
    left: z.int(),
    next: z.string().nullable(),
  }),
})

const forms = z.enum(['auto', 'exact', '余', '多', '近', '超'])
const NewClaim = z.object({
  figure: z.string().max(60),
  from: FigureScope.from,
  to: CivilDate,
  org: Id.optional(),
  town: z.int().min(0).max(999_999_999).optional(),
  where: FigureScope.where,
  form: forms.default('auto'),
})
/** What publishing would say, and what it would contradict: nothing is kept. */
export const previewClaim = route({
  id: 'previewClaim',
  method: 'POST',
  url: '/api/statistics/claims/preview',
  door: 'statistics.edit',
  summary: t('发布前核对', 'Check before publishing'),
  body: NewClaim,
  reply: z.object({
    wording: z.string(),
    value: z.number(),
    records: z.int(),
    parts: FigureParts.nullable(),
    findings: z.array(Finding),
    others: z.array(Claim),
  }),
})
export const publishClaim = route({
  id: 'publishClaim',
  method: 'POST',
  url: '/api/statistics/claims',
  door: 'statistics.edit',
  summary: t('发布数字', 'Publish a number'),
  body: NewClaim.extend({ document: said(200).min(1), medium: said(60).default(''), publishedOn: CivilDate, scope: said(100).default('') }),
  reply: Claim,
})
/** A number printed before the system, as it was printed. */
export const declareClaim = route({
  id: 'declareClaim',
  method: 'POST',
  url: '/api/statistics/claims/historical',
  door: 'statistics.edit',
  summary: t('登记历史数字', 'Enter a number printed before the system'),
  body: z.object({
    wording: said(300).min(1),
    /** The number in it, with its rounding: “4300余”. */
    number: said(30).min(1),
    unit: z.enum(unitCodes),
    topic: said(80).min(1),
    part: said(40).optional(),
    from: CivilDate.nullable(),
    to: CivilDate,
    scope: said(100).default(''),
    definition: said(300).default(''),
    document: said(200).min(1),
    medium: said(60).default(''),
    publishedOn: CivilDate,
  }),
  reply: Claim,
})
export const withdrawClaim = route({
  id: 'withdrawClaim',
  method: 'POST',
  url: '/api/statistics/claims/:id/withdraw',
  door: 'statistics.edit',
  summary: t('撤回已发布数字', 'Withdraw a published number'),
  params: ById,
  body: z.object({ because: said(300).min(2) }),
  reply: Done,
})
