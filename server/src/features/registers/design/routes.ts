import * as designs from '@gongyou/contract/registers/designs.ts'
import type { Look } from '../../../kit/db/database.ts'
import { titleOfDraft } from '../../../kit/designs.ts'
import type { Room } from '../../../kit/http/server.ts'
import { refuse } from '../../../kit/refuse.ts'
import { newestRevision, registerOf } from '../definitions.ts'
import { beginDesign, beginRevision, designOf, dropDesign, publishDesign, retire, saveDesign } from './drafts.ts'

const draftsOf = async (look: Look) => {
  const rows = await look.db.selectFrom('registers.draft').selectAll().where('region', '=', look.region).orderBy('changed_at', 'desc').execute()
  return Promise.all(
    rows.map(async (d) => ({
      id: d.id,
      code: d.code,
      title: titleOfDraft(d.definition) ?? d.code,
      revision: (await newestRevision(look, d.code)) + 1,
      changedAt: d.changed_at.toISOString(),
    })),
  )
}

const revisionsOf = async (look: Look, code: string) => {
  const rows = await look.db
    .selectFrom('registers.definition as d')
    .leftJoin('people.person as p', (j) => j.onRef('p.region', '=', 'd.region').onRef('p.id', '=', 'd.published_by'))
    .select(['d.revision', 'd.published_at', 'd.because', 'p.name'])
    .where('d.region', '=', look.region)
    .where('d.code', '=', code)
    .orderBy('d.revision', 'desc')
    .execute()
  if (rows.length === 0) throw refuse('registers.no-such-register')
  const counts = await look.db
    .selectFrom('registers.entry')
    .select((e) => ['revision', e.fn.countAll<number>().as('n')])
    .where('region', '=', look.region)
    .where('register', '=', code)
    .groupBy('revision')
    .execute()
  return Promise.all(
    rows.map(async (r) => ({
      revision: r.revision,
      publishedAt: r.published_at.toISOString(),
      by: r.name,
      because: r.because,
      entries: counts.find((c) => c.revision === r.revision)?.n ?? 0,
      definition: await registerOf(look, code, r.revision),
    })),
  )
}

/** Officers make registers on a screen: the same declarations as in code, checked by the same rules. */
export const registerDesignRoom: Room = (mount) => {
  mount(designs.listRegisterDesigns, ({ read }) => read(async (look) => ({ drafts: await draftsOf(look) })))
  mount(designs.createRegisterDesign, ({ body, write }) =>
    write(async (work) => designOf(work, body.from ? await beginRevision(work, body.from) : await beginDesign(work, body.title))),
  )
  mount(designs.getRegisterDesign, ({ params, read }) => read((look) => designOf(look, params.id)))
  mount(designs.saveRegisterDesign, ({ params, body, write }) =>
    write(async (work) => {
      await saveDesign(work, params.id, body)
      return designOf(work, params.id)
    }),
  )
  mount(designs.dropRegisterDesign, async ({ params, write }) => {
    await write((work) => dropDesign(work, params.id))
    return { done: true as const }
  })
  mount(designs.publishRegisterDesign, ({ params, body, write }) => write((work) => publishDesign(work, params.id, body.version, body.because)))
  mount(designs.retireRegister, async ({ params, body, write }) => {
    await write((work) => retire(work, params.code, body.because))
    return { done: true as const }
  })
  mount(designs.getRegisterHistory, ({ params, read }) => read(async (look) => ({ revisions: await revisionsOf(look, params.code) })))
}
