import { type AddressAnswer, type Answers, type FileAnswer, checkAnswers, isAnswered } from '@gongyou/contract/forms/index.ts'
import type { VenueState } from '@gongyou/contract/codes/venue-codes.ts'
import { hoursOf, venueFields, venueForm } from '@gongyou/contract/venues/form.ts'
import { type Work, anyOf } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { settle } from './displace.ts'
import { type VenueRow, aboutVenue, lockVenue, newCode, writeState } from './venue.ts'

type Place = { kind: string; name: string; town: number | null; address: string; lng: number | null; lat: number | null }

/** Of all answers of an application, those that describe the venue. */
export const venueAnswersOf = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name, v]) => venueFields.includes(name) && isAnswered(v)))

const columnsOf = (answers: Answers, orgTown: number | null): Place => {
  const place = (answers.place ?? {}) as Partial<AddressAnswer>
  const [lng, lat] = place.point ?? [null, null]
  return { kind: answers.kind as string, name: (answers.name as string).trim(), town: place.town ?? orgTown, address: place.text ?? '', lng, lat }
}

const hoursFrom = (answers: Answers) => {
  const read = hoursOf(answers)
  if ('fault' in read)
    throw refuse('request.invalid', { says: read.fault.says, fields: [{ path: `answers.${read.fault.path}`, message: read.fault.says }] })
  return read.hours
}

/** The answers tidied, or a refusal that names every field. */
const readAnswers = (work: Work, given: Answers): Answers => {
  const { answers, faults } = checkAnswers(venueForm, given, { today: work.today })
  if (faults.length > 0) throw refuse('request.invalid', { fields: fieldsOf(faults, 'answers.') })
  return answers
}

/** Photos must be the caller's own, or hang there already. */
const mustOwnPhotos = async (work: Work, answers: Answers, before: Answers = {}) => {
  const idsIn = (a: Answers) => ((a.photos ?? []) as FileAnswer[]).map((f) => f.id)
  const fresh = idsIn(answers).filter((id) => !idsIn(before).includes(id))
  if (fresh.length === 0) return
  const own = await work.db
    .selectFrom('documents.file')
    .select('id')
    .where('region', '=', work.region)
    .where('id', '=', anyOf(fresh))
    .where('removed_at', 'is', null)
    .where('created_by', '=', work.by.personId)
    .execute()
  if (own.length < new Set(fresh).size)
    throw refuse('request.invalid', { fields: [{ path: 'answers.photos', message: '照片不是您上传的，请重新上传' }] })
}

const orgOf = async (work: Work, id: string) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  return org
}
const orgWithin = async (work: Work, id: string) => {
  const reach = await reachOf(work, 'venues.edit')
  if (reach !== 'all' && !reach.includes(id)) throw refuse('record.not-found')
  return orgOf(work, id)
}

type NewVenue = { id?: string | undefined; orgId: string; answers: Answers; state: VenueState; on: string; caseId?: string; code?: string }

/** Enters a venue in a state; one that is open counts from the day it opened. For effects and the example; rights are the caller's. */
export const enterVenue = async (work: Work, given: NewVenue) => {
  const { answers, state, on } = given
  const org = await orgOf(work, given.orgId)
  const id = given.id ?? newId()
  const columns = columnsOf(answers, org.town)
  await work.tx
    .insertInto('venues.venue')
    .values({
      region: work.region,
      id,
      code: given.code ?? newCode(),
      org_id: org.id,
      ...columns,
      answers: JSON.stringify(answers),
      hours: JSON.stringify(hoursFrom(answers)),
      state,
      opened_on: state === 'open' ? on : null,
      case_id: given.caseId ?? null,
      created_at: work.at,
      changed_at: work.at,
    })
    .execute()
  await writeState(work, id, state, on)
  work.ledger.act({ kind: state === 'open' ? 'venue.opened' : 'venue.entered', subject: id, org: org.id, day: on, data: aboutVenue(columns) })
  return id
}

/** Enters a venue that stands already. */
export const addVenue = async (work: Work, given: { orgId: string; answers: Answers; openedOn: string; requestId?: string | undefined }) => {
  const org = await orgWithin(work, given.orgId)
  if (given.requestId) {
    const known = await work.db
      .selectFrom('venues.venue')
      .select(['id', 'org_id'])
      .where('region', '=', work.region)
      .where('id', '=', given.requestId)
      .executeTakeFirst()
    if (known?.org_id === org.id) return known.id
    if (known) throw refuse('record.not-found')
  }
  if (given.openedOn > work.today) throw refuse('request.invalid', { fields: [{ path: 'openedOn', message: '开放日期不能晚于今天' }] })
  const answers = readAnswers(work, given.answers)
  await mustOwnPhotos(work, answers)
  return enterVenue(work, { id: given.requestId, orgId: org.id, answers, state: 'open', on: given.openedOn })
}

/** Another kind or another owner: it leaves the one stock and enters the other. */
const moveInStock = (work: Work, before: VenueRow, after: Pick<VenueRow, 'kind' | 'town' | 'org_id'>) => {
  if (!before.opened_on || before.closed_on) return
  if (before.kind === after.kind && before.org_id === after.org_id && before.town === after.town) return
  work.ledger.act({ kind: 'venue.moved-out', subject: before.id, org: before.org_id, data: aboutVenue(before) })
  work.ledger.act({ kind: 'venue.moved-in', subject: before.id, org: after.org_id, data: aboutVenue(after) })
}

/** Writes what a venue is now said to be: columns, hours and answers together. */
export const writeAnswers = async (work: Work, row: VenueRow, answers: Answers, orgId = row.org_id) => {
  const org = await orgOf(work, orgId)
  const columns = columnsOf(answers, org.town)
  await work.tx
    .updateTable('venues.venue')
    .set({
      ...columns,
      org_id: orgId,
      answers: JSON.stringify(answers),
      hours: JSON.stringify(hoursFrom(answers)),
      changed_at: work.at,
      version: row.version + 1,
    })
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .execute()
  moveInStock(work, row, { ...columns, org_id: orgId })
}

/** An officer corrects a venue. Bookings that no longer lie within its hours are displaced. */
export const changeVenue = async (work: Work, id: string, given: { version: number; answers: Answers; orgId?: string | undefined }) => {
  const row = await lockVenue(work, id, 'venues.edit')
  if (row.version !== given.version) throw refuse('record.changed')
  if (given.orgId && given.orgId !== row.org_id) await orgWithin(work, given.orgId)
  const answers = readAnswers(work, given.answers)
  await mustOwnPhotos(work, answers, row.answers as Answers)
  await writeAnswers(work, row, answers, given.orgId)
  work.ledger.act({ kind: 'venue.changed', subject: id, org: given.orgId ?? row.org_id })
  await settle(work, id, '开放时间有调整')
}
