import { venueApplication } from '@gongyou/contract/venues/application.ts'
import { venueComplaint } from '@gongyou/contract/venues/complaint.ts'
import { venuesEffects, venuesOpened } from './effects.ts'
import { venuesFacts } from './facts.ts'
import { venuesDimensions, venuesFigures } from './figures.ts'
import type { VenueHouse } from './house.ts'
import { bookingDesk, officeVenues } from './office-routes.ts'
import { publicVenues } from './routes.ts'
import { venuesKept } from './kept.ts'

export const venuesDepartment = {
  rooms: (house: VenueHouse) => [publicVenues, officeVenues(house), bookingDesk],
  facts: venuesFacts,
  figures: venuesFigures,
  dimensions: venuesDimensions,
  services: [venueApplication, venueComplaint],
  effects: venuesEffects,
  opened: venuesOpened,
  kept: venuesKept,
  refusals: {
    venue_name_unique: 'venues.same-name',
    venue_case_unique: 'venues.case-known',
    special_days_no_overlap: 'venues.days-overlap',
    inspection_once_a_year: 'venues.inspected',
    item_name_unique: 'venues.item-known',
    hand_out_once_a_day: 'venues.had-today',
    stock_rest: 'venues.none-left',
    place_name_unique: 'venues.place-known',
    booking_no_overlap: 'venues.taken',
    booking_once_a_session: 'record.changed',
  },
} as const
