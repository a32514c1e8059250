import type { Right } from '@gongyou/contract/kit/right.ts'
import { sql } from 'kysely'
import type { Actor } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { SubjectSight } from '../papers/index.ts'
import { desksOfActor } from './desks.ts'
import { type Matter, type MatterRow, findMatter } from './matter.ts'
import { type TaskRow, openTasks } from './tasks.ts'

/** How somebody stands in one case. Everything a screen offers and a command allows follows from this. */
export type Standing = {
  applicant: boolean
  /** Open tasks that lie on one of the caller's desks. */
  tasks: readonly TaskRow[]
  /** Every open task of the case. */
  open: readonly TaskRow[]
  copied: boolean
  /** May reassign, urge, suspend, reopen. */
  overseer: boolean
  reader: boolean
}

/** Restricted cases are seen only by those who hold a post that the service itself names. */
const servesIn = (by: Actor, { service }: Matter) => {
  const posts = new Set(Object.values(service.roles).flatMap((r) => r.posts as readonly string[]))
  return by.kind === 'system' || by.standings.some((s) => posts.has(s.code))
}

type Around = { path: string; mine: string[] | null; copied: boolean }

/** Where the case belongs, which of its tasks lie on the caller's desks, whether it was copied to him: one round trip. */
const around = async (look: Look, { id, org_id }: MatterRow): Promise<Around> =>
  (
    await sql<Around>`
      select o.path::text as path,
             (select array_agg(s.task_id) from cases.seat s where s.region = o.region and s.case_id = ${id} and s.desk = any(${desksOfActor(look.by)})) as mine,
             exists (select 1 from cases.reader r where r.region = o.region and r.case_id = ${id} and r.person_id = ${look.by.personId} and r.until is null) as copied
        from organisations.org o where o.region = ${look.region} and o.id = ${org_id}`.execute(look.raw)
  ).rows[0]!

/** The same as lying within `reachOf`: a post reaches its organisation and everything beneath it. */
const reaches = (by: Actor, right: Right, path: string) =>
  by.kind === 'system' || by.standings.some((s) => s.rights.includes(right) && (path === s.path || path.startsWith(`${s.path}.`)))

export const standingIn = async (look: Look, matter: Matter): Promise<Standing> => {
  const { row } = matter
  const { by } = look
  const open = await openTasks(look, row.id)
  const { path, mine, copied } = await around(look, row)
  const general = by.kind === 'system' || (by.kind === 'staff' && (!row.restricted || servesIn(by, matter)))
  return {
    applicant: by.personId !== null && by.personId === row.applicant_id,
    tasks: open.filter((t) => mine?.includes(t.id)),
    open,
    copied,
    overseer: general && reaches(by, 'cases.oversee', path),
    reader: general && reaches(by, 'cases.read', path),
  }
}

/** Access travels with the case: the applicant, whoever has a task in it, whom it was copied to, who oversees that part of the tree. */
export const mayRead = (s: Standing) => s.applicant || s.tasks.length > 0 || s.copied || s.overseer || s.reader

/** The case for whoever may read it; for anybody else there is none. */
export const readMatter = async (look: Look, id: string) => {
  const matter = await findMatter(look, id)
  const standing = await standingIn(look, matter)
  if (!mayRead(standing)) throw refuse('record.not-found')
  return { matter, standing }
}

/** Official papers of a case: seen by whoever has it on a desk, by the applicant, and within reach where it is not restricted. */
export const casePapersSight: SubjectSight = async (look, { subjectId, byReach }) => sql<boolean>`exists (
  select 1 from cases.matter m where m.region = ${look.region} and m.id = ${subjectId}
     and (m.applicant_id = ${look.by.personId} or (not m.restricted and ${byReach})
       or exists (select 1 from cases.seat s where s.region = m.region and s.case_id = m.id and s.desk = any(${desksOfActor(look.by)}))))`
