import { type CodeList, codeOf } from '@gongyou/contract/codes/code-list.ts'
import { type Answers, checkAnswers, faultTexts } from '@gongyou/contract/forms/index.ts'
import { type Service, startFields } from '@gongyou/contract/cases/service.ts'
import type { OrderCell } from '@gongyou/contract/hotline/routes.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { readTimeOfDay } from '@gongyou/contract/kit/time-of-day.ts'
import { readDate } from '@gongyou/contract/kit/typed-date.ts'
import type { Sheet } from '../../../kit/sheets/receive-sheet.ts'
import { type FieldCode, fields, titleOf } from './fields.ts'
import { categories, sources, urgencies } from './words.ts'

export type Source = '12345' | '12351'
/** A row as it was understood; with faults it is not taken. */
export type ReadRow = { row: number; order: string; source: Source; answers: Answers; bad: OrderCell[]; notes: OrderCell[] }

const spread = (text: string) =>
  text
    .normalize('NFC')
    // What cannot be printed is noise of the program that wrote the list.
    .replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, '')
    .replace(/[ \t\u3000]+/g, ' ')
    .trim()

const fieldNamed = (name: string) => fields.find((f) => f.code === name)?.code

/** Reads the cells of one order, gathering every fault and not the first alone. */
export const readRow = (service: Service, { number, cells }: Sheet<FieldCode>['rows'][number], today: string, usual: Source): ReadRow => {
  const bad: OrderCell[] = []
  const notes: OrderCell[] = []
  const textOf = (field: FieldCode) => spread(cells.get(field)?.text ?? '')
  const said = (field: FieldCode, reason: Text, suggestion: Text | null): OrderCell => ({
    row: number,
    column: titleOf(field),
    value: textOf(field).slice(0, 60),
    reason,
    suggestion,
  })
  const fault = (field: FieldCode, reason: Text, suggestion: Text | null = null): undefined => {
    bad.push(said(field, reason, suggestion))
  }

  const text = (field: FieldCode) => {
    const cell = cells.get(field)
    if (cell?.kind === 'error')
      return fault(
        field,
        t(`单元格是错误值 ${cell.text}`, `The cell holds the error ${cell.text}`),
        t('请改为实际内容', 'Put the real content there'),
      )
    return textOf(field) || undefined
  }
  const orderNumber = () => {
    const cell = cells.get('order')
    if (cell && 'damaged' in cell && cell.damaged)
      return fault(
        'order',
        t('编号被表格软件存成了数字，末几位已丢失', 'Kept as a number: its last digits are lost'),
        t('请把这一列设为文本格式，再按原工单录入', 'Format the column as text and type it again from the order'),
      )
    return text('order')?.replace(/\s+/g, '')
  }
  const day = (field: 'receivedOn' | 'dueOn') => {
    const cell = cells.get(field)
    if (!cell || textOf(field) === '') return undefined
    if (cell.kind === 'date' && cell.on !== null && cell.precision === 'day') return cell.on
    const read = readDate(cell.kind === 'number' ? cell.value : textOf(field))
    if (read.ok && read.precision === 'day') return read.on
    return fault(field, t('日期读不懂', 'This date cannot be read'), read.ok ? t('请补上日', 'Add the day') : read.suggestion)
  }
  /** What stands behind the day, where it is more than the idle midnight of a spreadsheet. */
  const timeBeside = (field: 'dueOn') => {
    const cell = cells.get(field)
    const typed =
      cell?.kind === 'date' ? cell.time : /[T\s](\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d{1,2}[时点](?:\d{1,2}分?|半)?)$/.exec(textOf(field))?.[1]
    if (!typed) return undefined
    const time = readTimeOfDay(typed)
    if (!time) return fault(field, t('时刻读不懂', 'This time of day cannot be read'), faultTexts.timeOfDay)
    return time === '00:00' ? undefined : time
  }
  const coded = (field: 'urgency' | 'category', list: CodeList, otherwise: string) => {
    const typed = textOf(field)
    if (!typed) return otherwise
    // “劳动和社会保障/工资福利/拖欠工资”: the last part is the narrowest.
    const parts = [typed, ...typed.split(/[/\\>＞、|-]+/).toReversed()]
    const code = parts.map((p) => codeOf(list, p)).find((c) => c !== undefined)
    if (code) return code
    const name = list.find((e) => e.code === otherwise)!
    notes.push(
      said(
        field,
        t(`不在对照表内，按“${name.zh}”录入`, `Not in the list; entered as “${name.en}”`),
        t('录入后可在办件中核对', 'Check it in the case afterwards'),
      ),
    )
    return otherwise
  }
  const line = (): Source | undefined => {
    const typed = textOf('source')
    if (!typed) return usual
    const code = codeOf(sources, typed) ?? (['12345', '12351'] as const).find((c) => typed.includes(c))
    if (code === '12345' || code === '12351') return code
    return fault('source', t('看不出是哪条热线', 'Which hotline is meant is not clear'), t('请填 12345 或 12351', 'Write 12345 or 12351'))
  }

  const order = orderNumber()
  const source = line()
  const receivedOn = day('receivedOn')
  const dueOn = day('dueOn')
  if (receivedOn && dueOn && dueOn < receivedOn)
    fault('dueOn', t('办理时限早于派单日期', 'The printed date is before the day it was sent'), t('请核对两个日期', 'Check both dates'))
  if (receivedOn && receivedOn > today) fault('receivedOn', t('派单日期晚于今天', 'It lies in the future'), t('请核对年份', 'Check the year'))
  const given: Record<string, unknown> = {
    order,
    source,
    receivedOn,
    dueOn,
    dueTime: dueOn ? timeBeside('dueOn') : undefined,
    urgency: coded('urgency', urgencies, 'ordinary'),
    category: coded('category', categories, 'other'),
    matter: text('matter'),
    about: text('about'),
    caller: text('caller'),
    callerPhone: text('callerPhone'),
  }
  // The form has the last word: what an officer could not type by hand is not taken from a list either.
  const filled = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) as Answers
  const { answers, faults } = checkAnswers(service.form, filled, { today, names: startFields(service) })
  const blamed = new Set(bad.map((b) => b.column.zh))
  for (const { path, says } of faults) {
    const field = fieldNamed(path.split('.')[0]!)
    // A revision of the form may ask for more than any list holds.
    if (!field) fault('order', says)
    else if (!blamed.has(titleOf(field).zh)) fault(field, says, t('请在表中改好后再导入', 'Correct it in the list and import again'))
  }
  return { row: number, order: order ?? '', source: source ?? usual, answers, bad, notes }
}
