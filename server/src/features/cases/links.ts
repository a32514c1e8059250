import { createHash, randomBytes } from 'node:crypto'
import type { CaseSlice } from '@gongyou/contract/cases/links.ts'
import type { Form } from '@gongyou/contract/forms/index.ts'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { later } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { writeAct } from './acts.ts'
import { type MatterRow, findMatter, lockMatter } from './matter.ts'
import { closedFields } from './secrecy.ts'
import { desksHolding } from './tasks.ts'
import { tellDesks } from './telling.ts'
import { beginOpen, myStepOrOversight } from './ways/begin.ts'
import { disclose } from './ways/saying.ts'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()
const secret = () => randomBytes(24).toString('base64url')
const shortestKey = 32

type Asked = {
  party: string
  orgId?: string | undefined
  contact: string
  asks: string
  purpose: string
  fields: readonly string[]
  papers: readonly string[]
  days: number
}
type Slice = { fields: string[]; papers: string[] }

/** Makes a link and writes down what it shows, to whom and why. Sealed answers are never in a slice. */
export const createLink = async (work: Work, id: string, asked: Asked) => {
  const begun = await beginOpen(work, id)
  myStepOrOversight(work, begun)
  const { matter } = begun
  const shut = new Set(closedFields(matter.service.form))
  const wrong = asked.fields.filter((f) => !Object.hasOwn(matter.service.form, f) || shut.has(f))
  if (wrong.length > 0) throw refuse('request.invalid', { fields: [{ path: 'fields', message: `这些内容不能提供给外单位：${wrong.join('、')}` }] })
  const papers = await work.db
    .selectFrom('cases.paper')
    .select('file_id')
    .where('region', '=', work.region)
    .where('case_id', '=', id)
    .where('file_id', '=', anyOf(asked.papers))
    .execute()
  if (papers.length !== new Set(asked.papers).size) throw refuse('request.invalid', { fields: [{ path: 'papers', message: '只能提供本办件的材料' }] })
  const token = secret()
  const slice: Slice = { fields: [...asked.fields], papers: [...asked.papers] }
  const link = {
    region: work.region,
    id: newId(),
    case_id: id,
    org_id: asked.orgId ?? null,
    party: asked.party,
    contact: asked.contact,
    asks: asked.asks,
    purpose: asked.purpose,
    token_hash: hashOf(token),
    expires_at: later(work.at, { days: asked.days }),
    created_at: work.at,
    created_by: work.by.personId,
  }
  await work.tx
    .insertInto('cases.link')
    .values({ ...link, slice: JSON.stringify(slice) })
    .execute()
  await disclose(work, id, asked.party, slice, asked.purpose)
  await writeAct(work, matter, { op: 'linked', said: asked.asks, detail: { to: asked.party, purpose: asked.purpose, fields: slice.fields } })
  return { token, expiresAt: link.expires_at }
}

