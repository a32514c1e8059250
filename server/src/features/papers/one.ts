import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import { blankNumber } from '@gongyou/contract/papers/number.ts'
import type { Paper } from '@gongyou/contract/papers/shapes.ts'
import type { PaperTemplate } from '@gongyou/contract/papers/template.ts'
import type { Look } from '../../kit/db/database.ts'
import { type SubjectSights, papersWithin } from './access.ts'
import { missingIn } from './issue.ts'
import { rowOf, rowView } from './list.ts'
import { organOf } from './organs.ts'
import { type PaperRecord, getPaperRecord } from './rows.ts'

const nameOf = async (look: Look, id: string | null) =>
  id
    ? ((await look.db.selectFrom('people.person').select('name').where('region', '=', look.region).where('id', '=', id).executeTakeFirst())?.name ??
      null)
    : null

const historyOf = (look: Look, id: string) =>
  look.db
    .selectFrom('ledger.act as a')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'a.region').onRef('p.id', '=', 'a.actor_id'))
    .select(['a.kind', 'a.at', 'p.name as actor'])
    .where('a.region', '=', look.region)
    .where('a.subject_id', '=', id)
    .orderBy('a.at', 'desc')
    .limit(100)
    .execute()

const mayWith = async (look: Look, sights: SubjectSights, p: PaperRecord): Promise<Paper['may']> => {
  const has = async (right: 'papers.write' | 'papers.issue') =>
    Boolean(
      await look.db
        .selectFrom('papers.paper as p')
        .select('p.id')
        .where('p.region', '=', look.region)
        .where('p.id', '=', p.id)
        .where(await papersWithin(look, sights, right))
        .executeTakeFirst(),
    )
  const [write, issue] = [await has('papers.write'), await has('papers.issue')]
  const standing = Boolean(p.issued_at && !p.withdrawn_at)
  return { edit: write && !p.issued_at, issue: issue && !p.issued_at, seal: write && standing, withdraw: issue && standing }
}

/** What stands where the number stands, issued or not. */
export const shownNumberOf = async (look: Look, p: PaperRecord) =>
  p.number ?? blankNumber((await organOf(look, p.org_id)).code + paperKind(p.kind).word, Number(look.today.slice(0, 4)))

/** Everything about one paper. */
export const paperPage = async (look: Look, id: string, sights: SubjectSights, templates: readonly PaperTemplate[]): Promise<Paper> => {
  const p = await getPaperRecord(look, id, await papersWithin(look, sights))
  const template = templates.find((t) => t.code === p.template_code)
  return {
    ...rowView(await rowOf(look, id)),
    content: p.content,
    shownNumber: await shownNumberOf(look, p),
    version: p.version,
    template:
      p.template_code && p.template_revision !== null
        ? { code: p.template_code, revision: p.template_revision, name: template?.name ?? p.template_code }
        : null,
    subject: p.subject_kind && p.subject_id ? { kind: p.subject_kind, id: p.subject_id } : null,
    gaps: p.issued_at ? [] : missingIn(paperKind(p.kind), p.content).map((m) => m.name),
    scannedAt: p.scanned_at?.toISOString() ?? null,
    withdrawn: p.withdrawn_at
      ? { at: p.withdrawn_at.toISOString(), by: await nameOf(look, p.withdrawn_by), because: p.withdrawn_because ?? '' }
      : null,
    history: (await historyOf(look, id)).map((h) => ({ kind: h.kind, at: h.at.toISOString(), actor: h.actor })),
    may: await mayWith(look, sights, p),
  }
}
