import { readIdCard } from '@gongyou/contract/kit/id-card.ts'
import { readPersonName } from '@gongyou/contract/kit/person-name.ts'
import type { createStaffAccount } from '@gongyou/contract/accounts/routes.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { z } from 'zod'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { tell } from '../notices/index.ts'
import { endPost, findOrg, givePost, postsOf, reachOf } from '../organisations/index.ts'
import { findByIdentity, register } from '../people/index.ts'
import { giveSignInCode } from './first-password.ts'
import { mobileOf } from './phone-codes.ts'
import { endSessions } from './sessions.ts'
import { changeable } from './staff.ts'

type NewAccount = z.output<(typeof createStaffAccount)['body']>
type NewPost = { post: string; org: string; from?: string | undefined; to?: string | undefined; fullTime?: boolean | undefined }

const wrong = (path: string, message: string) => refuse('request.invalid', { fields: [{ path, message }] })

/** An organisation the caller may appoint in; anywhere else is 404. */
const manageableOrg = async (look: Look, id: string) => {
  const reach = await reachOf(look, 'accounts.manage')
  const org = reach === 'all' || reach.includes(id) ? await findOrg(look, id) : undefined
  if (!org) throw refuse('record.not-found')
  return org
}

const appoint = async (work: Work, person: string, p: NewPost) => {
  const org = await manageableOrg(work, p.org)
  const from = p.from ?? work.today
  if (p.to && p.to < from) throw refuse('accounts.dates-wrong', { fields: [{ path: 'to', message: '结束日期早于开始日期' }] })
  await givePost(work, { org: org.id, person, post: p.post, from, to: p.to ?? null, fullTime: p.fullTime ?? false })
}

/** By id a person already within sight; by name and number a known one or a new one. */
const personFor = async (work: Work, keys: KeyRing, person: NewAccount['person']) => {
  if (typeof person === 'string') {
    const reach = await reachOf(work, 'accounts.manage')
    const known = await work.db
      .selectFrom('people.person')
      .select('id')
      .where('region', '=', work.region)
      .where('id', '=', person)
      .where('merged_into', 'is', null)
      .executeTakeFirst()
    if (!known || (reach !== 'all' && !(await postsOf(work, [person])).some((p) => reach.includes(p.org.id)))) throw refuse('record.not-found')
    return known.id
  }
  const name = readPersonName(person.name)
  if (!name.ok) throw wrong('person.name', name.suggestion.zh)
  const card = person.idNumber ? readIdCard(person.idNumber, work.today) : undefined
  if (card && !card.ok) throw wrong('person.idNumber', '身份证号不对，请对照证件再看一遍')
  const known = card?.ok ? await findByIdentity(work, keys, 'resident_id', card.number) : undefined
  if (known && known.name !== name.name) throw refuse('people.name-mismatch')
  if (known) return known.id
  return register(work, keys, {
    name: name.name,
    idType: 'resident_id',
    idNumber: card?.ok ? card.number : null,
    sex: card?.ok ? (card.sex ?? 9) : 9,
    birthOn: card?.ok ? card.birthOn : null,
    mobile: person.mobile ? mobileOf(person.mobile) : null,
  })
}

/** A staff account with its first post and a one-time code; a worker's account of the same person becomes it. */
export const createAccount = async (work: Work, keys: KeyRing, given: NewAccount) => {
  const person = await personFor(work, keys, given.person)
  if (person === work.by.personId) throw refuse('accounts.own-account')
  const before = await work.tx
    .selectFrom('accounts.account')
    .select(['id', 'staff'])
    .where('region', '=', work.region)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst()
  if (before?.staff) throw refuse('accounts.already-staff')
  const id = before?.id ?? newId()
  if (before)
    await work.tx
      .updateTable('accounts.account')
      .set({ staff: true, login: given.login, changed_at: work.at })
      .where('region', '=', work.region)
      .where('id', '=', id)
      .execute()
  else
    await work.tx
      .insertInto('accounts.account')
      .values({ region: work.region, id, person_id: person, login: given.login, staff: true, created_at: work.at, changed_at: work.at })
      .execute()
  await appoint(work, person, given)
  work.ledger.audit({ subject: id, person, detail: { login: given.login, post: given.post, org: given.org } })
  const { code, until } = await giveSignInCode(work, id)
  return { account: id, login: given.login, code, until: until.toISOString() }
}

export const issueCode = async (work: Work, id: string) => {
  const account = await changeable(work, id)
  work.ledger.audit({ subject: id, person: account.person.id })
  await tell(work, account.person.id, {
    kind: 'account',
    title: t('管理员给您发了一次性登录码', 'An administrator issued a sign-in code for you'),
    body: t('如果不是您要求的，请立即联系系统管理员。', 'If you did not ask for it, call the administrator at once.'),
  })
  const { code, until } = await giveSignInCode(work, id)
  return { account: id, login: account.login ?? '', code, until: until.toISOString() }
}

/** Disabled: every browser and every token is out at once. */
export const setDisabled = async (work: Work, id: string, disabled: boolean, because: string) => {
  const account = await changeable(work, id)
  await work.tx
    .updateTable('accounts.account')
    .set({ disabled_at: disabled ? work.at : null, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  if (disabled) await endSessions(work, id, null, true)
  work.ledger.audit({ subject: id, person: account.person.id, detail: { because } })
}

/** For a lost phone: the next sign-in needs the password only, and then asks for a new second factor. */
export const resetFactors = async (work: Work, id: string, because: string) => {
  const account = await changeable(work, id)
  await work.tx
    .updateTable('accounts.account')
    .set({ totp_cipher: null, totp_key_id: null, totp_last_step: null, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .execute()
  await work.tx.deleteFrom('accounts.passkey').where('region', '=', work.region).where('account_id', '=', id).execute()
  await endSessions(work, id, null)
  await tell(work, account.person.id, {
    kind: 'account',
    title: t('您的登录保护已被重置', 'Your second factor was reset'),
    body: t(`原因：${because}`, `Reason: ${because}`),
  })
  work.ledger.audit({ subject: id, person: account.person.id, detail: { because } })
}

export const appointTo = async (work: Work, id: string, p: NewPost) => {
  const account = await changeable(work, id)
  await appoint(work, account.person.id, p)
}

/** Ends a post within reach; nobody ends or prolongs his own. */
export const dismiss = async (work: Work, postId: string, on: string, because: string) => {
  const row = await work.tx
    .selectFrom('organisations.post')
    .select(['id', 'org_id', 'person_id'])
    .where('region', '=', work.region)
    .where('id', '=', postId)
    .forUpdate()
    .executeTakeFirst()
  const held = row && (await postsOf(work, [row.person_id])).find((p) => p.id === postId)
  if (!row || !held) throw refuse('record.not-found')
  await manageableOrg(work, row.org_id)
  if (row.person_id === work.by.personId) throw refuse('accounts.own-account')
  const first = new Date(`${held.from}T00:00:00Z`).getTime()
  if (held.ended || new Date(`${on}T00:00:00Z`).getTime() < first - 86_400_000 || (held.to && on > held.to)) throw refuse('accounts.dates-wrong')
  await endPost(work, { id: row.id, org: row.org_id, person: row.person_id, from: held.from, post: held.post }, on, because)
}
