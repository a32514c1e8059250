import type { Application } from '@gongyou/contract/membership/routes.ts'
import { language } from '../../kit/language.ts'

type Check = Application['checks'][number]

const english: Record<Check['code'], (says: string) => Partial<Record<Check['verdict'], string>>> = {
  'id-number': () => ({ passed: 'The check digit of the ID number is right', look: 'This document cannot be checked by machine; see the original' }),
  age: (says) => ({ passed: `Aged ${/\d+/.exec(says)?.[0] ?? ''}`, look: 'No date of birth; please check the age' }),
  phone: () => ({ passed: 'The phone was confirmed by a code' }),
  'same-name-and-birth': () => ({
    passed: 'Nobody else has this name and birthday',
    look: 'Somebody has the same name and birthday; perhaps registered twice',
  }),
  'other-person-same-phone': () => ({ passed: 'Nobody else has this phone', look: 'Another person is registered with this phone' }),
  'already-member': () => ({ passed: 'Not a member yet', look: 'Already a member of a union', failed: 'Already a member of a union' }),
  employer: (says) => ({ passed: 'The employer is in the register', look: `Not in the register of employers: ${says.split('：')[1] ?? ''}` }),
}

/** What a check found; it was written down in Chinese when the application came. */
export const checkSays = (c: Check) => (language() === 'zh' ? c.says : (english[c.code]?.(c.says)[c.verdict] ?? c.says))
