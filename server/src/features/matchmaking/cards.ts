import type { writeMatchCard } from '@gongyou/contract/matchmaking/routes.ts'
import type { AskOf } from '@gongyou/contract/kit/route.ts'
import { type Work, anyOf } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { holdMeeting, noted, openFor, partOf } from './meeting.ts'

export const contactPlace = (region: number, activity: string, person: string) => `${region}/matchmaking/${activity}/${person}`

export const cardOf = (work: Pick<Work, 'db' | 'region'>, activityId: string, personId: string) =>
  work.db
    .selectFrom('matchmaking.card')
    .selectAll()
    .where('region', '=', work.region)
    .where('activity_id', '=', activityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** Writes the card, or writes it anew. Fails on `card_nickname_unique` where somebody is called so already. */
export const writeCard = async (work: Work, keys: KeyRing, activityId: string, given: AskOf<typeof writeMatchCard>['body']) => {
  const person = work.by.personId!
  await partOf(work, activityId, person)
  const meeting = await holdMeeting(work, activityId)
  if (!['write', 'meet', 'choose'].includes(meeting.phase)) throw refuse('matchmaking.too-late')
  const { cipher, keyId } = keys.seal(given.contact, contactPlace(work.region, activityId, person))
  const written = {
    nickname: given.nickname,
    occupation: given.occupation,
    words: given.words,
    contact: cipher,
    contact_key: keyId,
    consent: given.consent,
  }
  await work.tx
    .insertInto('matchmaking.card')
    .values({ region: work.region, id: newId(), activity_id: activityId, person_id: person, made_at: work.at, ...written })
    .onConflict((c) => c.columns(['region', 'activity_id', 'person_id']).doUpdateSet(written))
    .execute()
  noted(work, activityId)
}

/** Deletes cards with every choice and match in which they stand. */
export const deleteCards = async (work: Work, ids: readonly string[]) => {
  await openFor(work, '*')
  for (const column of ['card_id', 'chosen_id'] as const)
    await work.tx.deleteFrom('matchmaking.choice').where('region', '=', work.region).where(column, '=', anyOf(ids)).execute()
  for (const column of ['one_id', 'other_id'] as const)
    await work.tx.deleteFrom('matchmaking.pair').where('region', '=', work.region).where(column, '=', anyOf(ids)).execute()
  await work.tx.deleteFrom('matchmaking.card').where('region', '=', work.region).where('id', '=', anyOf(ids)).execute()
}

/** Whoever leaves takes everything with him, also out of the lists of others. */
export const leave = async (work: Work, activityId: string) => {
  await partOf(work, activityId, work.by.personId!)
  await holdMeeting(work, activityId)
  const card = await cardOf(work, activityId, work.by.personId!)
  if (card) await deleteCards(work, [card.id])
  noted(work, activityId)
}
