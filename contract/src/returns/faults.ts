import { memberHoldingKinds, organisationKinds } from '../codes/organisation-kinds.ts'
import type { Field } from '../forms/field.ts'
import { type Text, t } from '../kit/text.ts'
import { type QuestionLine, type ReturnForm, type ReturnLine, isQuestion, questionsOf } from './form.ts'

/** Something that keeps a form from being published: `lines.3.asks` is the question of the fourth line. */
export type FormFault = { path: string; says: Text }
const fault = (path: string, zh: string, en: string): FormFault[] => [{ path, says: t(zh, en) }]

/** Kinds of organisation that may have to hand in returns: those that keep records, and the federations above them. */
export const reportingKinds: readonly string[] = organisationKinds
  .map((k) => k.code)
  .filter((k) => (memberHoldingKinds as readonly string[]).includes(k) || k.endsWith('_federation'))
  .filter((k) => k !== 'union_group' && k !== 'district_federation')

/** The kinds of answers that can be added up, counted or read in a table. */
export const questionKinds = ['number', 'choice', 'text'] as const

const twice = (path: (i: number) => string, values: readonly (string | undefined)[], zh: string, en: string) =>
  values.flatMap((v, i) => (v !== undefined && values.indexOf(v) < i ? fault(path(i), zh, en) : []))

const fieldFaults = (path: string, f: Field): FormFault[] => {
  if (!(questionKinds as readonly string[]).includes(f.kind)) return fault(path, '报表的填报项只能是数字、单选或文字', 'A number, a choice or a text')
  const wrong: FormFault[] = []
  if (f.when || f.from || f.asks || f.section)
    wrong.push(...fault(path, '填报项不设出现条件和自动带出', 'No condition and nothing filled in beforehand'))
  if (f.secrecy && f.secrecy !== 'P1') wrong.push(...fault(path, '报表里不能问个人敏感信息', 'A return may not ask for personal data'))
  if (f.kind === 'number' && f.min !== undefined && f.max !== undefined && f.min > f.max)
    wrong.push(...fault(path, '最小值大于最大值', 'The least is more than the most'))
  if (f.kind === 'choice' && f.options.length < 2) wrong.push(...fault(path, '单选至少要有两个选项', 'At least two options'))
  if (f.kind === 'choice')
    wrong.push(
      ...twice(
        () => path,
        f.options.map((o) => o.code),
        '选项重复',
        'The same option twice',
      ),
    )
  if (f.kind === 'text' && f.form) wrong.push(...fault(path, '报表里不能问个人敏感信息', 'A return may not ask for personal data'))
  return wrong
}

/** A line that can bound a number: another one that says a number. */
const isNumber = (line: ReturnLine | undefined) => line !== undefined && (!isQuestion(line) || line.asks.kind === 'number')

const boundFaults = (form: ReturnForm, q: QuestionLine, at: string): FormFault[] =>
  (['notMoreThan', 'notLessThan'] as const).flatMap((side) => {
    const other = q[side]
    if (other === undefined) return []
    if (q.asks.kind !== 'number') return fault(`${at}.${side}`, '只有数字可以设核对关系', 'Only a number can be checked against a line')
    if (other === q.code || !isNumber(form.lines.find((l) => l.code === other)))
      return fault(`${at}.${side}`, '核对的那一行不在表里，或不是数字', 'The line to check against is not there, or is no number')
    return []
  })

const placeFaults = (form: ReturnForm): FormFault[] => {
  const placed = form.lines.map((l) => l.place)
  const at = (i: number) => `lines.${i}.place`
  const down = form.layout?.down
  if (!down) return []
  const fits = (place: string) => (down === 'units' ? /^[A-Z]{1,2}$/.test(place) && place !== 'A' : /^\d{1,3}$/.test(place) && Number(place) >= 4)
  return [
    ...placed.flatMap((p, i) =>
      p === undefined || fits(p)
        ? []
        : down === 'units'
          ? fault(at(i), '请写列号 B 至 ZZ；A 列是单位名称', 'A column from B to ZZ; A holds the units')
          : fault(at(i), '请写行号，从第 4 行起', 'A row from 4 on'),
    ),
    ...twice(at, placed, '这个位置已有别的行', 'Another line stands there'),
  ]
}

/** Everything that is wrong with a form by itself; which figures there are, the catalogue says. Pure, also used by the editor. */
export const formFaults = (form: ReturnForm): FormFault[] => [
  ...twice(
    (i) => `lines.${i}`,
    form.lines.map((l) => l.code),
    '编码重复',
    'The same code twice',
  ),
  ...twice(
    (i) => `lines.${i}.number`,
    form.lines.map((l) => l.number),
    '行号重复',
    'The same number twice',
  ),
  ...form.from.filter((k) => !reportingKinds.includes(k)).flatMap(() => fault('from', '这类组织不报送报表', 'Such organisations hand in no returns')),
  ...form.lines.flatMap((line, i) =>
    isQuestion(line) ? [...fieldFaults(`lines.${i}.asks`, line.asks), ...boundFaults(form, line, `lines.${i}`)] : [],
  ),
  ...placeFaults(form),
]

/** What a next revision may not change: periods follow each other, and an answer proposes itself for the next one. */
export const formRevisionFaults = (before: ReturnForm, after: ReturnForm): FormFault[] => [
  ...(before.every === after.every ? [] : fault('every', '已按原来的周期布置过，改周期请另建报表', 'Its periods follow each other: make a new form')),
  ...questionsOf(before).flatMap((q) => {
    const i = after.lines.findIndex((l) => l.code === q.code)
    const now = after.lines[i]
    return now && (!isQuestion(now) || now.asks.kind !== q.asks.kind)
      ? fault(`lines.${i}`, '这一行已按原来的类型填报过，请另加一行', 'It has been answered as another kind: add a new line')
      : []
  }),
]
