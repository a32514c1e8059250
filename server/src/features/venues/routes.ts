import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import * as routes from '@gongyou/contract/venues/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { findFile, sendFile, storeOf } from '../documents/index.ts'
import { reachOf } from '../organisations/index.ts'
import { book, cancelMine } from './book.ts'
import { bookingViews } from './booking.ts'
import { calendarOf } from './calendar.ts'
import { myBookings } from './list.ts'
import { findPlace, placeView } from './place.ts'
import { takeItem } from './supplies.ts'
import { daysOf } from './times.ts'
import { mapOf, pageOf } from './view.ts'
import { countMe } from './visits.ts'

/** Venues for everybody: the map, a venue, its free times; and what a signed-in person does there. */
export const publicVenues: Room = (mount, { setup }) => {
  const store = storeOf(setup)
  mount(routes.mapVenues, ({ read }) => read(mapOf))
  mount(routes.getVenuePage, ({ params, read }) => read((look) => pageOf(look, params.code)))
  mount(routes.getVenuePhoto, async ({ params, read, reply }) => {
    const file = await read(async (look) => {
      const venue = await look.db
        .selectFrom('venues.venue')
        .selectAll()
        .where('region', '=', look.region)
        .where('code', '=', params.code)
        .executeTakeFirst()
      const photos = ((venue?.answers as { photos?: FileAnswer[] } | undefined)?.photos ?? []).map((p) => p.id)
      if (!venue || !photos.includes(params.id)) throw refuse('record.not-found')
      if (venue.state !== 'open' && venue.state !== 'suspended') {
        const reach = look.by.kind === 'staff' ? await reachOf(look, 'venues.read') : []
        if (reach !== 'all' && !reach.includes(venue.org_id)) throw refuse('record.not-found')
      }
      return findFile(look, params.id, async () => true)
    })
    reply.header('cache-control', 'private, max-age=3600')
    return sendFile(reply, store, file)
  })
  mount(routes.venueCalendar, async ({ params, read, reply }) => {
    const feed = await read((look) => calendarOf(look, params.code, setup.publicUrl))
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'public, max-age=900').send(feed)
  })
  mount(routes.listPlaceDays, ({ params, query, read }) =>
    read(async (look) => {
      const at = await findPlace(look, params.id)
      if (at.venue.state !== 'open' && at.venue.state !== 'suspended') throw refuse('record.not-found')
      const [days] = await daysOf(look, [at], query.from ?? look.today, query.days)
      return { place: placeView(at.place), days: days! }
    }),
  )
  mount(routes.countMyVisit, ({ params, write }) => write((work) => countMe(work, params.code)))
  mount(routes.takeItem, ({ params, body, write }) => write((work) => takeItem(work, params.code, body)))
  mount(routes.bookPlace, ({ params, body, write }) =>
    write(async (work) => (await bookingViews(work, [await book(work, params.id, body)], true))[0]!),
  )
  mount(routes.listMyBookings, ({ read }) => read(myBookings))
  mount(routes.cancelMyBooking, async ({ params, write }) => {
    await write((work) => cancelMine(work, params.id))
    return { done: true as const }
  })
}
