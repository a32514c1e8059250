import { type CodeList, fundingLevels, venueAccess, venueFacilities, venueFunctions, venueKinds } from '../codes/index.ts'
import { type Answers, form } from '../forms/index.ts'
import { t } from '../kit/text.ts'
import { type Hours, type Span, minuteOf, tidySpans } from './hours.ts'

const optionsOf = <const L extends CodeList>(list: L) =>
  list.map((e) => ({ code: e.code as L[number]['code'], label: t(e.zh, e.en) })) as readonly {
    code: L[number]['code']
    label: { zh: string; en: string }
  }[]

const week = [
  ['everyday', '每天', 'Every day', [0, 1, 2, 3, 4, 5, 6]],
  ['workdays', '周一至周五', 'Mon–Fri', [0, 1, 2, 3, 4]],
  ['weekend', '周六、周日', 'Sat, Sun', [5, 6]],
  ['mon', '周一', 'Mon', [0]],
  ['tue', '周二', 'Tue', [1]],
  ['wed', '周三', 'Wed', [2]],
  ['thu', '周四', 'Thu', [3]],
  ['fri', '周五', 'Fri', [4]],
  ['sat', '周六', 'Sat', [5]],
  ['sun', '周日', 'Sun', [6]],
] as const

/** What is known of a venue, typed as any other form, so that officers see one renderer. */
export const venueForm = form({
  name: { kind: 'text', label: t('名称', 'Name'), max: 80, section: t('基本情况', 'Basics') },
  kind: { kind: 'choice', label: t('类型', 'Kind'), options: optionsOf(venueKinds) },
  place: { kind: 'address', point: true, label: t('地址', 'Address') },
  area: { kind: 'number', label: t('面积', 'Area'), min: 1, max: 1_000_000, unit: t('平方米', 'm²'), optional: true },
  seats: { kind: 'number', label: t('座位', 'Seats'), min: 0, max: 10_000, unit: t('个', 'seats'), optional: true },
  access: { kind: 'choice', label: t('怎样进入', 'How one gets in'), options: optionsOf(venueAccess) },
  phone: { kind: 'text', label: t('联系电话', 'Phone'), max: 30, optional: true },
  keeper: { kind: 'text', form: 'person-name', label: t('管理员', 'Keeper'), optional: true },
  opens: {
    kind: 'choice',
    label: t('开放时间', 'Opening hours'),
    section: t('开放与服务', 'Hours and services'),
    options: [
      { code: 'weekly', label: t('按星期', 'By the week') },
      { code: 'always', label: t('24 小时', '24 hours') },
    ],
  },
  hours: {
    kind: 'table',
    label: t('每周时间', 'Hours of the week'),
    hint: t('24 小时制，如 08:30；过夜请分成两行。', '24-hour clock, e.g. 08:30; a night is two lines.'),
    when: { of: 'opens', is: 'weekly' },
    min: 1,
    max: 14,
    columns: {
      days: { kind: 'choice', label: t('星期', 'Days'), options: week.map(([code, zh, en]) => ({ code, label: t(zh, en) })) },
      from: { kind: 'text', label: t('从', 'From'), max: 5 },
      to: { kind: 'text', label: t('到', 'To'), max: 5 },
    },
  },
  functions: { kind: 'many', label: t('四合一功能', 'Functions'), options: optionsOf(venueFunctions), optional: true },
  facilities: { kind: 'many', label: t('设施', 'Facilities'), options: optionsOf(venueFacilities), optional: true },
  about: { kind: 'text', label: t('给来访者的话', 'For visitors'), lines: 3, max: 500, optional: true },
  photos: { kind: 'files', accept: 'photo', max: 12, label: t('照片', 'Photos'), optional: true },
  funding: {
    kind: 'table',
    label: t('资金', 'Funding'),
    section: t('建设', 'Building'),
    optional: true,
    max: 20,
    columns: {
      level: { kind: 'choice', label: t('来源', 'Level'), options: optionsOf(fundingLevels) },
      amount: { kind: 'money', label: t('金额', 'Amount'), min: 1, max: 100_000_000_00 },
      on: { kind: 'date', label: t('到账日期', 'Received'), optional: true },
    },
  },
  assets: { kind: 'text', label: t('设备清单', 'Equipment'), lines: 4, max: 2000, optional: true },
})
export const venueFields = Object.keys(venueForm)

type Line = { days?: string; from?: string; to?: string }
export type HoursFault = { path: string; says: { zh: string; en: string } }

/** The opening hours the answers speak of, or what is wrong with them. */
export const hoursOf = (answers: Answers): { hours: Hours } | { fault: HoursFault } => {
  if (answers.opens === 'always') return { hours: { always: true } }
  const spans: Span[][] = [[], [], [], [], [], [], []]
  for (const [i, line] of ((answers.hours ?? []) as Line[]).entries()) {
    const [from, to] = [minuteOf(line.from ?? ''), minuteOf(line.to ?? '')]
    const wrong = (field: string) => ({
      fault: {
        path: `hours.${i}.${field}`,
        says: t('请按 08:30 的样子填写，结束要晚于开始', 'Write it like 08:30; the end comes after the beginning'),
      },
    })
    if (from === undefined) return wrong('from')
    if (to === undefined || to <= from) return wrong('to')
    for (const day of week.find(([code]) => code === line.days)?.[3] ?? []) spans[day]!.push([from, to])
  }
  const tidy = spans.map(tidySpans)
  const bad = tidy.findIndex((s) => s === undefined)
  if (bad >= 0) return { fault: { path: 'hours', says: t('同一天的时间段重叠了', 'Two spans of one day overlap') } }
  return { hours: { week: tidy.map((s) => s!) } }
}
