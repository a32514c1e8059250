import type { CalendarYear } from '@gongyou/contract/clocks/calendar-routes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { ApplyCalendar } from './ApplyCalendar.tsx'
import { CalendarChanges } from './CalendarChanges.tsx'
import { EditCalendar } from './EditCalendar.tsx'
import { YearGrid } from './YearGrid.tsx'

const Waiting = ({ year, onEdit, onPreview, onDrop }: { year: CalendarYear; onEdit: () => void; onPreview: () => void; onDrop: () => void }) => {
  const { draft } = year
  if (!draft || !year.mayEdit) return null
  return (
    <Alert
      className="clock-alert"
      type="info"
      title={w(
        `有一份未生效的修改：${draft.because}（${draft.by ?? '系统'}，${instant(draft.changedAt)}）`,
        `A change is waiting: ${draft.because} (${draft.by ?? 'system'}, ${instant(draft.changedAt)})`,
      )}
      action={
        <span className="alert-acts">
          <Button size="small" onClick={onDrop}>
            {w('放弃', 'Drop')}
          </Button>
          <Button size="small" onClick={onEdit}>
            {w('继续修改', 'Go on editing')}
          </Button>
          <Button size="small" type="primary" onClick={onPreview}>
            {w('预览并生效', 'Preview and apply')}
          </Button>
        </span>
      }
    />
  )
}

const Missing = ({ year, onEnter }: { year: CalendarYear; onEnter: (year: number) => void }) =>
  year.missing === null ? null : (
    <Alert
      className="clock-alert"
      type="warning"
      showIcon
      title={w(
        `${year.missing} 年的节假日还没有录入，跨入这一年的时限暂时只按周末计算。`,
        `The holidays of ${year.missing} are missing; limits that reach into it are counted by weekends only.`,
      )}
      action={
        year.mayEdit && (
          <Button size="small" type="primary" onClick={() => onEnter(year.missing!)}>
            {w(`录入 ${year.missing} 年`, `Enter ${year.missing}`)}
          </Button>
        )
      }
    />
  )

/** A year of holidays and make-up days, and how to change it. */
export const CalendarTab = () => {
  const search = useSearch({ strict: false }) as Search
  const year = /^\d{4}$/.test(search.year ?? '') ? Number(search.year) : dayjs().year()
  const go = useNavigate()
  const queries = useQueryClient()
  const [step, setStep] = useState<'look' | 'edit' | 'preview'>('look')
  const asked = useQuery(asking('getCalendarYear', { params: { year } }))
  const show = (next: number) => go({ to: '.', search: (next === dayjs().year() ? {} : { year: String(next) }) as never })
  const reload = () => queries.invalidateQueries({ queryKey: ['getCalendarYear'] })
  const done = async () => {
    await reload()
    setStep('look')
  }
  if (asked.isError) return <Failure error={asked.error} onRetry={() => asked.refetch()} />
  if (!asked.data) return <Skeleton active paragraph={{ rows: 14 }} />
  const data = asked.data
  if (step === 'edit') return <EditCalendar key={year} year={data} onClose={done} onSaved={async () => (await reload(), setStep('preview'))} />
  const drop = async () => {
    await ask('dropCalendarDraft', { params: { year } })
    await reload()
  }
  return (
    <>
      <div className="year-head">
        <Button aria-label={w('上一年', 'Year before')} onClick={() => show(year - 1)}>
          ‹
        </Button>
        <h2>{w(`${year} 年`, `${year}`)}</h2>
        <Button aria-label={w('下一年', 'Next year')} onClick={() => show(year + 1)}>
          ›
        </Button>
        <span className="year-key">
          <span className="day-mark holiday">{w('休', 'off')}</span> {w('放假', 'Holiday')}
          <span className="day-mark workday">{w('班', 'work')}</span> {w('调休上班', 'Make-up working day')}
        </span>
        <span className="spring" />
        {data.mayEdit && !data.draft && <Button onClick={() => setStep('edit')}>{w('修改日历', 'Change the calendar')}</Button>}
      </div>
      <Missing
        year={data}
        onEnter={(missing) => {
          if (missing !== year) void show(missing)
          setStep('edit')
        }}
      />
      <Waiting year={data} onEdit={() => setStep('edit')} onPreview={() => setStep('preview')} onDrop={drop} />
      {data.days.length === 0 && (
        <p className="quiet">{w('这一年还没有录入节假日，下面只显示周末。', 'No holidays are entered for this year; only weekends are shown.')}</p>
      )}
      <YearGrid year={year} days={data.days} />
      <CalendarChanges year={data} />
      {step === 'preview' && <ApplyCalendar year={year} onClose={done} />}
    </>
  )
}
