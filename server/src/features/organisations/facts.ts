import { fact } from '@gongyou/contract/kit/fact.ts'

const unionsFounded = fact({ code: 'unions-founded', acts: { 'union.founded': 1 }, by: ['kind'] })
const unionsStock = fact({ code: 'unions-stock', acts: { 'union.founded': 1, 'union.dissolved': -1 }, by: ['kind'] })

export const organisationFacts = [unionsFounded, unionsStock]