export const revokeLink = async (work: Work, id: string, linkId: string) => {
  const begun = await beginOpen(work, id)
  myStepOrOversight(work, begun)
  const done = await work.tx
    .updateTable('cases.link')
    .set({ revoked_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', linkId)
    .where('case_id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('party')
    .executeTakeFirst()
  if (!done) throw refuse('record.not-found')
  await writeAct(work, begun.matter, { op: 'link_revoked', detail: { to: done.party } })
}

const linkOf = async (look: Look, token: string) => {
  const link = await look.db
    .selectFrom('cases.link')
    .selectAll()
    .where('region', '=', look.region)
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!link || link.revoked_at || link.expires_at < look.at) throw refuse('cases.link-gone')
  return { ...link, slice: link.slice as Slice }
}
type Link = Awaited<ReturnType<typeof linkOf>>

const mustBeSameDevice = (link: Link, key: string | undefined) => {
  if (link.opened_hash && !(key && link.opened_hash.equals(hashOf(key)))) throw refuse('cases.link-elsewhere')
}

const part = (form: Form, names: readonly string[]) => Object.fromEntries(Object.entries(form).filter(([n]) => names.includes(n)))

const paperNames = (look: Look, ids: readonly string[]) =>
  look.db
    .selectFrom('documents.file')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', anyOf(ids))
    .where('removed_at', 'is', null)
    .execute()

/** The slice, for whoever opened the link first. */
export const openLink = async (work: Work, token: string, key: string | undefined): Promise<CaseSlice> => {
  const link = await linkOf(work, token)
  mustBeSameDevice(link, key)
  // A device may bring a key of its own: where the first answer is lost on the way, it can ask again.
  const kept = link.opened_hash || (key?.length ?? 0) >= shortestKey ? key! : secret()
  if (!link.opened_hash) {
    const matter = await lockMatter(work, link.case_id)
    const first = await work.tx
      .updateTable('cases.link')
      .set({ opened_at: work.at, opened_hash: hashOf(kept) })
      .where('region', '=', work.region)
      .where('id', '=', link.id)
      .where('opened_at', 'is', null)
      .executeTakeFirst()
    if (first.numUpdatedRows === 0n) throw refuse('cases.link-elsewhere')
    await writeAct(work, matter, { op: 'link_opened', as: { personId: null, name: link.party } })
  }
  const { row, service } = await findMatter(work, link.case_id)
  const form = part(service.form, link.slice.fields)
  return {
    key: kept,
    from: await districtOf(work),
    party: link.party,
    number: row.number,
    service: service.title,
    asks: link.asks,
    purpose: link.purpose,
    form: form,
    answers: Object.fromEntries(Object.entries(row.answers as object).filter(([n]) => n in form)),
    papers: await paperNames(work, link.slice.papers),
    expiresAt: link.expires_at.toISOString(),
    repliedAt: link.replied_at?.toISOString() ?? null,
    reply: link.reply,
  }
}

const districtOf = async (look: Look) =>
  (await look.db.selectFrom('kit.region_name').select('name').where('region', '=', look.region).executeTakeFirstOrThrow()).name

/** A link that may still be answered, for the device that opened it. */
export const linkToAnswer = async (look: Look, token: string, key: string) => {
  const link = await linkOf(look, token)
  if (!link.opened_hash) throw refuse('cases.link-gone')
  mustBeSameDevice(link, key)
  if (link.replied_at) throw refuse('cases.link-gone')
  return link
}

export const paperOfLink = async (look: Look, token: string, key: string, fileId: string) => {
  const link = await linkOf(look, token)
  mustBeSameDevice(link, key)
  if (!link.opened_hash || !link.slice.papers.includes(fileId)) throw refuse('record.not-found')
}

export const attachByLink = async (work: Work, token: string, key: string, fileId: string) => {
  const link = await linkToAnswer(work, token, key)
  await work.tx
    .insertInto('cases.paper')
    .values({ region: work.region, case_id: link.case_id, file_id: fileId, field: null, added_at: work.at })
    .execute()
}

/** The answer; the link has done its work and closes. */
export const replyByLink = async (work: Work, token: string, key: string, said: string) => {
  const link = await linkToAnswer(work, token, key)
  const matter = await lockMatter(work, link.case_id)
  const done = await work.tx
    .updateTable('cases.link')
    .set({ replied_at: work.at, reply: said })
    .where('region', '=', work.region)
    .where('id', '=', link.id)
    .where('replied_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('cases.link-gone')
  await writeAct(work, matter, { op: 'link_replied', said, as: { personId: null, name: link.party } })
  await tellCharge(work, matter.row, link.party)
}

const tellCharge = async (work: Work, row: MatterRow, party: string) => {
  await tellDesks(work, row, await desksHolding(work, row.id), { zh: `${party}已回复`, en: `${party} has replied` }, { zh: row.title, en: row.title })
}
