import { fact } from '@gongyou/contract/kit/fact.ts'

/** 对: pairs who chose each other, where so many took part that the number tells nobody who they are. */
const pairs = fact({ code: 'matchmaking-pairs', acts: { 'matchmaking.compared': 1 }, by: ['kind'], sums: 'pairs' })

export const matchmakingFacts = [pairs]
