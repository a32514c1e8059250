import { type Action, fromOf } from '@gongyou/contract/cases/service.ts'
import { type Answers, holdsFor } from '@gongyou/contract/forms/index.ts'
import { labelOf } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Standing, mayRead, standingIn } from './access.ts'
import { writeAct } from './acts.ts'
import { keepPapers, mustPointRight, readAnswers, remember } from './answers.ts'
import type { Engine } from './engine.ts'
import { enterState } from './enter.ts'
import { keepInRegister } from './keeps.ts'
import { type Matter, allAnswers, changeMatter, frameOf, lockMatter, mustBeFresh, mustBeOpen } from './matter.ts'
import { partAnswers, sealAnswers } from './secrecy.ts'
import { draftOfficial } from './official.ts'
import { freeze } from './snapshot.ts'
import { type TaskRow, seat, unseat } from './tasks.ts'
import { tellDesks } from './telling.ts'

export type Chosen = { version: number; action: string; answers: Answers; said?: string | undefined }

/** The task by which the caller may take a step of this role: their own, never that of an application they made. */
export const taskFor = (standing: Standing, action: Action): TaskRow | 'applicant' | undefined => {
  if (action.by === 'applicant') return standing.applicant || standing.tasks.some((t) => t.kind === 'applicant') ? 'applicant' : undefined
  return standing.tasks.find((t) => t.kind === 'step' && t.role === action.by)
}

/** Why nobody can take a step now, whoever they are. */
export const hindrance = (matter: Matter, open: readonly TaskRow[]) => {
  if (matter.row.closed_at) return 'cases.closed' as const
  if (matter.row.suspended_at) return 'cases.suspended' as const
  if (open.some((t) => t.kind === 'supplement')) return 'cases.awaiting-papers' as const
  if (open.some((t) => t.kind === 'consult' || t.kind === 'before' || t.kind === 'delegated')) return 'cases.awaiting-colleagues' as const
  if (matter.row.awaiting === 'after') return 'cases.awaiting-colleagues' as const
  return undefined
}

const mustBePossible = (matter: Matter, standing: Standing, chosen: Chosen, by: string | null) => {
  const action = Object.hasOwn(matter.service.actions, chosen.action) ? matter.service.actions[chosen.action] : undefined
  if (!action || !fromOf(action).includes(matter.row.state)) throw refuse('cases.not-from-here')
  const task = taskFor(standing, action)
  if (!task) throw refuse('cases.not-yours')
  if (task !== 'applicant' && by !== null && by === matter.row.applicant_id) throw refuse('cases.own-case')
  const blocked = hindrance(matter, standing.open)
  if (blocked) throw refuse(blocked)
  if (action.wordsNeeded && !chosen.said?.trim()) throw refuse('cases.words-needed')
  return { action, task: task === 'applicant' ? null : task }
}

/** Fields that this step fills in, written over what was answered before. */
export const writeAnswers = async (work: Work, engine: Engine, matter: Matter, given: Answers) => {
  if (Object.keys(given).length === 0) return
  const { open, shut } = partAnswers(matter.service.form, { ...allAnswers(engine, matter), ...given })
  const sealed = sealAnswers(engine.keys, work.region, matter.row.id, shut)
  await work.tx
    .updateTable('cases.matter')
    .set({ answers: JSON.stringify(open), ...sealed })
    .where('region', '=', work.region)
    .where('id', '=', matter.row.id)
    .execute()
  Object.assign(matter.row, { answers: open, ...sealed })
}

type Taken = {
  name: string
  action: Action
  answers: Answers
  said: string | null
  task: TaskRow | null
  as?: { personId: string | null; name: string }
}

