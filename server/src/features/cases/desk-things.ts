import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { sql } from 'kysely'

/** Phrases every office writes all day; one's own come first. */
const usual = [
  '同意。',
  '拟同意，请领导审批。',
  '情况属实，材料齐全，拟同意。',
  '请按规定办理。',
  '已与本人电话核实。',
  '不符合条件，请向申请人说明。',
  '已阅。',
]

export const phrasesOf = async (look: Look) => {
  const own = await look.db
    .selectFrom('cases.phrase')
    .select(['id', 'said'])
    .where('region', '=', look.region)
    .where('person_id', '=', look.by.personId)
    .orderBy('used', 'desc')
    .orderBy('id')
    .execute()
  return [
    ...own.map((p) => ({ ...p, own: true })),
    // Fixed ids, so that screens can key them.
    ...usual.map((said, i) => ({ id: `00000000-0000-4000-8000-00000000000${i}`, said, own: false })),
  ]
}

export const keepPhrase = (work: Work, said: string) =>
  sql`insert into cases.phrase (region, id, person_id, said) values (${work.region}, ${newId()}, ${work.by.personId}, ${said}) on conflict do nothing`.execute(
    work.tx,
  )

export const dropPhrase = (work: Work, id: string) =>
  work.tx.deleteFrom('cases.phrase').where('region', '=', work.region).where('id', '=', id).where('person_id', '=', work.by.personId).execute()

export const viewsOf = async (look: Look) =>
  (
    await look.db
      .selectFrom('cases.saved_view')
      .select(['id', 'name', 'query'])
      .where('region', '=', look.region)
      .where('person_id', '=', look.by.personId!)
      .orderBy('name')
      .execute()
  ).map((v) => ({ ...v, query: v.query as Record<string, string> }))

/** Fails on `saved_view_name_unique` where the name is taken. */
export const saveView = (work: Work, name: string, query: Record<string, string>) =>
  work.tx
    .insertInto('cases.saved_view')
    .values({ region: work.region, id: newId(), person_id: work.by.personId!, name, query: JSON.stringify(query) })
    .execute()

export const dropView = (work: Work, id: string) =>
  work.tx.deleteFrom('cases.saved_view').where('region', '=', work.region).where('id', '=', id).where('person_id', '=', work.by.personId!).execute()

export const saveDraft = (work: Work, service: string, revision: number, answers: Record<string, unknown>) => {
  const row = { revision, answers: JSON.stringify(answers), changed_at: work.at }
  return work.tx
    .insertInto('cases.draft')
    .values({ region: work.region, person_id: work.by.personId!, service, ...row })
    .onConflict((c) => c.columns(['region', 'person_id', 'service']).doUpdateSet(row))
    .execute()
}

export const dropDraft = (work: Work, service: string) =>
  work.tx
    .deleteFrom('cases.draft')
    .where('region', '=', work.region)
    .where('person_id', '=', work.by.personId!)
    .where('service', '=', service)
    .execute()
