import { fact } from '@gongyou/contract/kit/fact.ts'

const by = ['form', 'every'] as const
const due = fact({ code: 'returns-due', acts: { 'return.opened': 1 }, by })
const handedIn = fact({ code: 'returns-in', acts: { 'return.handed-in': 1 }, by: [...by, 'timely', 'nil'] })
const changed = fact({ code: 'return-lines-changed', acts: { 'return.handed-in': 1 }, by, sums: 'changed' })

export const returnsFacts = [due, handedIn, changed]
