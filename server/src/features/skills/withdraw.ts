import { talents } from '@gongyou/contract/skills/talents.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { tell } from '../notices/index.ts'
import { reachOf } from '../organisations/index.ts'
import { changeEntry } from '../registers/index.ts'
import { type CertificateRow, byCode } from './certificates.ts'

/** Titles of these trades that stand: one whose certificate was withdrawn is held by nobody. */
export const titlesOf = (look: Look, trade: string) =>
  look.db
    .selectFrom('skills.title as t')
    .innerJoin('skills.certificate as c', (j) => j.onRef('c.region', '=', 't.region').onRef('c.id', '=', 't.certificate_id'))
    .where('t.region', '=', look.region)
    .where('t.trade_id', '=', trade)
    .select(['t.entrant_id', 't.title', 'c.code', 'c.withdrawn_on'])
    .execute()

/** The act that gave the title is reversed, so that no figure counts it any more: not in the month in which it was given either. */
const takeTitleBack = async (work: Work, c: CertificateRow, because: string) => {
  const { rows } = await sql<{ id: string; subject_id: string; org_id: string | null; person_id: string | null }>`
    select a.id, a.subject_id, a.org_id, a.person_id
      from skills.title t join ledger.act a on a.region = t.region and a.subject_id = t.entrant_id and a.kind = 'contest.title-given'
     where t.region = ${work.region} and t.certificate_id = ${c.id}
       and not exists (select 1 from ledger.act r where r.region = a.region and r.reverses = a.id)`.execute(work.tx)
  for (const given of rows)
    work.ledger.act({
      kind: 'contest.title-withdrawn',
      subject: given.subject_id,
      org: given.org_id,
      person: given.person_id,
      reverses: given.id,
      data: { certificate: c.number, because },
    })
}

/** Whoever stays in the pool of skilled people stays there without the title. */
const correctPool = async (work: Work, keys: KeyRing, c: CertificateRow, because: string) => {
  const { rows } = await sql<{ id: string }>`
    select id from registers.entry
     where region = ${work.region} and register = ${talents.code} and person_id = ${c.person_id} and ended_on is null
       and answers->>'certificate' = ${c.number}`.execute(work.tx)
  for (const { id } of rows)
    await changeEntry(work, keys, id, {
      answers: { title: null, certificate: null },
      because: `称号证书 ${c.number} 已撤销：${because}`.slice(0, 300),
    })
}

/** Takes a certificate back, with a reason that whoever verifies it may read; the holder is told. */
export const withdrawCertificate = async (work: Work, keys: KeyRing, code: string, because: string) => {
  const c = await byCode(work, code)
  const reach = await reachOf(work, 'skills.run')
  if (!c || (reach !== 'all' && !reach.includes(c.org_id))) throw refuse('skills.no-certificate')
  const done = await work.tx
    .updateTable('skills.certificate')
    .set({ withdrawn_on: work.today, withdrawn_because: because })
    .where('region', '=', work.region)
    .where('id', '=', c.id)
    .where('withdrawn_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw refuse('skills.withdrawn-already')
  if (c.kind === 'title') {
    await takeTitleBack(work, c, because)
    if (c.person_id) await correctPool(work, keys, c, because)
  }
  work.ledger.act({ kind: 'certificate.withdrawn', subject: c.id, org: c.org_id, person: c.person_id, data: { number: c.number, because } })
  if (c.person_id)
    await tell(work, c.person_id, {
      kind: 'certificate.withdrawn',
      title: { zh: `证书已撤销：${c.number}`, en: `Certificate withdrawn: ${c.number}` },
      body: { zh: `${c.award}。原因：${because}。有疑问请联系颁发的工会。`, en: `${c.award}. Reason: ${because}. Ask the union that issued it.` },
      link: '/m/skills',
    })
}
