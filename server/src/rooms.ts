import type { ProblemCode } from '@gongyou/contract/problems.ts'
import { accounts } from './features/accounts/index.ts'
import { membership, membershipFacts, membershipOffice, roster } from './features/membership/index.ts'
import { organisationFacts, organisations } from './features/organisations/index.ts'
import { statistics } from './features/statistics/index.ts'
import type { Room } from './kit/http/server.ts'
import type { FactDefinition } from './kit/ledger/fact.ts'

/** Every room of the server, left to right: each knows only those before it. */
export const rooms: readonly Room[] = [organisations, accounts, membership, membershipOffice, roster, statistics]

/** Everything that is counted. */
export const facts: readonly FactDefinition[] = [...organisationFacts, ...membershipFacts]

/** What each named constraint means when the database refuses. */
export const words: Readonly<Record<string, ProblemCode>> = {
  person_identity_unique: 'people.already-registered',
  org_kind_under_parent_fkey: 'organisations.wrong-parent',
  org_name_unique: 'organisations.same-name',
  org_uscc_unique: 'organisations.uscc-taken',
  employer_uscc_unique: 'organisations.uscc-taken',
  term_number_unique: 'organisations.term-overlap',
  term_no_overlap: 'organisations.term-overlap',
  transfer_open_unique: 'membership.transfer-open',
  transfer_goes_somewhere: 'membership.same-union',
  application_open_unique: 'membership.already-applied',
  stay_one_union_at_a_time: 'membership.already-member',
}
