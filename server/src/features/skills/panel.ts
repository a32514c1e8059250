import { anyOf, type Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { register } from '../people/index.ts'
import { contestById, lockContest, lockRound } from './access.ts'

/** Puts people on the panel from which judges are drawn, each with the unit he works for. */
export const addJudges = async (work: Work, contestId: string, judges: readonly { person: string; unit: string }[]) => {
  const contest = await lockContest(work, contestId, 'skills.run')
  const known = await work.db
    .selectFrom('people.person')
    .select('id')
    .where('region', '=', work.region)
    .where('merged_into', 'is', null)
    .where('id', '=', anyOf(judges.map((j) => j.person)))
    .execute()
  const units = await work.db
    .selectFrom('organisations.org')
    .select('id')
    .where('region', '=', work.region)
    .where('id', '=', anyOf(judges.map((j) => j.unit)))
    .execute()
  const [persons, orgs] = [new Set(known.map((p) => p.id)), new Set(units.map((u) => u.id))]
  if (judges.some((j) => !persons.has(j.person) || !orgs.has(j.unit))) throw refuse('record.not-found')
  await work.tx
    .insertInto('skills.judge')
    .values(
      [...new Map(judges.map((j) => [j.person, j])).values()].map((j) => ({
        region: work.region,
        competition_id: contestId,
        person_id: j.person,
        unit_id: j.unit,
        added_at: work.at,
      })),
    )
    .onConflict((c) => c.columns(['region', 'competition_id', 'person_id']).doNothing())
    .execute()
  for (const j of judges)
    work.ledger.act({ kind: 'contest.judge-added', subject: contestId, org: contest.org_id, person: j.person, data: { unit: j.unit } })
}

/** Somebody of no union here: entered by name, counted to the organiser's own union, whose people he then cannot score. */
export const addOutsideJudge = async (work: Work, keys: KeyRing, contestId: string, given: { name: string; from: string }) => {
  const contest = await lockContest(work, contestId, 'skills.run')
  const person = await register(work, keys, { name: given.name, idType: 'resident_id', idNumber: null, sex: 9, birthOn: null, mobile: null })
  await work.tx
    .insertInto('skills.judge')
    .values({
      region: work.region,
      competition_id: contestId,
      person_id: person,
      unit_id: contest.org_id,
      outside: given.from,
      added_at: work.at,
    })
    .execute()
  work.ledger.act({ kind: 'contest.judge-added', subject: contestId, org: contest.org_id, person, data: { from: given.from } })
  return { person }
}

/** Fails on `round_judge_panel_fkey` where the judge is at work in a round. */
export const removeJudge = async (work: Work, contestId: string, person: string) => {
  const contest = await lockContest(work, contestId, 'skills.run')
  await work.tx
    .deleteFrom('skills.judge_link')
    .where('region', '=', work.region)
    .where('competition_id', '=', contestId)
    .where('person_id', '=', person)
    .execute()
  const gone = await work.tx
    .deleteFrom('skills.judge')
    .where('region', '=', work.region)
    .where('competition_id', '=', contestId)
    .where('person_id', '=', person)
    .returning('person_id')
    .executeTakeFirst()
  if (!gone) throw refuse('record.not-found')
  work.ledger.act({ kind: 'contest.judge-removed', subject: contestId, org: contest.org_id, person })
}

const lockSealed = async (work: Work, roundId: string) => {
  const held = await lockRound(work, roundId, 'skills.run')
  if (!held.round.drawn_at) throw refuse('skills.not-drawn')
  if (held.round.opened_at) throw refuse('skills.already-open')
  return held
}

/** Puts a judge of the panel into a round by name. Entrants of his own unit he will not be able to score. */
export const nameJudge = async (work: Work, roundId: string, person: string) => {
  const { round, contest } = await lockSealed(work, roundId)
  if (!round.judged) throw refuse('record.refused', { says: '笔试轮次不需要评委' })
  const judge = await work.db
    .selectFrom('skills.judge')
    .select('unit_id')
    .where('region', '=', work.region)
    .where('competition_id', '=', contest.id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!judge) throw refuse('skills.judge-elsewhere')
  const { last } = await work.db
    .selectFrom('skills.round_judge')
    .select((e) => e.fn.max('seat').as('last'))
    .where('region', '=', work.region)
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  await work.tx
    .insertInto('skills.round_judge')
    .values({
      region: work.region,
      round_id: roundId,
      competition_id: contest.id,
      person_id: person,
      unit_id: judge.unit_id,
      seat: (last ?? 0) + 1,
      how: 'named',
    })
    .execute()
  work.ledger.act({ kind: 'contest.judge-named', subject: roundId, org: contest.org_id, person })
}

/** A judge who stands down leaves his sheets sealed for ever: none of them counts. */
export const standDown = async (work: Work, roundId: string, person: string, because: string) => {
  const { contest } = await lockSealed(work, roundId)
  const gone = await work.tx
    .updateTable('skills.round_judge')
    .set({ stood_down_at: work.at, stood_down_because: because })
    .where('region', '=', work.region)
    .where('round_id', '=', roundId)
    .where('person_id', '=', person)
    .where('stood_down_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (!gone) throw refuse('record.not-found')
  work.ledger.act({
    kind: 'contest.judge-stood-down',
    subject: roundId,
    org: (await contestById(work, contest.id)).org_id,
    person,
    data: { because },
  })
}
