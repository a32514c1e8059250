import { z } from 'zod'
import { route } from '../kit/route.ts'
import { CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Booking, Place, PlaceDay, VenueOnMap } from './shapes.ts'

const ByCode = z.object({ code: z.string().regex(/^[A-HJ-NP-Z2-9]{8}$/) })
/** Given by the phone, so that a request sent twice happens once. */
const Request = { requestId: Id.optional() }

/** Everything the map shows. Small enough to lie on the phone: what is open now is worked out there. */
export const mapVenues = route({
  id: 'mapVenues',
  method: 'GET',
  url: '/api/venues/map',
  door: 'anyone',
  summary: t('阵地地图', 'Map of venues'),
  reply: z.object({ rows: z.array(VenueOnMap), on: CivilDate }),
})
export const getVenuePage = route({
  id: 'getVenuePage',
  method: 'GET',
  url: '/api/venues/at/:code',
  door: 'anyone',
  summary: t('阵地页面', 'A venue for visitors'),
  params: ByCode,
  reply: z.object({
    venue: VenueOnMap,
    org: z.string(),
    about: z.string().nullable(),
    seats: z.int().nullable(),
    access: z.string().nullable(),
    photos: z.array(z.object({ id: Id, name: z.string() })),
    places: z.array(Place),
    /** What is handed out, and whether the caller has had it today (null: not signed in). */
    items: z.array(z.object({ id: Id, name: z.string(), rest: z.int(), had: z.boolean().nullable() })),
    honours: z.array(z.int()),
  }),
})
export const getVenuePhoto = route({
  id: 'getVenuePhoto',
  method: 'GET',
  url: '/api/venues/at/:code/photos/:id',
  door: 'anyone',
  summary: t('阵地照片', 'A photo of a venue'),
  params: ByCode.extend({ id: Id }),
  sends: 'image/*',
})
/** Opening exceptions and taken times as a calendar feed; what for and by whom is not in it. */
export const venueCalendar = route({
  id: 'venueCalendar',
  method: 'GET',
  url: '/api/venues/at/:code/calendar.ics',
  door: 'anyone',
  summary: t('阵地日历订阅', 'Calendar feed of a venue'),
  params: ByCode,
  sends: 'text/calendar',
})
export const listPlaceDays = route({
  id: 'listPlaceDays',
  method: 'GET',
  url: '/api/venues/places/:id/days',
  door: 'anyone',
  summary: t('可预订时间', 'Free times of a place'),
  params: z.object({ id: Id }),
  query: z.object({ from: CivilDate.optional(), days: z.coerce.number().int().min(1).max(31).default(7) }),
  reply: z.object({ place: Place, days: z.array(PlaceDay) }),
})

/** I am here: counts once a person, venue and day. */
export const countMyVisit = route({
  id: 'countMyVisit',
  method: 'POST',
  url: '/api/venues/at/:code/visits',
  door: 'person',
  perMinute: 30,
  summary: t('到站登记', 'Count my visit'),
  params: ByCode,
  body: z.object({}),
  reply: z.object({ counted: z.boolean() }),
})
/** Takes one of an item with one's own phone at the venue: once a day. */
export const takeItem = route({
  id: 'takeItem',
  method: 'POST',
  url: '/api/venues/at/:code/hand-outs',
  door: 'person',
  perMinute: 30,
  summary: t('扫码领取', 'Take an item'),
  params: ByCode,
  body: z.object({ itemId: Id, ...Request }),
  reply: z.object({ id: Id, item: z.string(), at: Instant, number: z.int(), again: z.boolean() }),
})

export const BookingWish = {
  from: Instant,
  to: Instant,
  purpose: z.string().trim().min(2).max(200),
  people: z.int().min(1).max(10_000).optional(),
}
export const bookPlace = route({
  id: 'bookPlace',
  method: 'POST',
  url: '/api/venues/places/:id/bookings',
  door: 'person',
  perMinute: 60,
  summary: t('预订', 'Book a place'),
  params: z.object({ id: Id }),
  body: z.object({
    ...BookingWish,
    ...Request,
    /** Where the time is taken: wait for it instead of being refused. */
    wait: z.boolean().default(false),
  }),
  reply: Booking,
})
export const listMyBookings = route({
  id: 'listMyBookings',
  method: 'GET',
  url: '/api/venues/my-bookings',
  door: 'person',
  summary: t('我的预订', 'My bookings'),
  reply: z.object({ rows: z.array(Booking) }),
})
export const cancelMyBooking = route({
  id: 'cancelMyBooking',
  method: 'POST',
  url: '/api/venues/my-bookings/:id/cancel',
  door: 'person',
  summary: t('取消预订', 'Cancel my booking'),
  params: z.object({ id: Id }),
  body: z.object({}),
  reply: Done,
})
