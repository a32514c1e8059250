import { type Answers, type Frame, holdsFor } from '@gongyou/contract/forms/index.ts'
import { type Service, startFields } from '@gongyou/contract/cases/service.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { writeAct } from './acts.ts'
import { keepPapers, mustPointRight, readAnswers, remember } from './answers.ts'
import type { Engine } from './engine.ts'
import { enterState } from './enter.ts'
import type { Matter, MatterRow } from './matter.ts'
import { receiptNumber } from './numbers.ts'
import { partAnswers, sealAnswers } from './secrecy.ts'

export type NewCase = {
  /** Given by the caller so that a request sent twice makes one case. */
  id?: string | undefined
  service: Service
  org: { id: string; town: number | null; name: string }
  answers: Answers
  channel: 'phone' | 'window' | 'hotline' | 'import' | 'office' | 'quick'
  applicant?: { id: string; name: string } | null
  applicantOrg?: { id: string; name: string } | null
  title?: string | undefined
  origin?: { id: string; kind: 'upgrade' | 'appeal' | 'return-visit' | 'copy' }
  /** One of many: whoever enters them tells the desks once. */
  quiet?: boolean
  /** Day on which it reached the union, where that was before it was entered. */
  said?: string
}

const mustBeEligible = (service: Service, frame: Frame) => {
  const unmet = (service.rules ?? []).filter((r) => r.weight === 'must' && !holdsFor(r.holds, frame))
  if (unmet.length > 0)
    throw refuse('cases.not-eligible', {
      says: { zh: unmet.map((r) => r.says.zh).join('；'), en: unmet.map((r) => r.says.en).join('; ') },
    })
}

const titleOf = (given: NewCase) =>
  given.title?.trim() || [given.service.title.zh, given.applicant?.name ?? given.applicantOrg?.name].filter(Boolean).join(' · ')

/** Begins a case: answers checked, receipt number given, first desk found, clocks started, all in one transaction. */
export const openCase = async (work: Work, engine: Engine, given: NewCase): Promise<Matter> => {
  const { service, org } = given
  const id = given.id ?? newId()
  const known = given.applicant ? await engine.personFrame(work, given.applicant.id) : {}
  const read = readAnswers(work, service.form, given.answers, startFields(service), known)
  mustBeEligible(service, { ...known, ...read })
  const answers = await mustPointRight(work, service.form, read, id)
  const { open, shut } = partAnswers(service.form, answers)
  const row: MatterRow = {
    region: work.region,
    id,
    number: await receiptNumber(work, service.letters),
    service: service.code,
    revision: service.revision,
    state: service.begins,
    outcome: null,
    title: titleOf(given).slice(0, 200),
    org_id: org.id,
    town: org.town,
    applicant_id: given.applicant?.id ?? null,
    applicant_org_id: given.applicantOrg?.id ?? null,
    channel: given.channel,
    restricted: service.restricted ?? false,
    answers: open,
    ...sealAnswers(engine.keys, work.region, id, shut),
    opened_at: work.at,
    opened_by: work.by.personId,
    closed_at: null,
    suspended_at: null,
    awaiting: null,
    due_on: null,
    stars: null,
    reopened: 0,
    origin_id: given.origin?.id ?? null,
    origin: given.origin?.kind ?? null,
    acts: 0,
    version: 1,
  }
  await work.tx
    .insertInto('cases.matter')
    .values({ ...row, answers: JSON.stringify(open) })
    .execute()
  const matter = { row, service }
  const act = await writeAct(work, matter, { op: 'opened', answers: open, seenBy: 'applicant', said: given.said, kind: 'case.opened' })
  await keepPapers(work, matter, answers, act)
  await engine.opened[service.code]?.(work, matter)
  if (given.applicant) {
    await remember(work, service.form, answers, given.applicant.id)
    await work.tx
      .deleteFrom('cases.draft')
      .where('region', '=', work.region)
      .where('person_id', '=', given.applicant.id)
      .where('service', '=', service.code)
      .execute()
  }
  await enterState(work, matter, service.begins, { quiet: given.quiet ?? false })
  return matter
}
