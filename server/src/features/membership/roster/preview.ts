import type { RosterFieldCode } from '@gongyou/contract/membership/roster-fields.ts'
import { rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import { maskBankCard, maskIdNumber } from '@gongyou/contract/kit/masking.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { Setup } from '../../../kit/http/building.ts'
import { refuse } from '../../../kit/refuse.ts'
import { type Row, emptyCell } from '../../../kit/sheets/cell.ts'
import { reachOf } from '../../organisations/index.ts'
import { findBatch } from './batch.ts'
import { valueOf } from './cells.ts'
import { type Mapping, type SheetColumn, missingIn, placesOf } from './columns.ts'
import { fileOf, withSheet } from './file.ts'
import { problemsOf, shownProblem } from './problems.ts'
import { type TypedRow, rowReader } from './typed-row.ts'
import { unionsWithin } from './unions.ts'
import { entryOf } from '@gongyou/contract/codes/code-list.ts'
import { idTypes } from '@gongyou/contract/codes/id-types.ts'
import { wordOf } from './words.ts'

const shownRows = 20

const firstRows = (place: string, sheet: string, header: number) =>
  withSheet(place, async (source) => {
    const first: Row[] = []
    for await (const rows of source.rows(sheet)) {
      first.push(...rows.filter((r) => r.number > header))
      if (first.length >= shownRows) break
    }
    return first.slice(0, shownRows)
  })

const shown = (field: RosterFieldCode, typed: TypedRow, raw: string): string => {
  if (field === 'idNumber') return maskIdNumber(typed.idNumber || raw)
  if (field === 'bankCard') return typed.bankCard ? maskBankCard(typed.bankCard) : raw
  if (field === 'idType') return entryOf(idTypes, typed.idType).zh
  return wordOf(field, typed) ?? raw
}

/** The first rows as the machine understands them under a mapping that is not yet fixed. Nothing is written. */
export const previewOf = async (look: Look, setup: Setup, id: string, given: { mapping: Mapping; defaultOrgId?: string | null | undefined }) => {
  const batch = await findBatch(look, id)
  if (batch.state !== 'uploaded' && batch.state !== 'checked' && batch.state !== 'failed') throw refuse('roster.wrong-step')
  const tried = { ...batch, mapping: given.mapping }
  const places = placesOf(given.mapping)
  const read = rowReader(places, look.today)
  const unions = await unionsWithin(look, await reachOf(look, 'membership.import'))
  const titles = batch.titles as SheetColumn[]
  const rows = []
  for (const row of await firstRows(fileOf(setup, id), batch.sheet, batch.header_to)) {
    const { typed, faults } = read(row)
    if (typed.union !== null) {
      await unions.learn(look, [typed.union])
      const found = unions.of(typed.union)
      if (found && 'fault' in found) faults.push(found.fault)
    }
    const values = Object.fromEntries(
      rosterFields
        .filter((f) => places.has(f.code))
        .map((f) => [f.code, shown(f.code, typed, valueOf(row.cells[places.get(f.code)!] ?? emptyCell).text.slice(0, 60))]),
    )
    rows.push({ row: row.number, values, problems: problemsOf(faults, tried, typed.name).map((p) => shownProblem(titles, row.number, p)) })
  }
  return { missing: missingIn(given.mapping), rows }
}
