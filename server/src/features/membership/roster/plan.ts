import { entryOf } from '@gongyou/contract/codes/code-list.ts'
import { membershipStatuses } from '@gongyou/contract/codes/membership-codes.ts'
import type { Reach } from '../../organisations/index.ts'
import { type Fault, whole } from './faults.ts'
import type { Known } from './known.ts'
import type { Input } from './input.ts'

/** Fields of a person that a roster may fill or change; an empty cell never erases. */
export const personFields = ['ethnicity', 'education', 'mobile', 'household_type', 'is_migrant', 'residence_town', 'skill_level', 'title'] as const
export type PersonField = (typeof personFields)[number]
export type SealedName = 'political_status' | 'bank_card'

export type EmploymentPlan = { add?: { employerId: string | null; name: string | null }; change?: string; end: string[] }
/** What is to be done for one row. `fields` names what differs, for the act and the audit. */
export type Plan = {
  outcome: 'new' | 'update' | 'unchanged' | 'bad'
  faults: Fault[]
  known: Known | undefined
  fields: PersonField[]
  sealed: SealedName[]
  join: boolean
  move: boolean
  restatus: boolean
  reoccupy: boolean
  employment: EmploymentPlan | null
}

const within = (reach: Reach, orgId: string | null) => reach === 'all' || (orgId !== null && reach.includes(orgId))

/** Why a known person cannot be taken from a roster. */
const hindrances = (input: Input, known: Known, reach: Reach): Fault[] => {
  const mine = known.org_id === null || within(reach, known.org_id)
  const faults: Fault[] = []
  if (known.name !== input.name) faults.push(whole.otherName(mine && known.org_id !== null ? known.name : null))
  if (known.applied) faults.push(whole.applied)
  if (known.status === null || known.status === 'prospect') return faults
  if (!mine) faults.push(whole.otherUnion)
  else if (known.status === 'transferring' && known.org_id !== input.orgId) faults.push(whole.underTransfer)
  else if (known.status === 'left' || known.status === 'expelled' || known.status === 'deceased')
    faults.push(whole.ended(entryOf(membershipStatuses, known.status)))
  return faults
}

/** A job on a platform is added to others; any other job takes the place of the one before. */
const employmentPlan = (input: Input, known: Known | undefined): EmploymentPlan | null => {
  const open = known?.employed ?? []
  const typed = input.employerId !== null || input.employerName !== null
  const employer =
    typed || open.length > 0 ? { employerId: input.employerId, name: input.employerName } : { employerId: input.orgEmployerId, name: null }
  const same = typed
    ? open.find((e) => (input.employerId ? e.employerId === input.employerId : e.name === input.employerName))
    : open.length === 1
      ? open[0]
      : undefined
  if (same) {
    const differs =
      (input.job !== null && input.job !== same.occupation) ||
      (input.employmentForm !== null && input.employmentForm !== same.form) ||
      (input.employmentState !== null && input.employmentState !== same.state)
    return differs ? { change: same.id, end: [] } : null
  }
  if (employer.employerId === null && employer.name === null && (open.length > 0 || !(input.job ?? input.employmentForm ?? input.employmentState)))
    return null
  return { add: employer, end: input.employmentForm === 'platform' ? [] : open.filter((e) => e.form !== 'platform').map((e) => e.id) }
}

/** Compares a row with what is registered. `reveal` opens a sealed field of the register. */
export const planOf = (input: Input, known: Known | undefined, reach: Reach, reveal: (known: Known, field: SealedName) => string | null): Plan => {
  const faults = known ? hindrances(input, known, reach) : []
  const plan: Plan = {
    outcome: 'new',
    faults,
    known,
    fields: [],
    sealed: [],
    join: true,
    move: false,
    restatus: false,
    reoccupy: false,
    employment: null,
  }
  if (faults.length > 0) {
    plan.outcome = 'bad'
    plan.join = false
    return plan
  }
  plan.employment = employmentPlan(input, known)
  if (!known) return plan
  const { employment } = plan
  const fields = personFields.filter((f) => input[f] !== null && input[f] !== known[f])
  const sealed = (['political_status', 'bank_card'] as const).filter((f) => input[f] !== null && input[f] !== reveal(known, f))
  const join = known.status === null || known.status === 'prospect'
  const move = !join && known.org_id !== input.orgId
  const restatus = !join && input.status !== null && known.status !== 'transferring' && input.status !== known.status
  const reoccupy = !join && input.occupation !== null && input.occupation !== known.occupation
  // A cell that gives the month only was read as its first day.
  if (
    !join &&
    input.joinedOn !== null &&
    known.joined_on !== null &&
    input.joinedOn !== known.joined_on &&
    !(input.joinedOn.endsWith('-01') && known.joined_on.startsWith(input.joinedOn.slice(0, 7)))
  )
    faults.push(whole.joinedOtherwise(known.joined_on))
  const changes = fields.length + sealed.length > 0 || move || restatus || reoccupy || employment !== null
  return { outcome: join ? 'new' : changes ? 'update' : 'unchanged', faults, known, fields, sealed, join, move, restatus, reoccupy, employment }
}
