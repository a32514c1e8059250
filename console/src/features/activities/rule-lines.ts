import type { Eligibility } from '@gongyou/contract/activities/kind.ts'
import { newFormOccupations, towns } from '@gongyou/contract/codes/index.ts'
import type { Condition } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'

/** A condition for signing up, as an officer picks it; the words whoever does not meet it reads follow from it. */
export type Rule =
  | { kind: 'member' }
  | { kind: 'first' }
  | { kind: 'unions'; of: { id: string; name: string }[] }
  | { kind: 'occupations'; of: string[] }
  | { kind: 'towns'; of: number[] }
  | { kind: 'times'; most: number }
  | { kind: 'age'; from: number; to: number }
  | { kind: 'sex'; of: 'male' | 'female' }
  | { kind: 'honoured' }
  /** So many years must lie between; who has never been meets it. */
  | { kind: 'years'; least: number }
  /** Written in code or nested deeper than this screen: told in its words, kept as it is. */
  | { kind: 'other'; rule: Eligibility }
export type RuleKind = Exclude<Rule['kind'], 'other'>

export const ruleKinds: readonly { kind: RuleKind; name: Text; fresh: Rule }[] = [
  { kind: 'member', name: t('工会会员', 'Union members'), fresh: { kind: 'member' } },
  { kind: 'unions', name: t('所属工会', 'Their union'), fresh: { kind: 'unions', of: [] } },
  { kind: 'occupations', name: t('职业', 'Occupation'), fresh: { kind: 'occupations', of: [] } },
  { kind: 'towns', name: t('所属镇街', 'Town'), fresh: { kind: 'towns', of: [] } },
  { kind: 'first', name: t('第一次参加', 'First-timers only'), fresh: { kind: 'first' } },
  { kind: 'times', name: t('今年参加次数', 'Times this year'), fresh: { kind: 'times', most: 0 } },
  { kind: 'age', name: t('年龄', 'Age'), fresh: { kind: 'age', from: 18, to: 60 } },
  { kind: 'sex', name: t('性别', 'Sex'), fresh: { kind: 'sex', of: 'female' } },
  { kind: 'honoured', name: t('获得过荣誉称号', 'Holds an honour'), fresh: { kind: 'honoured' } },
  { kind: 'years', name: t('隔几年才能再参加', 'Years between'), fresh: { kind: 'years', least: 3 } },
]

export const occupationName = (code: string) => {
  const o = newFormOccupations.find((x) => x.code === code)
  return o ? t(o.zh, o.en) : t(code, code)
}
export const townName = (code: number) => {
  const o = towns.find((x) => Number(x.code) === code)
  return o ? t(o.zh, o.en) : t(String(code), String(code))
}
const listed = (words: readonly Text[]) => t(words.map((x) => x.zh).join('、'), words.map((x) => x.en).join(', '))
const short = (words: Text) =>
  t(words.zh.length > 120 ? `${words.zh.slice(0, 119)}…` : words.zh, words.en.length > 240 ? `${words.en.slice(0, 239)}…` : words.en)

/** What is sent: the condition and its words. A rule that names nobody yet is none. */
export const ruleSent = (r: Rule): Eligibility | undefined => {
  switch (r.kind) {
    case 'member':
      return { holds: { of: 'person.member', is: true }, says: t('限工会会员', 'Members of the union') }
    case 'first':
      return { holds: { of: 'activity.firstTime', is: true }, says: t('限没有参加过的职工', 'Those who have not taken part before') }
    case 'unions': {
      if (r.of.length === 0) return undefined
      const names = listed(r.of.map((o) => t(o.name, o.name)))
      return {
        holds: { any: r.of.map((o) => ({ of: 'person.unions', includes: o.id })) },
        says: short(t(`限${names.zh}的职工`, `Those of ${names.en}`)),
      }
    }
    case 'occupations': {
      if (r.of.length === 0) return undefined
      const names = listed(r.of.map(occupationName))
      return { holds: { of: 'person.occupation', in: r.of }, says: short(t(`限${names.zh}`, `For: ${names.en}`)) }
    }
    case 'towns': {
      if (r.of.length === 0) return undefined
      const names = listed(r.of.map(townName))
      return { holds: { of: 'person.town', in: r.of }, says: short(t(`限${names.zh}的职工`, `Those of ${names.en}`)) }
    }
    case 'times':
      return {
        holds: { of: 'activity.timesThisYear', atMost: r.most },
        says:
          r.most === 0
            ? t('限今年还没有参加过的职工', 'Those who have not taken part this year')
            : t(`今年参加过 ${r.most} 次以内的职工`, `At most ${r.most} times this year`),
      }
    case 'age':
      return {
        holds: {
          all: [
            { of: 'person.age', atLeast: r.from },
            { of: 'person.age', atMost: r.to },
          ],
        },
        says: t(`限 ${r.from} 至 ${r.to} 周岁`, `Aged ${r.from} to ${r.to}`),
      }
    case 'sex':
      return { holds: { of: 'person.sex', is: r.of }, says: r.of === 'female' ? t('限女职工', 'Women workers') : t('限男职工', 'Men workers') }
    case 'honoured':
      return { holds: { of: 'person.honoured', is: true }, says: t('限获得过荣誉称号的职工', 'Those who hold an honour') }
    case 'years':
      return {
        holds: {
          any: [
            { of: 'activity.yearsSince', answered: false },
            { of: 'activity.yearsSince', atLeast: r.least },
          ],
        },
        says: t(`限 ${r.least} 年内没有参加过的职工`, `Those who have not taken part within ${r.least} years`),
      }
    case 'other':
      return r.rule
  }
}

