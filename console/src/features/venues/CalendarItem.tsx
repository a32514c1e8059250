import type { SessionLine } from '@gongyou/contract/activities/desk.ts'
import type { Booking } from '@gongyou/contract/venues/shapes.ts'
import { Link } from '@tanstack/react-router'
import { w } from '../../kit/text.ts'

/** Something on the calendar: a session, or a time somebody has booked. */
export type Item = { id: string; day: string; from: string; until: string; title: string; detail: string; mark: string; word: string; to?: string }

const clock = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString()

const markOf = (s: SessionLine) => {
  if (s.cancelled) return ['off', w('已取消', 'cancelled')] as const
  if (s.room?.state === 'displaced' || s.room?.state === 'refused') return ['lost', w('缺场地', 'needs a place')] as const
  if (s.activity.state === 'draft' || s.activity.state === 'submitted') return ['draft', w('未发布', 'not public yet')] as const
  return ['', ''] as const
}

export const sessionItem = (s: SessionLine): Item => {
  const [mark, word] = markOf(s)
  const people = s.counts === 'heads' ? '' : w(`${s.expected} 人`, `${s.expected} people`)
  return {
    id: s.id,
    day: clock(s.startsAt).slice(0, 10),
    from: clock(s.startsAt).slice(11, 16),
    until: clock(s.endsAt).slice(11, 16),
    title: s.activity.title,
    detail: [s.place, s.org.name, people].filter(Boolean).join(' · '),
    mark,
    word,
    to: s.activity.id,
  }
}
export const bookingItem = (b: Booking): Item => ({
  id: b.id,
  day: clock(b.from).slice(0, 10),
  from: clock(b.from).slice(11, 16),
  until: clock(b.to).slice(11, 16),
  title: `${b.venue.name} ${b.place.name}`,
  detail: b.state === 'blocked' ? b.because : b.purpose,
  mark: 'booked',
  word: b.state === 'asked' ? w('待批', 'to approve') : b.state === 'blocked' ? w('占用', 'blocked') : w('预订', 'booking'),
})

export const Entry = ({ item, wide }: { item: Item; wide: boolean }) => {
  const body = (
    <>
      <span className="calendar-time">{wide ? `${item.from}–${item.until}` : item.from}</span>
      {item.word && <span className="calendar-word">{item.word}</span>}
      <span className="calendar-title">{item.title}</span>
      {wide && <span className="quiet small">{item.detail}</span>}
    </>
  )
  const title = `${item.from}–${item.until} ${item.title} ${item.detail}`
  return item.to ? (
    <Link className={`calendar-item ${item.mark}`} to={'/activities/$id' as string} params={{ id: item.to } as never} title={title}>
      {body}
    </Link>
  ) : (
    <Link
      className={`calendar-item ${item.mark}`}
      to={'/bookings' as string}
      search={{ state: 'live', from: item.day, to: item.day } as never}
      title={title}
    >
      {body}
    </Link>
  )
}
