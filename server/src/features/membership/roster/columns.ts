import { createHash } from 'node:crypto'
import { type RosterFieldCode, rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import { titleKey } from '../../../kit/sheets/find-header.ts'
import { markTitles } from '../../../kit/sheets/mark-workbook.ts'
import type { Places } from './typed-row.ts'

/** A column of the sheet: its number from 0 and its title, group titles before a slash. */
export type SheetColumn = { column: number; title: string }
/** Column number → field. */
export type Mapping = Record<string, RosterFieldCode>

const known = new Map<string, RosterFieldCode>()
for (const f of rosterFields)
  for (const name of [f.title.zh, f.title.en, ...f.also]) if (!known.has(titleKey(name))) known.set(titleKey(name), f.code)

/** Every title a header may carry; what marks a row of the sheet as its header. */
export const knownTitles: readonly string[] = rosterFields.flatMap((f) => [f.title.zh, f.title.en, ...f.also])

/** Columns that a corrected workbook brings back from us are not the officer's. */
export const isOurs = (title: string) => markTitles.includes(title)

/** What each column probably means: by its last title (基本信息/姓名 → 姓名), each field at most once. */
export const guess = (columns: readonly SheetColumn[]): Mapping => {
  const mapping: Mapping = {}
  const taken = new Set<string>()
  for (const { column, title } of columns) {
    if (isOurs(title)) continue
    const field = known.get(titleKey(title)) ?? known.get(titleKey(title.split('/').at(-1)!))
    if (!field || taken.has(field)) continue
    taken.add(field)
    mapping[column] = field
  }
  return mapping
}

/** Equal titles in equal order have the same signature; a mapping is remembered under it. */
export const signatureOf = (columns: readonly SheetColumn[]) =>
  createHash('sha256')
    .update(
      columns
        .filter((c) => !isOurs(c.title))
        .map((c) => `${c.column}:${titleKey(c.title)}`)
        .join('\n'),
    )
    .digest('hex')

export const placesOf = (mapping: Mapping): Places => new Map(Object.entries(mapping).map(([column, field]) => [field, Number(column)]))
export const missingIn = (mapping: Mapping) =>
  rosterFields.filter((f) => (f.code === 'name' || f.code === 'idNumber') && !Object.values(mapping).includes(f.code)).map((f) => f.code)
export const twiceIn = (mapping: Mapping) => new Set(Object.values(mapping)).size < Object.keys(mapping).length
