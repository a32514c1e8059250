import type { Routes } from '@gongyou/contract/routes.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from './api.ts'

/** What may lie on the phone for the time without a network: nothing that names more than the card does. */
type Keepable = 'whoAmI' | 'myMembership' | 'listMyMessages' | 'cardKeys' | 'listServices' | 'mapVenues' | 'listMyCases'
type Kept<N extends Keepable> = { at: string; data: ReplyOf<Routes[N]> }

const place = (name: string) => `gongyou.kept.${name}`

const recall = <N extends Keepable>(name: N): Kept<N> | undefined => {
  try {
    return JSON.parse(localStorage.getItem(place(name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** After signing out nothing of the person stays on the phone. */
export const forgetAll = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith('gongyou.kept.')) localStorage.removeItem(key)
}

const askAndKeep = async <N extends Keepable>(name: N): Promise<Kept<N>> => {
  const data = (await ask(name, {} as Parameters<typeof ask<N>>[1])) as ReplyOf<Routes[N]>
  const kept = { at: new Date().toISOString(), data }
  localStorage.setItem(place(name), JSON.stringify(kept))
  return kept
}

/** An answer that is shown at once from the last time, and renewed when there is a network. */
export const useKept = <N extends Keepable>(name: N, enabled = true) => {
  const query = useQuery({
    queryKey: [name],
    queryFn: () => askAndKeep(name),
    enabled,
    initialData: () => recall(name),
    initialDataUpdatedAt: 0,
  })
  return {
    data: query.data?.data,
    at: query.data?.at,
    failed: query.isError,
    error: query.error,
    again: query.refetch,
    waiting: query.isPending && enabled,
  }
}
