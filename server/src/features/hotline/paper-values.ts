import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import type { TokenValues } from '@gongyou/contract/papers/template.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Matter } from '../cases/index.ts'

type Row = Readonly<Record<string, unknown>>

/** To whom a paper about an order goes: the handler when it is passed on, the hotline when it is answered. Who called stands in neither. */
const values = async (_look: Look, { row }: Matter, template: string): Promise<TokenValues> => {
  if (template !== 'referral') return {}
  const { unit } = row.answers as Row
  const name = typeof unit === 'object' && unit !== null && 'name' in unit ? unit.name : undefined
  return { ...(typeof name === 'string' ? { party: name } : {}), ...(row.due_on ? { dueOn: row.due_on } : {}) }
}

export const hotlinePaperValues = { [hotlineOrder.code]: values }
