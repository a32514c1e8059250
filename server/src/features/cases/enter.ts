import { endings } from '@gongyou/contract/cases/ops.ts'
import type { Work } from '../../kit/db/database.ts'
import { type Matter, changeMatter } from './matter.ts'
import { desksHolding, endAllTasks, openTasksOfState } from './tasks.ts'
import { tellApplicant, tellDesks } from './telling.ts'
import { endClocks, turnClocks } from './timers.ts'

/** Everybody to whom the case was copied may read it until it ends. */
const endReaders = (work: Work, caseId: string) =>
  work.tx
    .updateTable('cases.reader')
    .set({ until: work.at })
    .where('region', '=', work.region)
    .where('case_id', '=', caseId)
    .where('until', 'is', null)
    .execute()

const endLinks = (work: Work, caseId: string) =>
  work.tx
    .updateTable('cases.link')
    .set({ revoked_at: work.at })
    .where('region', '=', work.region)
    .where('case_id', '=', caseId)
    .where('revoked_at', 'is', null)
    .where('replied_at', 'is', null)
    .execute()

export const outcomeName = ({ service, row }: Matter) =>
  row.outcome ? (service.outcomes[row.outcome]?.name ?? endings[row.outcome as keyof typeof endings]?.name ?? null) : null

/** Closes the case with an outcome: tasks, clocks, copies and links end, the person is told. */
export const close = async (work: Work, matter: Matter, outcome: string) => {
  await endAllTasks(work, matter.row.id, 'done')
  await endReaders(work, matter.row.id)
  await endLinks(work, matter.row.id)
  await endClocks(work, matter)
  await changeMatter(work, matter, { outcome, closed_at: work.at, suspended_at: null, awaiting: null, due_on: null })
  const name = outcomeName(matter) ?? { zh: '办结', en: 'closed' }
  await tellApplicant(
    work,
    matter.row,
    { zh: `${matter.service.title.zh}：${name.zh}`, en: `${matter.service.title.en}: ${name.en}` },
    {
      zh: `办件 ${matter.row.number} 已办结，点开查看结果并评价。`,
      en: `Case ${matter.row.number} is closed; open it to see the result and to rate it.`,
    },
  )
}

/** Moves the case into a state: what was open ends, the state's own tasks and clocks begin; a final state closes it. */
export const enterState = async (
  work: Work,
  matter: Matter,
  to: string,
  how: { outcome?: string | undefined; afresh?: boolean; quiet?: boolean } = {},
) => {
  const { outcome } = how
  const left = matter.row.state
  const state = matter.service.states[to]!
  await endAllTasks(work, matter.row.id, 'done')
  await changeMatter(work, matter, { state: to, awaiting: null, ...(outcome ? { outcome } : {}) })
  if (state.final) return close(work, matter, outcome ?? matter.row.outcome ?? 'done')
  await turnClocks(work, matter, how.afresh ? null : left, how.afresh)
  const desks = await openTasksOfState(work, matter)
  if (state.says && left !== to)
    await tellApplicant(
      work,
      matter.row,
      { zh: `${matter.service.title.zh}：${state.name.zh}`, en: `${matter.service.title.en}: ${state.name.en}` },
      state.says,
    )
  if (!how.quiet) await tellNewDesks(work, matter, desks)
}

/** Those whose queue the case has just entered. */
export const tellNewDesks = async (work: Work, { row, service }: Matter, desks?: readonly string[]) => {
  await tellDesks(
    work,
    row,
    desks ?? (await desksHolding(work, row.id)),
    { zh: `待办：${row.title}`, en: `To do: ${row.title}` },
    {
      zh: `${service.title.zh} ${row.number}，${service.states[row.state]!.name.zh}${row.due_on ? `，${row.due_on} 前` : ''}。`,
      en: `${service.title.en} ${row.number}, ${service.states[row.state]!.name.en}${row.due_on ? `, by ${row.due_on}` : ''}.`,
    },
  )
}
