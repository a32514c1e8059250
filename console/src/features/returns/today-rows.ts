import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

/** Returns I must hand in, as lines of the page of today. */
export const useReturnRows = () => {
  const may = useMay()
  const waiting = useQuery({ ...asking('listMyReturns', { query: { limit: 50 } }), enabled: may('returns.fill') })
  const today = dayjs().format('YYYY-MM-DD')
  return (waiting.data?.rows ?? []).map((r) => {
    const due = r.dueOn ?? today
    const late = due < today
    return {
      id: r.id,
      due,
      name: `${say(r.period)} ${say(r.title)}`,
      detail: r.org.name,
      late,
      when: late ? w(`逾期 ${dayjs(today).diff(due, 'day')} 天`, `${dayjs(today).diff(due, 'day')} days late`) : w(`${due} 前`, `by ${due}`),
      to: `/returns/${r.id}`,
      search: {},
      act: w('核对上报', 'Look and hand in'),
    }
  })
}
