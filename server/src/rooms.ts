import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { courseOrder } from '@gongyou/contract/lawmenu/course-order.ts'
import { courseProposal } from '@gongyou/contract/lawmenu/course-proposal.ts'
import { courses } from '@gongyou/contract/lawmenu/courses.ts'
import { formUnion } from '@gongyou/contract/organising/form-union.ts'
import { standardTemplates } from '@gongyou/contract/papers/templates/index.ts'
import type { ProblemCode } from '@gongyou/contract/problems.ts'
import { academyNaming } from '@gongyou/contract/skills/academy-naming.ts'
import { contestAppeal } from '@gongyou/contract/skills/appeal.ts'
import { contestPlan } from '@gongyou/contract/skills/plan.ts'
import { contestTemplates } from '@gongyou/contract/skills/result-paper.ts'
import { accounts, accountsTasks, ownAccount } from './features/accounts/index.ts'
import {
  type ActivitiesHouse,
  activitiesEffects,
  activitiesDimensions,
  activitiesFacts,
  activitiesFigures,
  activitiesRooms,
  activitiesServices,
  ownKinds,
} from './features/activities/index.ts'
import { audit, auditTasks } from './features/audit/index.ts'
import {
  type House,
  casePapersSight,
  caseSight,
  casesDimensions,
  casesFacts,
  casesFigures,
  casesRooms,
  casesSchedule,
  casesTasks,
  ownEffects,
  ownServices,
  peopleOfCase,
} from './features/cases/index.ts'
import { type SubjectSights, clocks, clocksSchedule, clocksTasks } from './features/clocks/index.ts'
import { documents } from './features/documents/index.ts'
import {
  hotline,
  hotlineDimensions,
  hotlineEffects,
  hotlineFacts,
  hotlineFigures,
  hotlineOpened,
  hotlinePaperValues,
} from './features/hotline/index.ts'
import {
  cardPublicKey,
  cardHolder,
  membership,
  membershipDimensions,
  membershipFacts,
  membershipFigures,
  membershipOffice,
  membershipTasks,
  myRecords,
  personFrame,
  personFrames,
  personOfCard,
  personWithin,
  roster,
} from './features/membership/index.ts'
import { notices, noticesTasks } from './features/notices/index.ts'
import { organisationDimensions, organisationFacts, organisationFigures, organisations, organisationSheets } from './features/organisations/index.ts'
import { organisingEffects, organisingPaperValues } from './features/organising/index.ts'
import { papersDimensions, papersFacts, papersFigures, papersRoom, papersTasks } from './features/papers/index.ts'
import { people, peopleTasks } from './features/people/index.ts'
import {
  ownRegisters,
  type Register,
  registersDimensions,
  registersFacts,
  registersFigures,
  registersRooms,
  registersSchedule,
  registersTasks,
} from './features/registers/index.ts'
import { reportsRoom } from './features/reports/index.ts'
import { type Catalogue, statisticsRooms, statisticsSchedule, statisticsTasks } from './features/statistics/index.ts'
import { venuesDimensions, venuesEffects, venuesFacts, venuesFigures, venuesOpened, venuesRooms, venuesServices } from './features/venues/index.ts'
import {
  academyRoom,
  contestsRoom,
  planEffects,
  skillsDimensions,
  skillsFacts,
  skillsFigures,
  skillsRegisters,
  tradeSight,
} from './features/skills/index.ts'
import type { Room } from './kit/http/server.ts'
import type { Scheduled, Tasks } from './kit/jobs/tasks.ts'
import type { FactDefinition } from './kit/ledger/fact.ts'

/** Who may see a record that has clocks, kind by kind: then he may ask why it is due when it is. */
const subjectSights: SubjectSights = { case: caseSight, 'contest-trade': tradeSight }

const templates = [...standardTemplates, ...contestTemplates]

