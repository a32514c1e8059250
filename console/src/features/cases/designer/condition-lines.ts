import { valuesOf } from './subject-values.ts'
import type { Condition, Field, Form, Scalar } from '@gongyou/contract/forms/index.ts'
import { type SourceName, sourceNames, sources } from '@gongyou/contract/forms/index.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { t } from '@gongyou/contract/kit/text.ts'

const operators = {
  is: t('为', 'is'),
  isNot: t('不为', 'is not'),
  in: t('为其中之一', 'is one of'),
  includes: t('包含', 'includes'),
  atLeast: t('不小于', 'at least'),
  atMost: t('不大于', 'at most'),
  filled: t('已填写', 'is filled in'),
  empty: t('未填写', 'is empty'),
} as const satisfies Record<string, Text>
export type Operator = keyof typeof operators

/** How an operator is called: days are earlier or later, numbers smaller or larger. */
export const operatorWords = (operator: Operator, kind: ValueKind): Text =>
  kind === 'date' && operator === 'atLeast'
    ? t('不早于', 'not before')
    : kind === 'date' && operator === 'atMost'
      ? t('不晚于', 'not after')
      : operators[operator]

/** What is compared: decides the operators and how the value is written. */
export type ValueKind = 'yesno' | 'number' | 'money' | 'date' | 'options' | 'text' | 'none'
export type Subject = { name: string; label: Text; kind: ValueKind; options: readonly { value: string | number; label: Text }[]; several?: boolean }

const ofSource: Readonly<Partial<Record<SourceName, ValueKind>>> = {
  'person.member': 'yesno',
  'person.age': 'number',
  'person.memberMonths': 'number',
  'person.birthOn': 'date',
  'person.sex': 'options',
  'person.town': 'options',
  'person.occupation': 'options',
  'person.union': 'none',
  'person.employer': 'none',
}

const kindOf = (field: Field): ValueKind => {
  if (field.kind === 'choice' || field.kind === 'many') return 'options'
  if (field.kind === 'number' || field.kind === 'money' || field.kind === 'date' || field.kind === 'text') return field.kind
  return 'none'
}

/** What a condition may speak of: facts the registry knows, fields of the form. */
export const subjectsOf = (form: Form, withPerson: boolean, names: readonly string[] = Object.keys(form)): Subject[] => [
  ...names.map((name): Subject => {
    const field = form[name]!
    const options = field.kind === 'choice' || field.kind === 'many' ? field.options.map((o) => ({ value: o.code, label: o.label })) : []
    return { name, label: field.label, kind: kindOf(field), options, several: field.kind === 'many' }
  }),
  ...(withPerson ? sourceNames : []).map((name): Subject => ({
    name,
    label: sources[name],
    kind: ofSource[name] ?? 'text',
    options: valuesOf(name),
  })),
]

export const operatorsOf = ({ kind, several }: Subject): readonly Operator[] => {
  if (kind === 'yesno') return ['is']
  if (kind === 'number' || kind === 'money' || kind === 'date') return ['atLeast', 'atMost', 'is', 'filled', 'empty']
  if (kind === 'options') return several ? ['includes', 'filled', 'empty'] : ['is', 'isNot', 'in', 'filled', 'empty']
  if (kind === 'text') return ['filled', 'is', 'isNot', 'empty']
  return ['filled', 'empty']
}

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
const firstValue = (s: Subject): Scalar => {
  if (s.kind === 'yesno') return true
  if (s.kind === 'number' || s.kind === 'money') return 0
  if (s.kind === 'date') return today()
  if (s.kind === 'options') return s.options[0]?.value ?? ''
  return ''
}

/** A line of a condition: subject, operator, value. */
export type Single = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>

export const singleOf = (s: Subject, operator: Operator, value: Scalar | readonly Scalar[] = firstValue(s)): Single => {
  const one = Array.isArray(value) ? (value[0] ?? firstValue(s)) : (value as Scalar)
  const bound = typeof one === 'boolean' ? String(one) : one
  switch (operator) {
    case 'filled':
      return { of: s.name, answered: true }
    case 'empty':
      return { of: s.name, answered: false }
    case 'in':
      return { of: s.name, in: Array.isArray(value) ? value : [one] }
    case 'includes':
      return { of: s.name, includes: one }
    case 'atLeast':
      return { of: s.name, atLeast: bound }
    case 'atMost':
      return { of: s.name, atMost: bound }
    case 'isNot':
      return { of: s.name, isNot: one }
    case 'is':
      return { of: s.name, is: one }
  }
}
export const freshSingle = (s: Subject): Single => singleOf(s, operatorsOf(s)[0]!)

export const operatorOf = (c: Single): Operator => {
  if ('answered' in c) return c.answered ? 'filled' : 'empty'
  if ('in' in c) return 'in'
  if ('includes' in c) return 'includes'
  if ('atLeast' in c) return 'atLeast'
  if ('atMost' in c) return 'atMost'
  return 'isNot' in c ? 'isNot' : 'is'
}
export const valueOf = (c: Single): Scalar | readonly Scalar[] => {
  if ('answered' in c) return c.answered
  if ('in' in c) return c.in
  if ('includes' in c) return c.includes
  if ('atLeast' in c) return c.atLeast
  if ('atMost' in c) return c.atMost
  return 'isNot' in c ? c.isNot : c.is
}

const isSingle = (c: Condition): c is Single => 'of' in c

/** A condition as lines joined by one word; nothing where it is nested deeper than a screen of lines can show. */
export const linesOf = (c: Condition | undefined): { join: 'all' | 'any'; lines: readonly Single[] } | undefined => {
  if (!c) return { join: 'all', lines: [] }
  if (isSingle(c)) return { join: 'all', lines: [c] }
  if ('all' in c) return c.all.every(isSingle) ? { join: 'all', lines: c.all.filter(isSingle) } : undefined
  if ('any' in c) return c.any.every(isSingle) ? { join: 'any', lines: c.any.filter(isSingle) } : undefined
  return undefined
}
export const joined = (join: 'all' | 'any', lines: readonly Single[]): Condition | undefined =>
  lines.length <= 1 ? lines[0] : join === 'all' ? { all: lines } : { any: lines }
