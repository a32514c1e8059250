import { v7 } from 'uuid'

/** A new record id: UUID version 7, so that ids made later sort later and indexes grow at one end. */
export const newId = () => v7()

/** The id before which every id was made earlier than this moment, to the millisecond. */
export const firstIdAt = (at: Date) => v7({ msecs: at.getTime(), seq: 0, random: new Uint8Array(16) })
