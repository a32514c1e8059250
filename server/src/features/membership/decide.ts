import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { tell } from '../notices/index.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { cardNumber } from './numbers.ts'

/** The application, locked: two officers clicking at once become one decision and one refusal. */
const openOne = async (work: Work, id: string, version: number) => {
  const reach = await reachOf(work, 'membership.decide')
  const row = await work.tx
    .selectFrom('membership.application')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where(clause(reach, 'org_id'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  if (row.status !== 'submitted') throw refuse('membership.already-decided')
  if (row.version !== version) throw refuse('record.changed')
  return row
}
type Open = Awaited<ReturnType<typeof openOne>>

const move = (work: Work, a: Open, change: { status: string; reason?: string; decided: boolean }) =>
  work.tx
    .updateTable('membership.application')
    .set({
      status: change.status,
      reason: change.reason ?? null,
      version: a.version + 1,
      ...(change.decided ? { decided_at: work.at, decided_by: work.by.personId } : {}),
    })
    .where('region', '=', work.region)
    .where('id', '=', a.id)
    .execute()

/** Enrols the applicant: membership, dated stay, card number, act and message in one transaction. */
export const approve = async (work: Work, id: string, version: number) => {
  const a = await openOne(work, id, version)
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['name', 'town', 'kind'])
    .where('region', '=', work.region)
    .where('id', '=', a.org_id)
    .executeTakeFirstOrThrow()
  const answers = a.answers as { occupation: string | null }
  const card = await cardNumber(work, work.today)
  const state = {
    org_id: a.org_id,
    status: 'active',
    card_number: card,
    joined_on: work.today,
    channel: a.channel,
    floating: org.kind === 'service_station' || org.kind === 'town_federation',
    occupation: answers.occupation,
    since: work.today,
    changed_at: work.at,
  }
  await work.tx
    .insertInto('membership.membership')
    .values({ region: work.region, person_id: a.person_id, ...state })
    .onConflict((c) => c.columns(['region', 'person_id']).doUpdateSet(state))
    .execute()
  await work.tx
    .insertInto('membership.stay')
    .values({ region: work.region, id: newId(), person_id: a.person_id, org_id: a.org_id, during: `[${work.today},)` })
    .execute()
  await move(work, a, { status: 'approved', decided: true })
  work.ledger.act({
    kind: 'membership.joined',
    subject: a.person_id,
    org: a.org_id,
    person: a.person_id,
    data: { town: org.town, channel: a.channel, occupation: answers.occupation, application: a.id, joinPoint: a.join_point_id },
  })
  await tell(work, a.person_id, {
    kind: 'membership.joined',
    title: { zh: '欢迎加入工会', en: 'Welcome to the union' },
    body: { zh: `您已成为${org.name}会员，卡号 ${card}。`, en: `You are now a member of ${org.name}, card ${card}.` },
    link: '/m/card',
  })
}

/** Asks for a correction; the application waits for the person. */
export const giveBack = async (work: Work, id: string, version: number, reason: string) => {
  const a = await openOne(work, id, version)
  await move(work, a, { status: 'returned', reason, decided: false })
  work.ledger.act({ kind: 'membership.application-returned', subject: a.id, org: a.org_id, person: a.person_id })
  await tell(work, a.person_id, {
    kind: 'membership.returned',
    title: { zh: '入会申请需要补正', en: 'Your application needs a correction' },
    body: { zh: reason, en: reason },
    link: '/m/me',
  })
}

export const turnDown = async (work: Work, id: string, version: number, reason: string) => {
  const a = await openOne(work, id, version)
  await move(work, a, { status: 'refused', reason, decided: true })
  work.ledger.act({ kind: 'membership.application-refused', subject: a.id, org: a.org_id, person: a.person_id })
  await tell(work, a.person_id, {
    kind: 'membership.refused',
    title: { zh: '入会申请未通过', en: 'Your application was not accepted' },
    body: { zh: reason, en: reason },
    link: '/m/me',
  })
}
