import { fact } from '@gongyou/contract/kit/fact.ts'

const by = ['channel', 'occupation', 'joinPoint'] as const

/** Each joining counts once; a joining that was reversed counts no more. */
const membersJoined = fact({ code: 'members-joined', acts: { 'membership.joined': 1 }, by })

/** What makes the stock rise and fall: add these up to a day and you have the members of that day. */
const membersStock = fact({
  code: 'members-stock',
  by,
  acts: {
    'membership.joined': 1,
    'membership.moved-in': 1,
    'membership.moved-out': -1,
    'membership.left': -1,
    'membership.expelled': -1,
    'membership.deceased': -1,
  },
})

export const membershipFacts = [membersJoined, membersStock]
