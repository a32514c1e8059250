import type { HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { weekdayOf } from '@gongyou/contract/kit/clock/calendar.ts'
import dayjs from 'dayjs'
import { w } from '../../kit/text.ts'

type Props = { year: number; days: readonly HolidayDay[]; /** Where given, days can be pressed. */ onDay?: (on: string) => void }

const weekdays = () => [w('一', 'M'), w('二', 'T'), w('三', 'W'), w('四', 'T'), w('五', 'F'), w('六', 'S'), w('日', 'S')]

/** Monday first: the empty places before the 1st, then the days. */
const weeksOf = (year: number, month: number) => {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const before = (weekdayOf(first) + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = [...Array.from({ length: before }, () => null), ...Array.from({ length }, (_, i) => addDays(first, i))]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => Array.from({ length: 7 }, (_, j) => cells[i * 7 + j] ?? null))
}

const DayCell = ({
  on,
  day,
  today,
  onDay,
}: {
  on: string
  day: HolidayDay | undefined
  today: string
  onDay?: ((on: string) => void) | undefined
}) => {
  const weekend = weekdayOf(on) % 6 === 0
  const kind = day?.kind ?? (weekend ? 'weekend' : 'plain')
  const mark = day && (day.kind === 'holiday' ? w('休', 'off') : w('班', 'work'))
  const inside = (
    <>
      <span className="day-number">{Number(on.slice(8))}</span>
      {mark && <span className="day-word">{mark}</span>}
    </>
  )
  const label = `${on}${day ? ` ${day.name}` : ''}`
  return (
    <td className={`day ${kind}${on === today ? ' today' : ''}`} title={day?.name} aria-current={on === today ? 'date' : undefined}>
      {onDay ? (
        <button type="button" onClick={() => onDay(on)} aria-label={label} aria-pressed={Boolean(day)}>
          {inside}
        </button>
      ) : (
        inside
      )}
    </td>
  )
}

/** Twelve months; holidays and worked weekend days carry a word as well as a colour. */
export const YearGrid = ({ year, days, onDay }: Props) => {
  const byDay = new Map(days.map((d) => [d.on, d]))
  const today = dayjs().format('YYYY-MM-DD')
  return (
    <div className="year-grid">
      {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
        <table key={month} className="month">
          <caption>{w(`${month} 月`, dayjs(`${year}-${month}-1`).format('MMMM'))}</caption>
          <thead>
            <tr>
              {weekdays().map((name, i) => (
                <th key={i} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week, i) => (
              <tr key={i}>
                {week.map((on, j) => (on ? <DayCell key={on} on={on} day={byDay.get(on)} today={today} onDay={onDay} /> : <td key={j} />))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
