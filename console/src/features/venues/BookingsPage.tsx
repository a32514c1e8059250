import type { Booking } from '@gongyou/contract/venues/shapes.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { BookingPanel } from './BookingPanel.tsx'
import { bookingStateName, bookingStateOptions, holderOf, timeText, todayHere } from './words.ts'

/** The booking desk: what waits for a decision first, else whatever was asked for. */
export const BookingsPage = () => {
  const given = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const usual = { state: 'asked', from: todayHere() }
  const search: Search = { ...usual, ...given }
  const [opened, open] = useState<Booking>()
  return (
    <>
      <ListPage
        title={w('预订台', 'Booking desk')}
        list="listBookings"
        search={search}
        usual={usual}
        onSearch={(s) => go({ to: '.', search: { ...s, state: s.state ?? '' } as never })}
        filters={[
          {
            name: 'state',
            kind: 'choice',
            label: w('状态', 'State'),
            options: [{ value: 'live', label: w('占用时间的', 'Holding a time') }, ...bookingStateOptions()],
          },
          { name: 'from', kind: 'period', label: w('使用日期', 'Days'), to: 'to' },
        ]}
        rowKey={(b) => b.id}
        onOpen={(b: Booking) => open(b)}
        empty={w('没有等待审批的预订', 'No bookings wait for a decision')}
        columns={[
          { title: w('时间', 'Time'), width: 210, render: (_, b) => timeText(b) },
          { title: w('阵地', 'Venue'), width: 220, render: (_, b) => b.venue.name },
          { title: w('场地', 'Place'), width: 120, render: (_, b) => b.place.name },
          { title: w('使用人', 'For'), width: 140, render: (_, b) => holderOf(b) },
          { title: w('用途', 'What for'), width: 200, ellipsis: true, render: (_, b) => b.purpose },
          { title: w('人数', 'People'), width: 70, align: 'right', render: (_, b) => b.people ?? '' },
          { title: w('状态', 'State'), width: 90, render: (_, b) => bookingStateName(b.state) },
          { title: w('提交', 'Asked'), width: 150, render: (_, b) => instant(b.askedAt) },
        ]}
      />
      {opened && <BookingPanel booking={opened} may={may('venues.edit')} onClose={() => open(undefined)} />}
    </>
  )
}
