import type { VenueState } from '@gongyou/contract/codes/venue-codes.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import { venueApplication } from '@gongyou/contract/venues/application.ts'
import { venueComplaint } from '@gongyou/contract/venues/complaint.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Effects, type Matter, type Opened, changeMatter } from '../cases/index.ts'
import { enterVenue, venueAnswersOf, writeAnswers } from './enter.ts'
import { enterState } from './move.ts'
import { type VenueRow, findVenue } from './venue.ts'

const answersOf = ({ row }: Matter) => row.answers as Answers

/** An application is filed: its venue stands on the list from this day on. */
const applied: Opened = async (work, matter) => {
  const { row } = matter
  await enterVenue(work, {
    orgId: row.applicant_org_id ?? row.org_id,
    answers: venueAnswersOf(answersOf(matter)),
    state: 'applied',
    on: work.today,
    caseId: row.id,
  })
  await changeMatter(work, matter, { title: `${matter.service.title.zh} · ${String(answersOf(matter).name)}`.slice(0, 200) })
}

const venueOf = async (work: Work, { row }: Matter): Promise<VenueRow> => {
  const venue = await work.tx
    .selectFrom('venues.venue')
    .selectAll()
    .where('region', '=', work.region)
    .where('case_id', '=', row.id)
    .forUpdate()
    .executeTakeFirst()
  if (!venue) throw refuse('record.not-found')
  return venue
}

/** A step of the application leads the venue into the state of the same meaning, with whatever the step has filled in. */
const leads =
  (to: VenueState, dayField?: string): Effects[string] =>
  async (work, _engine, matter, { said }) => {
    const venue = await venueOf(work, matter)
    await writeAnswers(work, venue, venueAnswersOf(answersOf(matter)))
    const day = dayField ? (answersOf(matter)[dayField] as string | undefined) : undefined
    await enterState(work, await findVenue(work, venue.id), to, day ?? work.today, said ?? '')
  }

export const venuesEffects: Effects = {
  'venues.site-checked': leads('site_checked', 'checkedOn'),
  'venues.approved': leads('approved'),
  'venues.building': leads('building'),
  'venues.accepted': leads('accepted', 'acceptedOn'),
  'venues.opened': leads('open', 'openedOn'),
  'venues.dropped': leads('closed'),
}

/** Who runs the venue answers; a code that nobody has stays with the union it came to, which can ask. */
const complained: Opened = async (work, matter) => {
  const code = String(answersOf(matter).venue ?? '')
    .trim()
    .toUpperCase()
  const venue = await work.db
    .selectFrom('venues.venue as v')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'v.region').onRef('o.id', '=', 'v.org_id'))
    .select(['v.name', 'v.org_id', 'o.town'])
    .where('v.region', '=', work.region)
    .where('v.code', '=', code)
    .executeTakeFirst()
  if (!venue) return
  await changeMatter(work, matter, {
    org_id: venue.org_id,
    town: venue.town,
    title: `${matter.service.title.zh} · ${venue.name}`.slice(0, 200),
  })
}

export const venuesOpened = { [venueApplication.code]: applied, [venueComplaint.code]: complained }
