import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'

/** Never kept on the phone: it holds more than the card does. */
export const useMyData = () => useQuery({ ...asking('myData', {}), staleTime: 0 })
