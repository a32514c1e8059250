import type { Every } from '@gongyou/contract/returns/form.ts'
import type { ReturnSheet, ReturnSheetQuestion } from '@gongyou/contract/returns/routes.ts'
import dayjs from 'dayjs'
import { w } from '../../kit/text.ts'

export type SheetState = ReturnSheet['state']
export type SheetLine = ReturnSheet['lines'][number]

export const stateName = (state: SheetState) =>
  ({
    open: w('待填报', 'To hand in'),
    'handed-in': w('已报送', 'Handed in'),
    'sent-back': w('已退回', 'Sent back'),
    received: w('已收表', 'Received'),
  })[state]

export const everyName = (every: Every) => ({ month: w('月报', 'Monthly'), quarter: w('季报', 'Quarterly'), year: w('年报', 'Yearly') })[every]

export const isIn = (state: SheetState) => state === 'handed-in' || state === 'received'

/** Days past the last one, while it has not been handed in. */
export const daysLate = (r: { state: SheetState; dueOn: string | null }) =>
  isIn(r.state) || r.dueOn === null ? 0 : Math.max(0, dayjs().startOf('day').diff(r.dueOn, 'day'))

/** State, whether nothing was to report, whether it came late: in one short phrase. */
export const standing = (r: { state: SheetState; nil: boolean; timely: boolean | null; dueOn: string | null }) => {
  const late = daysLate(r)
  return [
    stateName(r.state),
    r.nil && isIn(r.state) ? w('零报', 'nothing to report') : '',
    r.timely === false && isIn(r.state) ? w('逾期报送', 'handed in late') : '',
    late > 0 ? w(`已逾期 ${late} 天`, late === 1 ? '1 day late' : `${late} days late`) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

export type SheetRow = { kind: 'figure'; row: SheetLine } | { kind: 'question'; row: ReturnSheetQuestion }
/** Figures and questions as they stand in the form. */
export const rowsInOrder = (s: Pick<ReturnSheet, 'lines' | 'questions'>): SheetRow[] =>
  [...s.lines.map((row): SheetRow => ({ kind: 'figure', row })), ...s.questions.map((row): SheetRow => ({ kind: 'question', row }))].sort(
    (a, b) => a.row.at - b.row.at,
  )
