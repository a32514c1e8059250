import { randomBytes } from 'node:crypto'
import { seedHashOf } from '@gongyou/contract/kit/draw.ts'
import { entryOf } from '@gongyou/contract/codes/code-list.ts'
import { competitionLevels } from '@gongyou/contract/skills/codes.ts'
import { contestPlan } from '@gongyou/contract/skills/plan.ts'
import type { NewTrade } from '@gongyou/contract/skills/shapes.ts'
import { faultsOfScheme, whole } from '@gongyou/contract/skills/scoring.ts'
import type { z } from 'zod'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Effects, type Engine, newestOf, openCase } from '../cases/index.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { type ContestRow, lockContest, lockTrade } from './access.ts'
import { tradesOf } from './moments.ts'

export type NewContest = {
  series: { name: string; sponsor: string }
  edition: number
  year: number
  name: string
  level: ContestRow['level']
  org: string
  document: string
  entriesUntil: string
  heldFrom: string
  heldTo: string
  masked: boolean
}

const seriesNamed = async (work: Work, { name, sponsor }: NewContest['series']) => {
  await work.tx
    .insertInto('skills.series')
    .values({ region: work.region, id: newId(), name, sponsor, created_at: work.at })
    .onConflict((c) => c.columns(['region', 'name']).doNothing())
    .execute()
  const { id } = await work.db
    .selectFrom('skills.series')
    .select('id')
    .where('region', '=', work.region)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

const organiser = async (work: Work, id: string) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'town', 'name'])
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .where(clause(await reachOf(work, 'skills.run'), 'id'))
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  return org
}

/** Begins the plan of a contest; nothing is public before it is approved and announced. */
export const createContest = async (work: Work, given: NewContest) => {
  if (given.heldTo < given.heldFrom || given.entriesUntil > given.heldTo)
    throw refuse('request.invalid', { fields: [{ path: 'heldTo', message: '报名截止和开始日期都不能晚于结束日期' }] })
  const org = await organiser(work, given.org)
  const id = newId()
  await work.tx
    .insertInto('skills.competition')
    .values({
      region: work.region,
      id,
      series_id: await seriesNamed(work, given.series),
      edition: given.edition,
      year: given.year,
      name: given.name,
      level: given.level,
      org_id: org.id,
      town: org.town,
      document: given.document,
      entries_until: given.entriesUntil,
      held_from: given.heldFrom,
      held_to: given.heldTo,
      masked: given.masked,
      created_at: work.at,
    })
    .execute()
  work.ledger.act({ kind: 'contest.planned', subject: id, org: org.id })
  return { id }
}

const mustBeOpen = (contest: ContestRow) => {
  if (contest.plan_case_id) throw refuse('skills.plan-closed')
}

/** Shares that do not come to the whole would make a score out of a hundred points a lie. */
const mustAddUp = (trade: z.output<typeof NewTrade>) => {
  const bad = trade.rounds.flatMap((r, i) =>
    faultsOfScheme(r.scheme).map((fault) => ({ path: `rounds.${i}.scheme`, message: `${r.name}：${fault}` })),
  )
  // A written paper is one score: with several items nobody could enter it.
  const odd = trade.rounds.flatMap((r, i) =>
    !r.judged && (r.scheme.items.length !== 1 || r.scheme.penalties.length > 0)
      ? [{ path: `rounds.${i}.scheme`, message: `${r.name}：笔试只有一个分数` }]
      : [],
  )
  const weights = trade.rounds.reduce((all, r) => all + r.weight, 0)
  const ties = trade.ties.some((rule) => rule.by === 'round' && rule.round > trade.rounds.length)
  if (bad.length + odd.length > 0) throw refuse('skills.rounds-unfit', { fields: [...bad, ...odd] })
  if (weights !== whole || ties) throw refuse('skills.rounds-unfit')
}

export const addTrade = async (work: Work, contestId: string, trade: z.output<typeof NewTrade>) => {
  const contest = await lockContest(work, contestId, 'skills.run')
  mustBeOpen(contest)
  mustAddUp(trade)
  const id = newId()
  const { name, team, decimals, rounding, craftsmen, experts } = trade
  await work.tx
    .insertInto('skills.trade')
    .values({
      region: work.region,
      id,
      competition_id: contestId,
      name,
      team,
      decimals,
      rounding,
      craftsmen,
      experts,
      ties: JSON.stringify(trade.ties),
      created_at: work.at,
    })
    .execute()
  for (const [i, r] of trade.rounds.entries()) {
    const seed = randomBytes(24).toString('hex')
    await work.tx
      .insertInto('skills.round')
      .values({
        region: work.region,
        id: newId(),
        trade_id: id,
        seq: i + 1,
        kind: r.kind,
        name: r.name,
        weight: r.weight,
        judged: r.judged,
        scheme: JSON.stringify(r.scheme),
        advance: r.advance,
        held_on: r.heldOn,
        place: r.place,
        seed_hash: await seedHashOf(seed),
        seed,
      })
      .execute()
  }
  work.ledger.act({ kind: 'contest.trade-planned', subject: contestId, org: contest.org_id, data: { trade: name } })
  return { id }
}

