import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { SignUpReceipt } from '@gongyou/contract/activities/routes.ts'
import type { Asker } from '../../../kit/ledger/ledger.ts'

/** One wish to take part, as it stands in the queue. */
export type Wish = {
  id: string
  poolId: string
  personId: string
  answers: Answers
  party: readonly string[]
  channel: 'phone' | 'officer' | 'list'
  by: Asker
}
export type Receipt = SignUpReceipt
