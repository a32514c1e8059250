import { bookingStates } from '@gongyou/contract/codes/venue-codes.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import { momentOf } from '../../kit/clock.ts'
import { type KeptOf, line } from '../../kit/kept.ts'

type Booking = { venue: string; place: string; state: string; from_at: Date; to_at: Date; purpose: string; because: string; asked_at: Date }

/** Bookings, hand-outs and visits of one person. */
export const venuesKept: KeptOf = async (look, _, personId) => {
  const bookings = await sql<Booking>`
    select v.name as venue, p.name as place, b.state, b.from_at, b.to_at, b.purpose, b.because, b.asked_at
      from venues.booking b join venues.place p on p.region = b.region and p.id = b.place_id
      join venues.venue v on v.region = p.region and v.id = p.venue_id
     where b.region = ${look.region} and b.person_id = ${personId} order by b.from_at desc limit 500`.execute(look.raw)
  const was = await sql<{ venue: string; item: string | null; at: Date }>`
    select v.name as venue, i.name as item, m.at from venues.stock_move m
      join venues.venue v on v.region = m.region and v.id = m.venue_id join venues.item i on i.region = m.region and i.id = m.item_id
     where m.region = ${look.region} and m.person_id = ${personId}
    union all
    select v.name, null, s.at from venues.visit s join venues.venue v on v.region = s.region and v.id = s.venue_id
     where s.region = ${look.region} and s.person_id = ${personId}
     order by at desc limit 500`.execute(look.raw)
  const stateOf = (code: string) => {
    const s = bookingStates.find((x) => x.code === code)
    return s ? t(s.zh, s.en) : code
  }
  return [
    {
      title: t('场地预订', 'Bookings'),
      entries: bookings.rows.map((b) => ({
        title: `${b.venue} ${b.place}`,
        at: b.asked_at.toISOString(),
        lines: [
          ...line(t('状态', 'State'), stateOf(b.state)),
          ...line(t('时间', 'Time'), `${momentOf(b.from_at)} – ${momentOf(b.to_at)}`),
          ...line(t('用途', 'Purpose'), b.purpose),
          ...line(t('说明', 'Reason'), b.because),
        ],
      })),
    },
    {
      title: t('到站和领取', 'Visits and hand-outs'),
      entries: was.rows.map((x) => ({
        title: x.venue,
        at: x.at.toISOString(),
        lines: x.item === null ? line(t('到站', 'Visit'), momentOf(x.at)) : line(t('领取', 'Handed out'), x.item),
      })),
    },
  ]
}
