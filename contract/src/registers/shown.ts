import { towns } from '../codes/towns.ts'
import type { AddressAnswer, Column, EmployerAnswer, Field, FileAnswer, Reference } from '../forms/index.ts'
import { maskBankCard, maskIdNumber, maskName, maskPhone } from '../kit/masking.ts'
import { type Text, t } from '../kit/text.ts'
import type { Register } from './register.ts'

const plain = (text: string): Text => ({ zh: text, en: text })
const joined = (texts: readonly Text[]): Text => ({ zh: texts.map((x) => x.zh).join('、'), en: texts.map((x) => x.en || x.zh).join(', ') })
const yuan = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
const listOf = <T>(value: unknown) => (Array.isArray(value) ? (value as readonly T[]) : [])

const optionOf = (options: readonly { code: string; label: Text }[], code: unknown): Text =>
  options.find((o) => o.code === code)?.label ?? plain(String(code))

/** An answer as a person reads it, for lists, histories and workbooks. */
export const shown = (field: Field | Column, value: unknown): Text => {
  if (value === undefined || value === null || value === '') return plain('')
  switch (field.kind) {
    case 'choice':
      return optionOf(field.options, value)
    case 'many':
      return joined(listOf<string>(value).map((code) => optionOf(field.options, code)))
    case 'money':
      return typeof value === 'number' ? plain(yuan(value)) : plain(String(value))
    case 'person':
    case 'organisation':
    case 'entry':
      return plain((value as Reference).name)
    case 'employer':
      return plain((value as EmployerAnswer).name)
    case 'address': {
      const { town, text } = value as AddressAnswer
      const name = towns.find((x) => x.code === String(town))
      return name ? { zh: `${name.zh} ${text}`, en: `${name.en}, ${text}` } : plain(text)
    }
    case 'files':
      return joined(listOf<FileAnswer>(value).map((f) => plain(f.name)))
    case 'signature':
      return t('已签名', 'Signed')
    case 'consent':
      return t('已同意', 'Agreed')
    case 'table':
      return joined(
        listOf<Readonly<Record<string, unknown>>>(value).map((row) => {
          const cells = Object.entries(field.columns).map(([name, column]) => shown(column, row[name]))
          return { zh: cells.map((c) => c.zh).join(' '), en: cells.map((c) => c.en).join(' ') }
        }),
      )
    default:
      return plain(String(value))
  }
}

const isMasked = (register: Register, field: Field) =>
  (field.secrecy ?? register.secrecy ?? 'P1') === 'P2' || (field.kind === 'text' && field.form === 'phone')

const masks = { phone: maskPhone, 'id-number': maskIdNumber, 'bank-card': maskBankCard } as const

/** The same for lists and exports: what is personal (P2, phones) is masked. The name of an entry stays readable. */
export const shownMasked = (register: Register, name: string, value: unknown): Text => {
  const field = register.form[name]!
  const open = shown(field, value)
  if (name === register.named || open.zh === '' || !isMasked(register, field)) return open
  const mask = field.kind === 'text' && field.form && field.form in masks ? masks[field.form as keyof typeof masks] : maskName
  return plain(mask(open.zh))
}
