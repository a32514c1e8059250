import { useQueryClient } from '@tanstack/react-query'

/** Forgets what a nobody was told and asks again as the person who just came in. */
export const useAfterSignIn = () => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}
