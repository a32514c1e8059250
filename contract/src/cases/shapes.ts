import { z } from 'zod'
import { DueView } from '../clocks/shapes.ts'
import { AnswersShape, FormSent, Name } from '../forms/definition.ts'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'
import { starters } from './service.ts'

const Text = z.object({ zh: z.string(), en: z.string() })
export const File = z.object({ id: Id, name: z.string().max(200) })

/** One line of a list of cases. */
export const CaseLine = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    service: z.object({ code: z.string(), title: Text }),
    state: Text,
    outcome: Text.nullable(),
    org: Named,
    applicant: z.string().nullable(),
    channel: z.string(),
    dueOn: CivilDate.nullable(),
    due: z.enum(['none', 'calm', 'soon', 'today', 'overdue', 'paused']),
    awaiting: z.enum(['supplement', 'consult', 'after']).nullable(),
    suspended: z.boolean(),
    openedAt: Instant,
    closedAt: Instant.nullable(),
    stars: z.int().nullable(),
    version: z.int(),
  })
  .meta({ id: 'CaseLine' })
export type CaseLine = z.infer<typeof CaseLine>

/** A line of a queue: the case and the task in it that waits for the caller. */
export const QueueLine = CaseLine.extend({
  task: z.object({ id: Id, kind: z.string(), role: Text.nullable(), asks: z.string(), mine: z.boolean(), openedAt: Instant }),
}).meta({ id: 'QueueLine' })
export type QueueLine = z.infer<typeof QueueLine>

/** What somebody did, as it stands in the history. */
export const CaseAct = z.object({
  id: Id,
  seq: z.int(),
  op: z.string(),
  /** What it is called: the name of the step, or of the way of the office. */
  name: Text,
  from: Text.nullable(),
  to: Text.nullable(),
  by: z.string(),
  said: z.string().nullable(),
  seenBy: z.enum(['office', 'applicant']),
  answers: AnswersShape.nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  at: Instant,
})
export type CaseAct = z.infer<typeof CaseAct>

/** A step the caller may take now, with the fields it fills in. */
export const NextStep = z.object({
  code: Name,
  name: Text,
  asks: FormSent,
  words: z.enum(['answer', 'opinion']).nullable(),
  wordsNeeded: z.boolean(),
  plain: z.boolean(),
  outcome: Text.nullable(),
})
export type NextStep = z.infer<typeof NextStep>

export const OpenTask = z.object({
  id: Id,
  kind: z.string(),
  role: Text.nullable(),
  who: z.array(z.string()),
  asks: z.string(),
  openedAt: Instant,
  mine: z.boolean(),
})

/** The ways of an office that the caller may use on a case now. */
export const ways = [
  'claim',
  'askForMore',
  'supply',
  'transfer',
  'delegate',
  'report',
  'consult',
  'addBefore',
  'addAfter',
  'giveOpinion',
  'copy',
  'sendBack',
  'recall',
  'withdraw',
  'urge',
  'extend',
  'decideExtension',
  'suspend',
  'resume',
  'terminate',
  'reopen',
  'note',
  'answer',
  'link',
  'upgrade',
  'rate',
  'appeal',
  'openSealed',
  'replay',
] as const
export type Way = (typeof ways)[number]

export const CaseView = CaseLine.extend({
  revision: z.int(),
  restricted: z.boolean(),
  summary: Text,
  stateCode: z.string(),
  states: z.array(z.object({ code: z.string(), name: Text, says: Text.nullable(), final: z.boolean(), been: z.boolean() })),
  form: FormSent,
  /** Fields of the application itself: what the applicant can be asked for again. */
  asksAtStart: z.array(z.string()),
  answers: AnswersShape,
  /** Names of fields that are answered but kept sealed. */
  sealed: z.array(z.string()),
  person: z.object({ id: Id, name: z.string(), mobile: z.string().nullable() }).nullable(),
  union: Named.nullable(),
  clocks: z.array(DueView),
  tasks: z.array(OpenTask),
  /** What is asked of the applicant, while something is. */
  asked: z.object({ says: z.string(), fields: z.array(z.string()) }).nullable(),
  extension: z.object({ amount: z.int(), because: z.string(), clock: z.string() }).nullable(),
  next: z.array(NextStep),
  ways: z.array(z.enum(ways)),
  backTo: z.array(z.object({ state: z.string(), name: Text })),
  acts: z.array(CaseAct),
  /** True where the caller's access ended with the very act this answers: what became of it may be read once. */
  farewell: z.boolean(),
  papers: z.array(File.extend({ bytes: z.number(), mediaType: z.string(), addedAt: Instant, field: z.string().nullable() })),
  /** Official papers of the case: drafts and issued ones. */
  official: z.array(z.object({ id: Id, title: z.string(), number: z.string().nullable(), state: z.string() })),
  links: z.array(
    z.object({
      id: Id,
      party: z.string(),
      asks: z.string(),
      purpose: z.string(),
      expiresAt: Instant,
      openedAt: Instant.nullable(),
      repliedAt: Instant.nullable(),
      reply: z.string().nullable(),
      revoked: z.boolean(),
    }),
  ),
  /** What came of it elsewhere: a session that was planned for it. */
  led: z.array(z.object({ id: Id, kind: z.enum(['activity']), title: z.string(), says: Text })),
  related: z.array(z.object({ id: Id, number: z.string(), title: z.string(), origin: z.string(), closed: z.boolean() })),
  checks: z.array(z.object({ says: Text, weight: z.enum(['must', 'look']), holds: z.boolean() })),
}).meta({ id: 'CaseView' })
export type CaseView = z.infer<typeof CaseView>

/** A service as it is offered: what it is, what one must bring, how long it takes. */
export const ServiceCard = z
  .object({
    code: z.string(),
    revision: z.int(),
    title: Text,
    summary: Text,
    begunBy: z.array(z.enum(starters)),
    papers: z.array(Text),
    fields: z.int(),
    limit: Text.nullable(),
    rules: z.array(Text),
    /** Where a case of it can stand: what lists filter by. */
    states: z.array(z.object({ code: z.string(), name: Text })),
  })
  .meta({ id: 'ServiceCard' })
export type ServiceCard = z.infer<typeof ServiceCard>
