import { useEffect, useState } from 'react'

/** What was typed, once the hand has rested. */
export const useRested = (typed: string) => {
  const [rested, rest] = useState('')
  useEffect(() => {
    const wait = setTimeout(() => rest(typed.trim()), 180)
    return () => clearTimeout(wait)
  }, [typed])
  return rested
}
export const statusOf = (invalid: boolean | undefined) => (invalid ? { status: 'error' as const } : {})
