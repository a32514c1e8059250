import { ageOn } from '@gongyou/contract/kit/civil-date.ts'
import { ageBand, countedFrom } from '@gongyou/contract/matchmaking/phase.ts'
import type { MyMatching } from '@gongyou/contract/matchmaking/routes.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { activityWithin } from '../activities/index.ts'
import { cardOf, contactPlace } from './cards.ts'
import { type Meeting, meetingOf, openFor, partOf } from './meeting.ts'

type Card = {
  id: string
  person_id: string
  nickname: string
  occupation: string
  words: string
  birth_on: string | null
  contact: Buffer
  contact_key: number
}

/** The cards of those who were there, in no order that would say who they are. */
export const cardsOfThose = async (look: Look, activityId: string): Promise<Card[]> =>
  (
    await sql<Card>`
      select c.id, c.person_id, c.nickname, c.occupation, c.words, p.birth_on, c.contact, c.contact_key
        from matchmaking.card c join people.person p on p.region = c.region and p.id = c.person_id
       where c.region = ${look.region} and c.activity_id = ${activityId}
         and exists (select 1 from activities.attendance t join activities.session s on s.region = t.region and s.id = t.session_id
                      where t.region = c.region and s.activity_id = c.activity_id and t.person_id = c.person_id and t.undone_at is null)
       order by c.nickname`.execute(look.raw)
  ).rows

const shown = (look: Look, c: Card) => ({
  id: c.id,
  nickname: c.nickname,
  ageBand: c.birth_on ? ageBand(ageOn(c.birth_on, look.today)) : '',
  occupation: c.occupation,
  words: c.words,
})

/** Cards one has chosen, and those who chose back; the database shows both to this person only. */
const mineOf = async (look: Look, person: string, cardId: string) => {
  await openFor(look, person)
  const chosen = await look.db
    .selectFrom('matchmaking.choice')
    .select('chosen_id')
    .where('region', '=', look.region)
    .where('card_id', '=', cardId)
    .execute()
  const pairs = await look.db
    .selectFrom('matchmaking.pair')
    .select(['one_id', 'other_id'])
    .where('region', '=', look.region)
    .where((e) => e.or([e('one_id', '=', cardId), e('other_id', '=', cardId)]))
    .execute()
  return {
    chosen: new Set(chosen.map((c) => c.chosen_id)),
    matched: new Set(pairs.map((p) => (p.one_id === cardId ? p.other_id : p.one_id))),
  }
}

const around = (m: Meeting & object) => ({
  phase: m.phase,
  startsAt: m.startsAt.toISOString(),
  endsAt: m.endsAt.toISOString(),
  chooseUntil: m.chooseUntil.toISOString(),
  goneOn: m.goneOn,
  keepDays: m.terms.keepDays,
  most: m.terms.most,
})

/** What one who takes part sees. Others appear to whoever was there and can be seen himself, and only until it is decided. */
export const myMatching = async (look: Look, keys: KeyRing, activityId: string): Promise<MyMatching> => {
  const person = look.by.personId!
  const meeting = await meetingOf(look, activityId)
  const { there } = await partOf(look, activityId, person)
  const own = await cardOf(look, activityId, person)
  const { birth_on } = await look.db
    .selectFrom('people.person')
    .select('birth_on')
    .where('region', '=', look.region)
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const gone = meeting.phase === 'gone' || !own
  const cards = gone || !there || meeting.phase === 'write' ? [] : (await cardsOfThose(look, activityId)).filter((c) => c.person_id !== person)
  const { chosen, matched } = gone ? { chosen: new Set<string>(), matched: new Set<string>() } : await mineOf(look, person, own.id)
  const contactOf = (c: { contact: Buffer; contact_key: number }, whose: string) =>
    keys.open({ keyId: c.contact_key, cipher: c.contact }, contactPlace(look.region, activityId, whose))
  return {
    id: activityId,
    title: meeting.row.title,
    ...around(meeting),
    wasThere: there,
    ageBand: birth_on ? ageBand(ageOn(birth_on, look.today)) : '',
    card: gone ? null : { nickname: own.nickname, occupation: own.occupation, words: own.words, contact: contactOf(own, person) },
    others: meeting.phase === 'meet' || meeting.phase === 'choose' ? cards.map((c) => ({ ...shown(look, c), chosen: chosen.has(c.id) })) : [],
    matches: cards.filter((c) => matched.has(c.id)).map((c) => ({ ...shown(look, c), contact: contactOf(c, c.person_id) })),
  }
}

/** Counts, and nothing else, for whoever organises it. */
export const matchCounts = async (look: Look, activityId: string) => {
  await activityWithin(look, activityId, 'activities.read')
  const meeting = await meetingOf(look, activityId)
  const { n } = await look.db
    .selectFrom('matchmaking.card')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('region', '=', look.region)
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow()
  const cards = meeting.row.cards ?? Number(n)
  return {
    phase: meeting.phase,
    cards,
    pairs: cards < countedFrom ? null : meeting.row.pairs,
    chooseUntil: meeting.chooseUntil.toISOString(),
    goneOn: meeting.goneOn,
  }
}