/** Takes a step that has been found possible: history, answers, outcome, effect, next state. */
export const take = async (work: Work, engine: Engine, matter: Matter, taken: Taken) => {
  const { name, action, said, task, as } = taken
  const from = matter.row.state
  const answers = action.fills ? { ...taken.answers, ...(await engine.fills[action.fills]!(work, matter, taken.answers)) } : taken.answers
  await writeAnswers(work, engine, matter, answers)
  if (action.outcome) matter.row.outcome = action.outcome
  const final = matter.service.states[action.to]!.final
  const kept = action.keeps ? await keepInRegister(work, engine, matter, action, action.keeps) : undefined
  const act = await writeAct(work, matter, {
    op: 'step',
    action: name,
    from,
    to: action.to,
    role: action.by,
    task: task?.id ?? null,
    said,
    seenBy: action.words === 'answer' || action.by === 'applicant' ? 'applicant' : 'office',
    answers: partAnswers(matter.service.form, answers).open,
    ...(as ? { as } : {}),
    ...(as || kept ? { detail: { ...(as ? { signedBy: labelOf(work.by) } : {}), ...(kept ? { kept } : {}) } } : {}),
    kind: final ? 'case.closed' : 'case.acted',
    ...(final ? { counts: { days: Math.floor((work.at.getTime() - matter.row.opened_at.getTime()) / 86_400_000) } } : {}),
  })
  await keepPapers(work, matter, answers, act)
  if (action.by === 'applicant' && matter.row.applicant_id) await remember(work, matter.service.form, answers, matter.row.applicant_id)
  if (action.outcome) await freeze(work, engine, matter, act, action.outcome)
  // Before the next desks are found: an effect may give the case to another organisation.
  if (action.effect) await engine.effects[action.effect]!(work, engine, matter, { action: name, answers, said })
  if (action.paper) await draftOfficial(work, engine, matter, action)
  await enterState(work, matter, action.to, { outcome: action.outcome })
}

/** A step that was chosen and waits for the signatures after it. */
export type HeldStep = { action: string; said: string | null; by: { personId: string | null; name: string } }

/** A step with signers after it waits for them: chosen now, taken when the last has agreed. */
const hold = async (work: Work, engine: Engine, matter: Matter, standing: Standing, chosen: Chosen, answers: Answers, task: TaskRow) => {
  const after = standing.open.filter((t) => t.kind === 'after')
  if (after.length === 0) return false
  await writeAnswers(work, engine, matter, answers)
  const held: HeldStep = { action: chosen.action, said: chosen.said?.trim() || null, by: { personId: work.by.personId, name: labelOf(work.by) } }
  await work.tx
    .updateTable('cases.task')
    .set({ held: JSON.stringify(held) })
    .where('region', '=', work.region)
    .where('id', '=', task.id)
    .execute()
  await unseat(work, [task.id])
  await writeAct(work, matter, {
    op: 'held',
    role: task.role,
    task: task.id,
    said: chosen.said,
    answers: partAnswers(matter.service.form, answers).open,
    detail: { action: chosen.action },
  })
  await keepPapers(work, matter, answers, null)
  await changeMatter(work, matter, { awaiting: 'after' })
  for (const t of after) {
    const desks = [`p:${t.holder_id}`]
    await seat(work, matter, t.id, desks)
    await tellDesks(
      work,
      matter.row,
      desks,
      { zh: `请加签：${matter.row.title}`, en: `Please sign: ${matter.row.title}` },
      { zh: t.asks || '请签署意见。', en: t.asks || 'Please give your opinion.' },
    )
  }
  return true
}

/** One declared step by whoever stands in its role. */
export const takeStep = async (work: Work, engine: Engine, id: string, chosen: Chosen): Promise<Matter> => {
  const matter = await lockMatter(work, id)
  const standing = await standingIn(work, matter)
  if (!mayRead(standing)) throw refuse('record.not-found')
  mustBeOpen(matter)
  mustBeFresh(matter, chosen.version)
  const { action, task } = mustBePossible(matter, standing, chosen, work.by.personId)
  const known = await frameOf(work, engine, matter)
  const read = readAnswers(work, matter.service.form, chosen.answers, action.asks ?? [], known)
  if (action.when && !holdsFor(action.when, { ...known, ...read })) throw refuse('cases.condition-not-met')
  const answers = await mustPointRight(work, matter.service.form, read, id)
  if (task && (await hold(work, engine, matter, standing, chosen, answers, task))) return matter
  await take(work, engine, matter, { name: chosen.action, action, answers, said: chosen.said?.trim() || null, task })
  return matter
}
