import { useQueryClient } from '@tanstack/react-query'

/** Forgets what a nobody was told and asks again as the person who just came in. */
export const useAfterSignIn = () => {
  const queries = useQueryClient()
  return () => {
    if (location.pathname.endsWith('/first')) history.replaceState(null, '', '/console/')
    return queries.invalidateQueries()
  }
}
