import type { SessionRoom } from '@gongyou/contract/activities/shapes.ts'
import type { Frame } from '@gongyou/contract/forms/index.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import type { House } from '../cases/index.ts'

export type HeldSession = { id: string; placeId: string; from: Date; to: Date; title: string; orgId: string; people?: number | undefined }
/** Places of venues, as sessions use them. */
export type SessionPlaces = {
  /** Books the place for the session, instead of what it held before; refuses where another holds the time. */
  hold: (work: Work, session: HeldSession) => Promise<void>
  /** Gives back what these sessions hold. */
  free: (work: Work, sessionIds: readonly string[], because: string) => Promise<void>
  of: (look: Look, sessionIds: readonly string[]) => Promise<ReadonlyMap<string, SessionRoom>>
}

/** What activities need of the rest of the house; made once where the rooms are listed. */
export type ActivitiesHouse = House & {
  places: SessionPlaces
  /** What the registry knows of many persons, each by his id. */
  personFrames: (look: Look, personIds: readonly string[]) => Promise<ReadonlyMap<string, Frame>>
  personOfCard: (look: Look, number: string) => Promise<string | undefined>
  /** The key by which a member card is checked without a network. */
  cardKey: (keys: KeyRing) => string
}
/** The house with the keys of the building. */
export type Hall = ActivitiesHouse & { keys: KeyRing }
