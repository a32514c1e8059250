import type { Frame } from '@gongyou/contract/forms/index.ts'
import type { Look } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import type { House } from '../cases/index.ts'

/** What activities need of the rest of the house; made once where the rooms are listed. */
export type ActivitiesHouse = House & {
  /** What the registry knows of many persons, each by his id. */
  personFrames: (look: Look, personIds: readonly string[]) => Promise<ReadonlyMap<string, Frame>>
  personOfCard: (look: Look, number: string) => Promise<string | undefined>
  /** The key by which a member card is checked without a network. */
  cardKey: (keys: KeyRing) => string
}
/** The house with the keys of the building. */
export type Hall = ActivitiesHouse & { keys: KeyRing }
