import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, recordsWithin } from '../statistics/index.ts'
import { findSheet } from './access.ts'
import { askedOf, linesOf } from './lines.ts'

/** The records of one line; of a sheet that was handed in, each says whether it was reported with it or came later. */
export const recordsOfLine = async (
  look: Look,
  catalogue: Catalogue,
  at: { id: string; line: string },
  page: { after?: string | undefined; limit: number },
) => {
  const row = await findSheet(look, at.id)
  const one = (await linesOf(look, catalogue, row.definition as ReturnForm)).find((l) => l.line.code === at.line)
  if (!one) throw refuse('record.not-found')
  const found = await recordsWithin(look, one.f, askedOf(one.line, row), 'all', page)
  const moment = row.act_id === null ? null : row.counted_at
  return { ...found, rows: found.rows.map((r) => ({ ...r, reported: moment === null ? null : new Date(r.at) <= moment })) }
}
