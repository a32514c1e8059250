import { v7 } from 'uuid'

/** A new record id: UUID version 7, so that ids made later sort later and indexes grow at one end. */
export const newId = () => v7()
