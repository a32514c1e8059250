import type { Right } from '@gongyou/contract/kit/right.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { asking } from './api.ts'

/** Who is signed in. The server says so; the screens only hide what would be refused. */
export const useMe = () => useSuspenseQuery({ ...asking('whoAmI', {}), staleTime: 60_000 }).data

export const useMay = () => {
  const { posts } = useMe()
  return (right: Right) => posts.some((p) => p.rights.includes(right))
}
