import { venueApplication } from '@gongyou/contract/venues/application.ts'
import { venueComplaint } from '@gongyou/contract/venues/complaint.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import type { Room } from '../../kit/http/server.ts'
import type { VenueHouse } from './house.ts'
import { bookingDesk, officeVenues } from './office-routes.ts'
import { publicVenues } from './routes.ts'

export { venuesEffects, venuesOpened } from './effects.ts'
export { enterVenue } from './enter.ts'
export { venuesFacts } from './facts.ts'
export { venuesDimensions, venuesFigures } from './figures.ts'
export type { CardHolder, VenueHouse } from './house.ts'
export { writeBooking } from './book.ts'
export { enterPlace, lockPlace } from './place.ts'
export { sessionPlaces } from './session-places.ts'

/** Services of the venues. */
export const venuesServices: readonly Service[] = [venueApplication, venueComplaint]

export const venuesRooms = (house: VenueHouse): readonly Room[] => [publicVenues, officeVenues(house), bookingDesk]
