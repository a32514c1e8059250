import { appeal as appealService } from '@gongyou/contract/cases/own/appeal.ts'
import { returnVisit } from '@gongyou/contract/cases/own/return-visit.ts'
import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import type { Effect, Engine } from '../engine.ts'
import { type Matter, changeMatter, lockMatter } from '../matter.ts'
import { mayStillAppeal } from '../offers.ts'
import { openCase } from '../open.ts'
import { newestOf } from '../services.ts'
import { begin } from './begin.ts'
import { reopenAt } from './ending.ts'
import { earlierStates } from './sending-back.ts'

const orgOf = (work: Work, { row }: Matter) =>
  work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', row.org_id)
    .executeTakeFirstOrThrow()

/** At two stars or less somebody calls. */
const lowest = 2

/** What the person thought of it; one rating for each time the case was closed. */
export const rate = async (work: Work, engine: Engine, id: string, stars: number, said: string) => {
  const { matter, standing } = await begin(work, id)
  const { row } = matter
  if (!standing.applicant) throw refuse('cases.not-yours')
  if (!row.closed_at) throw refuse('cases.not-closed')
  if (row.stars !== null) throw refuse('cases.rated')
  await work.tx
    .insertInto('cases.rating')
    .values({ region: work.region, case_id: id, round: row.reopened, person_id: work.by.personId!, stars, said, at: work.at })
    .execute()
  await writeAct(work, matter, { op: 'rated', said: said || null, seenBy: 'applicant', detail: { stars }, counts: { stars } })
  await changeMatter(work, matter, { stars })
  if (stars > lowest) return
  await openCase(work, engine, {
    service: (await newestOf(work, returnVisit.code)).service,
    org: await orgOf(work, matter),
    answers: { stars, ...(said ? { complaint: said } : {}) },
    channel: 'office',
    title: `回访：${row.title}`,
    origin: { id, kind: 'return-visit' },
  })
}

/** The person objects in time; the district looks at it again. */
export const appeal = async (work: Work, engine: Engine, id: string, why: string) => {
  const { matter, standing } = await begin(work, id)
  const { row } = matter
  if (!standing.applicant) throw refuse('cases.not-yours')
  if (!row.closed_at) throw refuse('cases.not-closed')
  if (!mayStillAppeal(work, matter)) throw refuse('cases.too-late-to-appeal')
  const open = await work.db
    .selectFrom('cases.matter')
    .select('id')
    .where('region', '=', work.region)
    .where('origin_id', '=', id)
    .where('origin', '=', 'appeal')
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open) throw refuse('cases.appeal-open')
  return openCase(work, engine, {
    service: (await newestOf(work, appealService.code)).service,
    org: await orgOf(work, matter),
    answers: { why },
    channel: 'phone',
    applicant: { id: row.applicant_id!, name: work.by.name },
    title: `异议：${row.title}`,
    origin: { id, kind: 'appeal' },
  })
}

/** A visit or a review found that the case must be taken up again. */
export const reopenOrigin: Effect = async (work, _engine, { row }, { said, answers }) => {
  if (!row.origin_id) return
  const origin = await lockMatter(work, row.origin_id)
  if (!origin.row.closed_at) return
  const before = [...(await earlierStates(work, origin)), origin.service.begins].filter((s) => !origin.service.states[s]?.final)
  const words = said ?? (answers.found as string | undefined) ?? (answers.review as string | undefined) ?? row.title
  await reopenAt(work, origin, before[0]!, words)
}
