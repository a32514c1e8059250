import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { lockRound } from './access.ts'

/** Who starts in a round, and whether a paper of his has a score; by their numbers on the list. */
export const startsOf = (look: Look, round: string) =>
  look.db
    .selectFrom('skills.start as s')
    .innerJoin('skills.entrant as e', (j) => j.onRef('e.region', '=', 's.region').onRef('e.id', '=', 's.entrant_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 's.region').onRef('o.id', '=', 's.unit_id'))
    .where('s.region', '=', look.region)
    .where('s.round_id', '=', round)
    .select(['s.entrant_id', 's.unit_id', 's.blind', 's.seconds', 's.absent_because', 'e.number', 'e.name', 'o.name as unit'])
    .select(
      sql<boolean>`coalesce((select x.score is not null from skills.paper_score x
        where x.region = s.region and x.round_id = s.round_id and x.entrant_id = s.entrant_id order by x.seq desc limit 1), false)`.as('paper'),
    )
    .orderBy('e.number')
    .execute()

/** A round that is drawn and not opened, held for changing. */
export const lockSealed = async (work: Work, id: string) => {
  const held = await lockRound(work, id, 'skills.run')
  if (!held.round.drawn_at) throw refuse('skills.not-drawn')
  if (held.round.opened_at) throw refuse('skills.already-open')
  return held
}

export const markStart = async (
  work: Work,
  roundId: string,
  given: { entrant: string; seconds?: number | null | undefined; absent?: string | null | undefined },
) => {
  const { contest } = await lockSealed(work, roundId)
  const { seconds, absent } = given
  const changed = await work.tx
    .updateTable('skills.start')
    .set((e) => ({
      seconds: seconds === undefined ? e.ref('seconds') : e.val(seconds),
      absent_because: absent === undefined ? e.ref('absent_because') : e.val(absent),
    }))
    .where('region', '=', work.region)
    .where('round_id', '=', roundId)
    .where('entrant_id', '=', given.entrant)
    .returning('entrant_id')
    .executeTakeFirst()
  if (!changed) throw refuse('record.not-found')
  work.ledger.act({
    kind: absent ? 'contest.absent' : 'contest.start-marked',
    subject: given.entrant,
    org: contest.org_id,
    data: { round: roundId, seconds, absent },
  })
}
