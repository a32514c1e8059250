import { type Text, t } from '@gongyou/contract/kit/text.ts'
import * as designs from '@gongyou/contract/statistics/designs.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import type { Room } from '../../../kit/http/server.ts'
import { refuse } from '../../../kit/refuse.ts'
import { clause, reachOf } from '../../organisations/index.ts'
import { type Catalogue, definitionOf, dimensionOf, figureRevision } from '../catalogue.ts'
import { labelsOf } from '../labels.ts'
import { countedValueOf, yearBefore } from '../read.ts'
import { pageOfRecords } from '../records.ts'
import { dimension, predicateOf } from '../select.ts'
import { mainCut } from '../claims/record-set.ts'
import { beginDesign, designOf, dropDesign, figureOfDesign, publishDesign, retire, saveDesign } from './drafts.ts'

/** A fact is called as the figure that counts all of it. */
const factName = (catalogue: Catalogue, code: string): Text => catalogue.figures.find((f) => f.of.fact === code && !f.of.where)?.name ?? t(code, code)

const factsIn = (catalogue: Catalogue) =>
  catalogue.facts.map((f) => ({
    code: f.code,
    name: factName(catalogue, f.code),
    sums: f.sums !== undefined,
    stock: Object.values(f.acts).some((w) => w < 0),
    dimensions: f.by.map((name) => ({ code: name, name: dimensionOf(catalogue, f.code, name).name })),
  }))

const valuesIn = async (look: Look, catalogue: Catalogue, code: string, by: string) => {
  const fact = catalogue.facts.find((f) => f.code === code)
  if (!fact?.by.includes(by)) throw refuse('record.not-found')
  const reach = await reachOf(look, 'statistics.edit')
  const { rows } = await sql<{ key: string; records: number }>`
    select ${dimension(by)} as key, count(*)::int as records from ledger.fact f
     where f.region = ${look.region} and f.fact = ${code} and ${clause(reach, 'f.org_id')} and ${dimension(by)} is not null
     group by 1 order by 2 desc limit 200`.execute(look.raw)
  const labels = await labelsOf(
    look,
    catalogue,
    code,
    by,
    rows.map((r) => r.key),
  )
  return rows.map((r) => ({ ...r, label: labels(r.key) }))
}

const titleOf = (definition: unknown) => {
  const title = (definition as { name?: { zh?: unknown } | null }).name?.zh
  return typeof title === 'string' ? title : ''
}

const draftsOf = async (look: Look) => {
  const rows = await look.db
    .selectFrom('statistics.figure_draft')
    .selectAll()
    .where('region', '=', look.region)
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map((d) => ({
    id: d.id,
    code: d.code,
    title: titleOf(d.definition) || d.code,
    revision: (d.definition as { revision?: number }).revision ?? 1,
    changedAt: d.changed_at.toISOString(),
  }))
}

const revisionsOf = async (look: Look, catalogue: Catalogue, code: string) => {
  const rows = await look.db
    .selectFrom('statistics.figure as f')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'f.region').onRef('p.id', '=', 'f.published_by'))
    .select(['f.revision', 'f.published_at', 'f.because', 'f.made_by', 'p.name'])
    .where('f.region', '=', look.region)
    .where('f.code', '=', code)
    .orderBy('f.revision', 'desc')
    .execute()
  if (rows.length === 0) throw refuse('statistics.no-such-figure')
  return Promise.all(
    rows.map(async (r) => ({
      revision: r.revision,
      publishedAt: r.published_at.toISOString(),
      by: r.name,
      madeBy: r.made_by as 'code' | 'officer',
      because: r.because,
      definition: definitionOf(catalogue, await figureRevision(look, catalogue, code, r.revision)),
    })),
  )
}

const tryOut = async (look: Look, catalogue: Catalogue, id: string, asked: { from: string; to: string }) => {
  const { figure } = await figureOfDesign(look, catalogue, id)
  const reach = await reachOf(look, 'statistics.edit')
  const now = await countedValueOf(look, figure, asked, reach)
  const before = await countedValueOf(look, figure, { from: yearBefore(asked.from), to: yearBefore(asked.to) }, reach)
  const { rows } = await pageOfRecords(look, sql`ledger.fact`, await predicateOf(look, figure, mainCut(figure), asked, reach), { limit: 10 })
  return { ...now, before: before.records > 0 ? before.value : null, rows }
}

/** Figures made on a screen: a fact, which of it, how it is counted; tried on real records before it is published. */
export const figureDesignRoom =
  (catalogue: Catalogue): Room =>
  (mount) => {
    const done = { done: true as const }
    mount(designs.listFacts, async () => ({ facts: factsIn(catalogue) }))
    mount(designs.listFactValues, ({ params, query, read }) =>
      read(async (look) => ({ values: await valuesIn(look, catalogue, params.code, query.by) })),
    )
    mount(designs.listFigureDesigns, ({ read }) => read(async (look) => ({ drafts: await draftsOf(look) })))
    mount(designs.createFigureDesign, ({ body, write }) => write(async (work) => designOf(work, catalogue, await beginDesign(work, catalogue, body))))
    mount(designs.getFigureDesign, ({ params, read }) => read((look) => designOf(look, catalogue, params.id)))
    mount(designs.saveFigureDesign, ({ params, body, write }) =>
      write(async (work) => {
        await saveDesign(work, params.id, body)
        return designOf(work, catalogue, params.id)
      }),
    )
    mount(designs.dropFigureDesign, ({ params, write }) => write(async (work) => dropDesign(work, params.id).then(() => done)))
    mount(designs.tryFigureDesign, ({ params, body, read }) => read((look) => tryOut(look, catalogue, params.id, body)))
    mount(designs.publishFigureDesign, ({ params, body, write }) =>
      write((work) => publishDesign(work, catalogue, params.id, body.version, body.because)),
    )
    mount(designs.retireFigure, ({ params, body, write }) => write(async (work) => retire(work, params.code, body.because).then(() => done)))
    mount(designs.getFigureHistory, ({ params, read }) => read(async (look) => ({ revisions: await revisionsOf(look, catalogue, params.code) })))
  }
