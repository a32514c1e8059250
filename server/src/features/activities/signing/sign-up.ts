import { type Answers, type Frame, partAnswers } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Database, Work } from '../../../kit/db/database.ts'
import { system } from '../../../kit/actor.ts'
import { isAway } from '../../../kit/db/away.ts'
import type { Building } from '../../../kit/http/building.ts'
import { type Pass, gather } from '../../../kit/gather.ts'
import { newId } from '../../../kit/ids.ts'
import { Refused, refuse } from '../../../kit/refuse.ts'
import { sealAnswers } from '../../../kit/secrets/answers.ts'
import type { Hall } from '../house.ts'
import type { Receipt, Wish } from './ask.ts'
import { judge, quotaFor, sexFor } from './judge.ts'
import { framesOf } from './history.ts'
import { type KnownSignUp, type OpenPool, belongingsOf, knownSignUps, lockPools } from './known.ts'
import { type Sex, type Unit, fullLines, isSex, seatNewcomer } from './seating.ts'
import { type NewSignUp, placesOf, writePools, writeSignUps } from './write.ts'

const place = (region: number, id: string) => `${region}/sign-up/${id}`
export { place as signUpPlace }

const full: Readonly<Record<Sex, Text>> = {
  male: t('给男职工留的名额已满，候补也满了', 'The seats set aside for men are taken, and so is standby'),
  female: t('给女职工留的名额已满，候补也满了', 'The seats set aside for women are taken, and so is standby'),
}

const fullFor = (pool: OpenPool, unit: Unit) => {
  const lines = fullLines(pool.places, unit)
  const sex = lines.find(isSex)
  if (sex) return refuse('activities.sex-full', { says: full[sex] })
  return refuse(lines.length > 0 ? 'activities.quota-full' : 'activities.full')
}

const seat = (work: Work, hall: Hall, pool: OpenPool, wish: Wish, frame: Frame, answers: Answers): NewSignUp | Refused => {
  const { open, shut } = partAnswers(pool.questions, answers)
  const sex = sexFor(pool, frame)
  if (sex instanceof Refused) return sex
  const quota = quotaFor(pool, frame)
  const unit = { id: wish.id, seats: 1 + wish.party.length, quotas: [quota, sex].filter((q) => q !== null) }
  const state = pool.rule === 'draw' ? 'entered' : seatNewcomer(pool.places, unit, pool.waiting)
  if (state === 'full') return fullFor(pool, unit)
  if (state === 'standby') pool.waiting.push(unit)
  pool.counted++
  const union = frame['person.union'] as { id: string } | undefined
  return {
    ...wish,
    pool,
    state,
    seats: unit.seats,
    number: pool.counted,
    priority: pool.priorityOf(frame),
    quota,
    sex,
    orgId: union?.id ?? null,
    town: (frame['person.town'] as number | undefined) ?? null,
    answers: open,
    ...sealAnswers(hall.keys, place(work.region, wish.id), shut),
  }
}

const sentBefore = (wish: Wish, known: KnownSignUp): KnownSignUp | Refused =>
  known.person_id === wish.personId && known.pool_id === wish.poolId ? known : refuse('record.not-found')

/**
 * Decides everything that waits for these pools in one transaction: their rows are locked, so that any number of processes
 * count the same seats; what one wish takes the next one sees. Writes each sign-up with its act, fact and line of the audit
 * trail in statements whose number does not grow with the batch.
 */
export const signUpAll = async (work: Work, hall: Hall, wishes: readonly Wish[], pass: Pass = () => {}): Promise<(Receipt | Refused)[]> => {
  // What the registry knows of these people is read before the lock: it is held for as short as can be.
  const registry = await hall.personFrames(work, [...new Set(wishes.map((w) => w.personId))])
  const locked = await lockPools(work, [...new Set(wishes.map((w) => w.poolId))])
  // The next batch may ask for the same rows now: it waits in the database, and goes on the moment this one commits.
  pass()
  const [pools, known] = await Promise.all([belongingsOf(work, locked), knownSignUps(work, wishes)])
  const byId = new Map(known.map((k) => [k.id, k]))
  const standing = new Map(known.filter((k) => k.state !== 'cancelled').map((k) => [`${k.pool_id} ${k.person_id}`, k]))
  const frameOf = await framesOf(work, registry, wishes, pools)
  const made: NewSignUp[] = []
  const outcomes = wishes.map((wish): KnownSignUp | NewSignUp | Refused => {
    const pool = pools.get(wish.poolId)
    if (!pool) return refuse('record.not-found')
    const before = byId.get(wish.id)
    if (before) return sentBefore(wish, before)
    if (standing.has(`${wish.poolId} ${wish.personId}`)) return refuse('activities.already-signed-up')
    const frame = frameOf(wish)
    const judged = judge(pool, wish, frame, work.at, work.today)
    if (judged instanceof Refused) return judged
    const fresh = seat(work, hall, pool, wish, frame!, judged)
    if (fresh instanceof Refused) return fresh
    const row = { id: wish.id, pool_id: wish.poolId, person_id: wish.personId, state: fresh.state, seats: fresh.seats }
    byId.set(wish.id, row)
    standing.set(`${wish.poolId} ${wish.personId}`, row)
    made.push(fresh)
    return fresh
  })
  await Promise.all([writeSignUps(work, made), writePools(work, [...new Set(made.map((m) => m.pool))])])
  const waiting = outcomes.filter((o) => !(o instanceof Refused) && o.state === 'standby') as (KnownSignUp | NewSignUp)[]
  const places = await placesOf(work, [...new Set(waiting.map((o) => ('pool_id' in o ? o.pool_id : o.pool.id)))])
  return outcomes.map((o) =>
    o instanceof Refused ? o : { id: o.id, state: o.state as Receipt['state'], seats: o.seats, place: places.get(o.id) ?? null },
  )
}

/** At most so many in one transaction, so that the first need not wait for the last; two at a time, of different pools. */
const queue = { most: 400, lanes: 2 }

/** The door of the rush: wishes wait in the process and go together. One that breaks a batch is found by trying each alone. */
const openQueue = (db: Database, region: number, hall: Hall) => {
  const write = (wishes: readonly Wish[], pass?: Pass) =>
    db.write({ region, by: system, operation: 'signUp', request: newId() }, (work) => signUpAll(work, hall, wishes, pass))
  const alone = async (wish: Wish): Promise<Receipt | Error> => {
    try {
      return (await write([wish]))[0]!
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }
  return gather<Wish, Receipt>(
    async (wishes, pass) => {
      try {
        return await write(wishes, pass)
      } catch (error) {
        if (isAway(error) || wishes.length === 1) throw error
        const answers: (Receipt | Error)[] = []
        for (const wish of wishes) answers.push(await alone(wish))
        return answers
      }
    },
    { ...queue, keyOf: (w) => w.poolId },
  )
}
export type Queue = ReturnType<typeof openQueue>

const queues = new WeakMap<Database, Queue>()
/** The one queue of this process. */
export const queueOf = ({ db, setup }: Building, hall: Hall): Queue => {
  const queue = queues.get(db) ?? openQueue(db, setup.region, hall)
  queues.set(db, queue)
  return queue
}
