import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { cardOf } from './cards.ts'
import { holdMeeting, noted, openFor, partOf } from './meeting.ts'
import { cardsOfThose } from './view.ts'

/** Says whom one would like to know; said again, it says what it says now. Nobody is told. */
export const choose = async (work: Work, activityId: string, wanted: readonly string[]) => {
  const person = work.by.personId!
  const { there } = await partOf(work, activityId, person)
  const meeting = await holdMeeting(work, activityId)
  if (!there) throw refuse('matchmaking.not-there')
  if (meeting.phase !== 'choose') throw refuse('matchmaking.not-now')
  const card = await cardOf(work, activityId, person)
  if (!card) throw refuse('matchmaking.no-card')
  const ids = [...new Set(wanted)]
  if (ids.length > meeting.terms.most) throw refuse('matchmaking.too-many')
  const others = new Set((await cardsOfThose(work, activityId)).filter((c) => c.person_id !== person).map((c) => c.id))
  if (ids.some((id) => !others.has(id))) throw refuse('record.not-found')
  await openFor(work, person)
  await work.tx.deleteFrom('matchmaking.choice').where('region', '=', work.region).where('card_id', '=', card.id).execute()
  if (ids.length > 0)
    await work.tx
      .insertInto('matchmaking.choice')
      .values(ids.map((chosen_id) => ({ region: work.region, card_id: card.id, chosen_id, person_id: person })))
      .execute()
  noted(work, activityId)
}

/** Takes back a match: from then on neither sees the other. */
export const endMatch = async (work: Work, activityId: string, other: string) => {
  const person = work.by.personId!
  await partOf(work, activityId, person)
  await holdMeeting(work, activityId)
  const card = await cardOf(work, activityId, person)
  if (!card) throw refuse('record.not-found')
  await openFor(work, person)
  const [one, two] = [card.id, other].toSorted()
  const gone = await work.tx
    .deleteFrom('matchmaking.pair')
    .where('region', '=', work.region)
    .where('one_id', '=', one!)
    .where('other_id', '=', two!)
    .returning('one_id')
    .executeTakeFirst()
  if (!gone) throw refuse('record.not-found')
  noted(work, activityId)
}
