import { type Text, t } from '../kit/text.ts'
import type { FieldKind, TextForm } from './field.ts'

/** How an officer calls the kinds of fields. */
export const kindNames: Readonly<Record<FieldKind, Text>> = {
  text: t('文字', 'Text'),
  number: t('数字', 'Number'),
  money: t('金额', 'Money'),
  date: t('日期', 'Date'),
  choice: t('单选', 'One choice'),
  many: t('多选', 'Several choices'),
  person: t('选人员', 'A person'),
  organisation: t('选工会组织', 'An organisation'),
  employer: t('用人单位', 'An employer'),
  entry: t('选名册条目', 'An entry of a register'),
  address: t('地址', 'Address'),
  table: t('表格', 'Table'),
  files: t('上传材料', 'Files'),
  signature: t('手写签名', 'Signature'),
  consent: t('承诺或同意', 'Consent'),
}
export const fieldKinds = Object.keys(kindNames) as FieldKind[]

export const textForms: Readonly<Record<TextForm, Text>> = {
  phone: t('手机号', 'Phone number'),
  'id-number': t('身份证号', 'ID number'),
  uscc: t('统一社会信用代码', 'Credit code'),
  'bank-card': t('银行卡号', 'Bank card'),
  email: t('电子邮箱', 'E-mail'),
  'person-name': t('姓名', 'Name of a person'),
  'time-of-day': t('几点几分', 'Time of day'),
}
