import type { Booking, Venue } from '@gongyou/contract/venues/shapes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { civilOf, clockOf, instantOf, spansOn, spansText, weekdayOf } from '@gongyou/contract/venues/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Fragment, useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { BookingPanel } from './BookingPanel.tsx'
import { bookingStateName, holderOf, timeText, todayHere, weekdayNames } from './words.ts'

/** The hours to draw: from the first opening to the last closing, whole hours. */
const rangeOf = (spans: readonly (readonly [number, number])[]) => {
  const from = Math.min(480, ...spans.map((s) => s[0]))
  const to = Math.max(1200, ...spans.map((s) => s[1]))
  return [Math.floor(from / 60) * 60, Math.ceil(to / 60) * 60] as const
}

/** One day of a venue: a line for each place, what is open white, what is taken on it. */
export const DayBoard = ({ venue }: { venue: Venue }) => {
  const [day, setDay] = useState(todayHere)
  const [opened, open] = useState<Booking>()
  const held = useQuery(asking('listBookings', { query: { venue: venue.id, from: day, to: day, state: 'live', limit: 200 } }))
  const spans = spansOn(venue.hours, venue.special, day)
  const [from, to] = rangeOf(spans)
  const share = (minute: number) => `${((minute - from) / (to - from)) * 100}%`
  const place = (b: Booking) => {
    const [start, end] = [instantOf(day, from), instantOf(day, to)]
    const a = new Date(b.from) < start ? from : civilOf(new Date(b.from)).minute
    const z = new Date(b.to) >= end ? to : civilOf(new Date(b.to)).minute
    return { left: share(a), width: `calc(${share(z)} - ${share(a)})` }
  }
  const hours = Array.from({ length: (to - from) / 120 + 1 }, (_, i) => from + i * 120).filter((m) => m <= to)
  const step = (n: number) => setDay(addDays(day, n))
  return (
    <>
      <div className="filters">
        <Button onClick={() => step(-1)}>{w('前一天', 'Day before')}</Button>
        <DatePicker aria-label={w('日期', 'Day')} allowClear={false} value={dayjs(day)} onChange={(d) => d && setDay(d.format('YYYY-MM-DD'))} />
        <Button onClick={() => step(1)}>{w('后一天', 'Day after')}</Button>
        <span className="quiet">
          {weekdayNames()[weekdayOf(day)]} · {spans.length > 0 ? spansText(spans) : w('不开放', 'Closed')}
        </span>
      </div>
      {held.isError && <Failure error={held.error} />}
      <div className="day-board" tabIndex={0} role="group" aria-label={w('当天预订', 'Bookings of the day')}>
        <div className="head" />
        <div className="head">
          {hours.map((m) => (
            <i key={m} style={{ left: share(m) }}>
              {clockOf(m)}
            </i>
          ))}
        </div>
        {venue.places
          .filter((p) => !p.closed)
          .map((p) => (
            <Fragment key={p.id}>
              <div className="name">
                {p.name}
                <div className="quiet small">{p.seats ? w(`${p.seats} 人`, `${p.seats}`) : ''}</div>
              </div>
              <div className="track">
                {spans.map(([a, b]) => (
                  <span key={a} className="opens" style={{ left: share(a), width: `calc(${share(b)} - ${share(a)})` }} />
                ))}
                {(held.data?.rows ?? [])
                  .filter((b) => b.place.id === p.id)
                  .map((b) => (
                    <button key={b.id} type="button" className={b.state} style={place(b)} title={timeText(b)} onClick={() => open(b)}>
                      {holderOf(b)}
                      <br />
                      {b.state === 'confirmed' ? b.purpose : bookingStateName(b.state)}
                    </button>
                  ))}
              </div>
            </Fragment>
          ))}
      </div>
      {opened && <BookingPanel booking={opened} may={venue.may.includes('edit')} onClose={() => open(undefined)} />}
    </>
  )
}
