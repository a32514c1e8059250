import type { Text } from '@gongyou/contract/kit/text.ts'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../../kit/api.ts'

/** How figures are called; one that is gone is called by its code. */
export const useFigureNames = () => {
  const figures = useQuery({ ...asking('listFigures', {}), staleTime: 60_000 })
  return (code: string): Text => figures.data?.figures.find((f) => f.code === code)?.name ?? { zh: code, en: code }
}
