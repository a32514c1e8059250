import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import { personDesk } from '../desks.ts'
import type { Engine } from '../engine.ts'
import { tellNewDesks } from '../enter.ts'
import { type Matter, changeMatter } from '../matter.ts'
import { type HeldStep, take } from '../step.ts'
import { type TaskRow, endTasks, openTask, openTasks } from '../tasks.ts'
import { tellDesks } from '../telling.ts'
import { beginOpen, myStep } from './begin.ts'
import { colleaguesOf, namesOf } from './colleagues.ts'
import { reseat } from './handing-on.ts'

type Signers = { persons: readonly string[]; asks: string; mode: 'all' | 'any'; place: 'beside' | 'before' | 'after' }

const kinds = { beside: 'consult', before: 'before', after: 'after' } as const
const opsOf = { beside: 'consulted', before: 'added_before', after: 'added_after' } as const

/**
 * 会签 (beside: all or any of them answer before the step), 前加签 (before: they must have answered first) and 后加签
 * (after: they sign once the step has been chosen, before it takes effect).
 */
export const addSigners = async (work: Work, id: string, version: number, s: Signers) => {
  const begun = await beginOpen(work, id, version)
  const { matter } = begun
  const step = myStep(work, begun)
  const people = await colleaguesOf(work, s.persons)
  if (people.some((p) => p.id === matter.row.applicant_id)) throw refuse('cases.own-case')
  const kind = kinds[s.place]
  for (const p of people)
    await openTask(work, matter, {
      kind,
      role: step.role,
      parent: step.id,
      mode: s.mode,
      asks: s.asks,
      holder: p.id,
      // Signers after the step see the case only when their turn comes.
      desks: s.place === 'after' ? [] : [personDesk(p.id)],
    })
  await writeAct(work, matter, { op: opsOf[s.place], task: step.id, role: step.role, said: s.asks, detail: { to: namesOf(people), mode: s.mode } })
  await changeMatter(work, matter, s.place === 'after' ? {} : { awaiting: 'consult' })
  if (s.place !== 'after')
    await tellDesks(
      work,
      matter.row,
      people.map((p) => personDesk(p.id)),
      { zh: `请会签：${matter.row.title}`, en: `Your opinion, please: ${matter.row.title}` },
      { zh: s.asks, en: s.asks },
    )
}

const others = (open: readonly TaskRow[], mine: TaskRow) =>
  open.filter((t) => t.id !== mine.id && t.kind === mine.kind && t.parent_id === mine.parent_id)

/** The last signer after a step has agreed: it is taken now, in the name of whoever chose it. One who disagrees gives it back. */
const afterSigned = async (work: Work, engine: Engine, matter: Matter, mine: TaskRow, agrees: boolean, rest: readonly TaskRow[]) => {
  const step = (await openTasks(work, matter.row.id)).find((t) => t.id === mine.parent_id)
  if (!step?.held) return
  const held = step.held as HeldStep
  if (!agrees) {
    await endTasks(
      work,
      rest.map((t) => t.id),
      'cancelled',
    )
    await work.tx.updateTable('cases.task').set({ held: null }).where('region', '=', work.region).where('id', '=', step.id).execute()
    await reseat(work, matter, step)
    await changeMatter(work, matter, { awaiting: null })
    return tellNewDesks(work, matter)
  }
  if (rest.length > 0) return changeMatter(work, matter, {})
  await changeMatter(work, matter, { awaiting: null })
  await take(work, engine, matter, {
    name: held.action,
    action: matter.service.actions[held.action]!,
    answers: {},
    said: held.said,
    task: step,
    as: held.by,
  })
}

/** A colleague answers what they were asked. With “any”, the first answer frees the step. */
export const giveOpinion = async (work: Work, engine: Engine, id: string, version: number, agrees: boolean, said: string) => {
  const { matter, standing } = await beginOpen(work, id, version)
  const mine = standing.tasks.find((t) => t.kind === 'consult' || t.kind === 'before' || t.kind === 'after')
  if (!mine) throw refuse('cases.not-yours')
  await writeAct(work, matter, { op: 'answered', task: mine.id, role: mine.role, said, detail: { agrees } })
  await endTasks(work, [mine.id], agrees ? 'agreed' : 'disagreed', said)
  const rest = others(standing.open, mine)
  if (mine.kind === 'after') return afterSigned(work, engine, matter, mine, agrees, rest)
  const freed = mine.mode === 'any' || rest.length === 0
  if (freed)
    await endTasks(
      work,
      rest.map((t) => t.id),
      'cancelled',
    )
  const waiting = (await openTasks(work, id)).some((t) => ['consult', 'before', 'delegated'].includes(t.kind))
  await changeMatter(work, matter, { awaiting: waiting ? 'consult' : null })
  if (!waiting) await tellNewDesks(work, matter)
}
