import type { Language } from '../kit/text.ts'
import type { Condition, Scalar } from './condition.ts'
import type { Form } from './field.ts'
import { type SourceName, sources } from './sources.ts'

const money = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
const isSource = (name: string): name is SourceName => Object.hasOwn(sources, name)

/** How what a condition speaks of is called: the field's label, or the fact about the person. */
export const subjectWords = (form: Form, name: string, language: Language): string => {
  const label = Object.hasOwn(form, name) ? form[name]!.label : isSource(name) ? sources[name] : undefined
  return label ? label[language] || label.zh : name
}

const sexes: Readonly<Record<string, { zh: string; en: string }>> = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } }

const valueWords = (form: Form, name: string, value: Scalar, language: Language): string => {
  const zh = language === 'zh'
  if (typeof value === 'boolean') return value ? (zh ? '是' : 'yes') : zh ? '否' : 'no'
  const field = Object.hasOwn(form, name) ? form[name] : undefined
  if (field?.kind === 'money' && typeof value === 'number') return zh ? `${money(value)} 元` : `${money(value)} yuan`
  if (field?.kind === 'choice' || field?.kind === 'many') {
    const option = field.options.find((o) => o.code === value)
    return option ? option.label[language] || option.label.zh : String(value)
  }
  if (name === 'person.sex') return sexes[String(value)]?.[language] ?? String(value)
  return String(value)
}

const bounds = { atLeast: { zh: '不小于 ', en: ' is at least ' }, atMost: { zh: '不大于 ', en: ' is at most ' } }
const dayBounds = { atLeast: { zh: '不早于 ', en: ' is not before ' }, atMost: { zh: '不晚于 ', en: ' is not after ' } }

/** A condition as a sentence an officer reads: “年龄不小于 18，且是会员”. */
export const conditionWords = (form: Form, condition: Condition, language: Language): string => {
  const zh = language === 'zh'
  const inner = (c: Condition) => ('all' in c || 'any' in c ? `（${conditionWords(form, c, language)}）` : conditionWords(form, c, language))
  if ('all' in condition) return condition.all.map(inner).join(zh ? '，且' : ' and ')
  if ('any' in condition) return condition.any.map(inner).join(zh ? '，或' : ' or ')
  if ('not' in condition) return (zh ? '不是：' : 'not: ') + inner(condition.not)
  const of = subjectWords(form, condition.of, language)
  const value = (v: Scalar) => valueWords(form, condition.of, v, language)
  if ('answered' in condition) return of + (condition.answered ? (zh ? '已填写' : ' is filled in') : zh ? '未填写' : ' is empty')
  // “是否会员” is a question: its answer is said as “是会员”.
  if ('is' in condition && typeof condition.is === 'boolean' && of.startsWith('是否')) return (condition.is ? '是' : '不是') + of.slice(2)
  if ('is' in condition) return of + (zh ? '为' : ' is ') + value(condition.is)
  if ('isNot' in condition) return of + (zh ? '不为' : ' is not ') + value(condition.isNot)
  if ('in' in condition) return of + (zh ? '为' : ' is ') + condition.in.map(value).join(zh ? '或' : ' or ')
  if ('includes' in condition) return of + (zh ? '包含' : ' includes ') + value(condition.includes)
  // Days are earlier or later, numbers smaller or larger.
  const bound = 'atLeast' in condition ? condition.atLeast : condition.atMost
  const how = typeof bound === 'string' ? dayBounds : bounds
  return of + how['atLeast' in condition ? 'atLeast' : 'atMost'][language] + value(bound)
}
