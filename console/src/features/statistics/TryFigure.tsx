import { useQuery } from '@tanstack/react-query'
import { DatePicker, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { actName, against, shown } from './words.ts'

/** What the draft gives on real records, with some of them to look at. */
export const TryFigure = ({ id, ready, version }: { id: string; ready: boolean; version: number }) => {
  const [period, setPeriod] = useState([dayjs().startOf('year'), dayjs()] as const)
  const [from, to] = [period[0].format('YYYY-MM-DD'), period[1].format('YYYY-MM-DD')]
  const tried = useQuery({
    ...asking('tryFigureDesign', { params: { id }, body: { from, to } }),
    queryKey: ['tryFigureDesign', id, version, from, to],
    enabled: ready,
    retry: false,
  })
  return (
    <Sheet title={w('试算', 'Try')}>
      <DatePicker.RangePicker
        allowClear={false}
        value={[period[0], period[1]]}
        onChange={(v) => v?.[0] && v[1] && setPeriod([v[0], v[1]])}
        aria-label={w('时段', 'Period')}
      />
      {!ready && <p className="quiet">{w('保存并改正问题后，用真实记录试算。', 'Save and correct; then it is tried on real records.')}</p>}
      {ready && tried.isPending && <Skeleton active />}
      {tried.isError && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(tried.error)}
        </p>
      )}
      {ready && tried.data && (
        <>
          <div className="figure-number" style={{ marginTop: 12 }}>
            {shown(tried.data.value)}
          </div>
          <p style={{ margin: '4px 0' }}>{against(tried.data.value, tried.data.before)}</p>
          {tried.data.parts && (
            <p className="quiet" style={{ margin: '4px 0' }}>
              {shown(tried.data.parts.numerator)} / {shown(tried.data.parts.denominator)}
            </p>
          )}
          <p className="quiet small">
            {w(
              `来自 ${tried.data.records.toLocaleString()} 条记录，最近的几条：`,
              `From ${tried.data.records.toLocaleString()} records, the newest:`,
            )}
          </p>
          {tried.data.rows.map((r) => (
            <div key={r.act} className="small" style={{ padding: '4px 0', borderTop: '1px solid var(--line)' }}>
              {r.day} · {actName(r.kind)} · {[r.person?.name, r.org?.name].filter(Boolean).join(' · ')}
            </div>
          ))}
        </>
      )}
    </Sheet>
  )
}
