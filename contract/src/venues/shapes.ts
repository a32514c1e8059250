import { z } from 'zod'
import { bookingStates, placeKinds, venueFacilities, venueKinds, venueStates } from '../codes/index.ts'
import { CivilDate, Id, Instant, Named } from '../kit/shapes.ts'

const codesOf = <const C extends string>(list: readonly { readonly code: C }[]) => z.enum(list.map((e) => e.code) as [C, ...C[]])

export const VenueKindShape = codesOf(venueKinds)
export const VenueStateShape = codesOf(venueStates)
export const BookingStateShape = codesOf(bookingStates)

const Minute = z.int().min(0).max(1440)
export const SpanShape = z.tuple([Minute, Minute])
/** Opening hours: always, or seven lists of spans in minutes, Monday first. */
export const HoursShape = z
  .union([z.object({ always: z.literal(true) }), z.object({ week: z.array(z.array(SpanShape)).length(7) })])
  .meta({ id: 'OpeningHours' })
export const SpecialDaysShape = z.object({ id: Id, from: CivilDate, to: CivilDate, spans: z.array(SpanShape), because: z.string() })

/** A venue on the map: all that is needed to say, without a network, what is open now and how to get there. */
export const VenueOnMap = z
  .object({
    id: Id,
    code: z.string(),
    kind: VenueKindShape,
    name: z.string(),
    state: z.enum(['open', 'suspended']),
    town: z.int().nullable(),
    address: z.string(),
    /** Longitude and latitude in GCJ-02. */
    point: z.tuple([z.number(), z.number()]).nullable(),
    phone: z.string().nullable(),
    hours: HoursShape,
    special: z.array(SpecialDaysShape),
    facilities: z.array(codesOf(venueFacilities)),
    bookable: z.boolean(),
    /** What is handed out there today. */
    items: z.array(z.string()),
  })
  .meta({ id: 'VenueOnMap' })
export type VenueOnMap = z.infer<typeof VenueOnMap>

export const Place = z
  .object({
    id: Id,
    name: z.string(),
    kind: codesOf(placeKinds),
    seats: z.int().nullable(),
    slotMinutes: z.int(),
    mostMinutes: z.int(),
    aheadDays: z.int(),
    cancelHours: z.int(),
    mostEach: z.int(),
    needsApproval: z.boolean(),
    closed: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'BookablePlace' })
export type Place = z.infer<typeof Place>

/** A place on one day: when it is open, and what of that is taken; never by whom. */
export const PlaceDay = z.object({
  day: CivilDate,
  open: z.array(SpanShape),
  taken: z.array(SpanShape),
  /** Why there are other hours that day. */
  because: z.string().nullable(),
})
export type PlaceDay = z.infer<typeof PlaceDay>

export const Booking = z
  .object({
    id: Id,
    place: Named,
    venue: Named.extend({ code: z.string() }),
    from: Instant,
    to: Instant,
    state: BookingStateShape,
    /** How many wait before it for the same time. */
    ahead: z.int().nullable(),
    person: Named.nullable(),
    org: Named.nullable(),
    holder: z.string(),
    purpose: z.string(),
    people: z.int().nullable(),
    series: Id.nullable(),
    because: z.string(),
    /** The session that takes place there, and how many have signed up for it. */
    activity: Named.extend({ signedUp: z.int() }).nullable(),
    askedAt: Instant,
    cancelBefore: Instant,
    version: z.int(),
  })
  .meta({ id: 'Booking' })
export type Booking = z.infer<typeof Booking>

export const Stock = z.object({ item: Named, delivered: z.int(), handed: z.int(), lost: z.int(), rest: z.int(), today: z.int(), open: z.boolean() })
export type Stock = z.infer<typeof Stock>

export const Venue = z
  .object({
    id: Id,
    code: z.string(),
    org: Named,
    kind: VenueKindShape,
    name: z.string(),
    town: z.int().nullable(),
    state: VenueStateShape,
    openedOn: CivilDate.nullable(),
    closedOn: CivilDate.nullable(),
    case: Id.nullable(),
    answers: z.record(z.string(), z.unknown()),
    hours: HoursShape,
    special: z.array(SpecialDaysShape),
    point: z.tuple([z.number(), z.number()]).nullable(),
    states: z.array(z.object({ state: VenueStateShape, on: CivilDate, because: z.string(), by: z.string() })),
    inspections: z.array(
      z.object({ year: z.int(), on: CivilDate, useful: z.int(), downToEarth: z.int(), effective: z.int(), remarks: z.string(), by: z.string() }),
    ),
    honours: z.array(z.object({ year: z.int(), because: z.string(), recommendedBy: z.string(), awardedOn: CivilDate.nullable() })),
    places: z.array(Place),
    stock: z.array(Stock),
    url: z.string(),
    may: z.array(z.enum(['edit', 'award'])),
    version: z.int(),
  })
  .meta({ id: 'Venue' })
export type Venue = z.infer<typeof Venue>