/** What the engine of cases needs of the departments: what their steps do, and what the registry knows of a person. */
export const house: House = {
  effects: { ...ownEffects, ...activitiesEffects, ...venuesEffects, ...organisingEffects, ...hotlineEffects, ...planEffects },
  opened: { ...venuesOpened, ...hotlineOpened },
  personFrame,
  personWithin: (look, id) => personWithin(look, id, 'people.read'),
  templates,
  paperValues: { ...organisingPaperValues, ...hotlinePaperValues },
}

/** The same for activities, which know many persons at once and the keys of member cards. */
export const activitiesHouse: ActivitiesHouse = { ...house, personFrames, personOfCard, cardKey: cardPublicKey }

/** Every service this release offers. */
export const services: readonly Service[] = [
  ...ownServices,
  ...activitiesServices,
  ...venuesServices,
  formUnion,
  hotlineOrder,
  courseProposal,
  courseOrder,
  contestPlan,
  contestAppeal,
  academyNaming,
]

/** Every register this release keeps. */
export const registers: readonly Register[] = [...ownRegisters, courses, ...skillsRegisters]

/** Everything that is counted. */
export const facts: readonly FactDefinition[] = [
  ...organisationFacts,
  ...papersFacts,
  ...registersFacts,
  ...casesFacts,
  ...activitiesFacts,
  ...venuesFacts,
  ...membershipFacts,
  ...hotlineFacts,
  ...skillsFacts,
]

/** Every figure this release declares, and how its dimensions are called. */
export const catalogue: Catalogue = {
  facts,
  figures: [
    ...membershipFigures,
    ...organisationFigures,
    ...casesFigures,
    ...hotlineFigures,
    ...registersFigures,
    ...papersFigures,
    ...activitiesFigures,
    ...venuesFigures,
    ...skillsFigures,
  ],
  dimensions: {
    ...organisationDimensions,
    ...papersDimensions,
    ...registersDimensions,
    ...casesDimensions,
    ...membershipDimensions,
    ...hotlineDimensions,
    ...activitiesDimensions,
    ...venuesDimensions,
    ...skillsDimensions,
  },
}

/** Every kind of activity this release knows. */
export const activityKinds: readonly ActivityKind[] = [...ownKinds]

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
  ...activitiesRooms(activitiesHouse),
  ...venuesRooms({ cardHolder }),
  membership,
  myRecords,
  membershipOffice,
  roster,
  hotline(house),
  contestsRoom(house),
  academyRoom,
  ...statisticsRooms(catalogue),
  reportsRoom(catalogue),
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
  ...statisticsTasks,
}

/** What the clock starts. */
export const schedule: readonly Scheduled[] = [
  { task: 'sealAudit', cron: '* * * * *' },
  { task: 'remindReElections', cron: '30 0 * * *' },
  ...clocksSchedule,
  ...registersSchedule,
  ...casesSchedule,
  ...statisticsSchedule,
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
  activity_kind_pkey: 'activities.revision-taken',
  kind_draft_code_unique: 'activities.code-taken',
  session_times: 'activities.times-wrong',
  pool_times: 'activities.sign-up-times-wrong',
  pool_never_oversold: 'activities.seats-below-taken',
  quota_never_exceeded: 'activities.seats-below-taken',
  sign_up_once: 'activities.already-signed-up',
  attendance_once: 'activities.checked-in',
  rating_pkey: 'activities.rated',
  saved_view_name_unique: 'cases.view-name-taken',
  venue_name_unique: 'venues.same-name',
  venue_case_unique: 'venues.case-known',
  special_days_no_overlap: 'venues.days-overlap',
  inspection_once_a_year: 'venues.inspected',
  item_name_unique: 'venues.item-known',
  hand_out_once_a_day: 'venues.had-today',
  stock_rest: 'venues.none-left',
  place_name_unique: 'venues.place-known',
  booking_no_overlap: 'venues.taken',
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
  claim_code_unique: 'statistics.code-taken',
  figure_pkey: 'statistics.revision-taken',
  figure_draft_code_unique: 'statistics.code-taken',
  token_pkey: 'record.changed',
  edition_pkey: 'record.changed',
  approval_pkey: 'record.changed',
  target_unique: 'statistics.target-taken',
  stay_one_union_at_a_time: 'membership.already-member',
}
