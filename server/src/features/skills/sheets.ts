import type { Marks } from '@gongyou/contract/skills/scoring.ts'
import { type MarkFault, type Scheme, faultsOfMarks, shownScore } from '@gongyou/contract/skills/scoring.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { sealAnswers, unsealAnswers } from '../../kit/secrets/answers.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { contestById, roundRow, tradeRow } from './access.ts'
import { schemeOf } from './contests.ts'

/** A sheet taken out of its place cannot be opened in another. */
const placeOf = (region: number, round: string, entrant: string, judge: string) => `skills.sheet/${region}/${round}/${entrant}/${judge}`

const faultWords = (s: Scheme, f: MarkFault) => {
  const name = [...s.items, ...s.penalties].find((x) => x.code === f.path)?.name ?? f.path
  if (f.is === 'above-full') return `${name}满分 ${shownScore(f.full!)}，不能超过`
  if (f.is === 'missing') return `${name}还没有打分`
  return f.is === 'unknown' ? `${name}不是这一轮的评分项` : `${name}请填写 0 以上、最多两位小数的分数`
}
export const mustStand = (scheme: Scheme, marks: Marks) => {
  const faults = faultsOfMarks(scheme, marks)
  if (faults.length > 0)
    throw refuse('skills.mark-refused', { fields: faults.map((f) => ({ path: `marks.${f.path}`, message: faultWords(scheme, f) })) })
}

/** Who hands in where he is not the one who asks: the judge of a link. */
export type JudgeAs = { person: string; name: string }

const judgeOf = (look: Look, round: string, person = look.by.personId) =>
  look.db
    .selectFrom('skills.round_judge')
    .selectAll()
    .where('region', '=', look.region)
    .where('round_id', '=', round)
    .where('person_id', '=', person ?? '00000000-0000-0000-0000-000000000000')
    .where('stood_down_at', 'is', null)
    .executeTakeFirst()

/** Those a judge has to score: everybody who came and is not of his own unit. */
const startsFor = (look: Look, round: string, judge: { person_id: string; unit_id: string }) =>
  look.db
    .selectFrom('skills.start as s')
    .leftJoin('skills.sheet as h', (j) =>
      j
        .onRef('h.region', '=', 's.region')
        .onRef('h.round_id', '=', 's.round_id')
        .onRef('h.entrant_id', '=', 's.entrant_id')
        .on('h.judge_id', '=', judge.person_id),
    )
    .where('s.region', '=', look.region)
    .where('s.round_id', '=', round)
    .where('s.unit_id', '!=', judge.unit_id)
    .select(['s.blind', 's.absent_because', 'h.handed_in_at'])
    .orderBy('s.blind')
    .execute()

const named = async (look: Look, round: { trade_id: string; name: string }) => {
  const trade = (await tradeRow(look, round.trade_id))!
  return { contest: (await contestById(look, trade.competition_id)).name, trade: trade.name, name: round.name }
}

export const myJudging = async (look: Look, person = look.by.personId!) => {
  const seats = await look.db
    .selectFrom('skills.round_judge')
    .selectAll()
    .where('region', '=', look.region)
    .where('person_id', '=', person)
    .where('stood_down_at', 'is', null)
    .orderBy('round_id', 'desc')
    .limit(50)
    .execute()
  const rows = []
  for (const seat of seats) {
    const round = (await roundRow(look, seat.round_id))!
    const starts = (await startsFor(look, round.id, seat)).filter((s) => s.absent_because === null)
    rows.push({
      round: round.id,
      ...(await named(look, round)),
      heldOn: round.held_on,
      place: round.place,
      in: starts.filter((s) => s.handed_in_at).length,
      of: starts.length,
      opened: round.opened_at !== null,
    })
  }
  return { rows }
}

export const mySheets = async (look: Look, roundId: string, person = look.by.personId) => {
  const seat = await judgeOf(look, roundId, person)
  if (!seat) throw refuse('record.not-found')
  const round = (await roundRow(look, roundId))!
  return {
    round: roundId,
    ...(await named(look, round)),
    scheme: schemeOf(round) as never,
    opened: round.opened_at !== null,
    sheets: (await startsFor(look, roundId, seat)).map((s) => ({
      blind: s.blind,
      handedIn: s.handed_in_at !== null,
      absent: s.absent_because !== null,
    })),
  }
}

