import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { asking } from '../../../kit/api.ts'

// `mapped`: the check is ordered and waits for its turn.
const moving = new Set<RosterBatch['state']>(['mapped', 'checking', 'committing', 'undoing'])
export const isMoving = (state: RosterBatch['state']) => moving.has(state)

/** Which step of the wizard a batch stands at. */
export const stepOf = (state: RosterBatch['state']) =>
  state === 'uploaded' ? 1 : state === 'mapped' || state === 'checking' || state === 'checked' ? 2 : 3

/** One batch, asked again while it moves, so that the bar tells the truth. */
export const useBatch = (id: string | undefined) =>
  useQuery({
    ...asking('getRoster', { params: { id: id ?? '' } }),
    enabled: Boolean(id),
    refetchInterval: (q) => (q.state.data && isMoving(q.state.data.state) ? 700 : false),
  })

export const useRefresh = () => {
  const queries = useQueryClient()
  return () => {
    for (const key of ['getRoster', 'listRosters', 'listRosterProblems', 'listMembers', 'countMembers'])
      void queries.invalidateQueries({ queryKey: [key] })
  }
}
