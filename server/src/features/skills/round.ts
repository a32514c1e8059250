import type { Marks } from '@gongyou/contract/skills/scoring.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { type RoundRow, lockRound, roundOf } from './access.ts'
import { roundLine, schemeOf } from './contests.ts'
import { correctPaper, newestBatch } from './paper-scores.ts'
import { mustStand, unsealRound } from './sheets.ts'
import { scoresOf } from './scores.ts'
import { lockSealed, startsOf } from './starts.ts'

const judgesOf = (look: Look, round: string) =>
  look.db
    .selectFrom('skills.round_judge as j')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'j.region').onRef('p.id', '=', 'j.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'j.region').onRef('o.id', '=', 'j.unit_id'))
    .innerJoin('skills.judge as n', (j) =>
      j.onRef('n.region', '=', 'j.region').onRef('n.competition_id', '=', 'j.competition_id').onRef('n.person_id', '=', 'j.person_id'),
    )
    .where('j.region', '=', look.region)
    .where('j.round_id', '=', round)
    .select(['j.person_id', 'p.name', 'j.unit_id', 'j.seat', 'j.stood_down_because'])
    .select(sql<string>`coalesce(nullif(n.outside, ''), o.name)`.as('unit'))
    .orderBy('j.seat')
    .execute()
const handedIn = (look: Look, round: string) =>
  look.db.selectFrom('skills.sheet').select(['entrant_id', 'judge_id']).where('region', '=', look.region).where('round_id', '=', round).execute()

/** Who must still hand in what. Every pair of a judge who sits and an entrant who came, but for those of one unit. */
export const progressOf = async (look: Look, round: RoundRow) => {
  const [starts, judges, sheets] = [await startsOf(look, round.id), await judgesOf(look, round.id), await handedIn(look, round.id)]
  const there = starts.filter((s) => s.absent_because === null)
  const sitting = judges.filter((j) => j.stood_down_because === null)
  const has = new Set(sheets.map((s) => `${s.entrant_id} ${s.judge_id}`))
  const duties = (j: (typeof judges)[number]) => there.filter((s) => s.unit_id !== j.unit_id)
  const missing = round.judged
    ? sitting.flatMap((j) =>
        duties(j)
          .filter((s) => !has.has(`${s.entrant_id} ${j.person_id}`))
          .map((s) => ({ judge: j.name, blind: s.blind })),
      )
    : there.filter((s) => !s.paper).map((s) => ({ judge: '', blind: s.blind }))
  return {
    starts: starts.map((s) => ({ ...s, sheets: sitting.filter((j) => has.has(`${s.entrant_id} ${j.person_id}`)).length })),
    judges: judges.map((j) => ({ ...j, in: duties(j).filter((s) => has.has(`${s.entrant_id} ${j.person_id}`)).length, of: duties(j).length })),
    missing,
    // Nobody may be ranked whom nobody judged.
    unjudged: round.judged ? there.filter((s) => !sitting.some((j) => j.unit_id !== s.unit_id)).length : 0,
  }
}

export const roundPage = async (look: Look, id: string) => {
  const { round, trade, contest } = await roundOf(look, id, 'skills.run')
  const { starts, judges, missing } = await progressOf(look, round)
  // Whoever judges here does not learn who stands behind a number, whatever else he may do.
  const judging = !round.opened_at && judges.some((j) => j.person_id === look.by.personId && j.stood_down_because === null)
  return {
    round: roundLine(round),
    trade: { id: trade.id, name: trade.name },
    contest: { id: contest.id, name: contest.name },
    starts: starts.map((s) => ({
      entrant: s.entrant_id,
      number: s.number,
      name: s.name,
      unit: s.unit,
      blind: judging ? null : s.blind,
      absent: s.absent_because,
      seconds: s.seconds,
      sheets: s.sheets,
      scoreEntered: s.paper,
    })),
    judges: judges.map((j) => ({
      person: j.person_id,
      name: j.name,
      unit: j.unit,
      seat: j.seat,
      in: j.in,
      of: j.of,
      stoodDown: j.stood_down_because,
    })),
    missing: missing.length,
    newestBatch: round.judged || round.opened_at ? null : await newestBatch(look, id),
  }
}

/** All sheets at once, in one transaction, when all are in: before it nobody can know a total, after it everybody does. */
export const openRound = async (work: Work, keys: KeyRing, roundId: string) => {
  const { round, contest } = await lockSealed(work, roundId)
  const { missing, unjudged } = await progressOf(work, round)
  if (missing.length > 0)
    throw refuse('skills.sheets-missing', {
      fields: missing.slice(0, 50).map((m) => ({ path: 'sheets', message: m.judge ? `${m.judge}：${m.blind} 号未交` : `${m.blind} 号没有成绩` })),
    })
  if (unjudged > 0) throw refuse('skills.too-few-judges', { says: `有 ${unjudged} 名参赛者没有可评分的评委` })
  const sheets = round.judged ? await unsealRound(work, keys, roundId) : []
  if (sheets.length > 0)
    await work.tx
      .insertInto('skills.opened_sheet')
      .values(
        sheets.map((s) => ({
          region: work.region,
          round_id: roundId,
          entrant_id: s.entrant,
          judge_id: s.judge,
          seq: 1,
          marks: JSON.stringify(s.marks),
          at: work.at,
        })),
      )
      .execute()
  await work.tx.updateTable('skills.round').set({ opened_at: work.at }).where('region', '=', work.region).where('id', '=', roundId).execute()
  work.ledger.act({ kind: 'contest.round-opened', subject: roundId, org: contest.org_id, data: { sheets: sheets.length } })
}

type Correction = { entrant: string; judge?: string | undefined; marks?: Marks | undefined; score?: number | undefined; because: string }

/** The arbitration group puts a sheet right: beside what was handed in, with a reason; never while the result is posted. */
export const correctSheet = async (work: Work, roundId: string, given: Correction) => {
  const { round, trade, contest } = await lockRound(work, roundId, 'skills.arbitrate')
  if (!round.opened_at) throw refuse('skills.not-open')
  const posted = await work.db
    .selectFrom('skills.publication')
    .select('seq')
    .where('region', '=', work.region)
    .where('trade_id', '=', trade.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (posted || trade.awarded_at) throw refuse('skills.published')
  if (round.judged) await correctJudged(work, round, given)
  else await correctPaper(work, round, given)
  work.ledger.act({
    kind: 'contest.sheet-corrected',
    subject: given.entrant,
    org: contest.org_id,
    data: { round: roundId, judge: given.judge, because: given.because },
  })
}

const correctJudged = async (work: Work, round: RoundRow, { entrant, judge, marks, because }: Correction) => {
  if (!judge || !marks) throw refuse('request.invalid', { fields: [{ path: 'marks', message: '请选择评委并填写更正后的评分表' }] })
  mustStand(schemeOf(round), marks)
  const { last } = await work.db
    .selectFrom('skills.opened_sheet')
    .select((e) => e.fn.max('seq').as('last'))
    .where('region', '=', work.region)
    .where('round_id', '=', round.id)
    .where('entrant_id', '=', entrant)
    .where('judge_id', '=', judge)
    .executeTakeFirstOrThrow()
  if (!last) throw refuse('record.not-found')
  await work.tx
    .insertInto('skills.opened_sheet')
    .values({
      region: work.region,
      round_id: round.id,
      entrant_id: entrant,
      judge_id: judge,
      seq: last + 1,
      marks: JSON.stringify(marks),
      because,
      by_person: work.by.personId,
      at: work.at,
    })
    .execute()
}

export const roundResult = async (look: Look, id: string) => {
  const { round } = await roundOf(look, id, 'skills.read')
  if (!round.opened_at) throw refuse('skills.not-open')
  const starts = await startsOf(look, id)
  const rows = await scoresOf(look, round)
  return {
    round: roundLine(round),
    rows: rows.map((r) => {
      const start = starts.find((s) => s.entrant_id === r.entrant)!
      const dropped = r.result.is === 'scored' ? r.result.dropped : []
      return {
        entrant: { id: r.entrant, name: start.name },
        unit: start.unit,
        blind: r.blind,
        is: r.result.is,
        score: r.result.is === 'scored' ? r.result.score : null,
        seconds: r.seconds,
        sheets: r.sheets.map((s, i) => ({
          judge: { id: s.judge, name: s.name },
          marks: s.marks as never,
          total: s.total,
          dropped: dropped.includes(i),
          corrected: s.corrected,
          handedInAt: s.handedInAt.toISOString(),
        })),
      }
    }),
  }
}
