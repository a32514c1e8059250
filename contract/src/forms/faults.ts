import { type Text, t } from '../kit/text.ts'

/** Something wrong with an answer: `path` is the field, for a table `rows.2.income`. */
export type Fault = { path: string; says: Text }

const number = (n: number) => n.toLocaleString('en-US')
const yuan = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })

/** The sentences of refusal, said once for phone, console and server. */
export const faultTexts = {
  missing: t('请填写', 'Please fill this in'),
  unchosen: t('请选择', 'Please choose'),
  unticked: t('请阅读后勾选', 'Please read and tick'),
  unsigned: t('请签名', 'Please sign'),
  unknown: t('表单里没有这一项，请刷新页面后重填', 'The form has no such field; reload the page'),
  shape: t('内容无法识别，请重新填写', 'Not understood; please fill in again'),
  option: t('请从列出的选项中选择', 'Choose one of the options'),
  whole: t('请填写整数', 'Write a whole number'),
  day: t('请按“2026-03-01”的样子填写日期', 'Write the date like 2026-03-01'),
  consent: t('说明已更新，请重新阅读后勾选', 'The wording has changed; please read and tick again'),
  bankCard: t('银行卡号不对，请对照卡面再看一遍', 'Not a bank card number; compare with the card'),
  email: t('电子邮箱写法不对', 'Not an e-mail address'),
  timeOfDay: t('请按“18:00”的样子填写时刻', 'Write the time like 18:00'),
  long: (max: number) => t(`最多 ${max} 个字`, `At most ${max} characters`),
  atLeast: (min: number) => t(`不能小于 ${number(min)}`, `At least ${number(min)}`),
  atMost: (max: number) => t(`不能大于 ${number(max)}`, `At most ${number(max)}`),
  moneyAtLeast: (min: number) => t(`不能少于 ${yuan(min)} 元`, `At least ${yuan(min)} yuan`),
  moneyAtMost: (max: number) => t(`不能超过 ${yuan(max)} 元`, `At most ${yuan(max)} yuan`),
  decimals: (n: number) => t(`最多 ${n} 位小数`, `At most ${n} decimals`),
  notBefore: (day: string) => t(`不能早于 ${day}`, `Not before ${day}`),
  notAfter: (day: string) => t(`不能晚于 ${day}`, `Not after ${day}`),
  fewest: (n: number) => t(`至少 ${n} 项`, `At least ${n}`),
  most: (n: number) => t(`最多 ${n} 项`, `At most ${n}`),
} as const
