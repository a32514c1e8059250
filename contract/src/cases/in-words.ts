import type { Condition } from '../forms/index.ts'
import { conditionWords } from '../forms/condition-words.ts'
import { kindNames, textForms } from '../forms/names.ts'
import { sources } from '../forms/sources.ts'
import { limitWords } from '../kit/clock/limit.ts'
import { type Language, type Text, t } from '../kit/text.ts'
import { posts } from '../organisations/posts.ts'
import type { Level, Limit, Service, Starter } from './service.ts'

export const levelNames: Readonly<Record<Level, Text>> = {
  unit: t('本单位工会', 'The union itself'),
  station: t('服务站', 'The station'),
  town: t('镇街总工会', 'The town federation'),
  district: t('区总工会', 'The district federation'),
}
export const beginners = {
  worker: t('职工本人', 'A worker'),
  union: t('基层工会', 'A union'),
  office: t('工会机关', 'The office'),
  case: t('由另一办件引出', 'Another case'),
} as const satisfies Record<Starter, Text>
const plainWords: Readonly<Record<string, Text>> = {
  applicant: t('申请人', 'the applicant'),
  answer: t('给申请人的答复', 'an answer to the applicant'),
  opinion: t('内部意见', 'an opinion kept in the office'),
  must: t('必须符合', 'must hold'),
  look: t('供工作人员参考', 'shown to the officer'),
  photo: t('照片', 'photos'),
  document: t('文件', 'documents'),
  any: t('照片或文件', 'photos or documents'),
  enter: t('登记或更新', 'enter or change'),
  renew: t('续期', 'renew'),
  end: t('注销', 'end'),
}

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)
const isText = (v: unknown): v is Text => isBag(v) && typeof v.zh === 'string'
const isLimit = (v: Bag): v is Bag & Limit => typeof v.amount === 'number' && typeof v.unit === 'string'
const isCondition = (v: Bag): v is Bag & Condition => 'of' in v || 'all' in v || 'any' in v || 'not' in v
const namesOf = (table: Readonly<Record<string, Text | { readonly name: Text }>>, key: string): Text | undefined => {
  const found = Object.hasOwn(table, key) ? table[key] : undefined
  return found === undefined ? undefined : 'name' in found ? found.name : found
}

/** Traits whose values are names declared elsewhere in the service, and where. */
const declaredIn: Readonly<Record<string, readonly ('form' | 'states' | 'roles' | 'outcomes')[]>> = {
  begins: ['states'],
  from: ['states', 'form'],
  to: ['states'],
  in: ['states'],
  by: ['roles'],
  owner: ['roles'],
  head: ['roles'],
  asks: ['form'],
  asksAtStart: ['form'],
  printed: ['form'],
  printedTime: ['form'],
  outcome: ['outcomes'],
  split: ['form'],
  amount: ['form'],
  keeps: ['form'],
}
const lists: Readonly<Record<string, Readonly<Record<string, Text | { readonly name: Text }>>>> = {
  posts,
  at: levelNames,
  begunBy: beginners,
  kind: kindNames,
  form: textForms,
  from: sources,
}

/** How a name of the declaration is called on the screen; the name itself where nothing is known of it. */
const called = (service: Service, trait: string, name: string, language: Language): string => {
  for (const part of declaredIn[trait] ?? []) {
    const thing: Bag = service[part]
    const found = Object.hasOwn(thing, name) ? thing[name] : undefined
    const label = isBag(found) ? (found.label ?? found.name) : undefined
    if (isText(label)) return label[language] || label.zh
  }
  const listed = lists[trait] && namesOf(lists[trait], name)
  return (listed ?? plainWords[name])?.[language] ?? name
}

/** The value of a trait of a service as an officer reads it: names for codes, sentences for conditions. */
export const inWords = (service: Service, trait: string, value: unknown, language: Language): string => {
  const zh = language === 'zh'
  const comma = zh ? '、' : ', '
  if (value === true) return zh ? '是' : 'yes'
  if (value === false) return zh ? '否' : 'no'
  if (typeof value === 'string') return called(service, trait, value, language)
  if (Array.isArray(value)) return value.map((v) => inWords(service, trait, v, language)).join(trait === 'rules' ? (zh ? '；' : '; ') : comma)
  if (!isBag(value)) return String(value)
  if (isText(value)) return value[language] || value.zh
  if (isText(value.label)) return value.label[language] || value.label.zh
  if (isCondition(value)) return conditionWords(service.form, value, language)
  if (isLimit(value)) return limitWords({ amount: value.amount, unit: value.unit, direction: 'after' })[language]
  if (typeof value.daysFromToday === 'number')
    return zh
      ? `填写日${value.daysFromToday < 0 ? '前' : '后'} ${Math.abs(value.daysFromToday)} 天`
      : `${value.daysFromToday} days from the day of filling in`
  if (isText(value.says)) return value.says[language] || value.says.zh
  return Object.entries(value)
    .map(([name, v]) => inWords(service, name, v, language))
    .join(comma)
}
