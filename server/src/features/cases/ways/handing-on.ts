import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import { personDesk } from '../desks.ts'
import { tellNewDesks } from '../enter.ts'
import { type Matter, changeMatter } from '../matter.ts'
import { type TaskRow, desksOfTask, endTasks, openTask, seat, unseat } from '../tasks.ts'
import { tellDesks } from '../telling.ts'
import { moveCase } from '../moving.ts'
import { beginOpen, myStep, myStepOrOversight } from './begin.ts'
import { colleagueOf, placeOf } from './colleagues.ts'

const give = (work: Work, taskId: string, holder: string | null) =>
  work.tx.updateTable('cases.task').set({ holder_id: holder }).where('region', '=', work.region).where('id', '=', taskId).execute()

/** Puts a task back on the desks it belongs to. */
export const reseat = async (work: Work, matter: Matter, task: Pick<TaskRow, 'id' | 'holder_id' | 'role'>) => {
  await unseat(work, [task.id])
  await seat(work, matter, task.id, await desksOfTask(work, matter, task))
}

const task = (t: TaskRow | undefined) => {
  if (!t) throw refuse('cases.not-from-here')
  return t
}

/** 签收: one of several who could do it takes it on. */
export const claim = async (work: Work, id: string, version: number) => {
  const begun = await beginOpen(work, id, version)
  const step = myStep(work, begun)
  if (step.holder_id === work.by.personId) return
  await give(work, step.id, work.by.personId)
  await reseat(work, begun.matter, { ...step, holder_id: work.by.personId })
  await writeAct(work, begun.matter, { op: 'claimed', task: step.id, role: step.role })
  await changeMatter(work, begun.matter, {})
}

/** 转办 to a colleague: the step is theirs from now on. */
export const transferTo = async (work: Work, id: string, version: number, personId: string, why: string) => {
  const begun = await beginOpen(work, id, version)
  const step = task(myStepOrOversight(work, begun))
  const to = await colleagueOf(work, personId)
  if (to.id === begun.matter.row.applicant_id) throw refuse('cases.own-case')
  await give(work, step.id, to.id)
  await reseat(work, begun.matter, { ...step, holder_id: to.id })
  await writeAct(work, begun.matter, { op: 'transferred', task: step.id, role: step.role, said: why, detail: { to: to.name } })
  await changeMatter(work, begun.matter, {})
  await tellNewDesks(work, begun.matter)
}

/** 转办 to another organisation: the case belongs there from now on, and its later steps too. */
export const transferToPlace = async (work: Work, id: string, version: number, orgId: string, why: string) => {
  const begun = await beginOpen(work, id, version)
  const step = task(myStepOrOversight(work, begun))
  const to = await placeOf(work, orgId)
  await writeAct(work, begun.matter, { op: 'transferred', task: step.id, role: step.role, said: why, detail: { to: to.name, org: to.id } })
  await moveCase(work, begun.matter, to)
  for (const t of begun.standing.open.filter((x) => x.kind === 'step')) {
    await give(work, t.id, null)
    await reseat(work, begun.matter, { ...t, holder_id: null })
  }
  await tellNewDesks(work, begun.matter)
}

/** 委派: a colleague does the work and reports back; the step itself stays with whoever delegated it. */
export const delegate = async (work: Work, id: string, version: number, personId: string, asks: string) => {
  const begun = await beginOpen(work, id, version)
  const step = myStep(work, begun)
  if (begun.standing.open.some((t) => t.kind === 'delegated')) throw refuse('cases.awaiting-colleagues')
  const to = await colleagueOf(work, personId)
  if (to.id === begun.matter.row.applicant_id) throw refuse('cases.own-case')
  if (!step.holder_id) await give(work, step.id, work.by.personId)
  await openTask(work, begun.matter, { kind: 'delegated', role: step.role, parent: step.id, asks, holder: to.id, desks: [personDesk(to.id)] })
  await reseat(work, begun.matter, { ...step, holder_id: step.holder_id ?? work.by.personId })
  await writeAct(work, begun.matter, { op: 'delegated', task: step.id, role: step.role, said: asks, detail: { to: to.name } })
  await changeMatter(work, begun.matter, { awaiting: 'consult' })
  await tellDesks(
    work,
    begun.matter.row,
    [personDesk(to.id)],
    { zh: `委派给您：${begun.matter.row.title}`, en: `Delegated to you: ${begun.matter.row.title}` },
    { zh: asks, en: asks },
  )
}

/** The delegate reports; whoever delegated goes on. */
export const report = async (work: Work, id: string, version: number, said: string) => {
  const { matter, standing } = await beginOpen(work, id, version)
  const mine = standing.tasks.find((t) => t.kind === 'delegated')
  if (!mine) throw refuse('cases.not-yours')
  await writeAct(work, matter, { op: 'reported', task: mine.id, role: mine.role, said })
  await endTasks(work, [mine.id], 'done', said)
  await changeMatter(work, matter, { awaiting: null })
  await tellNewDesks(work, matter)
}
