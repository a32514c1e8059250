import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, recordsWithin } from '../statistics/index.ts'
import { findSheet } from './access.ts'
import { askedOf, lineFigure } from './lines.ts'

/** The records of one line; of a sheet that was handed in, each says whether it was reported with it or came later. */
export const recordsOfLine = async (
  look: Look,
  catalogue: Catalogue,
  at: { id: string; line: string },
  page: { after?: string | undefined; limit: number },
) => {
  const row = await findSheet(look, at.id)
  const line = (row.definition as ReturnForm).lines.find((l) => l.code === at.line)
  if (!line) throw refuse('record.not-found')
  const found = await recordsWithin(look, await lineFigure(look, catalogue, line), askedOf(line, row), 'all', page)
  const moment = row.act_id === null ? null : row.counted_at
  return { ...found, rows: found.rows.map((r) => ({ ...r, reported: moment === null ? null : new Date(r.at) <= moment })) }
}
