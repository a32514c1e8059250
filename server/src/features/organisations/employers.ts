import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { usccOf } from './found.ts'

type Maybe<T> = T | null | undefined
type Details = {
  name: string
  uscc?: Maybe<string>
  industry?: Maybe<string>
  town?: Maybe<number>
  isPlatform: boolean
  workers?: Maybe<number>
  contactName?: Maybe<string>
  contactPhone?: Maybe<string>
}

const columnsOf = (d: Details) => ({
  name: d.name,
  uscc: usccOf(d.uscc),
  industry: d.industry ?? null,
  town: d.town ?? null,
  is_platform: d.isPlatform,
  workers: d.workers ?? null,
  contact_name: d.contactName ?? null,
  contact_phone: d.contactPhone ?? null,
})

/** Employers of the district by name; the register of employers is common to all towns. */
export const employersOf = async (
  look: Look,
  wanted: { q?: string | undefined; town?: number | undefined; after?: string | undefined; limit: number },
) => {
  const [name, id] = wanted.after?.split('|') ?? []
  const rows = await look.db
    .selectFrom('organisations.employer as e')
    .selectAll('e')
    .select(
      sql<boolean>`exists (select 1 from organisations.org o where o.region = e.region and o.employer_id = e.id and o.dissolved_on is null)`.as(
        'has_union',
      ),
    )
    .where('e.region', '=', look.region)
    .$if(Boolean(wanted.q), (q) =>
      q.where((x) => x.or([x('e.name', 'like', `%${wanted.q!.replace(/[%_\\]/g, '')}%`), x('e.uscc', '=', wanted.q!.toUpperCase())])),
    )
    .$if(wanted.town !== undefined, (q) => q.where('e.town', '=', wanted.town!))
    .$if(Boolean(name && id), (q) => q.where((x) => x(x.refTuple('e.name', 'e.id'), '>', x.tuple(name!, id!))))
    .orderBy('e.name')
    .orderBy('e.id')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: page.map((e) => ({
      id: e.id,
      name: e.name,
      uscc: e.uscc,
      industry: e.industry,
      town: e.town,
      isPlatform: e.is_platform,
      workers: e.workers,
      hasUnion: e.has_union,
      contactName: e.contact_name,
      contactPhone: e.contact_phone,
      version: e.version,
    })),
    next: rows.length > page.length && last ? `${last.name}|${last.id}` : null,
  }
}

export const addEmployer = async (work: Work, given: Details) => {
  const id = newId()
  await work.tx
    .insertInto('organisations.employer')
    .values({ region: work.region, id, ...columnsOf(given), changed_at: work.at })
    .execute()
  work.ledger.act({ kind: 'employer.registered', subject: id, data: { name: given.name } })
  return { id }
}

export const changeEmployer = async (work: Work, id: string, version: number, given: Details) => {
  const done = await work.tx
    .updateTable('organisations.employer')
    .set({ ...columnsOf(given), version: version + 1, changed_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.changed')
  work.ledger.act({ kind: 'employer.changed', subject: id, data: { now: columnsOf(given) } })
  return { done: true as const }
}
