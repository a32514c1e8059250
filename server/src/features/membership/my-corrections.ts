import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { askCorrection, correctMyWork } from '@gongyou/contract/membership/mine.ts'
import { rightsOfPost } from '@gongyou/contract/organisations/posts.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { tell } from '../notices/index.ts'
import { workFor } from '../organisations/index.ts'

/** Setting: a request for correction is answered within three days, as an application is. */
const answerDays = 3

/** The union in charge of a person: of the membership, else of the last application. */
const orgInCharge = async (look: Look, personId: string) => {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select o.id, o.name, o.path::text as path from organisations.org o join (
      select org_id, 1 as rank, changed_at as at from membership.membership where region = ${look.region} and person_id = ${personId}
      union all select org_id, 2, submitted_at from membership.application where region = ${look.region} and person_id = ${personId}
    ) m on m.org_id = o.id where o.region = ${look.region} order by m.rank, m.at desc limit 1`.execute(look.raw)
  return rows[0]
}

/** Who answers for an organisation: the nearest above it, itself included, whose officers may correct persons. */
const officersFor = async (look: Look, path: string) => {
  const { rows } = await sql<{ person_id: string; post: string; depth: number }>`
    select p.person_id, p.post, nlevel(o.path) as depth from organisations.post p join organisations.org o on o.region = p.region and o.id = p.org_id
     where p.region = ${look.region} and p.during @> ${look.today}::date and o.path @> ${path}::ltree order by depth desc`.execute(look.raw)
  const able = rows.filter((r) => rightsOfPost(r.post).includes('people.edit'))
  return [...new Set(able.filter((r) => r.depth === able[0]?.depth).map((r) => r.person_id))]
}

const tellStation = async (work: Work, org: { path: string }, title: { zh: string; en: string }, body: { zh: string; en: string }, link: string) => {
  for (const officer of await officersFor(work, org.path)) await tell(work, officer, { kind: 'person.request', title, body, link })
}

const abouts = {
  name: { zh: '姓名', en: 'name' },
  'id-number': { zh: '证件号码', en: 'ID number' },
  other: { zh: '其他信息', en: 'other data' },
} as const

/** Name and number are changed by an officer who has seen the card; this is the recorded request for it. */
export const askForCorrection = async (work: Work, person: { id: string; name: string }, asked: z.output<(typeof askCorrection)['body']>) => {
  if (/\d[\d\s-]{12,}[\dXx]/.test(asked.says)) throw refuse('people.number-in-text')
  const org = await orgInCharge(work, person.id)
  if (!org) throw refuse('membership.no-union-yet')
  const dueOn = addDays(work.today, answerDays)
  work.ledger.act({
    kind: 'person.correction-asked',
    subject: person.id,
    org: org.id,
    person: person.id,
    data: { about: asked.about, says: asked.says, dueOn },
  })
  const about = abouts[asked.about]
  await tellStation(
    work,
    org,
    { zh: `${person.name} 申请更正${about.zh}`, en: `${person.name} asks for a correction: ${about.en}` },
    { zh: `${asked.says}（请核对证件原件后更正，${dueOn} 前答复）`, en: `${asked.says} (correct after seeing the card; answer by ${dueOn})` },
    `/console/people/${person.id}`,
  )
  return { org: { id: org.id, name: org.name }, dueOn }
}

export const correctWork = async (work: Work, personId: string, given: z.output<(typeof correctMyWork)['body']>) => {
  await workFor(work, personId, [...new Set(given.employers)], given.occupation)
  await work.tx
    .updateTable('membership.membership')
    .set((e) => ({ occupation: given.occupation, changed_at: work.at, version: e('version', '+', 1) }))
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .execute()
  work.ledger.act({ kind: 'person.work-corrected', subject: personId, person: personId, data: { occupation: given.occupation } })
}

/**
 * A consent ends at the person's word (PIPL art. 15). An application that rests on it ends too; a membership is not
 * ended by a click: the station asks what the person wants and what the rules on archives allow to erase.
 */
export const withdraw = async (work: Work, person: { id: string; name: string }, consentId: string) => {
  const consent = await work.tx
    .updateTable('people.consent')
    .set({ withdrawn_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', consentId)
    .where('person_id', '=', person.id)
    .where('withdrawn_at', 'is', null)
    .returning('purpose')
    .executeTakeFirst()
  if (!consent) throw refuse('record.not-found')
  work.ledger.act({ kind: 'person.consent-withdrawn', subject: person.id, person: person.id, data: { purpose: consent.purpose, consent: consentId } })
  const resting = consent.purpose === 'membership' || consent.purpose === 'id-number'
  const ended = resting
    ? await work.tx
        .updateTable('membership.application')
        .set((e) => ({ status: 'withdrawn', version: e('version', '+', 1) }))
        .where('region', '=', work.region)
        .where('person_id', '=', person.id)
        .where('status', 'in', ['submitted', 'returned'])
        .returning(['id', 'org_id'])
        .execute()
    : []
  for (const a of ended) work.ledger.act({ kind: 'membership.application-withdrawn', subject: a.id, org: a.org_id, person: person.id })
  const org = await orgInCharge(work, person.id)
  if (org && resting)
    await tellStation(
      work,
      org,
      { zh: `${person.name} 撤回了同意`, en: `${person.name} withdrew a consent` },
      {
        zh: '请联系本人，说明哪些信息可以删除、哪些按档案规定保留。',
        en: 'Please explain which data can be erased and which the rules on archives keep.',
      },
      `/console/people/${person.id}`,
    )
  return { applicationWithdrawn: ended.length > 0, org: org ? { id: org.id, name: org.name } : null }
}
