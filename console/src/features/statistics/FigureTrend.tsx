import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import dayjs from 'dayjs'
import { Suspense, lazy } from 'react'
import { asking } from '../../kit/api.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'

const Chart = lazy(() => import('../../kit/Chart.tsx').then((m) => ({ default: m.Chart })))

const monthsOf = (from: string, to: string) => {
  const months: string[] = []
  for (let m = dayjs(from).startOf('month'); !m.isAfter(dayjs(to)) && months.length < 60; m = m.add(1, 'month')) months.push(m.format('YYYY-MM'))
  return months
}
const yearBefore = (day: string) => dayjs(day).subtract(1, 'year').format('YYYY-MM-DD')

/** Month by month, this period against the same a year before. */
export const FigureTrend = ({ code, scope, name }: { code: string; scope: Search; name: string }) => {
  const from = scope.from ?? dayjs().startOf('year').format('YYYY-MM-DD')
  const to = scope.to ?? dayjs().format('YYYY-MM-DD')
  const asked = (s: Search) => asking('getFigure', { params: { code }, query: { ...s, by: 'month' } as never })
  const now = useQuery(asked({ ...scope, from, to }))
  const before = useQuery(asked({ ...scope, from: yearBefore(from), to: yearBefore(to) }))
  const months = monthsOf(from, to)
  if (months.length < 2) return null
  if (!now.data || !before.data) return <Skeleton.Node active style={{ width: '100%', height: 220 }} />
  const values = (groups: typeof now.data.groups, shift: number) => {
    const found = new Map(groups.map((g) => [g.key, g.value]))
    const missing = now.data.definition.parts.length > 1 ? null : 0
    return months.map((m) => found.get(dayjs(`${m}-01`).subtract(shift, 'year').format('YYYY-MM')) ?? missing)
  }
  const year = months.at(-1)!.slice(0, 4)
  return (
    <section className="sheet">
      <div className="body" style={{ height: 252 }}>
        <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: 220 }} />}>
          <Chart
            says={w(`${name}，按月，与去年同期相比`, `${name} by month, against the year before`)}
            labels={months.map((m) => (months.length > 12 ? m : w(`${Number(m.slice(5))}月`, m.slice(5))))}
            series={[
              { name: months.length > 12 ? w('去年同期', 'Year before') : String(Number(year) - 1), values: values(before.data.groups, 1) },
              { name: months.length > 12 ? w('本期', 'Now') : year, values: values(now.data.groups, 0), point: true },
            ]}
          />
        </Suspense>
      </div>
    </section>
  )
}
