import { towns } from '@gongyou/contract/codes/towns.ts'
import type { Field, Option } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { readDate } from '@gongyou/contract/kit/typed-date.ts'
import type { PlainCell } from '../../../kit/sheets/cell.ts'

/** What a cell says, or why it cannot be understood. Whether it may stand there is for the form to say. */
export type CellReading = { value: unknown } | { reason: Text; suggestion: Text | null }

const spread = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim()
const loose = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const optionOf = (options: readonly Option[], typed: string) =>
  options.find((o) => o.code === typed || [o.label.zh, o.label.en].some((l) => l !== '' && loose(l) === loose(typed)))?.code
const wordsOf = (options: readonly Option[]): Text => {
  const list = (language: keyof Text) => options.slice(0, 12).map((o) => o.label[language] || o.label.zh)
  return t(`可填：${list('zh').join('、')}`, `One of: ${list('en').join(', ')}`)
}
const bad = (zh: string, en: string, suggestion: Text | null = null): CellReading => ({ reason: t(zh, en), suggestion })

/** A day; months and years alone are not enough. */
export const readDay = (cell: PlainCell): CellReading => {
  if (cell.kind === 'date' && cell.on !== null && cell.precision === 'day') return { value: cell.on }
  const read = readDate(cell.kind === 'number' ? cell.value : cell.text)
  if (read.ok && read.precision === 'day') return { value: read.on }
  return bad('日期读不懂', 'This date cannot be read', read.ok ? t('请补上日', 'Add the day') : read.suggestion)
}

const readNumber = (cell: PlainCell, factor: number): CellReading => {
  const typed =
    cell.kind === 'number'
      ? String(cell.value)
      : spread(cell.text)
          .replace(/[,，\s]/g, '')
          .replace(/[元人个家㎡]|平方米$/g, '')
  if (!/^-?\d+(\.\d+)?$/.test(typed)) return bad('应填数字', 'A number is wanted', t('请只填数字', 'Digits only'))
  return { value: factor === 1 ? Number(typed) : Math.round(Number(typed) * factor) }
}

const readAddress = (text: string): CellReading => {
  const town = towns.find((x) => text.startsWith(x.zh))
  const rest = town ? text.slice(town.zh.length).trim() : text
  return { value: town && rest ? { town: Number(town.code), text: rest } : { text } }
}

/** Reads one cell as an answer to a field; an empty cell is no answer. */
export const readCell = (field: Field, cell: PlainCell): CellReading | undefined => {
  const text = spread(cell.text)
  if (text === '') return undefined
  if (cell.kind === 'error')
    return bad(`单元格是错误值 ${cell.text}`, `The cell holds the error ${cell.text}`, t('请改为实际内容', 'Put the real content there'))
  switch (field.kind) {
    case 'date':
      return readDay(cell)
    case 'number':
      return readNumber(cell, 1)
    case 'money':
      return readNumber(cell, 100)
    case 'choice': {
      const code = optionOf(field.options, text)
      return code === undefined ? bad('不在可选内容内', 'Not one of the options', wordsOf(field.options)) : { value: code }
    }
    case 'many': {
      const typed = text
        .split(/[、,，;；/|]+/)
        .map((x) => x.trim())
        .filter(Boolean)
      const codes = typed.map((x) => optionOf(field.options, x))
      const wrong = typed.find((_, i) => codes[i] === undefined)
      return wrong === undefined ? { value: codes } : bad(`“${wrong}”不在可选内容内`, `“${wrong}” is not one of the options`, wordsOf(field.options))
    }
    case 'text':
      if ('damaged' in cell && cell.damaged)
        return bad(
          '被表格软件存成了数字，末几位已丢失',
          'Kept as a number: its last digits are lost',
          t('请把这一列设为文本格式，再重新录入', 'Format the column as text and type it again'),
        )
      return { value: field.lines ? cell.text.trim() : text }
    case 'address':
      return readAddress(text)
    default:
      return { value: text }
  }
}
