import { type CodeList, codeOf } from '@gongyou/contract/codes/code-list.ts'
import type { RosterFieldCode } from '@gongyou/contract/membership/roster-fields.ts'
import { type DateReading, readDate } from '@gongyou/contract/kit/typed-date.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Cell, PlainCell } from '../../../kit/sheets/cell.ts'
import { type Fault, bad } from './faults.ts'

/** A cell as its value stands: of a formula what the spreadsheet last calculated. */
export const valueOf = (cell: Cell): PlainCell => (cell.kind === 'formula' ? cell.result : cell)

/** A cell that holds #N/A, #REF! and the like. */
export const errorFault = (field: RosterFieldCode, cell: PlainCell): Fault =>
  bad(
    field,
    t(`单元格是错误值 ${cell.text}`, `The cell holds the error ${cell.text}`),
    t('请改为实际内容。', 'Put the real content there.'),
    cell.text,
  )

/** A date however it was typed; a date cell is already one. */
export const dateIn = (cell: PlainCell): DateReading => {
  if (cell.kind === 'date' && cell.on !== null)
    return cell.precision === 'month' ? { ok: true, precision: 'month', month: cell.on.slice(0, 7) } : { ok: true, precision: 'day', on: cell.on }
  return readDate(cell.kind === 'number' ? cell.value : cell.text)
}

/**
 * The same text in memory of its own. A text cut out of the sheet keeps the whole piece of the sheet it was cut from
 * (256 kB): a map of such keys held 250 MB of a large file.
 */
export const detached = (text: string) => Buffer.from(text).toString()

const shown = (list: CodeList) =>
  list
    .slice(0, 8)
    .map((e) => e.zh)
    .join('、') + (list.length > 8 ? '…' : '')
const shownEn = (list: CodeList) =>
  list
    .slice(0, 8)
    .map((e) => e.en)
    .join(', ') + (list.length > 8 ? ' …' : '')

/**
 * Reads codes of one list. The same few texts come a hundred thousand times, so answers are remembered: 0.1 µs instead
 * of 2 µs a cell. Strange texts do not fill the memory: past a thousand they are judged anew.
 */
export const codeReader = (field: RosterFieldCode, list: CodeList) => {
  const known = new Map<string, string | null>()
  return (text: string): { code: string } | { fault: Fault } => {
    let code = known.get(text)
    if (code === undefined) {
      code = codeOf(list, text) ?? null
      if (known.size < 1000) known.set(detached(text), code)
    }
    if (code !== null) return { code }
    return { fault: bad(field, t('不在代码表内', 'Not in the code list'), t(`可填：${shown(list)}`, `One of: ${shownEn(list)}`), text.slice(0, 40)) }
  }
}
