import { baseUnionKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { readUscc } from '@gongyou/contract/kit/uscc.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { labelOf, openOrganisation, parentWithin } from './open.ts'

type Maybe<T> = T | null | undefined
export type Details = {
  shortName?: Maybe<string>
  uscc?: Maybe<string>
  town?: Maybe<number>
  approvalNumber?: Maybe<string>
  foundedOn?: Maybe<string>
  workersDeclared?: Maybe<number>
  womenDeclared?: Maybe<number>
  unitsCovered?: Maybe<number>
  phone?: Maybe<string>
  address?: Maybe<string>
  employerId?: Maybe<string>
  industryParentId?: Maybe<string>
}

export const isBaseUnion = (kind: string) => (baseUnionKinds as readonly string[]).includes(kind)

/** The credit code tidied, or the reason why it cannot be one. */
export const usccOf = (raw: Maybe<string>) => {
  if (!raw) return null
  const read = readUscc(raw)
  if (!read.ok)
    throw refuse('request.invalid', { fields: [{ path: 'uscc', message: read.suggestion?.zh ?? '统一社会信用代码不对，请对照证书再看一遍' }] })
  return read.number
}

const columnsOf = (work: Work, d: Details) => ({
  ...(d.shortName !== undefined ? { short_name: d.shortName } : {}),
  ...(d.uscc !== undefined ? { uscc: usccOf(d.uscc) } : {}),
  ...(d.town !== undefined ? { town: d.town } : {}),
  ...(d.approvalNumber !== undefined ? { approval_number: d.approvalNumber } : {}),
  ...(d.foundedOn !== undefined ? { founded_on: d.foundedOn } : {}),
  ...(d.workersDeclared !== undefined ? { workers_declared: d.workersDeclared, declared_on: work.today } : {}),
  ...(d.womenDeclared !== undefined ? { women_declared: d.womenDeclared } : {}),
  ...(d.unitsCovered !== undefined ? { units_covered: d.unitsCovered } : {}),
  ...(d.phone !== undefined ? { phone: d.phone } : {}),
  ...(d.address !== undefined ? { address: d.address } : {}),
  ...(d.employerId !== undefined ? { employer_id: d.employerId } : {}),
  ...(d.industryParentId !== undefined ? { industry_parent_id: d.industryParentId } : {}),
})

/** Founds an organisation under a parent; the database refuses a kind that may not stand there. */
export const found = async (work: Work, given: Details & { kind: string; name: string; parentId: string }) =>
  foundBeneath(work, await parentWithin(work, given.parentId), given)

type Parent = { id: string; kind: string; path: string; town: number | null }

/** The same where the decision was taken elsewhere: by the steps of a case, whose roles said who might. */
export const foundBeneath = async (work: Work, parent: Parent, given: Details & { kind: string; name: string }) => {
  const id = newId()
  const since = given.foundedOn ?? work.today
  const columns = columnsOf(work, given)
  await work.tx
    .insertInto('organisations.org')
    .values({
      region: work.region,
      id,
      kind: given.kind,
      name: given.name,
      parent_id: parent.id,
      parent_kind: parent.kind,
      path: `${parent.path}.${labelOf(id)}`,
      changed_at: work.at,
      ...columns,
      town: columns.town ?? parent.town,
      founded_on: since,
    })
    .execute()
  await work.tx
    .insertInto('organisations.org_parent')
    .values({ region: work.region, id: newId(), org_id: id, line: 'area', parent_id: parent.id, during: `[${since},)` })
    .execute()
  work.ledger.act({
    kind: isBaseUnion(given.kind) ? 'union.founded' : 'organisation.founded',
    subject: id,
    org: id,
    day: since,
    data: { town: columns.town ?? parent.town, kind: given.kind, name: given.name },
  })
  return id
}

/** Corrects what is written about an organisation; the act keeps what it said before. */
export const change = async (work: Work, id: string, version: number, given: Details & { name?: string | undefined }) => {
  const before = await openOrganisation(work, id, version)
  const columns = { ...columnsOf(work, given), ...(given.name ? { name: given.name } : {}) }
  await work.tx
    .updateTable('organisations.org')
    .set({ ...columns, version: version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  const was = Object.fromEntries(Object.keys(columns).map((k) => [k, before[k as keyof typeof before]]))
  work.ledger.act({ kind: 'organisation.changed', subject: id, org: id, data: { was, now: columns } })
}
