import { randomInt } from 'node:crypto'
import { maskName } from '@gongyou/contract/kit/masking.ts'
import { holds } from '../../kit/actor.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'

export type NewCertificate = {
  kind: 'title' | 'course'
  person: string | null
  holder: string
  unit: string
  org: string
  award: string
  reason: string
}

// Without signs that are mistaken for each other when read aloud; sixty bits, so that nobody tries them through.
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const newCode = () => Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join('')

const numberOf = async (work: Work, kind: NewCertificate['kind']) => {
  const year = work.today.slice(0, 4)
  const { value } = await work.tx
    .insertInto('skills.counter')
    .values({ region: work.region, name: `${kind}:${year}`, value: 1 })
    .onConflict((c) => c.columns(['region', 'name']).doUpdateSet((e) => ({ value: e('skills.counter.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return `${kind === 'title' ? 'MYGJ' : 'MYPX'}-${year}-${String(value).padStart(4, '0')}`
}

/** Issues a certificate: a number for people, a code for the QR. */
export const issueCertificate = async (work: Work, given: NewCertificate) => {
  const id = newId()
  const [number, code] = [await numberOf(work, given.kind), newCode()]
  await work.tx
    .insertInto('skills.certificate')
    .values({
      region: work.region,
      id,
      number,
      code,
      kind: given.kind,
      person_id: given.person,
      holder: given.holder,
      unit: given.unit,
      org_id: given.org,
      award: given.award,
      reason: given.reason,
      issued_on: work.today,
    })
    .execute()
  work.ledger.act({ kind: 'certificate.issued', subject: id, org: given.org, person: given.person, data: { number, kind: given.kind } })
  return { id, number, code }
}

/** A certificate by the code of its QR. */
export const byCode = (look: Look, code: string) =>
  look.db
    .selectFrom('skills.certificate as c')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'c.region').onRef('o.id', '=', 'c.org_id'))
    .where('c.region', '=', look.region)
    .where('c.code', '=', code.toUpperCase().replace(/[\s-]/g, ''))
    .selectAll('c')
    .select('o.name as issuer')
    .executeTakeFirst()
export type CertificateRow = NonNullable<Awaited<ReturnType<typeof byCode>>>

/** For anybody who holds the paper and wants to know whether it is real: the name only as far as it proves the point. */
export const verify = async (look: Look, code: string) => {
  const c = await byCode(look, code)
  if (!c) throw refuse('skills.no-certificate')
  return {
    number: c.number,
    holder: maskName(c.holder),
    unit: c.unit,
    award: c.award,
    reason: c.reason,
    issuedBy: c.issuer,
    issuedOn: c.issued_on,
    withdrawnOn: c.withdrawn_on,
    withdrawnBecause: c.withdrawn_because,
  }
}

/** For the holder himself, and for whoever runs contests there. */
export const certificateFor = async (look: Look, code: string) => {
  const c = await byCode(look, code)
  if (!c) throw refuse('skills.no-certificate')
  const reach = holds(look.by, 'skills.run') ? await reachOf(look, 'skills.run') : []
  const mine = c.person_id !== null && c.person_id === look.by.personId
  if (!mine && reach !== 'all' && !reach.includes(c.org_id)) throw refuse('skills.no-certificate')
  return c
}
