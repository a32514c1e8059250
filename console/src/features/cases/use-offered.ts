import { appeal } from '@gongyou/contract/cases/own/appeal.ts'
import { quickRecord } from '@gongyou/contract/cases/own/quick-record.ts'
import { returnVisit } from '@gongyou/contract/cases/own/return-visit.ts'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'

/** Begun from another case, or by its own button; nobody files them. */
const own: readonly string[] = [appeal.code, quickRecord.code, returnVisit.code]

export const useServices = () => useQuery({ ...asking('listServices', { query: {} }), staleTime: 60_000 }).data?.services ?? []

/** Services an officer can enter a case of. */
export const useOffered = () => useServices().filter((s) => !own.includes(s.code))
