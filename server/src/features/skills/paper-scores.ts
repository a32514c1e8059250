import { faultsOfMarks, shownScore } from '@gongyou/contract/skills/scoring.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { type RoundRow, roundOf } from './access.ts'
import { schemeOf } from './contests.ts'
import { lockSealed, startsOf } from './starts.ts'

export type PaperRow = { blind: number; score: number }

const paperFault = (round: RoundRow, score: number) => {
  const scheme = schemeOf(round)
  return faultsOfMarks(scheme, { items: { [scheme.items[0]!.code]: score }, penalties: {} })[0]
}

type NewScore = { round: string; entrant: string; score: number | null; because?: string; batch?: string }
const addPaperScore = async (work: Work, { round, entrant, score, because = '', batch }: NewScore) => {
  const { last } = await work.db
    .selectFrom('skills.paper_score')
    .select((e) => e.fn.max('seq').as('last'))
    .where('region', '=', work.region)
    .where('round_id', '=', round)
    .where('entrant_id', '=', entrant)
    .executeTakeFirstOrThrow()
  await work.tx
    .insertInto('skills.paper_score')
    .values({
      region: work.region,
      round_id: round,
      entrant_id: entrant,
      seq: (last ?? 0) + 1,
      score,
      because,
      batch: batch ?? null,
      by_person: work.by.personId,
      at: work.at,
    })
    .execute()
}

/** Whether the round takes scores of papers at all. */
const mustTakePapers = (round: RoundRow) => {
  if (!round.drawn_at) throw refuse('skills.not-drawn')
  if (round.opened_at) throw refuse('skills.already-open')
  if (round.judged) throw refuse('record.refused', { says: '这一轮由评委评分，不能录入卷面成绩' })
}

/** Every row that cannot be entered, with its place in the list; and how many numbers have a score already. */
const judgeRows = async (look: Look, round: RoundRow, rows: readonly PaperRow[]) => {
  const starts = await startsOf(look, round.id)
  const first = new Map<number, number>()
  const bad: { at: number; says: string }[] = []
  for (const [at, r] of rows.entries()) {
    const refused = (says: string) => bad.push({ at, says })
    const start = starts.find((s) => s.blind === r.blind)
    if (first.has(r.blind)) refused(`${r.blind} 号写了两次，请只留一行`)
    else if (!start) refused(`这一轮没有 ${r.blind} 号，请核对编号和轮次`)
    else if (start.absent_because !== null) refused(`${r.blind} 号已登记缺席，请先取消缺席`)
    else {
      const fault = paperFault(round, r.score)
      if (fault) refused(fault.is === 'above-full' ? `${r.blind} 号超过满分 ${fault.full! / 100}` : `${r.blind} 号的分数 ${shownScore(r.score)} 有误`)
    }
    first.set(r.blind, at)
  }
  return { starts, bad, replaces: starts.filter((s) => s.paper && first.has(s.blind)).length }
}

/** What entering these rows would come to, without entering them: the same judgement, row by row. */
export const tryPaperScores = async (look: Look, roundId: string, rows: readonly PaperRow[]) => {
  const { round } = await roundOf(look, roundId, 'skills.run')
  mustTakePapers(round)
  const { bad, replaces } = await judgeRows(look, round, rows)
  return { bad, replaces }
}

/** Scores of written papers by blind number: what the quiz engine will hand over, what a list of marked papers holds. Until the opening a newer score takes the place of an older one. */
export const enterPaperScores = async (work: Work, roundId: string, rows: readonly PaperRow[]) => {
  const { round, contest } = await lockSealed(work, roundId)
  mustTakePapers(round)
  const { starts, bad, replaces } = await judgeRows(work, round, rows)
  if (bad.length > 0) throw refuse('skills.mark-refused', { fields: bad.map((b) => ({ path: `rows.${b.at}`, message: b.says })) })
  const batch = newId()
  for (const r of rows)
    await addPaperScore(work, { round: roundId, entrant: starts.find((s) => s.blind === r.blind)!.entrant_id, score: r.score, batch })
  work.ledger.act({ kind: 'contest.papers-scored', subject: roundId, org: contest.org_id, data: { papers: rows.length, batch } })
  return { entered: rows.length, replaces, batch }
}

/** Scores that were entered last and at one time, where none of them has been written over since. */
export const newestBatch = async (look: Look, roundId: string) => {
  const { rows } = await sql<{ batch: string | null; at: Date; papers: number; whole: boolean }>`
    with newest as (
      select distinct on (entrant_id) entrant_id, batch, score, at from skills.paper_score
       where region = ${look.region} and round_id = ${roundId} order by entrant_id, seq desc
    ), last as (select batch from newest where score is not null order by at desc limit 1)
    select last.batch, max(n.at) as at, count(*)::int as papers,
           count(*) = (select count(*) from skills.paper_score x where x.region = ${look.region} and x.round_id = ${roundId} and x.batch = last.batch) as whole
      from last join newest n on n.batch = last.batch group by last.batch`.execute(look.raw)
  const [found] = rows
  return found?.batch && found.whole ? { id: found.batch, papers: found.papers, at: found.at.toISOString() } : null
}

/** Takes back what was entered last: what stood before it stands again. Only until the opening. */
export const undoPaperScores = async (work: Work, roundId: string, batch: string) => {
  const { contest } = await lockSealed(work, roundId)
  if ((await newestBatch(work, roundId))?.id !== batch) throw refuse('record.changed', { says: '这批成绩之后又有改动，不能整批撤销；请逐个更正' })
  const { rows } = await sql<{ entrant_id: string; before: number | null }>`
    select b.entrant_id, (select x.score from skills.paper_score x
        where x.region = b.region and x.round_id = b.round_id and x.entrant_id = b.entrant_id and x.seq < b.seq order by x.seq desc limit 1) as before
      from skills.paper_score b where b.region = ${work.region} and b.round_id = ${roundId} and b.batch = ${batch}`.execute(work.tx)
  for (const r of rows) await addPaperScore(work, { round: roundId, entrant: r.entrant_id, score: r.before, because: '撤销录入' })
  work.ledger.act({ kind: 'contest.papers-undone', subject: roundId, org: contest.org_id, data: { papers: rows.length, batch } })
  return { undone: rows.length }
}

type Correction = { entrant: string; score?: number | undefined; because: string }

/** The arbitration group puts the score of a paper right. */
export const correctPaper = async (work: Work, round: RoundRow, { entrant, score, because }: Correction) => {
  if (score === undefined || paperFault(round, score))
    throw refuse('skills.mark-refused', { fields: [{ path: 'score', message: '请填写不超过满分的分数' }] })
  const start = (await startsOf(work, round.id)).find((s) => s.entrant_id === entrant && s.absent_because === null)
  if (!start) throw refuse('record.not-found')
  await addPaperScore(work, { round: round.id, entrant, score, because })
}
