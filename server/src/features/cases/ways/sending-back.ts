import type { Look, Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { type Standing, mayRead, standingIn } from '../access.ts'
import { writeAct } from '../acts.ts'
import { enterState } from '../enter.ts'
import { type Matter, lockMatter, mustBeFresh, mustBeOpen } from '../matter.ts'
import { type TaskRow } from '../tasks.ts'
import { type Begun, beginOpen, myStep } from './begin.ts'

/** States the case has been in before this one, the latest first. */
export const earlierStates = async (look: Look, { row }: Matter) => {
  const acts = await look.db
    .selectFrom('cases.act')
    .select(['from_state', 'to_state', 'seq'])
    .where('region', '=', look.region)
    .where('case_id', '=', row.id)
    .orderBy('seq', 'desc')
    .execute()
  return [...new Set(acts.flatMap((a) => (a.from_state === a.to_state ? [] : [a.from_state])))].filter((s) => s !== row.state)
}

const targetOf = async (work: Work, { matter }: Begun, to: 'start' | 'previous' | { state: string }) => {
  if (to === 'start') return matter.service.begins === matter.row.state ? undefined : matter.service.begins
  const before = await earlierStates(work, matter)
  return to === 'previous' ? before[0] : before.find((s) => s === to.state)
}

/** 退回: to where it began, to the step before, or to any step it has been through. The clock of that state goes on where it stood. */
export const sendBack = async (work: Work, id: string, version: number, to: 'start' | 'previous' | { state: string }, why: string) => {
  const begun = await beginOpen(work, id, version)
  const step = myStep(work, begun)
  const target = await targetOf(work, begun, to)
  if (!target) throw refuse('cases.nothing-to-return-to')
  await writeAct(work, begun.matter, { op: 'sent_back', to: target, task: step.id, role: step.role, said: why })
  await enterState(work, begun.matter, target)
}

/** The last line of the history that stands for something done about the matter; notes and copies do not hinder. */
const lastMove = (look: Look, id: string) =>
  look.db
    .selectFrom('cases.act')
    .selectAll()
    .where('region', '=', look.region)
    .where('case_id', '=', id)
    .where('op', 'not in', ['noted', 'copied', 'urged'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

const recallable = async (look: Look, { row, service }: Matter, open: readonly TaskRow[]) => {
  const last = await lastMove(look, row.id)
  const action = last?.action ? service.actions[last.action] : undefined
  if (!last || last.op !== 'step' || !action || last.by_person === null || last.by_person !== look.by.personId) return 'cases.not-yours' as const
  // What went out or was decided cannot be called back, nor what the next one has taken on.
  if (action.effect || action.keeps || action.paper || action.outcome || open.some((t) => t.holder_id !== null || t.kind !== 'step'))
    return 'cases.too-late-to-recall' as const
  return last
}

export const canRecall = async (look: Look, matter: Matter, standing: Standing) =>
  matter.row.closed_at === null && typeof (await recallable(look, matter, standing.open)) === 'object'

/** 撤回: whoever took the last step takes it back, as long as nothing has been done since and nothing went out with it. */
export const recall = async (work: Work, id: string, version: number, why: string) => {
  const matter = await lockMatter(work, id)
  const standing = await standingIn(work, matter)
  const last = await recallable(work, matter, standing.open)
  // Whoever took the last step may have no more access now; for anybody else there is no such case.
  if (last === 'cases.not-yours') throw refuse(mayRead(standing) ? last : 'record.not-found')
  mustBeOpen(matter)
  mustBeFresh(matter, version)
  if (typeof last === 'string') throw refuse(last)
  await writeAct(work, matter, { op: 'recalled', to: last.from_state, said: why })
  await enterState(work, matter, last.from_state)
}