/** The same condition where it decides whose turn comes first, and keeps nobody out. */
export const turnSent = (r: Rule): Eligibility | undefined => {
  const sent = ruleSent(r)
  if (!sent || r.kind === 'other') return sent
  return { holds: sent.holds, says: short(t(`${sent.says.zh.replace(/^限\s*/, '')}优先`, `${sent.says.en} come first`)) }
}

const bound = (c: Condition, key: 'atLeast' | 'atMost') => (key in c ? (c as Record<string, unknown>)[key] : undefined)
const isNumber = (v: unknown): v is number => typeof v === 'number'

const yearsOf = (parts: readonly Condition[]) => {
  const [never, since] = parts
  if (parts.length !== 2 || !never || !since || !('of' in never) || !('of' in since)) return undefined
  if (never.of !== 'activity.yearsSince' || since.of !== 'activity.yearsSince' || !('answered' in never) || never.answered) return undefined
  const least = bound(since, 'atLeast')
  return isNumber(least) ? least : undefined
}

/** A rule as this screen shows it. Unions are named by the tree. */
export const ruleRead = (rule: Eligibility, unionName: (id: string) => string | undefined): Rule => {
  const c = rule.holds
  const other: Rule = { kind: 'other', rule }
  if ('any' in c) {
    const years = yearsOf(c.any)
    if (years !== undefined) return { kind: 'years', least: years }
    const ids = c.any.flatMap((x) => ('includes' in x && x.of === 'person.unions' ? [String(x.includes)] : []))
    return ids.length > 0 && ids.length === c.any.length
      ? { kind: 'unions', of: ids.map((id) => ({ id, name: unionName(id) ?? rule.says.zh })) }
      : other
  }
  if ('all' in c) {
    const [a, b] = c.all
    if (c.all.length !== 2 || !a || !b || !('of' in a) || !('of' in b) || a.of !== 'person.age' || b.of !== 'person.age') return other
    const [from, to] = [bound(a, 'atLeast'), bound(b, 'atMost')]
    return isNumber(from) && isNumber(to) ? { kind: 'age', from, to } : other
  }
  if ('not' in c) return other
  if (c.of === 'person.member' && 'is' in c && c.is === true) return { kind: 'member' }
  if (c.of === 'activity.firstTime' && 'is' in c && c.is === true) return { kind: 'first' }
  if (c.of === 'person.unions' && 'includes' in c)
    return { kind: 'unions', of: [{ id: String(c.includes), name: unionName(String(c.includes)) ?? rule.says.zh }] }
  if (c.of === 'person.occupation' && 'in' in c) return { kind: 'occupations', of: c.in.map(String) }
  if (c.of === 'person.town' && 'in' in c && c.in.every(isNumber)) return { kind: 'towns', of: [...c.in] as number[] }
  if (c.of === 'activity.timesThisYear' && 'atMost' in c && isNumber(c.atMost)) return { kind: 'times', most: c.atMost }
  if (c.of === 'person.honoured' && 'is' in c && c.is === true) return { kind: 'honoured' }
  if (c.of === 'person.sex' && 'is' in c && (c.is === 'male' || c.is === 'female')) return { kind: 'sex', of: c.is }
  return other
}
