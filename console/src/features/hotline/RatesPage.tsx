import type { AboutHotline } from '@gongyou/contract/hotline/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker, Select, Skeleton } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import './hotline.css'
import { RateRecords } from './RateRecords.tsx'
import { Rates } from './Rates.tsx'
import { type Answer, sourceOptions } from './words.ts'

const day = (d: Dayjs) => d.format('YYYY-MM-DD')
const presets = () => {
  const now = dayjs()
  const month = now.startOf('month')
  const quarter = now.month(Math.floor(now.month() / 3) * 3).startOf('month')
  return [
    { label: w('本月', 'This month'), value: [month, now] as [Dayjs, Dayjs] },
    { label: w('上月', 'Last month'), value: [month.subtract(1, 'month'), month.subtract(1, 'day')] as [Dayjs, Dayjs] },
    { label: w('本季度', 'This quarter'), value: [quarter, now] as [Dayjs, Dayjs] },
    { label: w('今年', 'This year'), value: [now.startOf('year'), now] as [Dayjs, Dayjs] },
  ]
}

/** 热线三率: honest rates, every number of which opens its orders. */
export const RatesPage = () => {
  const given = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const search: Search = { from: day(dayjs().startOf('month')), to: day(dayjs()), ...given }
  const { about, answer, ...scope } = search
  const set = (next: Search) => go({ to: '.', search: { ...search, ...next } as never, replace: true, resetScroll: false })
  const rates = useQuery({ ...asking('getHotlineRates', { query: scope as never }), placeholderData: (before) => before })
  const tree = useQuery(asking('listTree', {}))
  const orgs = (tree.data?.nodes ?? []).filter((n) => ['town_federation', 'service_station', 'district_federation'].includes(n.kind))
  const open = (to: AboutHotline, said?: Answer) => set({ about: to, answer: said })
  return (
    <>
      <div className="page-head">
        <Link to={'/hotline' as string} className="quiet no-print">
          {w('热线工单', 'Hotline orders')}
        </Link>
        <span className="quiet no-print">/</span>
        <h1>{w('热线三率', 'Rates of the hotline')}</h1>
        <span className="quiet">
          {search.from} — {search.to}
        </span>
        <span className="spring" />
        <Button className="no-print" onClick={() => print()}>
          {w('打印', 'Print')}
        </Button>
      </div>
      <div className="filters no-print">
        <DatePicker.RangePicker
          allowClear={false}
          aria-label={w('时段', 'Period')}
          value={[dayjs(search.from), dayjs(search.to)]}
          onChange={(v) => v?.[0] && v[1] && set({ from: day(v[0]), to: day(v[1]) })}
          presets={presets()}
        />
        <Select
          style={{ width: 120 }}
          aria-label={w('来源', 'Source')}
          allowClear
          placeholder={w('来源', 'Source')}
          value={search.source ?? null}
          options={sourceOptions()}
          onChange={(v) => set({ source: v ?? undefined })}
        />
        <Select
          style={{ width: 220 }}
          aria-label={w('承办单位', 'Handled by')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={w('承办单位', 'Handled by')}
          value={search.org ?? null}
          options={orgs.map((n) => ({ value: n.id, label: n.name }))}
          onChange={(v) => set({ org: v ?? undefined })}
        />
      </div>
      {rates.isError ? (
        <Failure error={rates.error} onRetry={() => rates.refetch()} />
      ) : rates.data ? (
        <Rates rates={rates.data} chosen={{ about: about as AboutHotline | undefined, answer: answer as Answer | undefined }} onOpen={open} />
      ) : (
        <Skeleton active />
      )}
      <RateRecords scope={scope} about={(about as AboutHotline | undefined) ?? 'received'} answer={answer as Answer | undefined} />
    </>
  )
}
