import type { CalendarYear } from '@gongyou/contract/clocks/calendar-routes.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

/** From which papers the year comes, and who changed it. */
export const CalendarChanges = ({ year }: { year: CalendarYear }) => {
  const sources = [...new Set(year.days.map((d) => d.source))]
  if (sources.length === 0 && year.changes.length === 0) return null
  return (
    <section className="calendar-sources">
      {sources.length > 0 && (
        <p className="quiet">
          {w('来源：', 'Source: ')}
          {sources.join('；')}
        </p>
      )}
      {year.changes.length > 0 && (
        <ul className="clock-history">
          {year.changes.map((c) => (
            <li key={c.id}>
              <span className="quiet">{instant(c.at)}</span> {c.by ?? w('系统', 'System')}
              {w(
                `：${c.because}。新增 ${c.added} 天，取消 ${c.removed} 天，调整时限 ${c.moved} 项`,
                `: ${c.because}. ${c.added} days added, ${c.removed} removed, ${c.moved} clocks moved`,
              )}
              {c.finishedAt === null && <b> {w('（仍在调整）', ' (still moving)')}</b>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
