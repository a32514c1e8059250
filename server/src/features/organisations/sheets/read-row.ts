import { codeOf } from '@gongyou/contract/codes/code-list.ts'
import { type OrganisationKind, organisationKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { readDate } from '@gongyou/contract/kit/typed-date.ts'
import { tidy } from '@gongyou/contract/kit/typed-input.ts'
import { readUscc } from '@gongyou/contract/kit/uscc.ts'
import type { PlainCell } from '../../../kit/sheets/cell.ts'
import type { Details } from '../found.ts'
import type { FieldCode } from './fields.ts'
import type { Sheet } from './read-file.ts'
import type { TermCells } from './terms.ts'

/** What is wrong with a cell; the row is then not taken. */
export type Fault = { field: FieldCode; shown: string; reason: Text; suggestion: Text | null }
/** A row as it was understood. Empty cells are left out of `details`: they never wipe out what is recorded. */
export type TypedRow = {
  number: number
  parent: string
  name: string
  kind: OrganisationKind | undefined
  details: Details
  term: TermCells
  faults: Fault[]
}

const spread = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim()
const kindsInWords = { zh: organisationKinds.map((k) => k.zh).join('、'), en: organisationKinds.map((k) => k.en).join(', ') }

/** Reads the cells of one row, gathering every fault and not the first alone. */
export const readRow = ({ number, cells }: Sheet['rows'][number], today: string): TypedRow => {
  const faults: Fault[] = []
  const cellOf = (field: FieldCode): PlainCell | undefined => cells.get(field)
  const textOf = (field: FieldCode) => spread(cellOf(field)?.text ?? '')
  const fault = (field: FieldCode, reason: Text, suggestion: Text | null = null): undefined => {
    faults.push({ field, shown: textOf(field).slice(0, 60), reason, suggestion })
  }

  const text = (field: FieldCode, most: number) => {
    const cell = cellOf(field)
    if (cell?.kind === 'error')
      return fault(
        field,
        t(`单元格是错误值 ${cell.text}`, `The cell holds the error ${cell.text}`),
        t('请改为实际内容', 'Put the real content there'),
      )
    const value = textOf(field)
    if (value.length > most) return fault(field, t(`超过 ${most} 个字`, `Longer than ${most} characters`), t('请缩短', 'Please shorten it'))
    return value || undefined
  }
  const whole = (field: FieldCode, most: number) => {
    const typed = tidy(textOf(field)).replace(/[,，]|[人个家]$/g, '')
    if (typed === '') return undefined
    if (!/^\d+$/.test(typed) || Number(typed) > most)
      return fault(
        field,
        t('应填不带小数的人数或个数', 'A whole number is wanted'),
        t(`可填 0 至 ${most.toLocaleString()}`, `0 to ${most.toLocaleString()}`),
      )
    return Number(typed)
  }
  const day = (field: FieldCode) => {
    const cell = cellOf(field)
    if (!cell || textOf(field) === '') return undefined
    if (cell.kind === 'date' && cell.on !== null && cell.precision === 'day') return cell.on
    const read = readDate(cell.kind === 'number' ? cell.value : cell.text)
    if (read.ok && read.precision === 'day') return read.on
    return fault(field, t('日期读不懂', 'This date cannot be read'), read.ok ? t('请补上日', 'Add the day') : read.suggestion)
  }
  const coded = <L extends Parameters<typeof codeOf>[0]>(list: L, label: FieldCode, code: FieldCode, words: Text) => {
    const [a, b] = [textOf(label), textOf(code)]
    const [x, y] = [a ? codeOf(list, a) : undefined, b ? codeOf(list, b) : undefined]
    if (a && !x) return fault(label, t('不在代码表内', 'Not in the code list'), words)
    if (b && !y) return fault(code, t('没有这个代码', 'No such code'), words)
    if (x && y && x !== y)
      return fault(code, t('代码与名称不一致', 'Code and words disagree'), t('请改正其中一个，或清空代码', 'Correct one of them, or clear the code'))
    return x ?? y
  }
  const uscc = () => {
    const cell = cellOf('uscc')
    if (!cell || textOf('uscc') === '') return undefined
    if (cell.kind === 'number')
      return fault(
        'uscc',
        t('被表格软件存成了数字，末几位已丢失', 'Kept as a number: its last digits are lost'),
        t('请把这一列设为文本格式，再按证书重新录入', 'Format the column as text and type it again from the certificate'),
      )
    const read = readUscc(cell.text)
    return read.ok ? read.number : fault('uscc', t('信用代码不对', 'This credit code is wrong'), read.suggestion)
  }

  const name = text('name', 120) ?? ''
  if (name.length < 2 && !faults.some((f) => f.field === 'name')) fault('name', t('没有填写名称', 'No name'), t('请填写全称', 'Give the full name'))
  const kind = coded(organisationKinds, 'kind', 'kindCode', t(`可填：${kindsInWords.zh}`, `One of: ${kindsInWords.en}`)) as
    OrganisationKind | undefined
  const town = coded(towns, 'town', 'townCode', t('请填本区镇街的名称或代码', 'Give a town of this district by name or code'))
  const foundedOn = day('foundedOn')
  if (foundedOn && foundedOn > today) fault('foundedOn', t('成立日期晚于今天', 'It lies in the future'), t('请核对年份', 'Check the year'))
  const given: Details = {
    shortName: text('shortName', 40),
    uscc: uscc(),
    town: town ? Number(town) : undefined,
    approvalNumber: text('approvalNumber', 60),
    foundedOn,
    workersDeclared: whole('workersDeclared', 1_000_000),
    womenDeclared: whole('womenDeclared', 1_000_000),
    unitsCovered: whole('unitsCovered', 10_000),
    phone: text('phone', 40),
    address: text('address', 200),
  }
  if ((given.womenDeclared ?? 0) > (given.workersDeclared ?? Infinity))
    fault('womenDeclared', t('女职工数大于职工数', 'More women than workers'), t('请核对两个数', 'Check both numbers'))
  const term = { number: whole('termNumber', 60), from: day('termFrom'), years: whole('termYears', 10), to: day('termTo') }
  return {
    number,
    parent: text('parent', 250) ?? '',
    name,
    kind,
    details: Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)),
    term,
    faults,
  }
}
