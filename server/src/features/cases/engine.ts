import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import type { Answers, Frame } from '@gongyou/contract/forms/index.ts'
import type { PaperTemplate, TokenValues } from '@gongyou/contract/papers/template.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import type { Matter } from './matter.ts'

/** What a department does when a step names its effect: in the same transaction, so that both happen or neither. */
export type Effect = (work: Work, engine: Engine, matter: Matter, step: { action: string; answers: Answers; said: string | null }) => Promise<void>
export type Effects = Readonly<Record<string, Effect>>

/** Fields a department fills in when a step names it: what it knows goes before what was typed. */
export type Fill = (work: Work, matter: Matter, given: Answers) => Promise<Answers>

/** What a department enters of its own when a case of its service begins, before the first desks are found. */
export type Opened = (work: Work, matter: Matter) => Promise<void>

/** What the registry knows about a person, by the names of `forms/sources.ts`; given by the department that keeps it. */
export type PersonFrame = (look: Look, personId: string) => Promise<Frame>

/** What the engine needs of the rest of the house; made once where the rooms are listed. */
export type House = {
  effects: Effects
  fills: Readonly<Record<string, Fill>>
  /** What came of a case in other rooms, by service. */
  led: Readonly<Record<string, (look: Look, matter: Matter) => Promise<CaseView['led']>>>
  /** By service. */
  opened: Readonly<Record<string, Opened>>
  personFrame: PersonFrame
  /** A person this officer may know of, or 404: nobody files a case for somebody of another town by guessing an id. */
  personWithin: (look: Look, personId: string) => Promise<{ id: string; name: string }>
  /** Templates that steps may name. */
  templates: readonly PaperTemplate[]
  /** What a department adds to the answers when a paper is drafted, by service. */
  paperValues: Readonly<Record<string, (look: Look, matter: Matter, template: string) => Promise<TokenValues>>>
}
export type Engine = House & { keys: KeyRing }
