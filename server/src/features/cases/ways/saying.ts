import type { Work } from '../../../kit/db/database.ts'
import { anyOf } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { writeAct } from '../acts.ts'
import { mustPointRight } from '../answers.ts'
import { desksHolding } from '../tasks.ts'
import { tellApplicant, tellDesks } from '../telling.ts'
import { begin, beginOpen } from './begin.ts'
import { colleaguesOf, namesOf } from './colleagues.ts'

const isOffice = (s: { tasks: readonly { kind: string }[]; overseer: boolean; reader: boolean; copied: boolean }) =>
  s.overseer || s.reader || s.copied || s.tasks.some((t) => t.kind !== 'applicant' && t.kind !== 'supplement')

/** Files said with words become papers of the case. */
const attach = async (work: Work, caseId: string, files: readonly { id: string; name: string }[], actId: string) => {
  if (files.length === 0) return
  await mustPointRight(work, { files: { kind: 'files', accept: 'any', label: { zh: '附件', en: 'Files' } } }, { files }, caseId)
  await work.tx
    .insertInto('cases.paper')
    .values(files.map((f) => ({ region: work.region, case_id: caseId, file_id: f.id, field: null, act_id: actId, added_at: work.at })))
    .onConflict((c) => c.columns(['region', 'case_id', 'file_id']).doNothing())
    .execute()
}

/** 内部备注: for the office only. */
export const note = async (work: Work, id: string, said: string, files: readonly { id: string; name: string }[]) => {
  const { matter, standing } = await begin(work, id)
  if (!isOffice(standing)) throw refuse('cases.not-yours')
  const act = await writeAct(work, matter, { op: 'noted', said, detail: { files } })
  await attach(work, id, files, act)
}

/** 答复申请人: words that the person reads at once. */
export const answerApplicant = async (work: Work, id: string, said: string, files: readonly { id: string; name: string }[]) => {
  const { matter, standing } = await begin(work, id)
  if (!standing.overseer && !standing.tasks.some((t) => t.kind === 'step')) throw refuse('cases.not-yours')
  const act = await writeAct(work, matter, { op: 'told', said, seenBy: 'applicant', detail: { files } })
  await attach(work, id, files, act)
  await tellApplicant(
    work,
    matter.row,
    { zh: `有新答复：${matter.service.title.zh}`, en: `An answer: ${matter.service.title.en}` },
    { zh: said, en: said },
  )
}

/** 抄送: colleagues who should know; they may read until the case ends, and it is written down that they may. */
export const copyTo = async (work: Work, id: string, persons: readonly string[], why: string) => {
  const { matter, standing } = await beginOpen(work, id)
  if (!standing.overseer && !standing.tasks.some((t) => t.kind === 'step')) throw refuse('cases.not-yours')
  const people = await colleaguesOf(work, persons)
  const known = await work.db
    .selectFrom('cases.reader')
    .select('person_id')
    .where('region', '=', work.region)
    .where('case_id', '=', id)
    .where('until', 'is', null)
    .where('person_id', '=', anyOf(people.map((p) => p.id)))
    .execute()
  const fresh = people.filter((p) => !known.some((k) => k.person_id === p.id))
  if (fresh.length === 0) return
  await work.tx
    .insertInto('cases.reader')
    .values(fresh.map((p) => ({ region: work.region, id: newId(), case_id: id, person_id: p.id, why, since: work.at })))
    .execute()
  await disclose(work, id, namesOf(fresh), { whole: true }, why)
  await writeAct(work, matter, { op: 'copied', said: why, detail: { to: namesOf(fresh) } })
  await tellDesks(
    work,
    matter.row,
    fresh.map((p) => `p:${p.id}`),
    { zh: `抄送：${matter.row.title}`, en: `Copied to you: ${matter.row.title}` },
    { zh: why, en: why },
  )
}

/** Every disclosure is recorded with its purpose. */
export const disclose = (work: Work, caseId: string, toWhom: string, what: unknown, purpose: string) =>
  work.tx
    .insertInto('cases.disclosure')
    .values({
      region: work.region,
      id: newId(),
      case_id: caseId,
      to_whom: toWhom,
      what: JSON.stringify(what),
      purpose,
      by_person: work.by.personId,
      at: work.at,
    })
    .execute()

/** 催办: the applicant once a day, an overseer whenever needed. */
export const urge = async (work: Work, id: string, said: string | undefined) => {
  const { matter, standing } = await beginOpen(work, id)
  if (!standing.applicant && !standing.overseer) throw refuse('cases.not-yours')
  if (standing.applicant) {
    const today = await work.db
      .selectFrom('cases.act')
      .select('id')
      .where('region', '=', work.region)
      .where('case_id', '=', id)
      .where('op', '=', 'urged')
      .where('by_person', '=', work.by.personId)
      .where('at', '>=', new Date(`${work.today}T00:00:00+08:00`))
      .executeTakeFirst()
    if (today) throw refuse('cases.urged-already')
  }
  await writeAct(work, matter, { op: 'urged', said, seenBy: 'applicant' })
  await tellDesks(
    work,
    matter.row,
    await desksHolding(work, id),
    { zh: `催办：${matter.row.title}`, en: `Urged: ${matter.row.title}` },
    { zh: said || '请尽快办理。', en: said || 'Please handle it soon.' },
  )
}
