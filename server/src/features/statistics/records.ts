import { type Part, partsOf } from '@gongyou/contract/kit/figure.ts'
import { maskName } from '@gongyou/contract/kit/masking.ts'
import { holds } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, figureOf } from './catalogue.ts'
import { type Asked, factsOf } from './select.ts'

/** The records behind a part of a figure, newest first, page by page. Whoever may not see persons sees that there is one, not who. */
export const recordsOf = async (
  look: Look,
  catalogue: Catalogue,
  code: string,
  asked: Asked & { part: Part; after?: string | undefined; limit: number },
) => {
  const f = await figureOf(look, catalogue, code)
  const cut = partsOf(f)[asked.part]
  if (!cut) throw refuse('request.invalid', { fields: [{ path: 'part', message: '这个数字没有这一项' }] })
  const [day, id] = asked.after?.split('|') ?? []
  const rows = await (
    await factsOf(look, f, cut, asked)
  )
    .innerJoin('ledger.act as a', (j) => j.onRef('a.region', '=', 'f.region').onRef('a.id', '=', 'f.act_id'))
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'f.region').onRef('p.id', '=', 'f.person_id'))
    .leftJoin('people.person as w', (j) => j.onRef('w.region', '=', 'a.region').onRef('w.id', '=', 'a.actor_id'))
    .leftJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'f.region').onRef('o.id', '=', 'f.org_id'))
    .select([
      'f.act_id',
      'a.kind',
      'f.day',
      'a.at',
      'f.amount',
      'p.id as person_id',
      'p.name as person',
      'o.id as org_id',
      'o.name as org',
      'w.name as actor',
      'a.subject_id',
      'f.dims',
    ])
    .$if(Boolean(day && id), (q) => q.where((e) => e(e.refTuple('f.day', 'f.act_id'), '<', e.tuple(day!, id!))))
    .orderBy('f.day', 'desc')
    .orderBy('f.act_id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  const openNames = holds(look.by, 'people.read')
  return {
    rows: page.map((r) => ({
      act: r.act_id,
      kind: r.kind,
      day: r.day,
      at: r.at.toISOString(),
      amount: r.amount,
      subject: r.subject_id,
      actor: r.actor,
      dims: r.dims as Record<string, unknown>,
      person: r.person_id ? { id: r.person_id, name: openNames ? r.person! : maskName(r.person!) } : null,
      org: r.org_id ? { id: r.org_id, name: r.org! } : null,
    })),
    hidden: 0,
    next: rows.length > page.length && last ? `${last.day}|${last.act_id}` : null,
  }
}
