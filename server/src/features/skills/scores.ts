import { type Marks, type RoundResult, roundScore, rounded, sheetScore } from '@gongyou/contract/skills/scoring.ts'
import type { Look } from '../../kit/db/database.ts'
import type { RoundRow } from './access.ts'
import { schemeOf } from './contests.ts'

export type OpenSheet = { judge: string; name: string; marks: Marks; total: number; corrected: string | null; handedInAt: Date }
export type Scored = { entrant: string; blind: number; seconds: number | null; sheets: OpenSheet[]; result: RoundResult }

const sheetsOf = async (look: Look, round: RoundRow) => {
  const rows = await look.db
    .selectFrom('skills.opened_sheet as s')
    .innerJoin('skills.sheet as h', (j) =>
      j
        .onRef('h.region', '=', 's.region')
        .onRef('h.round_id', '=', 's.round_id')
        .onRef('h.entrant_id', '=', 's.entrant_id')
        .onRef('h.judge_id', '=', 's.judge_id'),
    )
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 's.region').onRef('p.id', '=', 's.judge_id'))
    .innerJoin('skills.round_judge as j', (j) =>
      j.onRef('j.region', '=', 's.region').onRef('j.round_id', '=', 's.round_id').onRef('j.person_id', '=', 's.judge_id'),
    )
    .where('s.region', '=', look.region)
    .where('s.round_id', '=', round.id)
    .distinctOn(['s.entrant_id', 'j.seat'])
    .select(['s.entrant_id', 's.judge_id', 's.seq', 's.marks', 's.because', 's.at', 'p.name', 'h.handed_in_at', 'j.seat'])
    .orderBy('s.entrant_id')
    .orderBy('j.seat')
    .orderBy('s.seq', 'desc')
    .execute()
  return rows.map((r) => ({ ...r, marks: r.marks as Marks }))
}

const papersOf = (look: Look, round: RoundRow) =>
  look.db
    .selectFrom('skills.paper_score')
    .where('region', '=', look.region)
    .where('round_id', '=', round.id)
    .distinctOn('entrant_id')
    .select(['entrant_id', 'score'])
    .orderBy('entrant_id')
    .orderBy('seq', 'desc')
    .execute()
    .then((rows) => rows.flatMap((r) => (r.score === null ? [] : [{ entrant_id: r.entrant_id, score: r.score }])))

/** What an opened round came to. Asked of a sealed one it knows nothing: the sheets are not there to be read. */
export const scoresOf = async (look: Look, round: RoundRow): Promise<Scored[]> => {
  if (!round.opened_at) return []
  const scheme = schemeOf(round)
  const starts = await look.db
    .selectFrom('skills.start')
    .selectAll()
    .where('region', '=', look.region)
    .where('round_id', '=', round.id)
    .orderBy('blind')
    .execute()
  const [sheets, papers] = [await sheetsOf(look, round), round.judged ? [] : await papersOf(look, round)]
  return starts.map((s) => {
    const own: OpenSheet[] = sheets
      .filter((h) => h.entrant_id === s.entrant_id)
      .map((h) => ({
        judge: h.judge_id,
        name: h.name,
        marks: h.marks,
        total: rounded(sheetScore(scheme, h.marks), { decimals: 2, rounding: 'half_up' }),
        corrected: h.seq > 1 ? h.because : null,
        handedInAt: h.handed_in_at,
      }))
    const paper = papers.find((p) => p.entrant_id === s.entrant_id)
    const marks = paper ? [{ items: { [scheme.items[0]!.code]: paper.score }, penalties: {} }] : own.map((h) => h.marks)
    return {
      entrant: s.entrant_id,
      blind: s.blind,
      seconds: s.seconds,
      sheets: own,
      result: s.absent_because !== null ? { is: 'absent' as const } : roundScore(scheme, marks),
    }
  })
}
