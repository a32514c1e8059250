import type { Application } from '@gongyou/contract/membership/routes.ts'
import { w } from '../../kit/text.ts'

/** How the state of an application is called. */
export const statusWord = (s: Application['status']) =>
  ({
    submitted: w('待审批', 'Waiting'),
    returned: w('已退回补正', 'Returned'),
    approved: w('已同意', 'Approved'),
    refused: w('未通过', 'Refused'),
    withdrawn: w('已撤回', 'Withdrawn'),
  })[s]
