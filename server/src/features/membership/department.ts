import type { Look } from '../../kit/db/database.ts'
import type { Keeping } from './keeping.ts'
import { memberCards } from './card-holder.ts'
import { membershipFacts } from './facts.ts'
import { membershipDimensions, membershipFigures } from './figures.ts'
import { myRecords } from './mine-routes.ts'
import { membershipOffice } from './office.ts'
import { personFrame, personFrames } from './person-frame.ts'
import { membershipTasks } from './re-elections.ts'
import { personWithin } from './reach.ts'
import { roster } from './roster/index.ts'
import { membership } from './routes.ts'

/** What the registry of members tells the features to its left about persons and their cards. */
export const registry = {
  personFrame,
  personFrames,
  ...memberCards,
  personWithin: (look: Look, id: string) => personWithin(look, id, 'people.read'),
} as const

export const membershipDepartment = {
  rooms: (hall: Keeping) => [membership, myRecords(hall), membershipOffice(hall), roster],
  facts: membershipFacts,
  figures: membershipFigures,
  dimensions: membershipDimensions,
  tasks: () => membershipTasks,
  schedule: [{ task: 'remindReElections', cron: '30 0 * * *' }],
  refusals: {
    application_open_unique: 'membership.already-applied',
    stay_one_union_at_a_time: 'membership.already-member',
    transfer_open_unique: 'membership.transfer-open',
    transfer_goes_somewhere: 'membership.same-union',
  },
} as const
