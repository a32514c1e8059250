import * as designs from '@gongyou/contract/returns/designs.ts'
import { figureLinesOf, questionsOf } from '@gongyou/contract/returns/form.ts'
import { sql } from 'kysely'
import type { Look } from '../../../kit/db/database.ts'
import { titleOfDraft } from '../../../kit/designs.ts'
import type { Room } from '../../../kit/http/server.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { Catalogue } from '../../statistics/index.ts'
import { allForms, formRevision, newestRevision } from '../forms.ts'
import { beginDesign, designOf, dropDesign, publishDesign, retire, saveDesign } from './drafts.ts'
import { tryDesign } from './trial.ts'

const draftsOf = async (look: Look) => {
  const rows = await look.db.selectFrom('returns.form_draft').selectAll().where('region', '=', look.region).orderBy('changed_at', 'desc').execute()
  const drafts = []
  for (const d of rows)
    drafts.push({
      id: d.id,
      code: d.code,
      title: titleOfDraft(d.definition) ?? d.code,
      revision: (await newestRevision(look, d.code)) + 1,
      changedAt: d.changed_at.toISOString(),
    })
  return drafts
}

const formsOf = async (look: Look) =>
  (await allForms(look)).map(({ form, retired, madeBy }) => ({
    code: form.code,
    revision: form.revision,
    title: form.title,
    number: form.number,
    every: form.every,
    figures: figureLinesOf(form).length,
    questions: questionsOf(form).length,
    madeBy,
    retired,
  }))

const revisionsOf = async (look: Look, code: string) => {
  const rows = await look.db
    .selectFrom('returns.form as f')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'f.region').onRef('p.id', '=', 'f.published_by'))
    .leftJoin('returns.round as r', (j) => j.onRef('r.region', '=', 'f.region').onRef('r.form', '=', 'f.code').onRef('r.revision', '=', 'f.revision'))
    .select(['f.revision', 'f.published_at', 'f.because', 'p.name', sql<number>`count(r.id)::int`.as('rounds')])
    .where('f.region', '=', look.region)
    .where('f.code', '=', code)
    .groupBy(['f.region', 'f.code', 'f.revision', 'p.name'])
    .orderBy('f.revision', 'desc')
    .execute()
  if (rows.length === 0) throw refuse('returns.no-form')
  const revisions = []
  for (const r of rows)
    revisions.push({
      revision: r.revision,
      publishedAt: r.published_at.toISOString(),
      by: r.name,
      because: r.because,
      rounds: r.rounds,
      definition: await formRevision(look, code, r.revision),
    })
  return revisions
}

/** Officers make forms on a screen: the same declarations as in code, checked by the same rules, tried on a real unit. */
export const returnDesignRoom =
  (catalogue: Catalogue): Room =>
  (mount) => {
    const done = { done: true as const }
    mount(designs.listAllReturnForms, ({ read }) => read(async (look) => ({ forms: await formsOf(look) })))
    mount(designs.getReturnFormHistory, ({ params, read }) => read(async (look) => ({ revisions: await revisionsOf(look, params.code) })))
    mount(designs.retireReturnForm, ({ params, body, write }) => write((work) => retire(work, params.code, body.because).then(() => done)))
    mount(designs.listReturnDesigns, ({ read }) => read(async (look) => ({ drafts: await draftsOf(look) })))
    mount(designs.createReturnDesign, ({ body, write }) => write(async (work) => designOf(work, catalogue, await beginDesign(work, body))))
    mount(designs.getReturnDesign, ({ params, read }) => read((look) => designOf(look, catalogue, params.id)))
    mount(designs.saveReturnDesign, ({ params, body, write }) =>
      write(async (work) => {
        await saveDesign(work, params.id, body)
        return designOf(work, catalogue, params.id)
      }),
    )
    mount(designs.dropReturnDesign, ({ params, write }) => write((work) => dropDesign(work, params.id).then(() => done)))
    mount(designs.tryReturnDesign, ({ params, body, read }) => read((look) => tryDesign(look, catalogue, params.id, body.org)))
    mount(designs.publishReturnDesign, ({ params, body, write }) =>
      write((work) => publishDesign(work, catalogue, params.id, body.version, body.because)),
    )
  }
