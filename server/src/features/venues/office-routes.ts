import * as bookings from '@gongyou/contract/venues/booking-routes.ts'
import * as routes from '@gongyou/contract/venues/office-routes.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { block } from './block.ts'
import { bookForOthers, decide, withdraw } from './book.ts'
import { type BookingRow, bookingViews, findBooking } from './booking.ts'
import { affectedBy } from './displace.ts'
import { addVenue, changeVenue } from './enter.ts'
import type { VenueHouse } from './house.ts'
import { honour, inspect } from './judge.ts'
import { bookingsOf, countsOf, venuesOf } from './list.ts'
import { moveVenue } from './move.ts'
import { addPlace, changePlace, placeView } from './place.ts'
import { liftSpecialDays, setSpecialDays } from './special-days.ts'
import { addItem, deliver, handOut, itemsOf } from './supplies.ts'
import type { Time } from './times.ts'
import { venueWithin } from './venue.ts'
import { specialSent, venueView } from './view.ts'
import { countHeads, usageOf } from './visits.ts'

const done = { done: true as const }

/** Venues for those who run them. */
export const officeVenues =
  (house: VenueHouse): Room =>
  (mount, { keys, setup }) => {
    const view = (look: Look, id: string) => venueView(look, setup.publicUrl, id)
    /** Does something to a venue and answers with it as it stands then. */
    const then = async (work: Work, id: string, command: Promise<unknown>) => {
      await command
      return view(work, id)
    }
    mount(routes.listVenues, ({ query, read }) => read((look) => venuesOf(look, query)))
    mount(routes.countVenues, ({ read }) => read(countsOf))
    mount(routes.getVenue, ({ params, read }) => read((look) => view(look, params.id)))
    mount(routes.addVenue, ({ body, write }) => write(async (work) => view(work, await addVenue(work, body))))
    mount(routes.changeVenue, ({ params, body, write }) => write((work) => then(work, params.id, changeVenue(work, params.id, body))))
    mount(routes.previewClosing, ({ params, query, read }) =>
      read(async (look) => {
        const lost = await affectedBy(look, await venueWithin(look, params.id, 'venues.edit'), query.from, query.to)
        const shown = await bookingViews(
          look,
          lost.map((l) => l.booking),
          true,
        )
        const offers = lost.map((l) =>
          l.offers.map((o) => ({
            place: { id: o.place.id, name: `${o.venue.name} ${o.place.name}` },
            from: o.from.toISOString(),
            to: o.to.toISOString(),
          })),
        )
        return { rows: shown.map((booking, i) => ({ booking, offers: offers[i]! })) }
      }),
    )
    mount(routes.moveVenue, ({ params, body, write }) => write((work) => then(work, params.id, moveVenue(work, params.id, body))))
    mount(routes.setSpecialDays, ({ params, body, write }) =>
      write(async (work) => {
        const { special, displaced } = await setSpecialDays(work, params.id, body)
        return { special: special.map(specialSent), displaced }
      }),
    )
    mount(routes.liftSpecialDays, async ({ params, write }) => {
      await write((work) => liftSpecialDays(work, params.id, params.days))
      return done
    })
    mount(routes.inspectVenue, ({ params, body, write }) => write((work) => then(work, params.id, inspect(work, params.id, body))))
    mount(routes.honourVenue, ({ params, body, write }) => write((work) => then(work, params.id, honour(work, params.id, body))))
    mount(routes.listItems, ({ read }) => read(async (look) => ({ rows: await itemsOf(look) })))
    mount(routes.addItem, ({ body, write }) => write(async (work) => ({ id: await addItem(work, body) })))
    mount(routes.moveStock, ({ params, body, write }) => write((work) => deliver(work, params.id, body)))
    mount(routes.handOut, ({ params, body, write }) => write((work) => handOut(work, house, keys, params.id, body)))
    mount(routes.countVisits, ({ params, body, write }) => write((work) => countHeads(work, params.id, body)))
    mount(routes.getVenueUsage, ({ params, query, read }) => read((look) => usageOf(look, params.id, query.months)))
  }

/** The booking desk. */
export const bookingDesk: Room = (mount) => {
  const shown = (look: Look, rows: readonly BookingRow[]) => bookingViews(look, rows, true)
  const one = async (look: Look, id: string) => (await shown(look, [await findBooking(look, id)]))[0]!
  const times = (list: readonly Time[]) => list.map((t) => ({ from: t.from.toISOString(), to: t.to.toISOString() }))
  mount(bookings.addPlace, ({ params, body, write }) => write(async (work) => placeView(await addPlace(work, params.id, body))))
  mount(bookings.changePlace, ({ params, body, write }) => write(async (work) => placeView(await changePlace(work, params.id, body))))
  mount(bookings.listBookings, ({ query, read }) => read((look) => bookingsOf(look, query)))
  mount(bookings.decideBooking, ({ params, body, write }) =>
    write(async (work) => {
      await decide(work, params.id, body)
      return one(work, params.id)
    }),
  )
  mount(bookings.withdrawBooking, ({ params, body, write }) =>
    write(async (work) => {
      await withdraw(work, params.id, body)
      return one(work, params.id)
    }),
  )
  mount(bookings.bookForOthers, ({ params, body, write }) =>
    write(async (work) => {
      const { made, taken } = await bookForOthers(work, params.id, body)
      return { made: await shown(work, made), taken: times(taken), displaced: [] }
    }),
  )
  mount(bookings.blockPlace, ({ params, body, write }) =>
    write(async (work) => {
      const { made, taken, displaced } = await block(work, params.id, body)
      return { made: await shown(work, made), taken: times(taken), displaced: await shown(work, displaced) }
    }),
  )
}
