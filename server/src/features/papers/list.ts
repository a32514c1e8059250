import type { PaperKindCode } from '@gongyou/contract/papers/kinds.ts'
import type { PaperRow, paperStates } from '@gongyou/contract/papers/shapes.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { beneath, clause } from '../organisations/index.ts'
import { type Subject, type SubjectSights, papersWithin } from './access.ts'

export type PaperState = (typeof paperStates)[number]
type Wanted = {
  q?: string | undefined
  org?: string | undefined
  kind?: PaperKindCode | undefined
  state?: PaperState | undefined
  year?: number | undefined
  from?: string | undefined
  to?: string | undefined
  after?: string | undefined
  limit: number
}

const inState: Record<PaperState, RawBuilder<boolean>> = {
  draft: sql<boolean>`p.issued_at is null`,
  issued: sql<boolean>`(p.issued_at is not null and p.scan_file is null and p.withdrawn_at is null)`,
  sealed: sql<boolean>`(p.scan_file is not null and p.withdrawn_at is null)`,
  withdrawn: sql<boolean>`p.withdrawn_at is not null`,
}
export const stateOf = (p: { issued_at: Date | null; scan_file: string | null; withdrawn_at: Date | null }): PaperState =>
  p.withdrawn_at ? 'withdrawn' : p.scan_file ? 'sealed' : p.issued_at ? 'issued' : 'draft'

const rowsFrom = (look: Look) =>
  look.db
    .selectFrom('papers.paper as p')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'p.region').onRef('o.id', '=', 'p.org_id'))
    .leftJoin('people.person as d', (j) => j.onRef('d.region', '=', 'p.region').onRef('d.id', '=', 'p.drafted_by'))
    .leftJoin('people.person as i', (j) => j.onRef('i.region', '=', 'p.region').onRef('i.id', '=', 'p.issued_by'))
    .select([
      'p.id',
      'p.kind',
      'p.number',
      'p.title',
      'p.addressee',
      'p.org_id',
      'o.name as org_name',
      'p.issued_on',
      'p.issued_at',
      'p.scan_file',
      'p.withdrawn_at',
      'p.filed_at',
      'd.name as drafter',
      'i.name as issuer',
    ])
    .where('p.region', '=', look.region)
    .where('p.discarded_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof rowsFrom>['execute']>>[number]

export const rowView = (p: Row): PaperRow => ({
  id: p.id,
  kind: p.kind as PaperKindCode,
  state: stateOf(p),
  number: p.number,
  title: p.title,
  addressee: p.addressee,
  org: { id: p.org_id, name: p.org_name },
  issuedOn: p.issued_on,
  drafter: p.drafter,
  issuer: p.issuer,
  filedAt: p.filed_at.toISOString(),
})

/** One row of the register by its id, whoever asks: the caller has looked whether it may be seen. */
export const rowOf = (look: Look, id: string) => rowsFrom(look).where('p.id', '=', id).executeTakeFirstOrThrow()

/** The register of papers, newest first: drafts by their last change, papers by the moment of issue. */
export const papersIn = async (look: Look, sights: SubjectSights, f: Wanted): Promise<{ rows: PaperRow[]; next: string | null }> => {
  const within = await papersWithin(look, sights)
  const orgs = await beneath(look, f.org)
  const [at, id] = f.after?.split('|') ?? []
  // Signs that mean something to `like` are searched for as they stand.
  const like = `%${(f.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const rows = await rowsFrom(look)
    .where(within)
    .$if(orgs !== undefined, (q) => q.where(clause(orgs!, 'p.org_id')))
    .$if(Boolean(f.q), (q) => q.where((e) => e.or([e('p.title', 'like', like), e('p.number', 'like', like), e('p.addressee', 'like', like)])))
    .$if(f.kind !== undefined, (q) => q.where('p.kind', '=', f.kind!))
    .$if(f.state !== undefined, (q) => q.where(inState[f.state!]))
    .$if(f.year !== undefined, (q) => q.where('p.year', '=', f.year!))
    .$if(Boolean(f.from), (q) => q.where('p.issued_on', '>=', f.from!))
    .$if(Boolean(f.to), (q) => q.where('p.issued_on', '<=', f.to!))
    .$if(Boolean(at && id), (q) => q.where(sql<boolean>`(p.filed_at, p.id) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy('p.filed_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(f.limit + 1)
    .execute()
  const page = rows.slice(0, f.limit)
  const last = page.at(-1)
  return { rows: page.map(rowView), next: rows.length > page.length && last ? `${last.filed_at.toISOString()}|${last.id}` : null }
}

/** The papers of one subject, oldest first. Who may see the subject is judged by the caller, who owns it. */
export const papersOf = async (look: Look, subject: Subject): Promise<PaperRow[]> => {
  const rows = await rowsFrom(look)
    .where('p.subject_kind', '=', subject.kind)
    .where('p.subject_id', '=', subject.id)
    .orderBy('p.drafted_at')
    .execute()
  return rows.map(rowView)
}
