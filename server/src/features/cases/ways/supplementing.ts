import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import { keepPapers, mustPointRight, readAnswers, remember } from '../answers.ts'
import type { Engine } from '../engine.ts'
import { tellNewDesks } from '../enter.ts'
import { changeMatter, frameOf } from '../matter.ts'
import { partAnswers } from '../secrecy.ts'
import { writeAnswers } from '../step.ts'
import { applicantTask, endTasks } from '../tasks.ts'
import { tellApplicant } from '../telling.ts'
import { pauseClocks, resumeClocks } from '../timers.ts'
import { beginOpen, myStep } from './begin.ts'

/** 补正: says in words and by field what is missing; until it comes, the clocks of the step stand still. */
export const askForMore = async (work: Work, id: string, version: number, fields: readonly string[], says: string) => {
  const begun = await beginOpen(work, id, version)
  const { matter, standing } = begun
  const step = myStep(work, begun)
  if (standing.open.some((t) => t.kind === 'supplement')) throw refuse('cases.awaiting-papers')
  const unknown = fields.filter((f) => !Object.hasOwn(matter.service.form, f))
  if (unknown.length > 0) throw refuse('request.invalid', { fields: [{ path: 'fields', message: `表单里没有：${unknown.join('、')}` }] })
  await applicantTask(work, matter, 'supplement', says, { fields })
  await pauseClocks(work, matter, says)
  await writeAct(work, matter, { op: 'asked_for_more', task: step.id, role: step.role, said: says, seenBy: 'applicant', detail: { fields } })
  await changeMatter(work, matter, { awaiting: 'supplement' })
  await tellApplicant(
    work,
    matter.row,
    { zh: `请补充材料：${matter.service.title.zh}`, en: `More is needed: ${matter.service.title.en}` },
    { zh: says, en: says },
  )
}

/** The applicant, or the officer who has the step on their behalf, hands in what was missing. */
export const supply = async (work: Work, engine: Engine, id: string, version: number, given: Answers, said: string | undefined) => {
  const { matter, standing } = await beginOpen(work, id, version)
  const asked = standing.open.find((t) => t.kind === 'supplement')
  if (!asked) throw refuse('cases.no-paper-here')
  const mine = standing.applicant || standing.tasks.some((t) => t.id === asked.id || t.kind === 'step')
  if (!mine) throw refuse('cases.not-yours')
  const names = (asked.held as { fields: string[] } | null)?.fields ?? []
  const read = readAnswers(work, matter.service.form, given, names, await frameOf(work, engine, matter))
  const answers = await mustPointRight(work, matter.service.form, read, id)
  await writeAnswers(work, engine, matter, answers)
  const open = partAnswers(matter.service.form, answers).open
  const act = await writeAct(work, matter, { op: 'supplied', task: asked.id, said, seenBy: 'applicant', answers: open })
  await keepPapers(work, matter, answers, act)
  if (standing.applicant && matter.row.applicant_id) await remember(work, matter.service.form, answers, matter.row.applicant_id)
  await endTasks(work, [asked.id], 'done')
  await resumeClocks(work, matter)
  await changeMatter(work, matter, { awaiting: null })
  await tellNewDesks(work, matter)
}
