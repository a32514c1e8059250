import { later } from '../../../kit/clock.ts'
import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import { close, enterState } from '../enter.ts'
import { type Matter, changeMatter } from '../matter.ts'
import { tellDesks } from '../telling.ts'
import { desksHolding } from '../tasks.ts'
import { pauseClocks, resumeClocks } from '../timers.ts'
import { begin, beginOpen, myStepOrOversight } from './begin.ts'
import { earlierStates } from './sending-back.ts'

const daysOpen = (work: Work, { row }: Matter) => Math.floor((work.at.getTime() - row.opened_at.getTime()) / 86_400_000)

/** 申请人撤回: possible until the end; those who had it on their desk are told. */
export const withdraw = async (work: Work, id: string, version: number, why: string) => {
  const { matter, standing } = await beginOpen(work, id, version)
  if (!standing.applicant) throw refuse('cases.not-yours')
  const desks = await desksHolding(work, id)
  matter.row.outcome = 'withdrawn'
  await writeAct(work, matter, { op: 'withdrawn', said: why, seenBy: 'applicant', kind: 'case.closed', counts: { days: daysOpen(work, matter) } })
  await close(work, matter, 'withdrawn')
  await tellDesks(
    work,
    matter.row,
    desks,
    { zh: `申请人已撤回：${matter.row.title}`, en: `Withdrawn: ${matter.row.title}` },
    { zh: why || '申请人撤回了申请。', en: why || 'The applicant has withdrawn.' },
  )
}

/** 终止: ends without an outcome of the service, for a reason. */
export const terminate = async (work: Work, id: string, version: number, why: string) => {
  const begun = await beginOpen(work, id, version)
  myStepOrOversight(work, begun)
  begun.matter.row.outcome = 'terminated'
  await writeAct(work, begun.matter, {
    op: 'terminated',
    said: why,
    seenBy: 'applicant',
    kind: 'case.closed',
    counts: { days: daysOpen(work, begun.matter) },
  })
  await close(work, begun.matter, 'terminated')
}

/** 重开: back to a step it has been through, by whoever oversees that part of the tree. */
export const reopenAt = async (work: Work, matter: Matter, state: string, why: string) => {
  const closed = matter.row.closed_at
  const soon = closed !== null && later(closed, { days: 30 }) >= work.at
  await writeAct(work, matter, { op: 'reopened', to: state, said: why, seenBy: 'applicant', counts: { soon: String(soon) } })
  await changeMatter(work, matter, { closed_at: null, outcome: null, reopened: matter.row.reopened + 1, stars: null })
  await enterState(work, matter, state, { afresh: true })
}

export const reopen = async (work: Work, id: string, version: number, state: string | undefined, why: string) => {
  const { matter, standing } = await begin(work, id, version)
  if (!matter.row.closed_at) throw refuse('cases.not-closed')
  if (!standing.overseer) throw refuse('cases.not-yours')
  if (work.by.personId !== null && work.by.personId === matter.row.applicant_id) throw refuse('cases.own-case')
  const before = (await earlierStates(work, matter)).concat(matter.service.begins).filter((s) => !matter.service.states[s]?.final)
  const target = state ? before.find((s) => s === state) : before[0]
  if (!target) throw refuse('cases.nothing-to-return-to')
  await reopenAt(work, matter, target, why)
}

/** 中止: nothing moves and no clock runs until it is resumed. */
export const suspend = async (work: Work, id: string, version: number, why: string) => {
  const begun = await beginOpen(work, id, version)
  if (begun.matter.row.suspended_at) throw refuse('cases.suspended')
  myStepOrOversight(work, begun)
  await pauseClocks(work, begun.matter, why)
  await writeAct(work, begun.matter, { op: 'suspended', said: why, seenBy: 'applicant' })
  await changeMatter(work, begun.matter, { suspended_at: work.at })
}

export const resume = async (work: Work, id: string, version: number, why: string) => {
  const begun = await beginOpen(work, id, version)
  if (!begun.matter.row.suspended_at) throw refuse('cases.not-suspended')
  myStepOrOversight(work, begun)
  if (begun.matter.row.awaiting !== 'supplement') await resumeClocks(work, begun.matter)
  await writeAct(work, begun.matter, { op: 'resumed', said: why, seenBy: 'applicant' })
  await changeMatter(work, begun.matter, { suspended_at: null })
}
