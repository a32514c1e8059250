import type { Catalogue } from '../statistics/index.ts'
import { returnSight } from './access.ts'
import { returnsFacts } from './facts.ts'
import { returnsDimensions, returnsFigures } from './figures.ts'
import { returnsRoom } from './routes.ts'
import { returnsSchedule, returnsTasks } from './tasks.ts'

export const returnsDepartment = {
  rooms: ({ catalogue }: { catalogue: Catalogue }) => [returnsRoom(catalogue)],
  facts: returnsFacts,
  figures: returnsFigures,
  dimensions: returnsDimensions,
  clockSights: { return: returnSight },
  tasks: () => returnsTasks,
  schedule: returnsSchedule,
  refusals: { round_once: 'returns.round-open', sheet_once: 'record.changed', line_reason: 'returns.reason-missing' },
} as const
