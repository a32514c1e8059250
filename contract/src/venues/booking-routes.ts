import { z } from 'zod'
import { placeKinds } from '../codes/index.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Id, Instant, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { BookingWish } from './routes.ts'
import { Booking, Place } from './shapes.ts'

const PlaceDetails = {
  name: z.string().trim().min(1).max(40),
  kind: z.enum(placeKinds.map((k) => k.code)),
  seats: z.int().min(1).max(10_000).nullish(),
  slotMinutes: z.union([z.literal(15), z.literal(30), z.literal(60), z.literal(90), z.literal(120), z.literal(240)]).default(60),
  mostMinutes: z.int().min(15).max(1440).default(240),
  aheadDays: z.int().min(0).max(365).default(30),
  cancelHours: z.int().min(0).max(720).default(2),
  mostEach: z.int().min(1).max(100).default(3),
  needsApproval: z.boolean().default(false),
}
export const addPlace = route({
  id: 'addPlace',
  method: 'POST',
  url: '/api/venues/:id/places',
  door: 'venues.edit',
  summary: t('新增可预订场地', 'Add a bookable place'),
  params: ById,
  body: z.object(PlaceDetails),
  reply: Place,
})
export const changePlace = route({
  id: 'changePlace',
  method: 'POST',
  url: '/api/venues/places/:id',
  door: 'venues.edit',
  summary: t('修改可预订场地', 'Change a bookable place'),
  params: ById,
  body: z.object({ ...PlaceDetails, version: z.int(), closed: z.boolean().default(false) }),
  reply: Place,
})

/** Bookings within reach: of one venue or all, in a period, by state; the booking desk asks for those to be approved. */
export const listBookings = route({
  id: 'listBookings',
  method: 'GET',
  url: '/api/venues/bookings',
  door: 'venues.read',
  summary: t('预订', 'Bookings'),
  query: z.object({
    venue: Id.optional(),
    place: Id.optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    state: z.enum(['asked', 'confirmed', 'blocked', 'waiting', 'refused', 'cancelled', 'displaced', 'lifted', 'live']).optional(),
    ...Page,
  }),
  reply: listOf(Booking),
})
export const decideBooking = route({
  id: 'decideBooking',
  method: 'POST',
  url: '/api/venues/bookings/:id/decision',
  door: 'venues.edit',
  summary: t('审批预订', 'Decide a booking'),
  params: ById,
  body: z.object({ version: z.int(), approve: z.boolean(), because: z.string().trim().max(300).default('') }),
  reply: Booking,
})
/** Takes a booking or a block off again; whoever waits for the time moves up. */
export const withdrawBooking = route({
  id: 'withdrawBooking',
  method: 'POST',
  url: '/api/venues/bookings/:id/withdraw',
  door: 'venues.edit',
  summary: t('撤销预订或解除占用', 'Take off a booking or a block'),
  params: ById,
  body: z.object({ version: z.int(), because: z.string().trim().min(2).max(300) }),
  reply: Booking,
})

const Repeat = { weeks: z.int().min(1).max(53).default(1) }
const Written = z.object({ made: z.array(Booking), taken: z.array(z.object({ from: Instant, to: Instant })), displaced: z.array(Booking) })
/** An officer books for somebody, once or every week. Where some of the weeks are taken nothing is booked, unless they may be left out. */
export const bookForOthers = route({
  id: 'bookForOthers',
  method: 'POST',
  url: '/api/venues/places/:id/bookings-for',
  door: 'venues.edit',
  summary: t('代为预订', 'Book for somebody'),
  params: ById,
  body: z.object({ ...BookingWish, ...Repeat, holder: z.string().trim().min(2).max(80), orgId: Id.optional(), leaveOut: z.boolean().default(false) }),
  reply: Written,
})
/** Keeps a place free of bookings. Those that lie in it are displaced, told and offered other times; `dry` only shows them. */
export const blockPlace = route({
  id: 'blockPlace',
  method: 'POST',
  url: '/api/venues/places/:id/blocks',
  door: 'venues.edit',
  summary: t('占用场地', 'Block a place'),
  params: ById,
  body: z.object({ from: Instant, to: Instant, ...Repeat, because: z.string().trim().min(2).max(300), dry: z.boolean().default(false) }),
  reply: Written,
})
