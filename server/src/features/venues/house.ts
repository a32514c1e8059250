import type { Look } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'

/** The holder of a member card, or why there is none. */
export type CardHolder = { id: string; name: string } | 'no-card' | 'old'

/** What venues need of the rest of the house: whose card was scanned. */
export type VenueHouse = { cardHolder: (look: Look, keys: KeyRing, token: string) => Promise<CardHolder> }
