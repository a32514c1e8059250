import { quickRecord } from '@gongyou/contract/cases/own/quick-record.ts'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'

export const useServices = () => useQuery({ ...asking('listServices', { query: {} }), staleTime: 60_000 }).data?.services ?? []

/** Services an officer can enter a case of; the one-line record has a button of its own. */
export const useOffered = () => useServices().filter((s) => s.begunBy.some((by) => by !== 'case') && s.code !== quickRecord.code)
