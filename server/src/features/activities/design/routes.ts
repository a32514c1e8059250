import * as designs from '@gongyou/contract/activities/designs.ts'
import type { Look } from '../../../kit/db/database.ts'
import { titleOfDraft } from '../../../kit/designs.ts'
import type { Room } from '../../../kit/http/server.ts'
import { allKinds, newestKind, newestRevision } from '../kinds.ts'
import { beginDesign, beginRevision, designOf, dropDesign, publishDesign, retire, saveDesign } from './drafts.ts'

const draftsOf = async (look: Look) => {
  const rows = await look.db.selectFrom('activities.kind_draft').selectAll().where('region', '=', look.region).orderBy('changed_at', 'desc').execute()
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

/** Officers make kinds of activity on a screen: the same declarations as in code, checked by the same rules. */
export const kindDesignRoom: Room = (mount) => {
  mount(designs.listActivityKinds, ({ read }) =>
    read(async (look) => ({
      kinds: (await allKinds(look)).map(({ kind, retired, madeBy }) => ({
        code: kind.code,
        revision: kind.revision,
        title: kind.title,
        summary: kind.summary,
        madeBy,
        retired,
      })),
    })),
  )
  mount(designs.getActivityKind, ({ params, read }) => read((look) => newestKind(look, params.code)))
  mount(designs.listKindDesigns, ({ read }) => read(async (look) => ({ drafts: await draftsOf(look) })))
  mount(designs.createKindDesign, ({ body, write }) =>
    write(async (work) => designOf(work, body.from ? await beginRevision(work, body.from) : await beginDesign(work, body.title))),
  )
  mount(designs.getKindDesign, ({ params, read }) => read((look) => designOf(look, params.id)))
  mount(designs.saveKindDesign, ({ params, body, write }) =>
    write(async (work) => {
      await saveDesign(work, params.id, body)
      return designOf(work, params.id)
    }),
  )
  mount(designs.dropKindDesign, async ({ params, write }) => {
    await write((work) => dropDesign(work, params.id))
    return { done: true as const }
  })
  mount(designs.publishKindDesign, ({ params, body, write }) => write((work) => publishDesign(work, params.id, body.version, body.because)))
  mount(designs.retireKind, async ({ params, body, write }) => {
    await write((work) => retire(work, params.code, body.because))
    return { done: true as const }
  })
}
