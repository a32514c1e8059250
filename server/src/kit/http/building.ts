import type { listPersonas } from '@gongyou/contract/accounts/personas.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Database } from '../db/database.ts'
import type { KeyRing } from '../secrets/key-ring.ts'

/** What the installation was started with. */
export type Setup = {
  region: number
  demo: boolean
  /** Address people open, e.g. `http://localhost:8080`; QR codes point there. */
  publicUrl: string
  folder: string
  secureCookies: boolean
  /** Requests a minute from one address to one route where it does not say fewer; 0 lifts every limit. */
  perMinute?: number
  /** Who can be tried, where the example district is loaded. */
  example?: ReplyOf<typeof listPersonas>
  /** The GONGYOU_… variables of the environment; each room reads its own. */
  settings?: Readonly<Record<string, string | undefined>>
}

/** What every room of the server may use. Made once in `main.ts`, handed down, never imported. */
export type Building = { db: Database; keys: KeyRing; setup: Setup }