export const removeTrade = async (work: Work, id: string) => {
  const { trade, contest } = await lockTrade(work, id, 'skills.run')
  mustBeOpen(contest)
  await work.tx.deleteFrom('skills.round').where('region', '=', work.region).where('trade_id', '=', id).execute()
  await work.tx.deleteFrom('skills.trade').where('region', '=', work.region).where('id', '=', id).execute()
  work.ledger.act({ kind: 'contest.trade-dropped', subject: contest.id, org: contest.org_id, data: { trade: trade.name } })
}

/** Changes the contest by hand of whoever holds it now; a page that is no longer true changes nothing. */
const set = async (work: Work, id: string, version: number | undefined, change: object) => {
  const changed = await work.tx
    .updateTable('skills.competition')
    .set((e) => ({ ...change, version: e('version', '+', 1) }))
    .where('region', '=', work.region)
    .where('id', '=', id)
    .$if(version !== undefined, (q) => q.where('version', '=', version!))
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw refuse('record.changed')
}

/** The plan goes to whoever approves it, as a case: all of it in words, so that nothing is approved unseen. */
export const filePlan = async (work: Work, engine: Engine, id: string, version: number) => {
  const contest = await lockContest(work, id, 'skills.run')
  mustBeOpen(contest)
  const trades = await tradesOf(work, [id])
  if (trades.length === 0) throw refuse('skills.not-ready')
  const lines = trades.map(({ trade, rounds }) => {
    const parts = rounds.map((r) => `${r.name}（${r.weight > 0 ? `占 ${r.weight / 100}%` : '选拔，不计入总分'}）`).join('、')
    return `${trade.name}：${parts}；密云工匠 ${trade.craftsmen} 名，密云能手 ${trade.experts} 名`
  })
  const { service } = await newestOf(work, contestPlan.code)
  const matter = await openCase(work, engine, {
    service,
    org: { id: contest.org_id, town: contest.town, name: contest.org },
    channel: 'office',
    title: `竞赛方案报批 · ${contest.name}`,
    answers: {
      contest: contest.name,
      level: entryOf(competitionLevels, contest.level as (typeof competitionLevels)[number]['code']).zh,
      days: `${contest.held_from} 至 ${contest.held_to}，报名截止 ${contest.entries_until}`,
      trades: lines.join('\n').slice(0, 4000),
    },
  })
  await set(work, id, version, { plan_case_id: matter.row.id })
  work.ledger.act({ kind: 'contest.plan-filed', subject: id, org: contest.org_id })
  return { case: matter.row.id }
}

const contestOfCase = (work: Work, caseId: string) =>
  work.tx
    .selectFrom('skills.competition')
    .selectAll()
    .where('region', '=', work.region)
    .where('plan_case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow()

export const planEffects: Effects = {
  'skills.approve-plan': async (work, _engine, { row }) => {
    if (row.opened_by !== null && row.opened_by === work.by.personId) throw refuse('skills.own-plan')
    const contest = await contestOfCase(work, row.id)
    await set(work, contest.id, undefined, { approved_at: work.at })
    work.ledger.act({ kind: 'contest.plan-approved', subject: contest.id, org: contest.org_id })
  },
  'skills.return-plan': async (work, _engine, { row }) => {
    const contest = await contestOfCase(work, row.id)
    await set(work, contest.id, undefined, { plan_case_id: null })
    work.ledger.act({ kind: 'contest.plan-returned', subject: contest.id, org: contest.org_id })
  },
}

/** From now on everybody sees it, and units enter their people. */
export const announce = async (work: Work, id: string, given: { version: number; document: string }) => {
  const contest = await lockContest(work, id, 'skills.run')
  if (!contest.approved_at || contest.announced_at) throw refuse('record.refused', { says: '方案批准后才能发布，且只发布一次' })
  await set(work, id, given.version, { announced_at: work.at, document: given.document || contest.document })
  work.ledger.act({ kind: 'contest.announced', subject: id, org: contest.org_id })
}
