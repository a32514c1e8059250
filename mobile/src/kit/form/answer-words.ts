import { towns } from '@gongyou/contract/codes/towns.ts'
import { type AddressAnswer, type Column, type Field, isAnswered } from '@gongyou/contract/forms/index.ts'
import { day } from '../day.ts'
import { say } from '../language.ts'
import { w } from '../text.ts'

export const yuan = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })

export const townName = (code: number | undefined) => {
  const town = towns.find((x) => x.code === String(code))
  return town ? say(town) : ''
}

const list = (names: readonly string[]) => names.join(w('、', ', '))
const nameIn = (value: unknown) => (value as { name?: string }).name ?? ''
const labelOf = (options: readonly { code: string; label: { zh: string; en: string } }[], code: unknown) => {
  const found = options.find((o) => o.code === code)
  return found ? say(found.label) : String(code)
}

const addressWords = ({ town, text, point }: AddressAnswer) =>
  [townName(town), text, point ? w('（已定位）', '(located)') : ''].filter(Boolean).join(' ')

/** An answer as one reads it. */
export const answerWords = (field: Field | Column, value: unknown): string => {
  if (!isAnswered(value)) return ''
  switch (field.kind) {
    case 'number':
      return `${value as number}${field.unit ? ` ${say(field.unit)}` : ''}`
    case 'money':
      return typeof value === 'number' ? w(`${yuan(value)} 元`, `${yuan(value)} yuan`) : String(value)
    case 'date':
      return day(String(value))
    case 'choice':
      return labelOf(field.options, value)
    case 'many':
      return list((value as string[]).map((code) => labelOf(field.options, code)))
    case 'person':
    case 'organisation':
    case 'employer':
    case 'entry':
      return nameIn(value)
    case 'address':
      return addressWords(value as AddressAnswer)
    case 'table':
      return list((value as Record<string, unknown>[]).map((row) => rowWords(field.columns, row)))
    case 'files':
      return list((value as unknown[]).map(nameIn))
    case 'signature':
      return w('已签名', 'Signed')
    case 'consent':
      return w('已同意', 'Agreed')
    default:
      return String(value)
  }
}

/** One line of a table in a few words. */
export const rowWords = (columns: Readonly<Record<string, Column>>, row: Record<string, unknown>) =>
  Object.entries(columns)
    .map(([name, column]) => answerWords(column, row[name]))
    .filter(Boolean)
    .join(' ')
