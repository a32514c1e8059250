import * as designs from '@gongyou/contract/cases/designs.ts'
import { differencesOf } from '@gongyou/contract/cases/differences.ts'
import type { Look } from '../../../kit/db/database.ts'
import { languageOf } from '../../../kit/http/language.ts'
import type { Room } from '../../../kit/http/server.ts'
import { fieldsOf, refuse } from '../../../kit/refuse.ts'
import type { House } from '../engine.ts'
import { offeredServices, serviceOf } from '../services.ts'
import { beginDesign, beginRevision, designOf, dropDesign, publishDesign, readDesign, retire, saveDesign } from './drafts.ts'
import { TrialOver, tryOut } from './trial.ts'

/** Codes under which answers are remembered, each called as the first form calls it. */
const askedInForms = async (look: Look) => {
  const fields = (await offeredServices(look)).flatMap(({ service }) => Object.values(service.form))
  const first = new Map(fields.flatMap((f) => (f.asks ? [[f.asks, f.label] as const] : [])).toReversed())
  return [...first].map(([asks, label]) => ({ asks, label }))
}

const servicesAndDrafts = async (look: Look) => {
  const rows = await look.db
    .selectFrom('cases.service')
    .distinctOn('code')
    .select(['code', 'revision', 'made_by', 'published_at', 'because', 'retired_at'])
    .where('region', '=', look.region)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  const open = await look.db
    .selectFrom('cases.matter')
    .select((e) => ['service', e.fn.countAll<number>().as('n')])
    .where('region', '=', look.region)
    .where('closed_at', 'is', null)
    .groupBy('service')
    .execute()
  const drafts = await look.db
    .selectFrom('cases.service_draft')
    .select(['id', 'code', 'definition', 'changed_at'])
    .where('region', '=', look.region)
    .orderBy('changed_at', 'desc')
    .execute()
  return {
    services: await Promise.all(
      rows.map(async (r) => ({
        code: r.code,
        revision: r.revision,
        title: (await serviceOf(look, r.code, r.revision)).title,
        madeBy: r.made_by as 'code' | 'officer',
        publishedAt: r.published_at.toISOString(),
        because: r.because,
        retired: r.retired_at !== null,
        open: open.find((o) => o.service === r.code)?.n ?? 0,
      })),
    ),
    drafts: drafts.map((d) => ({
      id: d.id,
      code: d.code,
      title: (d.definition as { title?: { zh?: string } }).title?.zh ?? d.code,
      changedAt: d.changed_at.toISOString(),
    })),
    asked: await askedInForms(look),
  }
}

const revisionsOf = async (look: Look, code: string) => {
  const rows = await look.db
    .selectFrom('cases.service as s')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 's.region').onRef('p.id', '=', 's.published_by'))
    .select(['s.revision', 's.published_at', 's.because', 'p.name'])
    .where('s.region', '=', look.region)
    .where('s.code', '=', code)
    .orderBy('s.revision', 'desc')
    .execute()
  if (rows.length === 0) throw refuse('cases.no-such-service')
  const counts = await look.db
    .selectFrom('cases.matter')
    .select((e) => ['revision', e.fn.countAll<number>().as('n')])
    .where('region', '=', look.region)
    .where('service', '=', code)
    .groupBy('revision')
    .execute()
  return Promise.all(
    rows.map(async (r, i) => {
      const definition = await serviceOf(look, code, r.revision)
      const before = rows[i + 1]
      return {
        revision: r.revision,
        publishedAt: r.published_at.toISOString(),
        by: r.name,
        because: r.because,
        cases: counts.find((c) => c.revision === r.revision)?.n ?? 0,
        definition,
        differences: before ? differencesOf(await serviceOf(look, code, before.revision), definition) : [],
      }
    }),
  )
}

/** Officers design services on a screen: the same declarations as in code, checked by the same rules. */
export const designRoom =
  (house: House): Room =>
  (mount, { keys }) => {
    const engine = { ...house, keys }
    mount(designs.listDesigns, ({ read }) => read(servicesAndDrafts))
    mount(designs.createDesign, ({ body, write }) =>
      write(async (work) =>
        designOf(work, house, body.from ? await beginRevision(work, body.from) : await beginDesign(work, body.title, body.pattern)),
      ),
    )
    mount(designs.getDesign, ({ params, read }) => read((look) => designOf(look, house, params.id)))
    mount(designs.saveDesign, ({ params, body, write }) =>
      write(async (work) => {
        await saveDesign(work, params.id, body)
        return designOf(work, house, params.id)
      }),
    )
    mount(designs.dropDesign, async ({ params, write }) => {
      await write((work) => dropDesign(work, params.id))
      return { done: true as const }
    })
    mount(designs.tryDesign, async ({ params, body, write, request }) => {
      try {
        return await write(async (work): Promise<never> => {
          const { service, faults } = await readDesign(work, (await designOf(work, house, params.id)).definition, house)
          if (!service || faults.length > 0) throw refuse('cases.service-faulty', { fields: fieldsOf(faults) })
          throw new TrialOver(await tryOut(work, engine, service, body.orgId, body.answers, body.steps, languageOf(request)))
        })
      } catch (error) {
        if (error instanceof TrialOver) return error.trial
        throw error
      }
    })
    mount(designs.publishDesign, ({ params, body, write }) => write((work) => publishDesign(work, house, params.id, body.version, body.because)))
    mount(designs.retireService, async ({ params, body, write }) => {
      await write((work) => retire(work, params.code, body.because))
      return { done: true as const }
    })
    mount(designs.getServiceHistory, ({ params, read }) => read(async (look) => ({ revisions: await revisionsOf(look, params.code) })))
  }
