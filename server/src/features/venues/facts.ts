import { fact } from '@gongyou/contract/kit/fact.ts'

const opened = fact({ code: 'venues-opened', acts: { 'venue.opened': 1 }, by: ['venueKind'] })
/** Suspended venues still stand; one that changes hands or kind leaves the one stock and enters the other. */
const stock = fact({
  code: 'venues-stock',
  acts: { 'venue.opened': 1, 'venue.closed': -1, 'venue.moved-out': -1, 'venue.moved-in': 1 },
  by: ['venueKind'],
})
const visits = fact({ code: 'venue-visits', acts: { 'venue.visited': 1 }, by: ['venueKind', 'way'], sums: 'amount' })
const handOuts = fact({ code: 'venue-hand-outs', acts: { 'venue.handed-out': 1 }, by: ['venueKind', 'item', 'way'], sums: 'amount' })
const bookings = fact({ code: 'venue-bookings', acts: { 'venue.booked': 1 }, by: ['venueKind', 'placeKind'] })
const hours = fact({ code: 'venue-hours', acts: { 'venue.booked': 1 }, by: ['venueKind', 'placeKind'], sums: 'hours' })
const inspected = fact({ code: 'venues-inspected', acts: { 'venue.inspected': 1 }, by: ['venueKind', 'passed'] })

export const venuesFacts = [opened, stock, visits, handOuts, bookings, hours, inspected]
