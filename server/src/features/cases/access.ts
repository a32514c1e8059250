import { sql } from 'kysely'
import type { Actor } from '../../kit/actor.ts'
import { type Look, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Reach, clause, reachOf } from '../organisations/index.ts'
import type { SubjectSight } from '../papers/index.ts'
import { desksOfActor } from './desks.ts'
import { type Matter, findMatter } from './matter.ts'
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

const within = (reach: Reach, orgId: string) => reach === 'all' || reach.includes(orgId)

/** Restricted cases are seen only by those who hold a post that the service itself names. */
const servesIn = (by: Actor, { service }: Matter) => {
  const posts = new Set(Object.values(service.roles).flatMap((r) => r.posts as readonly string[]))
  return by.kind === 'system' || by.standings.some((s) => posts.has(s.code))
}

const ownSeats = async (look: Look, caseId: string) =>
  new Set(
    (
      await look.db
        .selectFrom('cases.seat')
        .select('task_id')
        .where('region', '=', look.region)
        .where('case_id', '=', caseId)
        .where('desk', '=', sql<string>`any(${desksOfActor(look.by)})`)
        .execute()
    ).map((s) => s.task_id),
  )

const isCopied = async (look: Look, caseId: string) =>
  look.by.personId !== null &&
  (await look.db
    .selectFrom('cases.reader')
    .select('id')
    .where('region', '=', look.region)
    .where('case_id', '=', caseId)
    .where('person_id', '=', look.by.personId)
    .where('until', 'is', null)
    .executeTakeFirst()) !== undefined

export const standingIn = async (look: Look, matter: Matter): Promise<Standing> => {
  const { row } = matter
  const { by } = look
  const open = await openTasks(look, row.id)
  const mine = await ownSeats(look, row.id)
  const general = !row.restricted || servesIn(by, matter)
  return {
    applicant: by.personId !== null && by.personId === row.applicant_id,
    tasks: open.filter((t) => mine.has(t.id)),
    open,
    copied: await isCopied(look, row.id),
    overseer: by.kind === 'system' || (general && by.kind === 'staff' && within(await reachOf(look, 'cases.oversee'), row.org_id)),
    reader: by.kind === 'system' || (general && by.kind === 'staff' && within(await reachOf(look, 'cases.read'), row.org_id)),
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

/** The same rule for lists: cases within reach, restricted ones only of services whose posts the caller holds. */
export const listedClause = async (look: Look, column = 'm.org_id') => clause(await reachOf(look, 'cases.read'), column)

/** Which of these cases the caller has a task in. */
export const mineAmong = async (look: Look, ids: readonly string[]) =>
  new Set(
    (
      await look.db
        .selectFrom('cases.seat')
        .select('case_id')
        .where('region', '=', look.region)
        .where('case_id', '=', anyOf(ids))
        .where('desk', '=', sql<string>`any(${desksOfActor(look.by)})`)
        .execute()
    ).map((s) => s.case_id),
  )

/** Official papers of a case: seen by whoever has it on a desk, by the applicant, and within reach where it is not restricted. */
export const casePapersSight: SubjectSight = async (look, { subjectId, byReach }) => sql<boolean>`exists (
  select 1 from cases.matter m where m.region = ${look.region} and m.id = ${subjectId}
     and (m.applicant_id = ${look.by.personId} or (not m.restricted and ${byReach})
       or exists (select 1 from cases.seat s where s.region = m.region and s.case_id = m.id and s.desk = any(${desksOfActor(look.by)}))))`
