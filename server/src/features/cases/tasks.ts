import { rolesIn } from '@gongyou/contract/cases/service.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { anyOf } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { desksOfRole, personDesk } from './desks.ts'
import type { Matter } from './matter.ts'

export type TaskKind = 'step' | 'applicant' | 'consult' | 'before' | 'after' | 'delegated' | 'supplement' | 'extension'
export type Result = 'done' | 'agreed' | 'disagreed' | 'moved' | 'cancelled'

const open = (look: Look, caseId: string) =>
  look.db
    .selectFrom('cases.task')
    .selectAll()
    .where('region', '=', look.region)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('id')
export type TaskRow = Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]

export const openTasks = (look: Look, caseId: string): Promise<TaskRow[]> => open(look, caseId).execute()

/** A date no clock reaches: the end of every queue. */
export const never = '9999-12-31'

/** Puts a task on desks: from now on whoever sits there may read the case. */
export const seat = async (work: Work, { row }: Matter, taskId: string, desks: readonly string[]) => {
  if (desks.length === 0) return
  await work.tx
    .insertInto('cases.seat')
    .values(
      desks.map((desk) => ({
        region: work.region,
        task_id: taskId,
        desk,
        case_id: row.id,
        service: row.service,
        due_on: row.due_on ?? never,
        opened_at: work.at,
      })),
    )
    .execute()
}

/** The desks a case lies on now. */
export const desksHolding = async (look: Look, caseId: string): Promise<string[]> =>
  (await look.db.selectFrom('cases.seat').select('desk').where('region', '=', look.region).where('case_id', '=', caseId).execute()).map((s) => s.desk)

export const unseat = (work: Work, taskIds: readonly string[]) =>
  work.tx.deleteFrom('cases.seat').where('region', '=', work.region).where('task_id', '=', anyOf(taskIds)).execute()

type NewTask = {
  kind: TaskKind
  desks: readonly string[]
  role?: string | null
  parent?: string
  mode?: 'all' | 'any'
  asks?: string
  holder?: string | null
  held?: unknown
}

export const openTask = async (work: Work, matter: Matter, t: NewTask) => {
  const id = newId()
  await work.tx
    .insertInto('cases.task')
    .values({
      region: work.region,
      id,
      case_id: matter.row.id,
      kind: t.kind,
      state: matter.row.state,
      role: t.role ?? null,
      parent_id: t.parent ?? null,
      mode: t.mode ?? null,
      asks: t.asks ?? '',
      holder_id: t.holder ?? null,
      opened_at: work.at,
      opened_by: work.by.personId,
      held: t.held === undefined ? null : JSON.stringify(t.held),
    })
    .execute()
  await seat(work, matter, id, t.desks)
  return id
}

/** Ends tasks and with them the access they carried. */
export const endTasks = async (work: Work, ids: readonly string[], result: Result, said: string | null = null) => {
  if (ids.length === 0) return
  await work.tx
    .updateTable('cases.task')
    .set({ ended_at: work.at, ended_by: work.by.personId, result, said })
    .where('region', '=', work.region)
    .where('id', '=', anyOf(ids))
    .where('ended_at', 'is', null)
    .execute()
  await unseat(work, ids)
}

/** Everything that is open in a case ends. */
export const endAllTasks = async (work: Work, caseId: string, result: Result) => {
  await work.tx
    .updateTable('cases.task')
    .set({ ended_at: work.at, ended_by: work.by.personId, result, said: null })
    .where('region', '=', work.region)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute()
  await work.tx.deleteFrom('cases.seat').where('region', '=', work.region).where('case_id', '=', caseId).execute()
}

/** The desks a step task belongs to: the person it was handed to, else the role's. */
export const desksOfTask = async (work: Work, { row, service }: Matter, task: Pick<TaskRow, 'holder_id' | 'role'>): Promise<string[]> => {
  if (task.holder_id) return [personDesk(task.holder_id)]
  const role = task.role ? service.roles[task.role] : undefined
  return role ? desksOfRole(work, role, row.org_id) : applicantDesks(work, row)
}

/** The applicant, or the person who filed for an applicant who has no account of their own. */
const applicantDesks = async (work: Work, row: Matter['row']): Promise<string[]> => {
  const person = row.applicant_id ?? row.opened_by
  return person ? [personDesk(person)] : desksOfRole(work, { name: { zh: '', en: '' }, posts: ['office_officer'], at: 'district' }, row.org_id)
}

export const applicantTask = async (work: Work, matter: Matter, kind: 'applicant' | 'supplement', asks = '', held?: unknown) =>
  openTask(work, matter, { kind, desks: await applicantDesks(work, matter.row), asks, held })

/** The tasks of the state the case has just entered: one for each role that can move it, else one for the applicant. */
export const openTasksOfState = async (work: Work, matter: Matter): Promise<string[]> => {
  const seated: string[] = []
  for (const role of rolesIn(matter.service, matter.row.state)) {
    const desks = await desksOfTask(work, matter, { holder_id: null, role })
    await openTask(work, matter, { kind: 'step', role, desks })
    seated.push(...desks)
  }
  if (seated.length > 0) return seated
  const desks = await applicantDesks(work, matter.row)
  await openTask(work, matter, { kind: 'applicant', desks })
  return desks
}
