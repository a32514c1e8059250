import type { Catalogue } from '../statistics/index.ts'
import { reportsRoom } from './routes.ts'

export const reportsDepartment = {
  rooms: ({ catalogue }: { catalogue: Catalogue }) => [reportsRoom(catalogue)],
  refusals: { token_pkey: 'record.changed', edition_pkey: 'record.changed', approval_pkey: 'record.changed' },
} as const
