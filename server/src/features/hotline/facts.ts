import { fact } from '@gongyou/contract/kit/fact.ts'

const hotlineReceived = fact({ code: 'hotline-received', acts: { 'hotline.received': 1 }, by: ['source', 'category'] })
const hotlineAnswered = fact({ code: 'hotline-answered', acts: { 'hotline.answered': 1 }, by: ['source', 'category', 'late'] })
const hotlineCallbacks = fact({
  code: 'hotline-callbacks',
  acts: { 'hotline.called-back': 1 },
  by: ['source', 'category', 'responded', 'solved', 'satisfied', 'again'],
})

export const hotlineFacts = [hotlineReceived, hotlineAnswered, hotlineCallbacks]
