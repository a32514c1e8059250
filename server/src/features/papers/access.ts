import type { Right } from '@gongyou/contract/kit/right.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { clause, reachOf } from '../organisations/index.ts'

/** What a paper is about: a case, a union, a person … `kind` is the word under which its owner registered a sight. */
export type Subject = { kind: string; id: string }

/**
 * Given by whoever owns a kind of subject: which of its papers the caller may see. `subjectId` is the column with the
 * subject's id, `byReach` what the caller's posts alone would grant; the sight may widen it (the worker whose case it is)
 * or narrow it (a case that only its handlers see). One predicate for list, page, files and search.
 */
export type SubjectSight = (look: Look, given: { subjectId: RawBuilder<unknown>; byReach: RawBuilder<boolean> }) => Promise<RawBuilder<boolean>>
export type SubjectSights = Readonly<Record<string, SubjectSight>>

/** Papers (`p`) with which the caller may do what `right` names. Changing one asks for the right and for seeing it. */
export const papersWithin = async (look: Look, sights: SubjectSights, right: Right = 'papers.read'): Promise<RawBuilder<boolean>> => {
  const byReach = clause(await reachOf(look, 'papers.read'), 'p.org_id')
  const branches: RawBuilder<unknown>[] = []
  for (const [kind, sight] of Object.entries(sights))
    branches.push(sql`when ${kind} then ${await sight(look, { subjectId: sql.ref('p.subject_id'), byReach })}`)
  const seen = branches.length > 0 ? sql<boolean>`(case p.subject_kind ${sql.join(branches, sql` `)} else ${byReach} end)` : byReach
  if (right === 'papers.read') return seen
  return sql<boolean>`(${seen} and ${clause(await reachOf(look, right), 'p.org_id')})`
}
