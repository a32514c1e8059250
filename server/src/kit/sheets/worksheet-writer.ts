import { epochDay, isCivilDate } from '@gongyou/contract/kit/civil-date.ts'
import { daySerial } from '@gongyou/contract/kit/typed-date.ts'
import { columnLetters } from './cell.ts'
import { isMarked, type ColumnKind, type OutRow, type SheetPlan, type Value } from './sheet-plan.ts'
import { SheetRefused } from './sheet-refused.ts'
import { styleOf, worksheetHead, worksheetTail, type Note } from './xlsx-parts.ts'
import { escapeCell } from './xml-text.ts'

// Limits of the format itself; notes are few because each costs a drawing that is held until the end.
const maxRows = 1_048_576
const maxText = 32_767
const maxNotes = 5_000

/**
 * The XML of a worksheet in pieces of about 128 kB; comments met on the way are put into `notes`, up to 5,000.
 * Throws SheetRefused `too-many-cells` past 1,048,576 rows or 16,384 columns.
 */
export async function* worksheetXml(plan: SheetPlan, notes: Note[]): AsyncGenerator<string, void, undefined> {
  if (plan.columns.length > 16_384) throw new SheetRefused('too-many-cells', 'more than 16384 columns')
  const letters = plan.columns.map((_, i) => columnLetters(i))
  const kinds = plan.columns.map((c): ColumnKind => c.kind ?? 'text')
  let xml =
    worksheetHead(plan.columns.map((c) => c.width ?? 14)) +
    '<row r="1">' +
    plan.columns.map((c, i) => textXml(`${letters[i]}1`, c.title, styleOf.header)).join('') +
    '</row>'
  let number = 1
  for await (const row of plan.rows) {
    if (++number > maxRows) throw new SheetRefused('too-many-cells', `more than ${maxRows} rows`)
    xml += rowXml(row, number, letters, kinds, notes)
    if (xml.length > 131_072) {
      yield xml
      xml = ''
    }
  }
  yield xml + worksheetTail(plan.merges ?? [], notes.length > 0)
}

function rowXml(row: OutRow, number: number, letters: readonly string[], kinds: readonly ColumnKind[], notes: Note[]): string {
  let xml = `<row r="${number}">`
  for (let i = 0; i < kinds.length; i++) {
    const given = row[i]
    if (given === undefined || given === null) continue
    const reference = `${letters[i]}${number}`
    const kind = kinds[i] ?? 'text'
    if (!isMarked(given)) xml += cellXml(reference, given, kind, false)
    else {
      xml += cellXml(reference, given.value, kind, true)
      if (given.note !== undefined && notes.length < maxNotes) notes.push({ row: number, column: i, text: given.note })
    }
  }
  return xml + '</row>'
}

function cellXml(reference: string, value: Value, kind: ColumnKind, bad: boolean): string {
  if (value === null || value === undefined || value === '') return bad ? `<c r="${reference}" s="${styleOf.badText}"/>` : ''
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"${bad ? ` s="${styleOf.bad}"` : ''}><v>${value ? 1 : 0}</v></c>`
  // A number of sixteen digits would be rounded on opening; only as text does it arrive.
  if (typeof value === 'number' && kind !== 'text' && Number.isFinite(value) && Math.abs(value) < 1e15)
    return `<c r="${reference}"${bad ? ` s="${styleOf.bad}"` : ''}><v>${value}</v></c>`
  const text = String(value)
  // Days before 1900-03-01 have no agreed serial, so they stay text like anything else that is no date.
  if (kind === 'date' && isCivilDate(text) && text >= '1900-03-01')
    return `<c r="${reference}" s="${bad ? styleOf.badDate : styleOf.date}"><v>${daySerial(epochDay(text))}</v></c>`
  return textXml(reference, text, bad ? styleOf.badText : text.includes('\n') ? styleOf.wrapped : styleOf.text)
}

function textXml(reference: string, text: string, style: number): string {
  const whole = text.length > maxText ? text.slice(0, maxText - 1).replace(/[\ud800-\udbff]$/, '') + '…' : text
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(whole)}</t></is></c>`
}
