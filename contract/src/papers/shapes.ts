import { z } from 'zod'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { paperKindCodes } from './kinds.ts'

export const PaperKindShape = z.enum(paperKindCodes)
// Control signs (but line breaks and tabs), halves of characters and non-characters can be neither stored nor printed.
const unprintable = /[^\P{Cc}\n\r\t]|\p{Cs}|[\ufffe\uffff]/u
const Words = z.string().refine((text) => !unprintable.test(text), { error: '含有无法打印的字符，请删去后重试' })
const Line = Words.trim().max(200)
const Body = Words.max(60_000)
const AnnexShape = z.object({ title: Line, body: Body })

export const PaperContentShape = z
  .object({
    mark: Line,
    copyNumber: z
      .string()
      .trim()
      .regex(/^(\d{6})?$/, { error: '份号为六位数字' }),
    secrecy: z
      .string()
      .trim()
      .regex(/^((绝密|机密|秘密)(★\d{1,2}年|★长期)?)?$/, { error: '密级写作“秘密★1年”' }),
    urgency: z.enum(['', '特急', '加急']),
    signer: Words.trim().max(40),
    title: Words.trim().max(200),
    addressee: Words.trim().max(300),
    body: Body,
    annexes: z.array(AnnexShape).max(20).readonly(),
    enclosures: z.array(Line.min(1)).max(30).readonly(),
    signature: Words.trim().max(60),
    note: Words.trim().max(200),
    copies: Words.trim().max(300),
    printedBy: Words.trim().max(60),
  })
  .meta({ id: 'PaperContent' })

export const paperStates = ['draft', 'issued', 'sealed', 'withdrawn'] as const
export const PaperState = z.enum(paperStates)

export const PaperRow = z
  .object({
    id: Id,
    kind: PaperKindShape,
    state: PaperState,
    number: z.string().nullable(),
    title: z.string(),
    addressee: z.string(),
    org: Named,
    issuedOn: CivilDate.nullable(),
    drafter: z.string().nullable(),
    issuer: z.string().nullable(),
    filedAt: Instant,
  })
  .meta({ id: 'PaperRow' })
export type PaperRow = z.infer<typeof PaperRow>

export const Paper = PaperRow.extend({
  content: PaperContentShape,
  /** The number, or what stands in its place while the paper is a draft. */
  shownNumber: z.string(),
  version: z.int(),
  template: z.object({ code: z.string(), revision: z.int(), name: z.string() }).nullable(),
  subject: z.object({ kind: z.string(), id: Id }).nullable(),
  /** What must still be filled in before it can be issued. */
  gaps: z.array(z.string()),
  scannedAt: Instant.nullable(),
  withdrawn: z.object({ at: Instant, by: z.string().nullable(), because: z.string() }).nullable(),
  history: z.array(z.object({ kind: z.string(), at: Instant, actor: z.string().nullable() })),
  /** What the caller may do with it now. */
  may: z.object({ edit: z.boolean(), issue: z.boolean(), seal: z.boolean(), withdraw: z.boolean() }),
}).meta({ id: 'Paper' })
export type Paper = z.infer<typeof Paper>

export const TemplateTextShape = z
  .object({
    title: Words.trim().min(1, { error: '请填写标题' }).max(300),
    addressee: Words.trim().max(300),
    body: Body.min(1, { error: '请填写正文' }),
    annexes: z.array(AnnexShape).max(20).readonly(),
    note: Words.trim().max(300),
    copies: Words.trim().max(300),
  })
  .meta({ id: 'TemplateText' })

const Cells = z.array(Words.max(2_000)).max(20).readonly()
const Value = z.union([Words.max(20_000), z.number(), z.array(Words.max(2_000)).max(500).readonly(), z.array(Cells).max(500).readonly(), z.null()])
export const TokenValuesShape = z.record(z.string().max(80), Value)
export const TokenShape = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'lines', 'date', 'money', 'number', 'list', 'table']),
  example: Value.optional(),
  optional: z.boolean(),
})

export const Template = z
  .object({
    code: z.string(),
    kind: PaperKindShape,
    name: z.string(),
    /** 0 is the wording that came with the software. */
    revision: z.int(),
    tokens: z.array(TokenShape),
    text: TemplateTextShape,
    because: z.string(),
    madeAt: Instant.nullable(),
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'PaperTemplate' })

/** One thing that is off in a paper, where it is, and what to do. */
export const PaperFinding = z
  .object({
    rule: z.string(),
    /** `must`: against the standard; `should`: better otherwise. */
    weight: z.enum(['must', 'should']),
    /** Number of the paragraph and its first words; none where the whole paper is meant. */
    place: z.object({ paragraph: z.int(), words: z.string() }).nullable(),
    says: z.object({ zh: z.string(), en: z.string() }),
    advice: z.object({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'PaperFinding' })
export type PaperFinding = z.infer<typeof PaperFinding>
