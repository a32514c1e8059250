import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { w } from '../../kit/text.ts'

export type SheetState = ReturnSheet['state']

export const stateName = (state: SheetState) =>
  ({
    open: w('待填报', 'To hand in'),
    'handed-in': w('已报送', 'Handed in'),
    'sent-back': w('已退回', 'Sent back'),
    received: w('已收表', 'Received'),
  })[state]

/** State, whether nothing was to report, whether it came late: in one short phrase. */
export const standing = (r: { state: SheetState; nil: boolean; timely: boolean | null }) =>
  [
    stateName(r.state),
    r.nil && r.state !== 'open' ? w('零报', 'nothing to report') : '',
    r.timely === false && r.state !== 'open' ? w('逾期', 'late') : '',
  ]
    .filter(Boolean)
    .join(' · ')
