import type { Catalogue } from './catalogue.ts'
import { cockpitRoom } from './cockpit.ts'
import { claimsRoom } from './claims/routes.ts'
import { figureDesignRoom } from './design/routes.ts'
import { statisticsSchedule, statisticsTasks } from './fold-by-the-clock.ts'
import { statistics } from './routes.ts'
import { targetsRoom } from './targets.ts'

export const statisticsDepartment = {
  rooms: ({ catalogue }: { catalogue: Catalogue }) => [
    statistics(catalogue),
    claimsRoom(catalogue),
    figureDesignRoom(catalogue),
    targetsRoom(catalogue),
    cockpitRoom(catalogue),
  ],
  tasks: () => statisticsTasks,
  schedule: statisticsSchedule,
  refusals: {
    claim_code_unique: 'statistics.code-taken',
    figure_pkey: 'statistics.revision-taken',
    figure_draft_code_unique: 'statistics.code-taken',
    target_unique: 'statistics.target-taken',
  },
} as const
