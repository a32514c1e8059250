import type { CaseView, NextStep, Way } from '@gongyou/contract/cases/shapes.ts'

/** What can be pressed: a step of the service or a way of the office. */
export type Offer = { step: NextStep } | { way: Way }

/** Ways that are the very thing asked of the caller, or that come before any step. */
const first: readonly Way[] = ['giveOpinion', 'decideExtension', 'report', 'resume', 'rate']
const beside: readonly Way[] = ['upgrade', 'claim', 'supply', 'askForMore', 'answer']
/** Opened where the answers stand. */
const elsewhere: readonly Way[] = ['openSealed']
const groups: readonly (readonly Way[])[] = [
  ['transfer', 'delegate', 'consult', 'addBefore', 'addAfter', 'copy', 'link'],
  ['extend', 'urge', 'suspend'],
  ['note', 'replay'],
  ['sendBack', 'recall', 'withdraw', 'appeal', 'reopen', 'terminate'],
]

/** Buttons in the order they are pressed most, refusing ones last; everything else in groups behind “more”. */
export const offersOf = ({ next, ways }: Pick<CaseView, 'next' | 'ways'>) => {
  const open = (list: readonly Way[]) => list.filter((way) => ways.includes(way)).map((way): Offer => ({ way }))
  const main = (n: NextStep) => !n.plain
  const buttons = [...open(first), ...next.filter(main).map((step): Offer => ({ step })), ...open(beside)]
  const plain = next.filter((n) => n.plain).map((step): Offer => ({ step }))
  const shown = new Set([...first, ...beside, ...elsewhere])
  const more = groups.map((g) => g.filter((way) => ways.includes(way) && !shown.has(way))).filter((g) => g.length > 0)
  // The one that stands out is what is asked of the caller; where only side ways are left, none does.
  const leads = buttons[0] !== undefined && ('step' in buttons[0] || first.includes(buttons[0].way))
  return { buttons, leads, plain, more }
}
