import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import type { ProblemCode } from '@gongyou/contract/problems.ts'
import type { Department, Hall } from './department.ts'
import { accountsDepartment } from './features/accounts/index.ts'
import { activitiesDepartment } from './features/activities/index.ts'
import { auditDepartment } from './features/audit/index.ts'
import { casesDepartment } from './features/cases/index.ts'
import { clocksDepartment } from './features/clocks/index.ts'
import { documentsDepartment } from './features/documents/index.ts'
import { hotlineDepartment } from './features/hotline/index.ts'
import { lawmenuDepartment } from './features/lawmenu/index.ts'
import { matchmakingDepartment } from './features/matchmaking/index.ts'
import { membershipDepartment, registry } from './features/membership/index.ts'
import { noticesDepartment } from './features/notices/index.ts'
import { organisationsDepartment } from './features/organisations/index.ts'
import { organisingDepartment } from './features/organising/index.ts'
import { papersDepartment } from './features/papers/index.ts'
import { peopleDepartment } from './features/people/index.ts'
import { type Register, registersDepartment } from './features/registers/index.ts'
import { reportsDepartment } from './features/reports/index.ts'
import { returnsDepartment } from './features/returns/index.ts'
import { knowingHonours, skillsDepartment } from './features/skills/index.ts'
import { type Catalogue, statisticsDepartment } from './features/statistics/index.ts'
import { sessionPlaces, venuesDepartment } from './features/venues/index.ts'
import type { Room } from './kit/http/server.ts'
import type { Scheduled, Tasks } from './kit/jobs/tasks.ts'
import type { FactDefinition } from './kit/ledger/fact.ts'

/** Every department of the house, left to right: each knows only those before it. */
const departments: readonly Department[] = [
  peopleDepartment,
  organisationsDepartment,
  documentsDepartment,
  noticesDepartment,
  accountsDepartment,
  auditDepartment,
  clocksDepartment,
  papersDepartment,
  registersDepartment,
  casesDepartment,
  activitiesDepartment,
  matchmakingDepartment,
  venuesDepartment,
  membershipDepartment,
  organisingDepartment,
  hotlineDepartment,
  lawmenuDepartment,
  skillsDepartment,
  statisticsDepartment,
  returnsDepartment,
  reportsDepartment,
]

const all = <T>(part: (d: Department) => readonly T[] | undefined): readonly T[] => departments.flatMap((d) => part(d) ?? [])

/** One book out of those of all departments; two that use one key would hide each other, so the start stops. */
const book = <T>(part: (d: Department) => Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> => {
  const gathered: Record<string, T> = {}
  for (const d of departments)
    for (const [key, value] of Object.entries(part(d) ?? {})) {
      if (key in gathered) throw new Error(`two departments declare “${key}”`)
      gathered[key] = value
    }
  return gathered
}

/** Every service this release offers. */
export const services: readonly Service[] = all((d) => d.services)

/** Every register this release keeps. */
export const registers: readonly Register[] = all((d) => d.registers)

/** Every kind of activity this release knows. */
export const activityKinds: readonly ActivityKind[] = all((d) => d.activityKinds)

/** Everything that is counted. */
export const facts: readonly FactDefinition[] = all((d) => d.facts)

/** Every figure this release declares, and how its dimensions are called. */
export const catalogue: Catalogue = { facts, figures: all((d) => d.figures), dimensions: book((d) => d.dimensions) }

/** What departments know of each other without importing each other. */
export const house: Hall = {
  ...registry,
  personFrames: knowingHonours(registry.personFrames),
  places: sessionPlaces,
  effects: book((d) => d.effects),
  opened: book((d) => d.opened),
  fills: book((d) => d.fills),
  led: book((d) => d.led),
  paperValues: book((d) => d.paperValues),
  templates: all((d) => d.templates),
  catalogue,
  clockSights: book((d) => d.clockSights),
  clockPeople: book((d) => d.clockPeople),
  paperSights: book((d) => d.paperSights),
  kept: departments.flatMap((d) => d.kept ?? []),
  forget: departments.flatMap((d) => d.forget ?? []),
}

/** Every room of the server. */
export const rooms: readonly Room[] = all((d) => d.rooms?.(house))

/** Everything that is done in the background. */
export const tasks: Tasks = book((d) => d.tasks?.(house))

/** What the clock starts. */
export const schedule: readonly Scheduled[] = all((d) => d.schedule)

/** What each named constraint means when the database refuses. */
export const words: Readonly<Record<string, ProblemCode>> = book((d) => d.refusals)
