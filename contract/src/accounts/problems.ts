import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const accountsProblems = {
  'accounts.wrong-password': [401, t('登录名或密码不对', 'Wrong login or password')],
  'accounts.locked': [429, t('输错次数过多，账号已锁定 15 分钟', 'Too many wrong tries; the account is locked for 15 minutes')],
  'accounts.wrong-code': [401, t('验证码不对，请核对后重输', 'Wrong code; check and enter it again')],
  'accounts.code-spent': [410, t('验证码已失效，请重新获取', 'This code is no longer valid; ask for a new one')],
  'accounts.code-too-often': [429, t('获取验证码太频繁，请一分钟后再试', 'Too many codes; try again in a minute')],
  'accounts.mobile-invalid': [400, t('手机号应为 11 位，以 1 开头', 'A mobile number has 11 digits and begins with 1')],
} as const satisfies Record<string, ProblemText>
