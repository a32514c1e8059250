import { fact } from '@gongyou/contract/kit/fact.ts'

/** `split` is the choice a service names for its figures; `outcome` is there once the case has one, `good` when it closes; `soon`: opened
 * again within thirty days of closing. */
const by = ['service', 'channel', 'split', 'outcome', 'action', 'stars', 'good', 'soon'] as const

const casesOpened = fact({ code: 'cases-opened', acts: { 'case.opened': 1 }, by })
const casesClosed = fact({ code: 'cases-closed', acts: { 'case.closed': 1 }, by })
/** A case that is opened again is not closed any more; one that is given to another organisation is open there. */
const casesOpen = fact({
  code: 'cases-open',
  acts: { 'case.opened': 1, 'case.closed': -1, 'case.reopened': 1, 'case.moved-out': -1, 'case.moved-in': 1 },
  by,
})
/** Every step taken, by its name: for services whose figure is a step and not the end. */
const caseSteps = fact({ code: 'case-steps', acts: { 'case.acted': 1, 'case.closed': 1 }, by })
const casesReopened = fact({ code: 'cases-reopened', acts: { 'case.reopened': 1 }, by })
const casesRated = fact({ code: 'cases-rated', acts: { 'case.rated': 1 }, by })
const caseStars = fact({ code: 'case-stars', acts: { 'case.rated': 1 }, by, sums: 'stars' })
/** Money, or whatever number the service names, of cases that ended. */
const caseAmounts = fact({ code: 'case-amounts', acts: { 'case.closed': 1 }, by, sums: 'amount' })
/** Calendar days from taking to closing. */
const caseDays = fact({ code: 'case-days', acts: { 'case.closed': 1 }, by, sums: 'days' })

export const casesFacts = [casesOpened, casesClosed, casesOpen, caseSteps, casesReopened, casesRated, caseStars, caseAmounts, caseDays]
