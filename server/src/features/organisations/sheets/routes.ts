import * as routes from '@gongyou/contract/organisations/sheets.ts'
import type { Room } from '../../../kit/http/server.ts'
import { refuse } from '../../../kit/refuse.ts'
import { answerOf } from './answer.ts'
import { commit } from './commit.ts'
import { exportOrganisations } from './export.ts'
import { planOf } from './plan.ts'
import { readFile } from './read-file.ts'

/** The tree as a workbook, out and in. Nothing is kept between preview and import: the file is judged anew, and must come out the same. */
export const organisationSheets: Room = (mount) => {
  mount(routes.exportOrganisations, exportOrganisations)
  mount(routes.importOrganisations, async ({ query, request, read, write }) => {
    const sheet = await readFile(request)
    if (!query.plan) return answerOf(await read((look) => planOf(look, sheet)), sheet, false)
    return write(async (work) => {
      const plan = await planOf(work, sheet)
      if (plan.digest !== query.plan) throw refuse('organisations.sheet-changed')
      await commit(work, plan)
      const answer = answerOf(plan, sheet, true)
      work.ledger.audit({ detail: answer.counts })
      return answer
    })
  })
}
