import { type FigureDeclaration, type Part, partsOf } from '@gongyou/contract/kit/figure.ts'
import { maskName } from '@gongyou/contract/kit/masking.ts'
import { type RawBuilder, sql } from 'kysely'
import { holds } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Reach } from '../organisations/index.ts'
import { type Catalogue, figureOf } from './catalogue.ts'
import { mainCut } from './claims/record-set.ts'
import { type Asked, predicateOf } from './select.ts'

type Row = {
  act_id: string
  kind: string
  day: string
  at: Date
  amount: number
  subject_id: string
  actor: string | null
  dims: Record<string, unknown>
  person_id: string | null
  person: string | null
  org_id: string | null
  org: string | null
}

/** What a cursor may be: anything else begins at the beginning. */
const cursor = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f-]{36})$/

/**
 * Facts, newest first, page by page, with the acts they come from. The page is cut before anything is joined to it, so that
 * a figure of any size opens at once. Whoever may not see persons sees that there is one, not who.
 */
export const pageOfRecords = async (
  look: Look,
  source: RawBuilder<unknown>,
  where: RawBuilder<boolean>,
  page: { after?: string | undefined; limit: number },
) => {
  const [, day, id] = cursor.exec(page.after ?? '') ?? []
  // The day alone is said as well: by the pair of both the index is read from its end, not from the cursor.
  const further = day && id ? sql`and f.day <= ${day}::date and (f.day, f.act_id) < (${day}::date, ${id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    with f as materialized (
      select f.act_id, f.day, f.amount, f.dims, f.person_id, f.org_id from ${source} f where ${where} ${further} order by f.day desc, f.act_id desc limit ${page.limit + 1})
    select f.*, a.kind, a.at, a.subject_id, p.name as person, w.name as actor, o.name as org
      from f join ledger.act a on a.region = ${look.region} and a.id = f.act_id
      left join people.person p on p.region = ${look.region} and p.id = f.person_id
      left join people.person w on w.region = ${look.region} and w.id = a.actor_id
      left join organisations.org o on o.region = ${look.region} and o.id = f.org_id
     order by f.day desc, f.act_id desc`.execute(look.raw)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const openNames = holds(look.by, 'people.read')
  return {
    rows: shown.map((r) => ({
      act: r.act_id,
      kind: r.kind,
      day: r.day,
      at: r.at.toISOString(),
      amount: r.amount,
      subject: r.subject_id,
      actor: r.actor,
      dims: r.dims,
      person: r.person_id && r.person !== null ? { id: r.person_id, name: openNames ? r.person : maskName(r.person) } : null,
      org: r.org_id && r.org !== null ? { id: r.org_id, name: r.org } : null,
    })),
    next: rows.length > shown.length && last ? `${last.day}|${last.act_id}` : null,
  }
}

/** The records behind a part of a figure. */
export const recordsOf = async (
  look: Look,
  catalogue: Catalogue,
  code: string,
  asked: Asked & { part: Part; after?: string | undefined; limit: number },
) => {
  const f = await figureOf(look, catalogue, code)
  const cut = partsOf(f)[asked.part]
  if (!cut) throw refuse('request.invalid', { fields: [{ path: 'part', message: '这个数字没有这一项' }] })
  return pageOfRecords(look, sql`ledger.fact`, await predicateOf(look, f, cut, asked), asked)
}

/** The records behind a figure, within a reach that was settled elsewhere. */
export const recordsWithin = async (
  look: Look,
  f: FigureDeclaration,
  asked: Asked,
  reach: Reach,
  page: { after?: string | undefined; limit: number },
) => pageOfRecords(look, sql`ledger.fact`, await predicateOf(look, f, mainCut(f), asked, reach), page)
