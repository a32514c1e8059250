import { organisationKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { towns } from '@gongyou/contract/codes/towns.ts'
import type { Language } from '@gongyou/contract/kit/text.ts'
import type { exportOrganisations as route } from '@gongyou/contract/organisations/sheets.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import type { Ask } from '../../../kit/http/mount.ts'
import { languageOf } from '../../../kit/http/language.ts'
import { sendWorkbook } from '../../../kit/sheets/send-workbook.ts'
import { clause, reachOf } from '../within.ts'
import { type FieldCode, fields } from './fields.ts'
import { grouped } from './grouped.ts'
import { parentNames } from './parent-names.ts'

type Row = {
  id: string
  parent_id: string | null
  kind: string
  name: string
  short_name: string | null
  uscc: string | null
  town: number | null
  approval_number: string | null
  founded_on: string | null
  workers_declared: number | null
  women_declared: number | null
  units_covered: number | null
  phone: string | null
  address: string | null
  number: number | null
  from: string | null
  years: number | null
  to: string | null
}

const rowsOf = async (look: Look) => {
  const reach = await reachOf(look, 'organisations.read')
  const { rows } = await sql<Row>`
    select o.id, o.parent_id, o.kind, o.name, o.short_name, o.uscc, o.town, o.approval_number, o.founded_on, o.workers_declared, o.women_declared, o.units_covered, o.phone, o.address, t.number, lower(t.during) as "from", t.years, upper(t.during) as "to"
      from organisations.org o
      left join lateral (select number, years, during from organisations.term where region = o.region and org_id = o.id order by number desc limit 1) t on true
     where o.region = ${look.region} and o.dissolved_on is null and ${clause(reach, 'o.id')}
     order by o.town nulls first, o.name collate "zh-x-icu", o.id`.execute(look.raw)
  return rows
}

/** Each parent, then all beneath it, as one reads a tree. */
const parentsFirst = (rows: readonly Row[]) => {
  const within = new Set(rows.map((r) => r.id))
  const beneath = grouped(rows, (r) => (r.parent_id && within.has(r.parent_id) ? r.parent_id : ''))
  const walk = (id: string): Row[] => (beneath.get(id) ?? []).flatMap((r) => [r, ...walk(r.id)])
  return walk('')
}

const labelIn = (list: readonly { code: string; zh: string; en: string }[], language: Language) => {
  const labels = new Map(list.map((e) => [e.code, e[language]]))
  return (code: string | number | null) => (code === null ? null : (labels.get(String(code)) ?? String(code)))
}

/** The tree within reach as a workbook that `importOrganisations` takes back; who took it stands in the audit trail. */
export const exportOrganisations = async ({ request, reply, write }: Ask<typeof route>) => {
  const language = languageOf(request)
  const { rows, parents } = await write(async (work) => {
    const rows = parentsFirst(await rowsOf(work))
    work.ledger.audit({ detail: { rows: rows.length } })
    return { rows, parents: await parentNames(work) }
  })
  const kind = labelIn(organisationKinds, language)
  const town = labelIn(towns, language)
  function* lines() {
    for (const r of rows) {
      const cells: Record<FieldCode, string | number | null> = {
        parent: r.parent_id ? parents(r.parent_id) : null,
        kind: kind(r.kind),
        kindCode: r.kind,
        name: r.name,
        shortName: r.short_name,
        uscc: r.uscc,
        town: town(r.town),
        townCode: r.town === null ? null : String(r.town),
        approvalNumber: r.approval_number,
        foundedOn: r.founded_on,
        workersDeclared: r.workers_declared,
        womenDeclared: r.women_declared,
        unitsCovered: r.units_covered,
        phone: r.phone,
        address: r.address,
        termNumber: r.number,
        termFrom: r.from,
        termYears: r.years,
        termTo: r.to,
      }
      yield fields.map((f) => cells[f.code])
    }
  }
  const name = language === 'zh' ? `组织表-${rows.length}个.xlsx` : `organisations-${rows.length}.xlsx`
  const columns = fields.map((f) => ({ title: f.title[language], width: f.width, kind: 'kind' in f ? f.kind : ('text' as const) }))
  return sendWorkbook(reply, name, [{ name: language === 'zh' ? '组织' : 'Organisations', columns, rows: lines() }])
}
