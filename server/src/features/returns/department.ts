import type { Catalogue } from '../statistics/index.ts'
import { returnSight } from './access.ts'
import { returnDesignRoom } from './design/routes.ts'
import { returnsFacts } from './facts.ts'
import { returnsDimensions, returnsFigures } from './figures.ts'
import { returnsRoom } from './routes.ts'
import { returnsSchedule, returnsTasks } from './tasks.ts'

export const returnsDepartment = {
  rooms: ({ catalogue }: { catalogue: Catalogue }) => [returnsRoom(catalogue), returnDesignRoom(catalogue)],
  facts: returnsFacts,
  figures: returnsFigures,
  dimensions: returnsDimensions,
  clockSights: { return: returnSight },
  tasks: () => returnsTasks,
  schedule: returnsSchedule,
  refusals: {
    round_once: 'returns.round-open',
    sheet_once: 'record.changed',
    line_reason: 'returns.reason-missing',
    return_form_pkey: 'returns.revision-taken',
    return_form_draft_code_unique: 'returns.code-taken',
  },
} as const
