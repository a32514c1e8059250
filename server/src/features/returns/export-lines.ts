import { type ReturnForm, isQuestion } from '@gongyou/contract/returns/form.ts'
import type { getReturnRound } from '@gongyou/contract/returns/routes.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Value } from '../../kit/sheets/sheet-plan.ts'

type Totals = ReplyOf<typeof getReturnRound>

/** One line as it is exported, whether counted by the system or typed by the units. */
export type ExportLine = {
  code: string
  number: string
  label: string
  unit: string
  isNumber: boolean
  typed: boolean
  /** Over all units: told, or counted where what they told cannot be added up. */
  total: Value
  /** What the units told, added up; what the system counts for all of them. */
  told: Value
  counted: Value
  /** Where the total is from. */
  from: string
}

const typedTotal = (t: Totals['typed'][number]): Value => {
  if (t.kind === 'choice') return t.chosen.map((c) => `${c.label.zh} ${c.units}`).join('；')
  if (t.kind === 'number') return t.sum
  return t.answered === 0 ? null : `${t.answered} 家填写`
}

/** The lines of a form in its order, with what they come to. */
export const exportLines = (form: ReturnForm, { totals, typed }: Pick<Totals, 'totals' | 'typed'>): ExportLine[] =>
  form.lines.flatMap((line): ExportLine[] => {
    if (isQuestion(line)) {
      const t = typed.find((x) => x.code === line.code)!
      const total = typedTotal(t)
      const base = { code: t.code, number: t.number, label: t.label.zh, unit: t.unitName?.zh ?? '', isNumber: t.kind === 'number', typed: true }
      return [{ ...base, total, told: total, counted: null, from: '填报' }]
    }
    const l = totals.find((x) => x.code === line.code)!
    const base = { code: l.code, number: l.number, label: l.label.zh, unit: l.unitName.zh, isNumber: true, typed: false }
    return [{ ...base, total: l.told ?? l.counted, told: l.told, counted: l.counted, from: l.told === null ? '系统（去重）' : '系统（单位核对）' }]
  })
