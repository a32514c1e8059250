import type { SubjectPeople } from './recipients.ts'
import { clocks } from './routes.ts'
import type { SubjectSights } from './sights.ts'
import { clocksSchedule, clocksTasks } from './tasks.ts'

export const clocksDepartment = {
  rooms: ({ clockSights }: { clockSights: SubjectSights }) => [clocks(clockSights)],
  tasks: ({ clockPeople }: { clockPeople: SubjectPeople }) => clocksTasks(clockPeople),
  schedule: clocksSchedule,
  refusals: { rule_pkey: 'record.changed' },
} as const