/**
 * Takes a sheet and seals it. The same sheet sent again, as a phone does on a weak network, changes nothing; another one
 * for the same entrant is refused. Fails on `sheet_not_own_unit` where judge and entrant are of one unit.
 */
export const handIn = async (work: Work, keys: KeyRing, roundId: string, given: { blind: number; marks: Marks }, as?: JudgeAs) => {
  const seat = await judgeOf(work, roundId, as?.person)
  if (!seat) throw refuse('record.not-found')
  const round = await work.tx
    .selectFrom('skills.round')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirstOrThrow()
  mustStand(schemeOf(round), given.marks)
  const start = await work.db
    .selectFrom('skills.start')
    .selectAll()
    .where('region', '=', work.region)
    .where('round_id', '=', roundId)
    .where('blind', '=', given.blind)
    .executeTakeFirst()
  if (!start) throw refuse('record.not-found')
  if (round.opened_at) throw refuse('skills.already-open')
  if (start.absent_because !== null) throw refuse('skills.mark-refused', { says: '这个编号已登记缺席' })
  const place = placeOf(work.region, roundId, start.entrant_id, seat.person_id)
  const { sealed, sealed_key } = sealAnswers(keys, place, { marks: given.marks })
  const entered = await work.tx
    .insertInto('skills.sheet')
    .values({
      region: work.region,
      round_id: roundId,
      entrant_id: start.entrant_id,
      entrant_unit_id: start.unit_id,
      judge_id: seat.person_id,
      judge_unit_id: seat.unit_id,
      sealed: sealed!,
      sealed_key: sealed_key!,
      handed_in_at: work.at,
    })
    .onConflict((c) => c.columns(['region', 'round_id', 'entrant_id', 'judge_id']).doNothing())
    .returning('judge_id')
    .executeTakeFirst()
  if (entered) return void work.ledger.act({ kind: 'contest.sheet-handed-in', subject: roundId, data: { blind: given.blind }, ...(as ? { as } : {}) })
  const before = await work.db
    .selectFrom('skills.sheet')
    .select(['sealed', 'sealed_key'])
    .where('region', '=', work.region)
    .where('round_id', '=', roundId)
    .where('entrant_id', '=', start.entrant_id)
    .where('judge_id', '=', seat.person_id)
    .executeTakeFirstOrThrow()
  if (!sameMarks(unsealMarks(keys, place, before), given.marks)) throw refuse('skills.handed-in')
}

const unsealMarks = (keys: KeyRing, place: string, row: { sealed: Buffer; sealed_key: number }) =>
  unsealAnswers(keys, place, row).marks as unknown as Marks
const sameMarks = (a: Marks, b: Marks) => {
  const flat = (m: Marks) => JSON.stringify([m.items, m.penalties].map((part) => Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1))))
  return flat(a) === flat(b)
}

/** Breaks the seals of a round. Only the opening calls this, in the transaction in which the round is opened. */
export const unsealRound = async (work: Work, keys: KeyRing, roundId: string) => {
  const rows = await work.db
    .selectFrom('skills.sheet as h')
    .innerJoin('skills.round_judge as j', (j) =>
      j.onRef('j.region', '=', 'h.region').onRef('j.round_id', '=', 'h.round_id').onRef('j.person_id', '=', 'h.judge_id'),
    )
    .where('h.region', '=', work.region)
    .where('h.round_id', '=', roundId)
    .where('j.stood_down_at', 'is', null)
    .select(['h.entrant_id', 'h.judge_id', 'h.sealed', 'h.sealed_key'])
    .execute()
  return rows.map((r) => ({
    entrant: r.entrant_id,
    judge: r.judge_id,
    marks: unsealMarks(keys, placeOf(work.region, roundId, r.entrant_id, r.judge_id), r),
  }))
}
