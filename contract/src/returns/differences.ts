import { organisationKinds } from '../codes/organisation-kinds.ts'
import { kindNames } from '../forms/names.ts'
import type { Difference } from '../kit/difference.ts'
import { type Language, type Text, t } from '../kit/text.ts'
import { type ReturnForm, type ReturnLine, isQuestion } from './form.ts'

type How = { language: Language; figureName: (code: string) => Text }

const everyWords = { month: t('月报', 'monthly'), quarter: t('季报', 'quarterly'), year: t('年报', 'yearly') }
const ruleWords = {
  return_monthly: t('按月报时限', 'as monthly'),
  return_quarterly: t('按季报时限', 'as quarterly'),
  return_yearly: t('按年报时限', 'as yearly'),
}
const yesWord = t('是', 'yes')
const downWords = { units: t('单位逐行', 'one row a unit'), lines: t('指标逐行', 'one row a line') }

type Told = string | null
type Row = readonly [name: Text, before: Told, after: Told]

/** How a line is called: by its own words, a figure else by the catalogue's. */
export const nameOfLine = (line: ReturnLine, figureName: How['figureName']): Text =>
  isQuestion(line) ? line.asks.label : (line.label ?? figureName(line.figure))

const wordsOf = ({ language, figureName }: How, form: ReturnForm) => {
  const said = (text: Text | undefined): Told => (text ? text[language] || text.zh : null)
  const called = (code: string | undefined): Told => {
    const line = form.lines.find((l) => l.code === code)
    return line ? said(nameOfLine(line, figureName)) : (code ?? null)
  }
  const marked = (on: true | undefined): Told => (on ? said(yesWord) : null)
  const ofLine = (line: ReturnLine): Readonly<Record<string, readonly [Text, Told]>> => ({
    name: [t('名称', 'Name'), said(nameOfLine(line, figureName))],
    number: [t('行号', 'Number'), line.number],
    section: [t('分节标题', 'Section'), said(line.section)],
    place: [t('在上级表中的位置', 'Place in the upper table'), line.place ?? null],
    ...(isQuestion(line)
      ? {
          kind: [t('类型', 'Kind'), said(kindNames[line.asks.kind])],
          hint: [t('填写提示', 'Hint'), said(line.asks.hint)],
          optional: [t('可不填', 'Optional'), marked(line.asks.optional)],
          unit: [t('单位', 'Unit'), line.asks.kind === 'number' ? said(line.asks.unit) : null],
          options: [t('选项', 'Options'), line.asks.kind === 'choice' ? line.asks.options.map((o) => said(o.label)).join('、') : null],
          most: [t('不大于', 'Not more than'), called(line.notMoreThan)],
          least: [t('不小于', 'Not less than'), called(line.notLessThan)],
          always: [t('零报也要填', 'Asked always'), marked(line.always)],
          apart: [t('不相加', 'Not added up'), marked(line.apart)],
        }
      : { figure: [t('数字', 'Figure'), said(figureName(line.figure))], where: [t('取其中', 'Of them'), line.where ?? null] }),
  })
  const head: Readonly<Record<string, readonly [Text, Told]>> = {
    title: [t('名称', 'Title'), said(form.title)],
    number: [t('表号', 'Number of the form'), form.number],
    every: [t('报告期', 'Period'), said(everyWords[form.every])],
    from: [t('报送单位', 'Handed in by'), form.from.map((k) => said(organisationKinds.find((o) => o.code === k))).join('、')],
    rule: [t('时限', 'Time limit'), said(ruleWords[form.rule])],
    'layout.title': [t('上级表名', 'Title of the upper table'), form.layout?.title ?? null],
    'layout.down': [t('上级表式', 'Upper table'), form.layout ? said(downWords[form.layout.down]) : null],
    'layout.unit': [t('表的计量单位', 'Unit of the table'), form.layout?.unit ?? null],
    'layout.note': [t('表下附注', 'Note beneath'), form.layout?.note ?? null],
  }
  return { head, ofLine, said }
}

const rows = (a: Readonly<Record<string, readonly [Text, Told]>>, b: Readonly<Record<string, readonly [Text, Told]>>): [string, Row][] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, [(b[key] ?? a[key])![0], a[key]?.[1] ?? null, b[key]?.[1] ?? null]])

/** What changed between two revisions of a form, in words and never in codes. */
export const formDifferences = (before: ReturnForm, after: ReturnForm, how: How): Difference[] => {
  const [a, b] = [wordsOf(how, before), wordsOf(how, after)]
  const changed = (path: string, [what, was, is]: Row): Difference[] => (was === is ? [] : [{ path, what, before: was, after: is }])
  const quoted = (line: ReturnLine, more?: Text): Text => {
    const name = nameOfLine(line, how.figureName)
    return t(`指标“${name.zh}”${more ? `：${more.zh}` : ''}`, `Line “${name.en || name.zh}”${more ? `: ${more.en}` : ''}`)
  }
  const lines = [...new Set([...before.lines, ...after.lines].map((l) => l.code))].flatMap((code) => {
    const was = before.lines.find((l) => l.code === code)
    const is = after.lines.find((l) => l.code === code)
    const path = `lines.${code}`
    if (!was) return [{ path, what: quoted(is!), before: null, after: '' }]
    if (!is) return [{ path, what: quoted(was), before: '', after: null }]
    return rows(a.ofLine(was), b.ofLine(is)).flatMap(([key, [what, x, y]]) => changed(`${path}.${key}`, [quoted(is, what), x, y]))
  })
  const order = (form: ReturnForm, other: ReturnForm) => form.lines.map((l) => l.code).filter((c) => other.lines.some((l) => l.code === c))
  const moved = order(before, after).join() !== order(after, before).join()
  const names = (form: ReturnForm, said: typeof a.said) => form.lines.map((l) => said(nameOfLine(l, how.figureName))).join('、')
  return [
    ...rows(a.head, b.head).flatMap(([key, row]) => changed(key, row)),
    ...lines,
    ...(moved ? [{ path: 'lines', what: t('指标顺序', 'Order of the lines'), before: names(before, a.said), after: names(after, b.said) }] : []),
  ]
}
