import type { Field, Option } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { w } from '../../kit/text.ts'

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)

/** A draft as the editor holds it. What another program put there and is no register begins empty. */
export const readDraft = (definition: Bag): Register | undefined =>
  isBag(definition.form) &&
  isBag(definition.title) &&
  Array.isArray(definition.columns) &&
  Object.values(definition.form).every((f) => isBag(f) && isBag(f.label))
    ? // The server's shape and its faults judge the rest.
      (definition as unknown as Register)
    : undefined

/** What an officer chooses as the kind of a field: kinds of the form, and texts with a form of their own. */
export const kinds = (): { value: string; label: string }[] => [
  { value: 'text', label: w('一行文字', 'Line of text') },
  { value: 'lines', label: w('多行文字', 'Text') },
  { value: 'choice', label: w('单选', 'One of several') },
  { value: 'many', label: w('多选', 'Several') },
  { value: 'date', label: w('日期', 'Date') },
  { value: 'number', label: w('数字', 'Number') },
  { value: 'money', label: w('金额', 'Money') },
  { value: 'person-name', label: w('姓名', 'Name of a person') },
  { value: 'phone', label: w('手机号', 'Mobile') },
  { value: 'id-number', label: w('证件号码', 'ID number') },
  { value: 'uscc', label: w('信用代码', 'Credit code') },
  { value: 'organisation', label: w('工会组织', 'Union') },
  { value: 'employer', label: w('用人单位', 'Employer') },
  { value: 'person', label: w('职工', 'Person') },
  { value: 'address', label: w('地址', 'Address') },
  { value: 'files', label: w('附件', 'Files') },
]
export const kindOf = (f: Field): string => (f.kind === 'text' ? (f.form ?? ((f.lines ?? 1) > 1 ? 'lines' : 'text')) : f.kind)
/** Kinds that only a declaration in code can make; they are kept as they are. */
export const isOpaque = (f: Field) => !kinds().some((k) => k.value === kindOf(f))

const textForms = ['person-name', 'phone', 'id-number', 'uscc'] as const
const blank: Option[] = [
  { code: 'a', label: { zh: '选项一', en: '' } },
  { code: 'b', label: { zh: '选项二', en: '' } },
]

/** The field with another kind; its label and whether it may be left empty stay. */
export const withKind = (f: Field, kind: string): Field => {
  const common = {
    label: f.label,
    ...(f.optional ? { optional: true as const } : {}),
    ...(f.hint ? { hint: f.hint } : {}),
    ...(f.secrecy ? { secrecy: f.secrecy } : {}),
  }
  const options = f.kind === 'choice' || f.kind === 'many' ? f.options : blank
  const form = textForms.find((x) => x === kind)
  if (form) return { kind: 'text', form, ...common }
  switch (kind) {
    case 'lines':
      return { kind: 'text', lines: 3, max: 1000, ...common }
    case 'choice':
      return { kind: 'choice', options, ...common }
    case 'many':
      return { kind: 'many', options, ...common }
    case 'files':
      return { kind: 'files', accept: 'any', ...common }
    case 'date':
    case 'number':
    case 'money':
    case 'organisation':
    case 'employer':
    case 'person':
    case 'address':
      return { kind, ...common }
    default:
      return { kind: 'text', max: 100, ...common }
  }
}

/** Options from a line of words; those that keep their word keep their code, so that entries still mean the same. */
export const optionsFrom = (line: string, before: readonly Option[]): Option[] => {
  const words = [...new Set(line.split(/[、,，;；\n]+/).map((x) => x.trim()))].filter((x) => x !== '')
  const taken = new Set(before.map((o) => o.code))
  const fresh = () => {
    for (let n = 1; ; n++) {
      if (taken.has(`o${n}`)) continue
      taken.add(`o${n}`)
      return `o${n}`
    }
  }
  return words.map((zh) => before.find((o) => o.label.zh === zh) ?? { code: fresh(), label: { zh, en: '' } })
}

/** A name for machines that no other field has. */
export const freeName = (form: Readonly<Record<string, unknown>>) => {
  for (let n = Object.keys(form).length + 1; ; n++) if (!Object.hasOwn(form, `f${n}`)) return `f${n}`
}
