import * as routes from '@gongyou/contract/registers/sheets.ts'
import { languageOf } from '../../../kit/http/language.ts'
import { streamFile } from '../../../kit/http/saved-as.ts'
import type { Room } from '../../../kit/http/server.ts'
import { newId } from '../../../kit/ids.ts'
import { refuse } from '../../../kit/refuse.ts'
import { markWorkbook } from '../../../kit/sheets/mark-workbook.ts'
import { openRegister } from '../definitions.ts'
import { answerOf } from './answer.ts'
import { commit } from './commit.ts'
import { exportEntries, sendTemplate } from './export.ts'
import { planOf } from './plan.ts'
import { readFile } from './read-file.ts'

/** A register as a workbook, out and in. Nothing is kept between preview and import: the file is judged anew, and must come out the same. */
export const registerSheetRoom: Room = (mount, { keys }) => {
  mount(routes.exportEntries, (ask) => exportEntries(ask, keys))
  mount(routes.getEntryTemplate, async ({ params, read, request, reply }) =>
    sendTemplate(await read((look) => openRegister(look, params.code)), reply, languageOf(request)),
  )
  mount(routes.importEntries, async ({ params, query, request, read, write }) => {
    const register = await read((look) => openRegister(look, params.code))
    const sheet = await readFile(register, request)
    if (!query.plan) return answerOf(register, await read((look) => planOf(look, keys, register, sheet)), sheet, false)
    return write(async (work) => {
      const plan = await planOf(work, keys, register, sheet)
      if (plan.digest !== query.plan) throw refuse('registers.sheet-changed')
      const batch = newId()
      await commit(work, keys, register, plan, { kind: 'import', id: batch })
      const answer = answerOf(register, plan, sheet, true)
      work.ledger.audit({ subject: batch, detail: { register: register.code, ...answer.counts } })
      return answer
    })
  })
  mount(routes.markEntrySheet, async ({ params, request, read, reply }) => {
    const register = await read((look) => openRegister(look, params.code))
    const sheet = await readFile(register, request)
    const plan = await read((look) => planOf(look, keys, register, sheet))
    return streamFile(reply, `${register.title.zh}-待改.xlsx`, (out) =>
      markWorkbook(out, {
        name: register.title.zh,
        columns: sheet.titles.map((title) => ({ title, width: 18 })),
        language: languageOf(request),
        only: 'bad',
        rows: plan.rows.map((r) => ({
          number: r.number,
          values: r.raw,
          problems: r.faults.map((f) => ({
            column: sheet.at.get(f.code) ?? -1,
            reason: f.reason,
            ...(f.suggestion ? { suggestion: f.suggestion } : {}),
          })),
        })),
      }),
    )
  })
}
