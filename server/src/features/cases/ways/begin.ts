import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { type Standing, mayRead, standingIn } from '../access.ts'
import { type Matter, lockMatter, mustBeFresh, mustBeOpen } from '../matter.ts'
import type { TaskRow } from '../tasks.ts'

export type Begun = { matter: Matter; standing: Standing }

/** The case, locked, for somebody who may read it. A version is asked for wherever a decision rests on what was seen. */
export const begin = async (work: Work, id: string, version?: number): Promise<Begun> => {
  const matter = await lockMatter(work, id)
  const standing = await standingIn(work, matter)
  if (!mayRead(standing)) throw refuse('record.not-found')
  if (version !== undefined) mustBeFresh(matter, version)
  return { matter, standing }
}

export const beginOpen = async (work: Work, id: string, version?: number): Promise<Begun> => {
  const begun = await begin(work, id, version)
  mustBeOpen(begun.matter)
  return begun
}

/** The step the caller is in charge of, or a refusal. Nobody is in charge of their own application. */
export const myStep = (work: Work, { matter, standing }: Begun): TaskRow => {
  const task = standing.tasks.find((t) => t.kind === 'step')
  if (!task) throw refuse('cases.not-yours')
  if (work.by.personId !== null && work.by.personId === matter.row.applicant_id) throw refuse('cases.own-case')
  return task
}

/** In charge of the step, or overseeing that part of the tree. */
export const myStepOrOversight = (work: Work, begun: Begun): TaskRow | undefined => {
  const own = begun.standing.tasks.find((t) => t.kind === 'step')
  if (!own && !begun.standing.overseer) throw refuse('cases.not-yours')
  if (work.by.personId !== null && work.by.personId === begun.matter.row.applicant_id) throw refuse('cases.own-case')
  return own ?? begun.standing.open.find((t) => t.kind === 'step')
}
