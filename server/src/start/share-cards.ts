import { shareCard } from '../features/activities/index.ts'
import { nobody } from '../kit/actor.ts'
import type { Database } from '../kit/db/database.ts'
import type { Cards } from './web.ts'

/** Pages that are passed on in chats, by the first word of their address. */
export const shareCards = (db: Database, region: number): Cards => ({
  activities: (id) => db.read({ region, by: nobody }, (look) => shareCard(look, id)),
})
