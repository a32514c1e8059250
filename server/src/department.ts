import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import type { PaperTemplate } from '@gongyou/contract/papers/template.ts'
import type { ProblemCode } from '@gongyou/contract/problems.ts'
import type { ActivitiesHouse } from './features/activities/index.ts'
import type { Effects, House } from './features/cases/index.ts'
import type { SubjectPeople, SubjectSights } from './features/clocks/index.ts'
import type { PapersGiven } from './features/papers/index.ts'
import type { Register } from './features/registers/index.ts'
import type { Catalogue } from './features/statistics/index.ts'
import type { VenueHouse } from './features/venues/index.ts'
import type { Room } from './kit/http/server.ts'
import type { Scheduled, Tasks } from './kit/jobs/tasks.ts'
import type { Forget, KeptOf } from './kit/kept.ts'
import type { Dimensions } from './kit/ledger/dimension.ts'
import type { FactDefinition } from './kit/ledger/fact.ts'

/** What the whole house knows; a department asks for that part of it which it needs. */
export type Hall = ActivitiesHouse &
  VenueHouse & {
    readonly catalogue: Catalogue
    readonly clockSights: SubjectSights
    readonly clockPeople: SubjectPeople
    readonly paperSights: PapersGiven['sights']
    readonly kept: readonly KeptOf[]
    readonly forget: readonly Forget[]
  }

/** What one feature brings into the house. Whatever it leaves out, it has none of. */
export type Department = {
  readonly rooms?: (hall: Hall) => readonly Room[]
  /** What it counts, the figures made of that, and how their dimensions are called. */
  readonly facts?: readonly FactDefinition[]
  readonly figures?: readonly FigureDeclaration[]
  readonly dimensions?: Dimensions
  /** What it declares as data. */
  readonly services?: readonly Service[]
  readonly registers?: readonly Register[]
  readonly activityKinds?: readonly ActivityKind[]
  readonly templates?: readonly PaperTemplate[]
  /** What steps of its services do, what follows when one is opened, what it adds to the papers of one. */
  readonly effects?: Effects
  readonly opened?: House['opened']
  /** Fields it fills in when a step names one, and what came of its cases in other rooms. */
  readonly fills?: House['fills']
  readonly led?: House['led']
  readonly paperValues?: House['paperValues']
  /** Who may see a record of it that has clocks or papers, and whom its clocks tell; by kind of record. */
  readonly clockSights?: SubjectSights
  readonly clockPeople?: SubjectPeople
  readonly paperSights?: PapersGiven['sights']
  /** What it keeps about one person, shown to that person; and what goes when his record ends. */
  readonly kept?: KeptOf
  readonly forget?: Forget
  /** What is done in the background, and what the clock starts. */
  readonly tasks?: (hall: Hall) => Tasks
  readonly schedule?: readonly Scheduled[]
  /** What each of its named constraints means when the database refuses. */
  readonly refusals?: Readonly<Record<string, ProblemCode>>
}
