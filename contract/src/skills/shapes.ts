import { z } from 'zod'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { competitionLevels, contestStates, contestTitles, roundKinds } from './codes.ts'

const codesOf = <L extends readonly { code: string }[]>(list: L) =>
  z.enum(list.map((e) => e.code) as unknown as [L[number]['code'], ...L[number]['code'][]])
export const Level = codesOf(competitionLevels)
export const State = codesOf(contestStates)
export const Title = codesOf(contestTitles)
export const Kind = codesOf(roundKinds)

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/)
const Label = z.string().trim().min(1).max(40)
const Hundredths = z.int().min(0).max(1_000_000)
const Share = z.int().min(0).max(10_000)

/** 评分办法: see `scoring.ts`; whether the shares come to the whole is judged there. */
export const Scheme = z.object({
  items: z
    .array(z.object({ code: Code, name: Label, full: Hundredths, weight: Share }))
    .min(1)
    .max(40),
  penalties: z.array(z.object({ code: Code, name: Label, kind: z.enum(['once', 'each', 'out']), points: Hundredths })).max(20),
  drop: z.object({ from: z.int().min(1).max(50), high: z.int().min(0).max(10), low: z.int().min(0).max(10) }).nullable(),
  decimals: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  rounding: z.enum(['half_up', 'down']),
})
const Times = z.int().min(0).max(100)
export const Marks = z.object({ items: z.record(Code, z.int().min(-1_000_000).max(1_000_000)), penalties: z.record(Code, Times).default({}) })

export const TieRule = z.union([z.object({ by: z.literal('round'), round: z.int().min(1).max(9) }), z.object({ by: z.literal('time') })])

export const NewRound = z.object({
  kind: Kind,
  name: Label,
  weight: Share,
  judged: z.boolean(),
  scheme: Scheme,
  advance: z.int().min(1).max(1000).nullable().default(null),
  heldOn: CivilDate.nullable().default(null),
  place: z.string().trim().max(80).default(''),
})
export const NewTrade = z.object({
  name: Label,
  team: z.boolean().default(false),
  ties: z.array(TieRule).max(6).default([]),
  decimals: Scheme.shape.decimals.default(2),
  rounding: Scheme.shape.rounding.default('half_up'),
  craftsmen: z.int().min(0).max(100).default(0),
  experts: z.int().min(0).max(100).default(0),
  rounds: z.array(NewRound).min(1).max(9),
})

export const RoundLine = z.object({
  id: Id,
  seq: z.int(),
  kind: Kind,
  name: z.string(),
  weight: z.int(),
  judged: z.boolean(),
  scheme: Scheme,
  advance: z.int().nullable(),
  heldOn: CivilDate.nullable(),
  place: z.string(),
  seedHash: z.string(),
  /** Null before the draw. */
  seed: z.string().nullable(),
  drawnAt: Instant.nullable(),
  openedAt: Instant.nullable(),
})
export const Publication = z.object({
  seq: z.int(),
  publishedAt: Instant,
  until: CivilDate,
  paper: Id,
  objections: z.int(),
  openObjections: z.int(),
})
export const TradeLine = z.object({
  id: Id,
  name: z.string(),
  team: z.boolean(),
  ties: z.array(TieRule),
  decimals: Scheme.shape.decimals,
  rounding: Scheme.shape.rounding,
  craftsmen: z.int(),
  experts: z.int(),
  state: State,
  entrants: z.int(),
  rounds: z.array(RoundLine),
  publication: Publication.nullable(),
})
export const ContestLine = z
  .object({
    id: Id,
    name: z.string(),
    series: z.string(),
    edition: z.int(),
    year: z.int(),
    level: Level,
    org: Named,
    state: State,
    trades: z.int(),
    entrants: z.int(),
    heldFrom: CivilDate,
    heldTo: CivilDate,
  })
  .meta({ id: 'ContestLine' })

export const Contest = z
  .object({
    id: Id,
    name: z.string(),
    series: z.object({ id: Id, name: z.string(), sponsor: z.string() }),
    edition: z.int(),
    year: z.int(),
    level: Level,
    org: Named,
    document: z.string(),
    entriesUntil: CivilDate,
    heldFrom: CivilDate,
    heldTo: CivilDate,
    masked: z.boolean(),
    state: State,
    planCase: Id.nullable(),
    approvedAt: Instant.nullable(),
    announcedAt: Instant.nullable(),
    version: z.int(),
    trades: z.array(TradeLine),
    panel: z.array(
      z.object({
        person: Named,
        unit: Named,
        outside: z.boolean(),
        /** A link by which he scores without an account, and whether a device has it. */
        link: z.object({ opened: z.boolean(), until: Instant }).nullable(),
      }),
    ),
    /** What the caller may do here. */
    mayRun: z.boolean(),
    mayArbitrate: z.boolean(),
  })
  .meta({ id: 'Contest' })
export type Contest = z.infer<typeof Contest>

export const Entrant = z.object({
  id: Id,
  number: z.int(),
  name: z.string(),
  unit: Named,
  person: Id.nullable(),
  members: z.array(z.string()),
  consented: z.boolean(),
})
export const Standing = z.object({
  entrant: Id,
  name: z.string(),
  unit: z.string(),
  place: z.int().nullable(),
  shared: z.boolean(),
  final: z.int().nullable(),
  rounds: z.record(z.string(), z.int()),
})
