import { useKept } from './kept.ts'

/** Who is signed in on this phone, known at once from the last visit. */
export const useMe = () => {
  const { data, failed, waiting } = useKept('whoAmI')
  return { me: data, signedIn: Boolean(data?.person), failed, waiting }
}
