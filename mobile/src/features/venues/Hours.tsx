import type { VenueOnMap } from '@gongyou/contract/venues/shapes.ts'
import { spansText, weekdayOf } from '@gongyou/contract/venues/hours.ts'
import { day, today } from '../../kit/day.ts'
import { w } from '../../kit/text.ts'
import { weekdayName } from './words.ts'

/** The hours of the week, today in bold, and beneath it the days on which they do not hold. */
export const Hours = ({ venue }: { venue: VenueOnMap }) => {
  const now = weekdayOf(today())
  return (
    <section className="section">
      <h2>{w('开放时间', 'Opening hours')}</h2>
      {'always' in venue.hours ? (
        <p>{w('每天 24 小时', 'Every day, round the clock')}</p>
      ) : (
        <dl className="week">
          {venue.hours.week.map((spans, i) => [
            <dt key={`${i}d`} className={i === now ? 'now' : undefined}>
              {weekdayName(i)}
            </dt>,
            <dd key={`${i}h`} className={i === now ? 'now' : undefined}>
              {spans.length > 0 ? spansText(spans) : w('不开放', 'Closed')}
            </dd>,
          ])}
        </dl>
      )}
      {venue.special.map((s) => (
        <p key={s.id} className="why">
          {s.from === s.to ? day(s.from) : w(`${day(s.from)} 至 ${day(s.to)}`, `${day(s.from)} to ${day(s.to)}`)}
          {w('：', ': ')}
          {s.spans.length > 0 ? spansText(s.spans) : w('不开放', 'closed')}（{s.because}）
        </p>
      ))}
    </section>
  )
}
