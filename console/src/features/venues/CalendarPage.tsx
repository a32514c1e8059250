import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { today } from '../../kit/form/today.ts'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { Entry, type Item, bookingItem, sessionItem } from './CalendarItem.tsx'
import './calendar.css'
import { type CalendarView, daysOfView, monthName, weekdays, weekName } from './calendar-days.ts'

type Search = { view?: CalendarView; on?: string; what?: 'all' | 'activities' | 'bookings' }

const shownInMonth = 4
/** By the clock; in the small boxes of a month what we hold ourselves goes before what others have booked. */
const orderOf = (x: Item, wide: boolean) => `${wide || x.to ? 0 : 1}${x.from}`

/** Sessions and bookings of a month or a week, day by day. */
export const CalendarPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const { view = 'month', what = 'all' } = search
  const on = /^\d{4}-\d{2}-\d{2}$/.test(search.on ?? '') && !Number.isNaN(Date.parse(search.on!)) ? search.on! : today()
  const days = daysOfView(view, on)
  const [from, to] = [days[0]!, days.at(-1)!]
  const sessions = useQuery({ ...asking('listSessions', { query: { from, to } }), enabled: what !== 'bookings' })
  const bookings = useQuery({
    ...asking('listBookings', { query: { from, to, state: 'live', limit: 200 } }),
    enabled: what !== 'activities' && may('venues.read'),
  })
  const set = (next: Search) => go({ to: '.', search: { ...search, ...next } as never })
  const wide = view === 'week'
  // What a session has booked is on the calendar as the session.
  const items = [
    ...(what === 'bookings' ? [] : (sessions.data?.rows ?? []).map(sessionItem)),
    ...(what === 'activities' ? [] : (bookings.data?.rows ?? []).filter((b) => !b.activity).map(bookingItem)),
  ].toSorted((a, b) => orderOf(a, wide).localeCompare(orderOf(b, wide)))
  const step = (n: 1 | -1) => set({ on: wide ? addDays(on, n * 7) : `${monthAfter(on, n)}-01` })
  const failed = sessions.error ?? bookings.error
  return (
    <>
      <div className="page-head">
        <Link to={'/activities' as string} className="quiet">
          {w('活动', 'Activities')}
        </Link>
        <span className="quiet">/</span>
        <h1>{w('日历', 'Calendar')}</h1>
        <span className="spring" />
        {may('activities.edit') && (
          <Link to={'/new-activity' as string}>
            <Button type="primary">{w('新建活动', 'Plan an activity')}</Button>
          </Link>
        )}
      </div>
      <div className="filters">
        <Button aria-label={w('往前', 'Earlier')} onClick={() => step(-1)}>
          ‹
        </Button>
        <strong className="calendar-name" aria-live="polite">
          {wide ? weekName(from, to) : monthName(on)}
        </strong>
        <Button aria-label={w('往后', 'Later')} onClick={() => step(1)}>
          ›
        </Button>
        <Button onClick={() => set({ on: today() })}>{w('今天', 'Today')}</Button>
        <Segmented<CalendarView>
          value={view}
          onChange={(v) => set({ view: v })}
          options={[
            { value: 'month', label: w('月', 'Month') },
            { value: 'week', label: w('周', 'Week') },
          ]}
        />
        {may('venues.read') && (
          <Segmented<NonNullable<Search['what']>>
            value={what}
            onChange={(v) => set({ what: v })}
            options={[
              { value: 'all', label: w('全部', 'All') },
              { value: 'activities', label: w('活动', 'Activities') },
              { value: 'bookings', label: w('场地预订', 'Bookings') },
            ]}
          />
        )}
      </div>
      {failed && <Failure error={failed} onRetry={() => void Promise.all([sessions.refetch(), bookings.refetch()])} />}
      {(sessions.data?.more || bookings.data?.next) && (
        <p className="quiet">{w('这段时间太多，没有全部显示；换成周看。', 'There are more than can be shown; look at a week.')}</p>
      )}
      <div className={`calendar ${view}`} role="grid" aria-label={w('日历', 'Calendar')}>
        <div role="row" className="calendar-row calendar-head">
          {weekdays().map((d) => (
            <span key={d} role="columnheader">
              {d}
            </span>
          ))}
        </div>
        {Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7)).map((week) => (
          <div key={week[0]} role="row" className="calendar-row">
            {week.map((day, n) => {
              const own = items.filter((x) => x.day === day)
              const shown = wide ? own : own.slice(0, shownInMonth)
              const outside = !wide && day.slice(0, 7) !== on.slice(0, 7)
              return (
                <div
                  key={day}
                  role="gridcell"
                  className={['calendar-day', day === today() && 'now', outside && 'outside', own.length === 0 && 'bare'].filter(Boolean).join(' ')}
                >
                  <time dateTime={day}>
                    {dayLabel(day, outside || wide)}
                    <span className="calendar-weekday">{weekdays()[n]}</span>
                  </time>
                  {shown.map((x) => (
                    <Entry key={x.id} item={x} wide={wide} />
                  ))}
                  {own.length > shown.length && (
                    <button type="button" className="calendar-more" onClick={() => set({ view: 'week', on: day })}>
                      {w(`还有 ${own.length - shown.length} 项`, `${own.length - shown.length} more`)}
                    </button>
                  )}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {items.length === 0 && !sessions.isFetching && !failed && (
        <p className="empty">{w('这段时间没有活动和预订。', 'Nothing takes place in this time.')}</p>
      )}
    </>
  )
}

const dayLabel = (day: string, full: boolean) =>
  full ? say({ zh: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, en: day.slice(5) }) : Number(day.slice(8))
const monthAfter = (day: string, n: number) => {
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + n, 1))
  return at.toISOString().slice(0, 7)
}
