import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const accountsProblems = {
  'accounts.wrong-password': [401, t('登录名或密码不对', 'Wrong login or password')],
  'accounts.locked': [429, t('输错次数过多，账号已锁定 15 分钟', 'Too many wrong tries; the account is locked for 15 minutes')],
  'accounts.wrong-code': [401, t('验证码不对，请核对后重输', 'Wrong code; check and enter it again')],
  'accounts.code-spent': [410, t('验证码已失效，请重新获取', 'This code is no longer valid; ask for a new one')],
  'accounts.code-too-often': [429, t('获取验证码太频繁，请一分钟后再试', 'Too many codes; try again in a minute')],
  'accounts.mobile-invalid': [400, t('手机号应为 11 位，以 1 开头', 'A mobile number has 11 digits and begins with 1')],
  'accounts.second-factor-needed': [
    403,
    t('请先设置动态口令或通行密钥，设置后才能使用工作台', 'Set up a one-time code or a passkey first; the workbench opens after that'),
  ],
  'accounts.second-factor-wrong': [401, t('动态口令不对，请看手机上的最新六位数字', 'Wrong one-time code; enter the newest six digits')],
  'accounts.step-spent': [410, t('登录步骤已超时，请重新输入密码', 'This sign-in step has ended; enter your password again')],
  'accounts.passkey-refused': [
    401,
    t('通行密钥验证未通过，请重试或改用动态口令', 'The passkey was not accepted; try again or use the one-time code'),
  ],
  'accounts.passkey-known': [409, t('这把通行密钥已经登记过', 'This passkey is registered already')],
  'accounts.by-hand-only': [403, t('接口令牌不能做这件事，请登录后操作', 'An API token cannot do this; sign in and do it by hand')],
  'accounts.password-wrong': [422, t('当前密码不对', 'The current password is wrong')],
  'accounts.password-weak': [
    422,
    t('新密码至少 10 个字符，不能包含登录名，也不能与旧密码相同', 'At least 10 characters, without the login in it, and not the old one'),
  ],
  'accounts.login-taken': [409, t('这个登录名已有人使用', 'This login is taken')],
  'accounts.already-staff': [409, t('这位职工已有工作账号', 'This person already has a staff account')],
  'accounts.own-account': [
    403,
    t('不能改动自己的账号状态或岗位，请由另一位管理员处理', 'Nobody changes his own posts or account; ask another administrator'),
  ],
  'accounts.beyond-reach': [
    403,
    t('这个账号还有您管辖范围以外的岗位，请由上级管理员处理', 'This account holds posts outside your reach; ask the administrator above'),
  ],
  'accounts.post-held': [409, t('这段时间已担任同一岗位', 'This post is already held in that period')],
  'accounts.dates-wrong': [422, t('起止日期不对', 'The dates do not fit')],
  'accounts.not-yours-to-lend': [403, t('只能出借自己岗位现有的权限', 'You can lend only what your own post carries now')],
  'accounts.lend-to-other': [422, t('请选择另一位有工作账号的同事', 'Choose another colleague with a staff account')],
  'accounts.right-not-for-emergencies': [
    422,
    t('应急访问不能包含账号、设置和审计权限', 'Emergency access cannot cover accounts, settings or the audit trail'),
  ],
  'accounts.own-review': [403, t('应急访问须由他人复核', 'Emergency access is reviewed by somebody else')],
  'accounts.already-reviewed': [409, t('这次应急访问已复核', 'This emergency access has been reviewed')],
  'accounts.already-ended': [409, t('已经结束', 'It has ended already')],
  'accounts.rights-too-wide': [403, t('令牌的权限不能超过您自己的权限', 'A token cannot carry more than your own rights')],
  'accounts.no-first-administrator': [410, t('初始化码无效或已使用', 'The set-up code is not valid or has been used')],
} as const satisfies Record<string, ProblemText>
