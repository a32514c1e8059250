import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Reach, clause, reachOf } from '../organisations/index.ts'

export type SkillsRight = Extract<Right, `skills.${string}`>

/** Contests within a reach; once announced, a contest is no secret of whoever holds it. */
export const within = (reach: Reach, right: SkillsRight) =>
  right === 'skills.run' || right === 'skills.arbitrate'
    ? clause(reach, 'c.org_id')
    : sql<boolean>`(${clause(reach, 'c.org_id')} or c.announced_at is not null)`

const contests = (look: Look) =>
  look.db
    .selectFrom('skills.competition as c')
    .innerJoin('skills.series as s', (j) => j.onRef('s.region', '=', 'c.region').onRef('s.id', '=', 'c.series_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'c.region').onRef('o.id', '=', 'c.org_id'))
    .where('c.region', '=', look.region)
    .selectAll('c')
    .select(['s.name as series', 's.sponsor', 'o.name as org'])
export type ContestRow = NonNullable<Awaited<ReturnType<ReturnType<typeof contests>['executeTakeFirst']>>>

/** A contest, if the caller may do this with it; otherwise there is no such contest. */
export const contestOf = async (look: Look, id: string, right: SkillsRight): Promise<ContestRow> => {
  const found = await contests(look)
    .where('c.id', '=', id)
    .where(within(await reachOf(look, right), right))
    .executeTakeFirst()
  if (!found) throw refuse('record.not-found')
  return found
}
/** A contest by itself, for whoever has been judged in another way. */
export const contestById = (look: Look, id: string) => contests(look).where('c.id', '=', id).executeTakeFirstOrThrow()

/** The contest, held until the end of the transaction, so that its trades and rounds change one after the other. */
export const lockContest = async (work: Work, id: string, right: SkillsRight) => {
  await hold(work, id)
  return contestOf(work, id, right)
}
const hold = (work: Work, id: string) =>
  work.tx.selectFrom('skills.competition').select('id').where('region', '=', work.region).where('id', '=', id).forUpdate().executeTakeFirst()

export const tradeRow = (look: Look, id: string) =>
  look.db.selectFrom('skills.trade').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
export const roundRow = (look: Look, id: string) =>
  look.db.selectFrom('skills.round').selectAll().where('region', '=', look.region).where('id', '=', id).executeTakeFirst()
export type TradeRow = NonNullable<Awaited<ReturnType<typeof tradeRow>>>
export type RoundRow = NonNullable<Awaited<ReturnType<typeof roundRow>>>

export const tradeOf = async (look: Look, id: string, right: SkillsRight) => {
  const trade = await tradeRow(look, id)
  if (!trade) throw refuse('record.not-found')
  return { trade, contest: await contestOf(look, trade.competition_id, right) }
}
export const roundOf = async (look: Look, id: string, right: SkillsRight) => {
  const round = await roundRow(look, id)
  if (!round) throw refuse('record.not-found')
  return { round, ...(await tradeOf(look, round.trade_id, right)) }
}

/** A trade for changing: its contest is held first, so that two commands never wait for each other. */
export const lockTrade = async (work: Work, id: string, right: SkillsRight) => {
  const { contest } = await tradeOf(work, id, right)
  await lockContest(work, contest.id, right)
  return tradeOf(work, id, right)
}
export const lockRound = async (work: Work, id: string, right: SkillsRight) => {
  const { trade } = await roundOf(work, id, right)
  await lockTrade(work, trade.id, right)
  // Judges who are handing in hold it in share: what is opened is everything that was in.
  await work.tx.selectFrom('skills.round').select('id').where('region', '=', work.region).where('id', '=', id).forUpdate().executeTakeFirst()
  return roundOf(work, id, right)
}

/** A trade for changing, by somebody of whom no right is asked. */
export const holdTrade = async (work: Work, id: string) => {
  const found = await tradeRow(work, id)
  if (!found) throw refuse('record.not-found')
  await hold(work, found.competition_id)
  return { trade: (await tradeRow(work, id))!, contest: await contestById(work, found.competition_id) }
}
