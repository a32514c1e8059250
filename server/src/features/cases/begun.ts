import type { Answers } from '@gongyou/contract/forms/index.ts'
import { quickRecord } from '@gongyou/contract/cases/own/quick-record.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { standingIn } from './access.ts'
import type { Engine } from './engine.ts'
import { type Matter, findMatter } from './matter.ts'
import { type NewCase, openCase } from './open.ts'
import { newestOf, offeredAt } from './services.ts'

const orgWithin = async (look: Look, id: string) => {
  const org = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town', 'path'])
    .where('region', '=', look.region)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .where(clause(await reachOf(look, 'cases.handle'), 'id'))
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  return org
}

/** The district federation, which has what belongs to nobody beneath it. */
export const rootOf = (look: Look) =>
  look.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town', 'path'])
    .where('region', '=', look.region)
    .where('parent_id', 'is', null)
    .where('kind', '=', 'district_federation')
    .where('dissolved_on', 'is', null)
    .executeTakeFirstOrThrow()

/** A phone that sends twice gets the case it already has. */
const alreadyOpened = async (look: Look, requestId: string | undefined): Promise<Matter | undefined> => {
  if (!requestId) return undefined
  const row = await look.db
    .selectFrom('cases.matter')
    .select(['id', 'opened_by'])
    .where('region', '=', look.region)
    .where('id', '=', requestId)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.opened_by !== look.by.personId) throw refuse('record.not-found')
  return findMatter(look, row.id)
}

const mustBeNewest = (revision: number | undefined, newest: number) => {
  if (revision !== undefined && revision !== newest)
    throw refuse('record.changed', {
      says: { zh: '表单刚刚更新过，请刷新后核对再提交，已填内容不会丢失', en: 'The form has just changed; reload and check, nothing is lost' },
    })
}

/** A worker applies for himself. His union, or else his town, or else the district has it. */
export const applyFor = async (
  work: Work,
  engine: Engine,
  code: string,
  given: { revision: number; answers: Answers; requestId?: string | undefined },
) => {
  const known = await alreadyOpened(work, given.requestId)
  if (known) return known
  const { service, orgId } = await newestOf(work, code)
  if (!service.begunBy.includes('worker')) throw refuse('cases.not-begun-by-you')
  mustBeNewest(given.revision, service.revision)
  const facts = await engine.personFrame(work, work.by.personId!)
  const union = facts['person.union'] as { id: string } | undefined
  const org = union
    ? await work.db
        .selectFrom('organisations.org')
        .select(['id', 'name', 'town', 'path'])
        .where('region', '=', work.region)
        .where('id', '=', union.id)
        .executeTakeFirstOrThrow()
    : await rootOf(work)
  if (!offeredAt(orgId, org.path)) throw refuse('cases.no-such-service')
  return openCase(work, engine, {
    id: given.requestId,
    service,
    org,
    answers: given.answers,
    channel: 'phone',
    applicant: { id: work.by.personId!, name: work.by.name },
  })
}

type Filed = {
  service: string
  revision?: number | undefined
  orgId: string
  applicantId?: string | undefined
  applicantOrgId?: string | undefined
  channel: NewCase['channel']
  title?: string | undefined
  answers: Answers
  requestId?: string | undefined
}

/** An officer enters a case for somebody else, for a union, or for the office. */
export const file = async (work: Work, engine: Engine, given: Filed) => {
  const known = await alreadyOpened(work, given.requestId)
  if (known) return known
  const { service, orgId } = await newestOf(work, given.service)
  if (service.begunBy.every((by) => by === 'case')) throw refuse('cases.not-begun-by-you')
  mustBeNewest(given.revision, service.revision)
  const org = await orgWithin(work, given.orgId)
  if (!offeredAt(orgId, org.path)) throw refuse('cases.no-such-service')
  return openCase(work, engine, {
    id: given.requestId,
    service,
    org,
    answers: given.answers,
    channel: given.channel,
    title: given.title,
    applicant: given.applicantId ? await engine.personWithin(work, given.applicantId) : null,
    applicantOrg: given.applicantOrgId ? await orgWithin(work, given.applicantOrgId) : null,
  })
}

/** One line, entered in ten seconds. */
export const recordQuickly = (
  work: Work,
  engine: Engine,
  given: { said: string; orgId: string; applicantId?: string | undefined; requestId?: string | undefined },
) => file(work, engine, { ...given, service: quickRecord.code, channel: 'quick', title: given.said, answers: { said: given.said } })

export const standingOfOpened = async (look: Look, matter: Matter) => ({ matter, standing: await standingIn(look, matter) })
