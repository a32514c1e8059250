import { entryOf } from '@gongyou/contract/codes/code-list.ts'
import { type IdType, idTypes } from '@gongyou/contract/codes/id-types.ts'
import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { exportMembers as route } from '@gongyou/contract/membership/roster.ts'
import { rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import { sql } from 'kysely'
import { holds } from '../../../kit/actor.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { Building } from '../../../kit/http/building.ts'
import type { Ask } from '../../../kit/http/mount.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { sendSheet } from '../../../kit/sheets/send-workbook.ts'
import { sealedPlace } from '../../people/index.ts'
import { type MemberFilter, membersWithin } from '../members.ts'
import { wordFor } from './words.ts'

const pageRows = 2_000

// The employment that the roster shows: an ordinary job before platforms, the newest of several.
const job = sql`left join lateral (select e.occupation as job, e.employment_form, e.employment_state, coalesce(x.name, e.employer_name) as employer
  from organisations.employment e left join organisations.employer x on x.region = e.region and x.id = e.employer_id
 where e.region = m.region and e.person_id = m.person_id and e.until is null order by (e.employment_form = 'platform') nulls first, e.id desc limit 1) j on true`

type Row = {
  id: string
  name: string
  id_type: string | null
  id_last4: string | null
  sex: number
  birth_on: string | null
  ethnicity: string | null
  education: string | null
  mobile: string | null
  household_type: string | null
  is_migrant: boolean | null
  residence_town: number | null
  skill_level: string | null
  title: string | null
  union: string
  occupation: string | null
  joined_on: string | null
  channel: string | null
  status: string
  job: string | null
  employment_form: string | null
  employment_state: string | null
  employer: string | null
}
type Sealed = { person_id: string; field: string; key_id: number; cipher: Buffer }

const pageAfter = async (look: Look, f: MemberFilter, after: string): Promise<Row[]> => {
  const ids = (await membersWithin(look, f)).select('m.person_id').where('m.person_id', '>', after).orderBy('m.person_id').limit(pageRows)
  const { rows } = await sql<Row>`
    select p.id, p.name, p.id_type, p.id_last4, p.sex, p.birth_on, p.ethnicity, p.education, p.mobile, p.household_type, p.is_migrant, p.residence_town, p.skill_level, p.title,
           o.name as "union", m.occupation, m.joined_on, m.channel, m.status, j.job, j.employment_form, j.employment_state, j.employer
      from membership.membership m join people.person p on p.region = m.region and p.id = m.person_id join organisations.org o on o.region = m.region and o.id = m.org_id ${job}
     where m.region = ${look.region} and m.person_id in (${ids}) order by m.person_id`.execute(look.raw)
  return rows
}

const sealedOf = async (look: Look, keys: KeyRing, ids: readonly string[]) => {
  await sql`select kit.set_unsealed('*')`.execute(look.raw)
  const { rows } =
    await sql<Sealed>`select person_id, field, key_id, cipher from people.sealed_field where region = ${look.region} and person_id = any(${ids as string[]}::uuid[]) and field in ('id_number', 'political_status', 'bank_card')`.execute(
      look.raw,
    )
  const opened = new Map(
    rows.map((s) => [`${s.person_id}/${s.field}`, keys.open({ keyId: s.key_id, cipher: s.cipher }, sealedPlace(look.region, s.person_id, s.field))]),
  )
  return (id: string, field: string) => opened.get(`${id}/${field}`) ?? ''
}

const masked = (r: Row) => (r.id_last4 ? `**************${r.id_last4}` : '')

const cellsOf = (r: Row, open: ((id: string, field: string) => string) | null): Record<string, string> => ({
  name: r.name,
  idType: r.id_type ? entryOf(idTypes, r.id_type as IdType).zh : '',
  idNumber: open ? open(r.id, 'id_number') : masked(r),
  sex: wordFor.sex(r.sex),
  birthOn: open ? (r.birth_on ?? '') : (r.birth_on?.slice(0, 7) ?? ''),
  ethnicity: wordFor.ethnicity(r.ethnicity),
  politicalStatus: open ? wordFor.politicalStatus(open(r.id, 'political_status') || null) : '',
  education: wordFor.education(r.education),
  mobile: open ? (r.mobile ?? '') : r.mobile ? maskPhone(r.mobile) : '',
  employer: r.employer ?? '',
  union: r.union,
  occupation: r.occupation ? wordFor.occupation(r.occupation) : wordFor.occupation(r.job),
  employmentForm: wordFor.employmentForm(r.employment_form),
  employmentState: wordFor.employmentState(r.employment_state),
  householdType: wordFor.householdType(r.household_type),
  isMigrant: wordFor.isMigrant(r.is_migrant),
  residenceTown: wordFor.residenceTown(r.residence_town),
  skillLevel: wordFor.skillLevel(r.skill_level),
  professionalTitle: wordFor.professionalTitle(r.title),
  joinedOn: r.joined_on ?? '',
  joinChannel: wordFor.joinChannel(r.channel),
  status: wordFor.status(r.status),
  bankCard: open ? open(r.id, 'bank_card') : '',
})

/**
 * The member list as a roster of any length: the same predicate as the list, page by page, so that neither memory nor a
 * long transaction grows with it. The audit line with purpose and number of rows is written before the first byte leaves.
 */
export const exportMembers = async ({ query, by, read, write, reply }: Ask<typeof route>, { keys }: Building) => {
  const { format, numbers, purpose, ...filter } = query
  const full = numbers === 'full'
  if (full && !holds(by, 'people.unmask')) throw refuse('roster.unmask-needed')
  const rows = await write(async (work) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (${(await membersWithin(work, filter)).select('m.person_id')}) x`.execute(
      work.tx,
    )
    work.ledger.audit({ purpose, detail: { rows: rows[0]!.n, format, numbers, filter } })
    return rows[0]!.n
  })
  async function* lines() {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const page = await read(async (look) => {
        const found = await pageAfter(look, filter, after)
        const open =
          full && found.length > 0
            ? await sealedOf(
                look,
                keys,
                found.map((r) => r.id),
              )
            : null
        return found.map((r) => ({ id: r.id, cells: cellsOf(r, open) }))
      })
      for (const { cells } of page) yield rosterFields.map((f) => cells[f.code])
      if (page.length < pageRows) return
      after = page.at(-1)!.id
    }
  }
  const columns = rosterFields.map((f) => ({
    title: f.title.zh,
    kind: full && (f.code === 'joinedOn' || f.code === 'birthOn') ? ('date' as const) : ('text' as const),
    width: f.code === 'union' || f.code === 'employer' ? 32 : f.code === 'idNumber' ? 22 : 14,
  }))
  return sendSheet(reply, `会员名册-${rows}人`, format, { name: '会员名册', columns, rows: lines() })
}
