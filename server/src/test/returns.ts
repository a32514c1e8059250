import type { Field } from '@gongyou/contract/forms/field.ts'
import type { ReturnForm, ReturnLine } from '@gongyou/contract/returns/form.ts'
import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'

export const households: Field = {
  kind: 'number',
  min: 0,
  unit: { zh: '户', en: 'households' },
  label: { zh: '走访困难职工家庭', en: 'Families visited' },
}
export const visitLines: readonly ReturnLine[] = [
  { code: 'joined', number: '01', figure: 'members-joined', section: { zh: '一、会员', en: 'Members' }, place: 'C' },
  { code: 'members', number: '02', figure: 'members', place: 'B' },
  { code: 'visited', number: '03', section: { zh: '二、走访', en: 'Visits' }, asks: households, place: 'E' },
  { code: 'helped', number: '04', asks: { ...households, label: { zh: '其中：当场解决', en: 'Helped at once' } }, notMoreThan: 'visited' },
  {
    code: 'meeting',
    number: '05',
    always: true,
    asks: {
      kind: 'choice',
      label: { zh: '是否召开工作例会', en: 'Meeting held' },
      options: [
        { code: 'y', label: { zh: '已召开', en: 'held' } },
        { code: 'n', label: { zh: '未召开', en: 'not held' } },
      ],
    },
  },
  { code: 'note', number: '06', asks: { kind: 'text', max: 200, optional: true, label: { zh: '情况说明', en: 'Remarks' } } },
]
/** A form that an office might make: two figures and four questions. */
export const visits = {
  title: { zh: '走访慰问月报', en: 'Visits' },
  number: '密工统05表',
  every: 'month',
  from: ['town_federation', 'service_station'],
  rule: 'return_monthly',
  lines: visitLines,
  layout: { title: '北京市总工会走访慰问情况月报', down: 'units', unit: '人、户', note: '注：走访户数由各单位填报。' },
}
export const visitsForm = { ...visits, code: 'bb-x', revision: 1 } as ReturnForm

/** A sheet told as it is counted. */
export const asCounted = (s: ReturnSheet) => ({
  version: s.version,
  lines: s.lines.map((l) => ({ code: l.code, counted: l.counted, told: l.counted, because: '' })),
})
