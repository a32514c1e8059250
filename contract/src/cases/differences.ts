import type { Difference } from '../kit/difference.ts'
import { type Language, type Text, t } from '../kit/text.ts'
import { inWords } from './in-words.ts'
import type { Service } from './service.ts'

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
  fills: t('自动填入', 'Filled in'),
  paper: t('公文', 'Paper'),
  keeps: t('记入名册', 'Enters a register'),
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
  words: t('需写的话', 'Words'),
  wordsNeeded: t('必须写明', 'Words needed'),
  plain: t('排在最后', 'Shown last'),
  final: t('办结状态', 'Final'),
  good: t('算办成', 'Counts as a success'),
  text: t('正文', 'Text'),
  revision: t('正文版次', 'Revision of the text'),
  lines: t('行数', 'Lines'),
  unit: t('单位', 'Unit'),
  decimals: t('小数位数', 'Decimals'),
  accept: t('接受的材料', 'Accepts'),
  notBefore: t('最早', 'Not before'),
  notAfter: t('最晚', 'Not after'),
  printed: t('来文所注日期', 'Date on the paper'),
  printedTime: t('来文所注时刻', 'Time on the paper'),
  kinds: t('组织类型', 'Kinds'),
  point: t('地图选点', 'Point on the map'),
  'form.form': t('格式', 'Form'),
  'form.asks': t('沿用上次填写', 'Remembered as'),
  'form.from': t('自动带出', 'Filled in from'),
}

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)
const isText = (v: unknown): v is Text => isBag(v) && typeof v.zh === 'string' && Object.keys(v).every((k) => k === 'zh' || k === 'en')
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const trait = (name: string, part = ''): Text => traits[`${part}.${name}`] ?? traits[name] ?? { zh: name, en: name }
const join = (a: Text, b: Text): Text => ({ zh: a.zh + '：' + b.zh, en: a.en + ': ' + b.en })
const nameOf = (kind: Text, thing: unknown, key: string): Text => {
  const label = isBag(thing) ? (thing.label ?? thing.name) : undefined
  return isText(label)
    ? { zh: `${kind.zh}“${label.zh}”`, en: `${kind.en} “${label.en || label.zh}”` }
    : { zh: `${kind.zh}“${key}”`, en: `${kind.en} “${key}”` }
}

type Sides = { before: Service; after: Service; language: Language }
/** Both sides in words, each by the names of its own revision. */
const told = (sides: Sides, name: string, a: unknown, b: unknown) => ({
  before: a === undefined ? null : inWords(sides.before, name, a, sides.language),
  after: b === undefined ? null : inWords(sides.after, name, b, sides.language),
})

const withinPart = (sides: Sides, path: string, kind: Text, before: Bag, after: Bag): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [a, b] = [before[key], after[key]]
    const what = nameOf(kind, b ?? a, key)
    const here = `${path}.${key}`
    const whole = (v: unknown) => (v === undefined ? null : nameOf(kind, v, key)[sides.language])
    if (!isBag(a) || !isBag(b)) return same(a, b) ? [] : [{ path: here, what, before: whole(a), after: whole(b) }]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) =>
      same(a[name], b[name]) ? [] : [{ path: `${here}.${name}`, what: join(what, trait(name, path)), ...told(sides, name, a[name], b[name]) }],
    )
  })

const order = (sides: Sides, kind: Text, path: string, before: Bag, after: Bag): Difference[] => {
  const kept = (bag: Bag, other: Bag) => Object.keys(bag).filter((k) => k in other)
  const names = (bag: Bag) =>
    Object.values(bag).map((thing) => inWords(sides.after, '', isBag(thing) ? (thing.label ?? thing.name) : thing, sides.language))
  return same(kept(before, after), kept(after, before))
    ? []
    : [{ path, what: join(kind, t('顺序', 'order')), before: names(before).join('、'), after: names(after).join('、') }]
}

/** What changed between two revisions of a service, in the order in which an officer reads it, in words and never in codes. */
export const differencesOf = (before: Service, after: Service, language: Language = 'zh'): Difference[] => {
  const sides = { before, after, language }
  const [a, b]: [Bag, Bag] = [before, after]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => key !== 'revision')
    .flatMap((key) => {
      if (!(key in parts)) return same(a[key], b[key]) ? [] : [{ path: key, what: trait(key), ...told(sides, key, a[key], b[key]) }]
      const kind = parts[key as keyof typeof parts]
      const part = (bag: Bag) => (isBag(bag[key]) ? bag[key] : {})
      return [...withinPart(sides, key, kind, part(a), part(b)), ...order(sides, kind, key, part(a), part(b))]
    })
}
