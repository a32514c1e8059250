import type { Service } from '@gongyou/contract/cases/service.ts'
import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { formUnion } from '@gongyou/contract/organising/form-union.ts'
import { standardTemplates } from '@gongyou/contract/papers/templates/index.ts'
import type { ProblemCode } from '@gongyou/contract/problems.ts'
import { academyNaming } from '@gongyou/contract/skills/academy-naming.ts'
import { contestAppeal } from '@gongyou/contract/skills/appeal.ts'
import { contestPlan } from '@gongyou/contract/skills/plan.ts'
import { contestTemplates } from '@gongyou/contract/skills/result-paper.ts'
import { accounts, accountsTasks, ownAccount } from './features/accounts/index.ts'
import { audit, auditTasks } from './features/audit/index.ts'
import {
  type House,
  casePapersSight,
  caseSight,
  casesFacts,
  casesRooms,
  casesSchedule,
  casesTasks,
  ownEffects,
  ownServices,
  peopleOfCase,
} from './features/cases/index.ts'
import { type SubjectSights, clocks, clocksSchedule, clocksTasks } from './features/clocks/index.ts'
import { documents } from './features/documents/index.ts'
import { hotline, hotlineEffects, hotlineFacts, hotlineOpened, hotlinePaperValues } from './features/hotline/index.ts'
import {
  membership,
  membershipFacts,
  membershipOffice,
  membershipTasks,
  myRecords,
  personFrame,
  personWithin,
  roster,
} from './features/membership/index.ts'
import { notices, noticesTasks } from './features/notices/index.ts'
import { organisationFacts, organisations, organisationSheets } from './features/organisations/index.ts'
import { organisingEffects, organisingPaperValues } from './features/organising/index.ts'
import { papersFacts, papersRoom, papersTasks } from './features/papers/index.ts'
import { people, peopleTasks } from './features/people/index.ts'
import { ownRegisters, type Register, registersFacts, registersRooms, registersSchedule, registersTasks } from './features/registers/index.ts'
import { academyRoom, contestsRoom, planEffects, skillsFacts, skillsRegisters, tradeSight } from './features/skills/index.ts'
import { statistics } from './features/statistics/index.ts'
import type { Room } from './kit/http/server.ts'
import type { Scheduled, Tasks } from './kit/jobs/tasks.ts'
import type { FactDefinition } from './kit/ledger/fact.ts'

/** Who may see a record that has clocks, kind by kind: then he may ask why it is due when it is. */
const subjectSights: SubjectSights = { case: caseSight, 'contest-trade': tradeSight }

const templates = [...standardTemplates, ...contestTemplates]

/** What the engine of cases needs of the departments: what their steps do, and what the registry knows of a person. */
export const house: House = {
  effects: { ...ownEffects, ...organisingEffects, ...hotlineEffects, ...planEffects },
  opened: hotlineOpened,
  personFrame,
  personWithin: (look, id) => personWithin(look, id, 'people.read'),
  templates,
  paperValues: { ...organisingPaperValues, ...hotlinePaperValues },
}

/** Every service this release offers. */
export const services: readonly Service[] = [...ownServices, formUnion, hotlineOrder, contestPlan, contestAppeal, academyNaming]

/** Every register this release keeps. */
export const registers: readonly Register[] = [...ownRegisters, ...skillsRegisters]

/** Every room of the server, left to right: each knows only those before it. */
export const rooms: readonly Room[] = [
  people,
  organisations,
  organisationSheets,
  documents,
  notices,
  accounts,
  ownAccount,
  audit,
  clocks(subjectSights),
  papersRoom({ templates, sights: { case: casePapersSight } }),
  ...registersRooms,
  ...casesRooms(house),
  membership,
  myRecords,
  membershipOffice,
  roster,
  hotline(house),
  contestsRoom(house),
  academyRoom,
  statistics,
]

/** Everything that is counted. */
export const facts: readonly FactDefinition[] = [
  ...organisationFacts,
  ...papersFacts,
  ...registersFacts,
  ...casesFacts,
  ...membershipFacts,
  ...hotlineFacts,
  ...skillsFacts,
]

/** Everything that is done in the background. */
export const tasks: Tasks = {
  ...peopleTasks,
  ...noticesTasks,
  ...accountsTasks,
  ...auditTasks,
  ...clocksTasks({ case: peopleOfCase }),
  ...papersTasks,
  ...registersTasks,
  ...casesTasks,
  ...membershipTasks,
}

/** What the clock starts. */
export const schedule: readonly Scheduled[] = [
  { task: 'sealAudit', cron: '* * * * *' },
  { task: 'remindReElections', cron: '30 0 * * *' },
  ...clocksSchedule,
  ...registersSchedule,
  ...casesSchedule,
]

/** What each named constraint means when the database refuses. */
export const words: Readonly<Record<string, ProblemCode>> = {
  person_identity_unique: 'people.already-registered',
  org_kind_under_parent_fkey: 'organisations.wrong-parent',
  org_name_unique: 'organisations.same-name',
  org_uscc_unique: 'organisations.uscc-taken',
  employer_uscc_unique: 'organisations.uscc-taken',
  passkey_pkey: 'accounts.passkey-known',
  account_login_unique: 'accounts.login-taken',
  account_person_unique: 'accounts.already-staff',
  rule_pkey: 'record.changed',
  post_held_once: 'accounts.post-held',
  delegation_period: 'accounts.dates-wrong',
  term_number_unique: 'organisations.term-overlap',
  term_no_overlap: 'organisations.term-overlap',
  register_definition_pkey: 'registers.revision-taken',
  register_draft_code_unique: 'registers.code-taken',
  entry_key_unique: 'registers.already-entered',
  entry_change_pkey: 'record.changed',
  entry_validity: 'registers.dates-wrong',
  service_pkey: 'cases.revision-taken',
  service_draft_code_unique: 'cases.code-taken',
  act_one_after_the_other: 'record.changed',
  matter_pkey: 'record.changed',
  saved_view_name_unique: 'cases.view-name-taken',
  order_pkey: 'hotline.known-order',
  competition_edition_unique: 'skills.edition-taken',
  trade_name_unique: 'skills.trade-taken',
  entrant_person_unique: 'skills.already-entered',
  sheet_not_own_unit: 'skills.own-unit',
  class_edition_unique: 'skills.class-taken',
  sheet_pkey: 'skills.handed-in',
  round_judge_panel_fkey: 'skills.judge-in-use',
  round_judge_pkey: 'skills.judge-in-use',
  transfer_open_unique: 'membership.transfer-open',
  transfer_goes_somewhere: 'membership.same-union',
  organ_code_unique: 'papers.code-taken',
  paper_number_unique: 'papers.number-taken',
  template_pkey: 'record.changed',
  application_open_unique: 'membership.already-applied',
  stay_one_union_at_a_time: 'membership.already-member',
}
