import type { downloadBadRows } from '@gongyou/contract/membership/roster.ts'
import { sql } from 'kysely'
import type { Building } from '../../../kit/http/building.ts'
import { languageOf } from '../../../kit/http/language.ts'
import type { Ask } from '../../../kit/http/mount.ts'
import { streamFile } from '../../../kit/http/saved-as.ts'
import { type JudgedRow, markWorkbook } from '../../../kit/sheets/mark-workbook.ts'
import { findBatch } from './batch.ts'
import { type SheetColumn, isOurs } from './columns.ts'
import { type Kept, openCells } from './problems.ts'

type BadRow = { row: number; problems: Kept[]; raw: Buffer; raw_key: number }
const page = 500

/** The bad rows in the importer's own layout, each bad cell red with its reason, to be corrected and sent again. */
export const sendBadRows = async ({ params, read, write, request, reply }: Ask<typeof downloadBadRows>, { keys }: Building) => {
  const batch = await read((look) => findBatch(look, params.id))
  await write(async (work) => work.ledger.audit({ subject: params.id, purpose: 'correction' }))
  const titles = (batch.titles as SheetColumn[]).filter((c) => !isOurs(c.title))
  const width = Math.max(...titles.map((c) => c.column)) + 1
  const columns = Array.from({ length: width }, (_, i) => ({ title: titles.find((c) => c.column === i)?.title ?? '', width: 18 }))

  async function* rows(): AsyncGenerator<JudgedRow> {
    for (let after = 0; ;) {
      const found = await read(
        async (look) =>
          (
            await sql<BadRow>`
        select row, problems, raw, raw_key from membership.roster_row where region = ${look.region} and batch_id = ${params.id} and row > ${after} and raw is not null order by row limit ${page}`.execute(
              look.raw,
            )
          ).rows,
      )
      for (const r of found)
        yield {
          number: r.row,
          values: openCells(keys, batch.region, batch.id, r.row, { keyId: r.raw_key, cipher: r.raw }).slice(0, width),
          problems: r.problems
            .filter((p) => p.level === 'bad')
            .map((p) => ({ column: p.column, reason: p.reason, ...(p.suggestion ? { suggestion: p.suggestion } : {}) })),
        }
      if (found.length < page) return
      after = found.at(-1)!.row
    }
  }

  return streamFile(reply, `${batch.file_name.replace(/\.[^.]*$/, '')}-待改.xlsx`, (out) =>
    markWorkbook(out, { name: batch.sheet, columns, rows: rows(), language: languageOf(request), only: 'bad' }),
  )
}
