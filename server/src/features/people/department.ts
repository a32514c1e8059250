import { peopleTasks } from './reseal.ts'
import { people } from './routes.ts'

export const peopleDepartment = {
  rooms: () => [people],
  tasks: () => peopleTasks,
  refusals: { person_identity_unique: 'people.already-registered' },
} as const
