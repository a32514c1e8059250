import { createHash, randomBytes } from 'node:crypto'
import type { Marks } from '@gongyou/contract/skills/scoring.ts'
import { later } from '../../kit/clock.ts'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { contestById, contestOf, lockContest } from './access.ts'
import { handIn, myJudging, mySheets } from './sheets.ts'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

const endStanding = (work: Work, contestId: string, person: string) =>
  work.tx
    .updateTable('skills.judge_link')
    .set({ revoked_at: work.at })
    .where('region', '=', work.region)
    .where('competition_id', '=', contestId)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** Makes a link; whoever has the one before it is shut out. Only the hash is kept: it is shown this once. */
export const makeLink = async (work: Work, contestId: string, person: string, days: number) => {
  const contest = await lockContest(work, contestId, 'skills.run')
  const judge = await work.db
    .selectFrom('skills.judge')
    .select('person_id')
    .where('region', '=', work.region)
    .where('competition_id', '=', contestId)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!judge) throw refuse('record.not-found')
  await endStanding(work, contestId, person)
  const token = randomBytes(24).toString('base64url')
  const expires_at = later(work.at, { days })
  await work.tx
    .insertInto('skills.judge_link')
    .values({
      region: work.region,
      id: newId(),
      competition_id: contestId,
      person_id: person,
      token_hash: hashOf(token),
      created_at: work.at,
      created_by: work.by.personId,
      expires_at,
    })
    .execute()
  work.ledger.act({ kind: 'contest.judge-link-made', subject: contestId, org: contest.org_id, person })
  return { token, expiresAt: expires_at }
}

export const endLink = async (work: Work, contestId: string, person: string) => {
  const contest = await contestOf(work, contestId, 'skills.run')
  if (!(await endStanding(work, contestId, person))) throw refuse('record.not-found')
  work.ledger.act({ kind: 'contest.judge-link-ended', subject: contestId, org: contest.org_id, person })
}

const linkOf = async (look: Look, token: string) => {
  const link = await look.db
    .selectFrom('skills.judge_link as l')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'l.region').onRef('p.id', '=', 'l.person_id'))
    .selectAll('l')
    .select('p.name as judge')
    .where('l.region', '=', look.region)
    .where('l.token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!link || link.revoked_at || link.expires_at < look.at) throw refuse('skills.judge-link-gone')
  return link
}

const roundsOf = async (look: Look, contestId: string, person: string) => {
  const rows = await look.db
    .selectFrom('skills.round_judge')
    .select('round_id')
    .where('region', '=', look.region)
    .where('competition_id', '=', contestId)
    .where('person_id', '=', person)
    .where('stood_down_at', 'is', null)
    .execute()
  return new Set(rows.map((r) => r.round_id))
}

/** His rounds of this contest, for the device that opened the link first. */
export const openLink = async (work: Work, token: string, key: string) => {
  const link = await linkOf(work, token)
  if (link.opened_hash && !link.opened_hash.equals(hashOf(key))) throw refuse('skills.judge-link-elsewhere')
  if (!link.opened_hash) {
    const first = await work.tx
      .updateTable('skills.judge_link')
      .set({ opened_at: work.at, opened_hash: hashOf(key) })
      .where('region', '=', work.region)
      .where('id', '=', link.id)
      .where('opened_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!first) throw refuse('skills.judge-link-elsewhere')
    work.ledger.act({
      kind: 'contest.judge-link-opened',
      subject: link.competition_id,
      person: link.person_id,
      as: { person: link.person_id, name: `${link.judge}（评委链接）` },
    })
  }
  const mine = await roundsOf(work, link.competition_id, link.person_id)
  const rounds = []
  for (const r of (await myJudging(work, link.person_id)).rows.filter((x) => mine.has(x.round))) {
    const { scheme, sheets } = await mySheets(work, r.round, link.person_id)
    rounds.push({ round: r.round, trade: r.trade, name: r.name, heldOn: r.heldOn, place: r.place, opened: r.opened, scheme, sheets })
  }
  return {
    judge: link.judge,
    contest: (await contestById(work, link.competition_id)).name,
    expiresAt: link.expires_at.toISOString(),
    rounds,
  }
}

/** Hands a sheet in as the judge of the link, from the device that opened it. */
export const handInByLink = async (work: Work, keys: KeyRing, given: { token: string; key: string; round: string; blind: number; marks: Marks }) => {
  const link = await linkOf(work, given.token)
  if (!link.opened_hash?.equals(hashOf(given.key))) throw refuse('skills.judge-link-elsewhere')
  if (!(await roundsOf(work, link.competition_id, link.person_id)).has(given.round)) throw refuse('record.not-found')
  await handIn(work, keys, given.round, given, { person: link.person_id, name: `${link.judge}（评委链接）` })
}

/** Which of these judges hold a link that still works. */
export const standingLinks = async (look: Look, contestId: string, persons: readonly string[]) => {
  const rows = await look.db
    .selectFrom('skills.judge_link')
    .select(['person_id', 'opened_at', 'expires_at'])
    .where('region', '=', look.region)
    .where('competition_id', '=', contestId)
    .where('person_id', '=', anyOf(persons))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', look.at)
    .execute()
  return new Map(rows.map((r) => [r.person_id, { opened: r.opened_at !== null, until: r.expires_at.toISOString() }]))
}
