import * as routes from '@gongyou/contract/membership/roster.ts'
import type { Room } from '../../../kit/http/server.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { batchesOf, findBatch, viewOf } from './batch.ts'
import { removeFile, takeFile } from './file.ts'
import { inspect } from './inspect.ts'
import { previewOf } from './preview.ts'
import { problemsIn } from './problems.ts'
import { askCheck, askCommit, discard, startBatch } from './start-batch.ts'
import { askUndo } from './undo.ts'
import { undoReport } from './undo-report.ts'
import { exportMembers } from './export.ts'
import { sendBadRows } from './bad-rows.ts'
import { sendTemplate } from './template.ts'

/** Rosters: taken in, checked, imported, undone, handed out. */
export const roster: Room = (mount, building) => {
  const { setup } = building

  mount(routes.uploadRoster, async ({ query, request, write }) => {
    const id = newId()
    try {
      const file = await takeFile(request, setup, id)
      if (!file.whole) throw refuse('request.too-large')
      const seen = await inspect(file.place, query.sheet)
      return await write(async (work) => (await startBatch(work, id, file, seen), viewOf(await findBatch(work, id))))
    } catch (error) {
      await removeFile(setup, id)
      throw error
    }
  })
  mount(routes.listRosters, ({ query, read }) => read((look) => batchesOf(look, query)))
  mount(routes.getRoster, ({ params, read }) => read(async (look) => viewOf(await findBatch(look, params.id))))
  mount(routes.previewRoster, ({ params, body, read }) => read((look) => previewOf(look, setup, params.id, body)))
  mount(routes.checkRoster, ({ params, body, write }) =>
    write(async (work) => (await askCheck(work, params.id, body), viewOf(await findBatch(work, params.id)))),
  )
  mount(routes.listRosterProblems, ({ params, query, read }) => read((look) => problemsIn(look, params.id, query)))
  mount(routes.commitRoster, ({ params, write }) =>
    write(async (work) => (await askCommit(work, params.id), viewOf(await findBatch(work, params.id)))),
  )
  mount(routes.discardRoster, async ({ params, write }) => {
    await write((work) => discard(work, params.id))
    await removeFile(setup, params.id)
    return { done: true as const }
  })
  mount(routes.getUndoReport, ({ params, read }) => read((look) => undoReport(look, building.keys, params.id)))
  mount(routes.undoRoster, ({ params, write }) => write(async (work) => (await askUndo(work, params.id), viewOf(await findBatch(work, params.id)))))
  mount(routes.downloadBadRows, (ask) => sendBadRows(ask, building))
  mount(routes.downloadTemplate, ({ request, reply }) => sendTemplate(reply, request))
  mount(routes.exportMembers, (ask) => exportMembers(ask, building))
}
