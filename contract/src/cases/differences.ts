import { type Text, t } from '../kit/text.ts'
import type { Service } from './service.ts'

/** One thing that differs between two revisions. `before` or `after` is null where it was added or taken away. */
export type Difference = { path: string; what: Text; before: string | null; after: string | null }

const parts = {
  form: t('字段', 'Field'),
  states: t('状态', 'State'),
  actions: t('步骤', 'Step'),
  roles: t('角色', 'Role'),
  outcomes: t('结果', 'Outcome'),
  clocks: t('时限', 'Time limit'),
} as const

const traits: Readonly<Record<string, Text>> = {
  title: t('名称', 'Title'),
  name: t('名称', 'Name'),
  label: t('名称', 'Label'),
  summary: t('说明', 'Summary'),
  says: t('告知申请人的话', 'What the applicant reads'),
  hint: t('填写提示', 'Hint'),
  kind: t('类型', 'Kind'),
  options: t('选项', 'Options'),
  optional: t('可不填', 'Optional'),
  when: t('出现条件', 'Condition'),
  from: t('从何处', 'From'),
  to: t('到何处', 'To'),
  by: t('由谁办', 'By'),
  asks: t('要填的内容', 'Asks'),
  posts: t('岗位', 'Posts'),
  at: t('层级', 'Level'),
  in: t('计时状态', 'Runs in'),
  within: t('期限', 'Limit'),
  rule: t('时限规则', 'Rule'),
  owner: t('责任人', 'Owner'),
  head: t('逾期告知', 'Head'),
  max: t('上限', 'Most'),
  min: t('下限', 'Least'),
  outcome: t('结果', 'Outcome'),
  effect: t('后续动作', 'Effect'),
  paper: t('公文', 'Paper'),
  letters: t('受理号字母', 'Letters'),
  begunBy: t('谁可发起', 'Begun by'),
  begins: t('起始状态', 'Begins at'),
  rules: t('申请条件', 'Conditions to apply'),
  asksAtStart: t('申请时填写', 'Asked at the start'),
  counts: t('统计', 'Counted by'),
  appealDays: t('异议期限（天）', 'Days to object'),
  restricted: t('保密', 'Restricted'),
  secrecy: t('敏感级别', 'Secrecy'),
  section: t('分节标题', 'Section'),
  columns: t('表格列', 'Columns'),
}

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)
const isText = (v: unknown): v is Text => isBag(v) && typeof v.zh === 'string' && Object.keys(v).every((k) => k === 'zh' || k === 'en')
const shown = (v: unknown): string | null => (v === undefined ? null : isText(v) ? v.zh : typeof v === 'string' ? v : JSON.stringify(v))
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const trait = (name: string): Text => traits[name] ?? { zh: name, en: name }
const join = (a: Text, b: Text): Text => ({ zh: a.zh + '：' + b.zh, en: a.en + ': ' + b.en })
const nameOf = (kind: Text, thing: unknown, key: string): Text => {
  const label = isBag(thing) ? (thing.label ?? thing.name) : undefined
  return isText(label)
    ? { zh: `${kind.zh}“${label.zh}”`, en: `${kind.en} “${label.en || label.zh}”` }
    : { zh: `${kind.zh}“${key}”`, en: `${kind.en} “${key}”` }
}

const withinPart = (path: string, kind: Text, before: Bag, after: Bag): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [a, b] = [before[key], after[key]]
    const what = nameOf(kind, b ?? a, key)
    const here = `${path}.${key}`
    if (!isBag(a) || !isBag(b))
      return same(a, b)
        ? []
        : [{ path: here, what, before: a === undefined ? null : nameOf(kind, a, key).zh, after: b === undefined ? null : nameOf(kind, b, key).zh }]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) =>
      same(a[name], b[name]) ? [] : [{ path: `${here}.${name}`, what: join(what, trait(name)), before: shown(a[name]), after: shown(b[name]) }],
    )
  })

const order = (kind: Text, path: string, before: Bag, after: Bag): Difference[] => {
  const kept = (bag: Bag, other: Bag) => Object.keys(bag).filter((k) => k in other)
  return same(kept(before, after), kept(after, before))
    ? []
    : [{ path, what: join(kind, t('顺序', 'order')), before: Object.keys(before).join('、'), after: Object.keys(after).join('、') }]
}

/** What changed between two revisions of a service, in the order in which an officer reads it. */
export const differencesOf = (before: Service, after: Service): Difference[] => {
  const [a, b] = [before as unknown as Bag, after as unknown as Bag]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => key !== 'revision')
    .flatMap((key) => {
      if (!(key in parts)) return same(a[key], b[key]) ? [] : [{ path: key, what: trait(key), before: shown(a[key]), after: shown(b[key]) }]
      const kind = parts[key as keyof typeof parts]
      const [x, y] = [(a[key] ?? {}) as Bag, (b[key] ?? {}) as Bag]
      return [...withinPart(key, kind, x, y), ...order(kind, key, x, y)]
    })
}
