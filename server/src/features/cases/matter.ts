import type { Service } from '@gongyou/contract/cases/service.ts'
import type { Answers, Frame } from '@gongyou/contract/forms/index.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Engine } from './engine.ts'
import { unsealAnswers } from './secrecy.ts'
import { serviceOf } from './services.ts'

const select = (look: Look, id: string) => look.db.selectFrom('cases.matter').selectAll().where('region', '=', look.region).where('id', '=', id)

export type MatterRow = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>
/** A case with the revision it runs under. */
export type Matter = { row: MatterRow; service: Service }

export const findMatter = async (look: Look, id: string): Promise<Matter> => {
  const row = await select(look, id).executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return { row, service: await serviceOf(look, row.service, row.revision) }
}

/** The case, locked until the commit: two officers clicking at once become one step and one refusal. */
export const lockMatter = async (work: Work, id: string): Promise<Matter> => {
  const row = await select({ ...work, db: work.db }, id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return { row, service: await serviceOf(work, row.service, row.revision) }
}

/** Whoever decides must have seen the newest state. */
export const mustBeFresh = ({ row }: Matter, version: number) => {
  if (row.version !== version) throw refuse('record.changed')
}
export const mustBeOpen = ({ row }: Matter) => {
  if (row.closed_at) throw refuse('cases.closed')
}

/** All answers, sealed ones opened: for conditions and effects, never for a screen. */
export const allAnswers = (engine: Engine, { row }: Matter): Answers => ({
  ...(row.answers as Answers),
  ...unsealAnswers(engine.keys, row),
})

/** Everything conditions may ask about: answers and what the registry knows of the applicant. */
export const frameOf = async (look: Look, engine: Engine, matter: Matter): Promise<Frame> => ({
  ...(matter.row.applicant_id ? await engine.personFrame(look, matter.row.applicant_id) : {}),
  ...allAnswers(engine, matter),
})

type Change = Partial<Omit<MatterRow, 'region' | 'id' | 'version' | 'answers'>>

/** Writes what changed about the case and counts its version on. */
export const changeMatter = async (work: Work, matter: Matter, change: Change) => {
  const { stars, ...rest } = change
  await work.tx
    .updateTable('cases.matter')
    .set({ ...rest, ...(stars === undefined ? {} : { stars }), version: matter.row.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', matter.row.id)
    .execute()
  Object.assign(matter.row, change, { version: matter.row.version + 1 })
}
