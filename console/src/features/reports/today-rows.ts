import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

/** Reports that wait for my decision, as lines of the page of today. */
export const useReportRows = () => {
  const may = useMay()
  const waiting = useQuery({ ...asking('listReportsToApprove', {}), enabled: may('reports.approve') })
  return (waiting.data?.rows ?? []).map((r) => ({
    id: r.id,
    name: r.title,
    detail: `${say(r.kindName)} · ${r.org.name} · ${r.drafter ?? ''}`,
    late: false,
    when: w('等我核定', 'For approval'),
    to: `/reports/${r.id}`,
    search: {},
    act: w('核定', 'Decide'),
  }))
}
