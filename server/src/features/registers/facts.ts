import { fact } from '@gongyou/contract/kit/fact.ts'

const by = ['register', 'channel'] as const

const entriesAdded = fact({ code: 'entries-added', acts: { 'entry.added': 1 }, by })
/** Entries that are not ended; one whose time has run out stays until somebody renews or ends it. */
const entriesStock = fact({ code: 'entries-stock', acts: { 'entry.added': 1, 'entry.ended': -1, 'entry.restored': 1 }, by: ['register'] })
const entriesRenewed = fact({ code: 'entries-renewed', acts: { 'entry.renewed': 1 }, by })

export const registersFacts = [entriesAdded, entriesStock, entriesRenewed]
