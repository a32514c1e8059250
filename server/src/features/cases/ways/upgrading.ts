import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Work } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import type { Engine } from '../engine.ts'
import { close } from '../enter.ts'
import { openCase } from '../open.ts'
import { newestOf } from '../services.ts'
import { beginOpen, myStep } from './begin.ts'

/** A one-line record becomes a case of the right service; the line itself is closed and the two lead to each other. */
export const upgrade = async (work: Work, engine: Engine, id: string, version: number, code: string, answers: Answers) => {
  const begun = await beginOpen(work, id, version)
  const { row } = begun.matter
  if (row.service !== 'quick-record') throw refuse('cases.not-from-here')
  myStep(work, begun)
  const { service } = await newestOf(work, code)
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', row.org_id)
    .executeTakeFirstOrThrow()
  const person = row.applicant_id
    ? await work.db
        .selectFrom('people.person')
        .select(['id', 'name'])
        .where('region', '=', work.region)
        .where('id', '=', row.applicant_id)
        .executeTakeFirstOrThrow()
    : null
  const made = await openCase(work, engine, {
    service,
    org,
    answers,
    channel: 'window',
    applicant: person,
    title: service.title.zh + ' · ' + row.title,
    origin: { id: row.id, kind: 'upgrade' },
  })
  row.outcome = 'upgraded'
  await writeAct(work, begun.matter, { op: 'upgraded', detail: { to: made.row.number, case: made.row.id }, kind: 'case.closed', counts: { days: 0 } })
  await close(work, begun.matter, 'upgraded')
  return made
}
