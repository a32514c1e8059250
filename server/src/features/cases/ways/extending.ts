import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { clocksOf, extendClock } from '../../clocks/index.ts'
import { writeAct } from '../acts.ts'
import { desksOfRole } from '../desks.ts'
import { type Matter, changeMatter } from '../matter.ts'
import { endTasks, openTask } from '../tasks.ts'
import { tellDesks } from '../telling.ts'
import { spreadDue } from '../timers.ts'
import { beginOpen, myStep } from './begin.ts'

type Asked = { clock: string; amount: number; because: string }

const headDesks = async (work: Work, { row, service }: Matter, duty: string) => {
  const head = service.clocks?.[duty]?.head
  if (head) return desksOfRole(work, service.roles[head]!, row.org_id)
  return desksOfRole(work, { name: { zh: '', en: '' }, posts: ['station_head', 'town_chair', 'leader', 'office_head'], at: 'town' }, row.org_id)
}

/** 延期申请: who has the step asks, with a reason, before the time is over; somebody above decides. */
export const askExtension = async (work: Work, id: string, version: number, asked: Asked) => {
  const begun = await beginOpen(work, id, version)
  const { matter, standing } = begun
  const step = myStep(work, begun)
  if (standing.open.some((t) => t.kind === 'extension')) throw refuse('cases.extension-open')
  const clock = ((await clocksOf(work, [id])).get(id) ?? []).find((c) => c.id === asked.clock)
  if (!clock) throw refuse('cases.no-clock')
  if (clock.mayExtend < asked.amount)
    throw refuse('cases.extension-too-long', {
      says: { zh: `最多还可延长 ${clock.mayExtend} 天`, en: `It may be extended by ${clock.mayExtend} at most` },
    })
  const desks = await headDesks(work, matter, clock.duty)
  await openTask(work, matter, { kind: 'extension', role: step.role, parent: step.id, asks: asked.because, held: asked, desks })
  await writeAct(work, matter, {
    op: 'extension_asked',
    task: step.id,
    role: step.role,
    said: asked.because,
    detail: { amount: asked.amount, clock: clock.name.zh },
  })
  await changeMatter(work, matter, {})
  await tellDesks(
    work,
    matter.row,
    desks,
    { zh: `延期申请：${matter.row.title}`, en: `More time asked: ${matter.row.title}` },
    { zh: asked.because, en: asked.because },
  )
}

export const decideExtension = async (work: Work, id: string, version: number, grant: boolean, said: string) => {
  const { matter, standing } = await beginOpen(work, id, version)
  const mine = standing.tasks.find((t) => t.kind === 'extension')
  if (!mine) throw refuse('cases.not-yours')
  // Whoever asked does not grant it to himself.
  if (mine.opened_by === work.by.personId)
    throw refuse('cases.own-case', { says: { zh: '延期由别人批准，不能自己批自己的申请', en: 'Somebody else must grant it' } })
  const held = mine.held as Asked
  if (grant) await extendClock(work, held.clock, { amount: held.amount, because: held.because })
  await writeAct(work, matter, { op: grant ? 'extension_granted' : 'extension_refused', task: mine.id, said, detail: { amount: held.amount } })
  await endTasks(work, [mine.id], grant ? 'agreed' : 'disagreed', said)
  await changeMatter(work, matter, {})
  await spreadDue(work, matter)
}
