import { type Frame, holdsFor } from '@gongyou/contract/forms/index.ts'
import type { CaseClock, Service } from '@gongyou/contract/cases/service.ts'
import {
  clocksOf,
  continueClockOf,
  handClock,
  isRunning,
  nearestDue,
  pauseClocksOf,
  resumeClocksOf,
  startClock,
  stopClocksOf,
} from '../clocks/index.ts'
import type { Work } from '../../kit/db/database.ts'
import { desksOfRole } from './desks.ts'
import type { Matter } from './matter.ts'
import { never } from './tasks.ts'

const subjectOf = ({ row }: Matter) => ({ kind: 'case', id: row.id })

/** The organisation whose officers owe it: where the role's desks are. */
const placeOf = async (work: Work, { row, service }: Matter, role: string) => {
  const desks = await desksOfRole(work, service.roles[role]!, row.org_id)
  return desks[0]!.split(':')[1]!
}

const limitOf = (matter: Matter, clock: CaseClock, duty: string) => {
  if ('rule' in clock && clock.rule !== undefined) return { rule: clock.rule, duty }
  const limit = 'within' in clock ? clock.within : { amount: 0, unit: 'as_printed' as const }
  return {
    limit: {
      ...limit,
      direction: 'after' as const,
      roll: limit.unit === 'calendar_days' ? ('working_day' as const) : ('none' as const),
      name: clock.name,
      extension: clock.extension ?? null,
    },
    duty,
  }
}

const writtenIn = ({ row }: Matter, field: string | undefined) => {
  const day = field ? (row.answers as Record<string, unknown>)[field] : undefined
  return typeof day === 'string' ? day : undefined
}
const printedOf = (matter: Matter, clock: CaseClock) => {
  if (!('printed' in clock)) return {}
  const [day, time] = [writtenIn(matter, clock.printed), writtenIn(matter, clock.printedTime)]
  if (!day) return {}
  return { printedDue: time ? new Date(`${day}T${time}:00+08:00`) : day }
}
const startOf = (matter: Matter, clock: CaseClock) => {
  const day = writtenIn(matter, clock.from)
  return day ? { start: day } : {}
}

const start = async (work: Work, matter: Matter, duty: string, clock: CaseClock) => {
  if (clock.when && !holdsFor(clock.when, matter.row.answers as Frame)) return
  // A printed date that is not on the paper gives no clock.
  if ('printed' in clock && !('printedDue' in printedOf(matter, clock))) return
  await startClock(work, {
    subject: subjectOf(matter),
    label: `${matter.row.number} ${matter.row.title}`.slice(0, 200),
    link: `/console/cases/${matter.row.id}`,
    organisation: await placeOf(work, matter, clock.owner),
    owner: { right: 'cases.handle' },
    ...(clock.head ? { head: { right: 'cases.oversee' as const } } : {}),
    ...startOf(matter, clock),
    ...printedOf(matter, clock),
    ...limitOf(matter, clock, duty),
  })
}

const clocksIn = (service: Service, state: string | null) =>
  Object.entries(service.clocks ?? {}).filter(([, c]) => state !== null && c.in.includes(state))

/** The nearest running due date, written where the queues are sorted by it. */
const spread = async (work: Work, matter: Matter, seated = true) => {
  const due = await nearestDue(work, subjectOf(matter))
  if (due === matter.row.due_on) return
  matter.row.due_on = due
  await work.tx.updateTable('cases.matter').set({ due_on: due }).where('region', '=', work.region).where('id', '=', matter.row.id).execute()
  if (!seated) return
  await work.tx
    .updateTable('cases.seat')
    .set({ due_on: due ?? never })
    .where('region', '=', work.region)
    .where('case_id', '=', matter.row.id)
    .execute()
}

/** Clocks of the state the case has entered begin, those of the state it left end; one that spans both runs on. `afresh`: reopened, time is given anew. */
export const turnClocks = async (work: Work, matter: Matter, left: string | null, afresh = false) => {
  const now = clocksIn(matter.service, matter.row.state)
  const gone = clocksIn(matter.service, left).filter(([duty]) => !now.some(([d]) => d === duty))
  if (gone.length > 0) await stopClocksOf(work, subjectOf(matter), 'done', { duties: gone.map(([duty]) => duty) })
  for (const [duty, clock] of now) {
    const running = left !== null && clock.in.includes(left)
    // Sent back: what was left of the time is left.
    if (!running && !afresh && (await continueClockOf(work, subjectOf(matter), duty, '退回'))) continue
    await start(work, matter, duty, clock)
  }
  // No seats yet: they take the date when they are set.
  await spread(work, matter, false)
}

/** The case went to another organisation: what runs is owed there from now on. */
export const handClocks = async (work: Work, matter: Matter) => {
  const running = ((await clocksOf(work, [matter.row.id])).get(matter.row.id) ?? []).filter(isRunning)
  for (const { id, duty } of running) {
    const clock = matter.service.clocks?.[duty]
    if (clock) await handClock(work, id, { owner: { right: 'cases.handle' }, organisation: await placeOf(work, matter, clock.owner) })
  }
}

export const pauseClocks = async (work: Work, matter: Matter, because: string) => {
  await pauseClocksOf(work, subjectOf(matter), { because })
}

export const resumeClocks = async (work: Work, matter: Matter) => {
  await resumeClocksOf(work, subjectOf(matter))
  await spread(work, matter)
}

export const endClocks = (work: Work, matter: Matter) => stopClocksOf(work, subjectOf(matter), 'done')

export { spread as spreadDue }
