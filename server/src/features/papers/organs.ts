import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { findOrg } from '../organisations/index.ts'

export type Organ = { code: string; mark: string; assigned: boolean }

/**
 * Codes that could be an organisation's, shortest first: 鼓楼街道总工会 → 鼓工, 鼓楼工, … Two towns may begin with one
 * character, so the first that is free is taken.
 */
export const codesFor = (name: string) => {
  const stem = name.replace(/(总工会|工会联合会|联合工会|工会委员会|工会服务站|工会)$/, '').replace(/[^一-龥]/g, '') || '职'
  const lengths = [...new Set([1, 2, 3, 4, 5, 6].map((n) => stem.slice(0, n)))]
  return [...lengths.map((part) => `${part}工`), ...[...'甲乙丙丁戊己庚辛'].map((mark) => `${stem.slice(0, 6)}工${mark}`)]
}

const rowOf = (look: Look, orgId: string) =>
  look.db.selectFrom('papers.organ').select(['code', 'mark']).where('region', '=', look.region).where('org_id', '=', orgId).executeTakeFirst()

const orgNamed = async (look: Look, orgId: string) => {
  const org = await findOrg(look, orgId)
  if (!org) throw refuse('record.not-found')
  return org.name
}

/** Under which code and mark an organisation issues; until its first paper only proposed. */
export const organOf = async (look: Look, orgId: string): Promise<Organ> => {
  const row = await rowOf(look, orgId)
  if (row) return { ...row, assigned: true }
  const name = await orgNamed(look, orgId)
  const wanted = codesFor(name)
  const taken = await look.db.selectFrom('papers.organ').select('code').where('region', '=', look.region).where('code', 'in', wanted).execute()
  const free = wanted.find((code) => !taken.some((row) => row.code === code))
  return { code: free ?? wanted[0]!, mark: name.slice(0, 40), assigned: false }
}

/** The same, made fast: the first paper of an organisation takes the code that is free at that moment. */
export const takeOrgan = async (work: Work, orgId: string): Promise<Organ> => {
  const row = await rowOf(work, orgId)
  if (row) return { ...row, assigned: true }
  const name = await orgNamed(work, orgId)
  for (const code of codesFor(name)) {
    const organ = { code, mark: name.slice(0, 40) }
    // Waits for another transaction that is taking the same code, and goes on to the next one then.
    const made = await work.tx
      .insertInto('papers.organ')
      .values({ region: work.region, org_id: orgId, ...organ, changed_at: work.at, changed_by: work.by.personId })
      .onConflict((on) => on.doNothing())
      .returning('code')
      .executeTakeFirst()
    const now = made ?? (await rowOf(work, orgId))
    if (now) return { ...organ, ...now, assigned: true }
  }
  throw refuse('papers.code-taken')
}

/** An officer sets code and mark; papers already issued keep their numbers. Fails on `organ_code_unique`. */
export const setOrgan = async (work: Work, orgId: string, given: { code: string; mark: string }): Promise<Organ> => {
  await orgNamed(work, orgId)
  await work.tx
    .insertInto('papers.organ')
    .values({ region: work.region, org_id: orgId, ...given, changed_at: work.at, changed_by: work.by.personId })
    .onConflict((on) =>
      on.columns(['region', 'org_id']).doUpdateSet((e) => ({
        code: e.ref('excluded.code'),
        mark: e.ref('excluded.mark'),
        changed_at: e.ref('excluded.changed_at'),
        changed_by: e.ref('excluded.changed_by'),
      })),
    )
    .execute()
  work.ledger.act({ kind: 'paper.organ-set', subject: orgId, org: orgId, data: given })
  return { ...given, assigned: true }
}
