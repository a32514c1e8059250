import { fact } from '@gongyou/contract/kit/fact.ts'

/** Papers issued, less those withdrawn. */
const papersIssued = fact({ code: 'papers-issued', acts: { 'paper.issued': 1, 'paper.withdrawn': -1 }, by: ['kind'] })

export const papersFacts = [papersIssued]
