import type { RosterFieldCode } from '@gongyou/contract/membership/roster-fields.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'

/** What is wrong with a row (`bad`: it is not taken) or worth a look; `field` null means the row as a whole. */
export type Fault = { field: RosterFieldCode | null; level: 'bad' | 'look'; reason: Text; suggestion?: Text | undefined; shown?: string | undefined }

export const bad = (field: RosterFieldCode | null, reason: Text, suggestion?: Text, shown?: string): Fault => ({
  field,
  level: 'bad',
  reason,
  suggestion,
  shown,
})
export const look = (field: RosterFieldCode | null, reason: Text, suggestion?: Text, shown?: string): Fault => ({
  field,
  level: 'look',
  reason,
  suggestion,
  shown,
})

/** Why a document number cannot be taken. */
export const numberReasons: Record<string, Text> = {
  empty: t('没有填写证件号码', 'No document number'),
  'length-15': t('15位旧号码', 'The old number of 15 digits'),
  length: t('号码不是18位', 'The number does not have 18 characters'),
  characters: t('号码中有不该有的字符', 'The number holds other characters'),
  checksum: t('校验码不符', 'The check character does not agree'),
  'birth-date': t('号码中的出生日期不存在', 'The date of birth in the number does not exist'),
  future: t('号码中的出生日期晚于今天', 'The date of birth in the number lies in the future'),
  format: t('号码格式与证件类型不符', 'The number does not have the form of its document'),
  'other-type': t('号码与证件类型不符', 'The number is of another kind of document'),
}

export const rounded = {
  reason: t('号码已被表格软件四舍五入，后几位已丢失', 'A spreadsheet has rounded the number; its last digits are lost'),
  suggestion: t(
    '请把这一列设为文本格式，再按证件重新录入；只改格式找不回原号码。',
    'Format the column as text and type the number again from the card; the format alone does not bring the digits back.',
  ),
}
export const perhapsRounded = look(
  'idNumber',
  t('末三位是000，可能被表格软件四舍五入过', 'It ends in 000: a spreadsheet may have rounded it'),
  t('请对照证件核对末三位。', 'Compare the last three digits with the card.'),
)

export const nameReasons: Record<string, Text> = {
  empty: t('没有填写姓名', 'No name'),
  'too-short': t('姓名只有一个字', 'A name of one character'),
  'too-long': t('姓名过长', 'The name is too long'),
  digits: t('姓名中有数字', 'The name has digits'),
  characters: t('姓名中有不能识别的符号', 'The name has other signs'),
  mixed: t('姓名中汉字与拉丁字母混写', 'The name mixes Chinese and Latin letters'),
}

export const whole = {
  sameRowBefore: (row: number) =>
    bad('idNumber', t(`与第 ${row} 行重复`, `The same number as row ${row}`), t('请保留一行，删去另一行。', 'Keep one of the two rows.')),
  otherName: (name: string | null) =>
    bad(
      'name',
      t('该证件号码已登记在另一姓名下', 'The number is registered under another name'),
      name
        ? t(
            `登记的姓名是“${name}”。请核对；如登记有误，请先在职工页面更正。`,
            `Registered as “${name}”. Please check; if the register is wrong, correct the person first.`,
          )
        : t('请对照证件核对姓名和号码。', 'Compare name and number with the card.'),
    ),
  otherUnion: bad(
    'union',
    t('此人现为其他工会会员，不在您的范围内', 'A member of another union, out of your reach'),
    t('请发起会籍接转，不能用名册移动。', 'Ask for a transfer; a roster does not move members.'),
  ),
  underTransfer: bad(
    'union',
    t('此人的会籍正在接转', 'The membership is being transferred'),
    t('请等接转办结后再导入。', 'Wait until the transfer is settled.'),
  ),
  applied: bad(
    null,
    t('此人有正在审批的入会申请', 'An application of this person is waiting'),
    t('请先到“入会审批”办结申请。', 'Decide the application first.'),
  ),
  ended: (state: Text) =>
    bad(
      'status',
      t(`此人登记为${state.zh}`, `Recorded as ${state.en.toLowerCase()}`),
      t('请先在职工页面恢复会籍，再导入。', 'Restore the membership on the page of the person first.'),
    ),
  notByRoster: bad(
    'status',
    t('退会、除名、去世不能用名册登记', 'Leaving, expulsion and death are not recorded by a roster'),
    t('请在职工页面办理，并从名册中删去此行。', 'Use the page of the person and take the row out.'),
  ),
  tooYoung: bad('idNumber', t('未满16周岁', 'Not yet 16'), t('年满16周岁后才能入会，请核对号码。', 'One must be 16 to join; check the number.')),
  samePhone: look(
    'mobile',
    t('这个手机号已登记在另一人名下', 'Another person has this mobile number'),
    t('如为本人号码可不处理。', 'No need to act if the number is right.'),
  ),
  samePhoneRow: (row: number) =>
    look(
      'mobile',
      t(`手机号与第 ${row} 行相同`, `The same mobile as row ${row}`),
      t('请核对是否填成了单位或联系人的号码。', 'Check whether it is the number of an employer or a contact.'),
    ),
  joinedOtherwise: (on: string) =>
    look(
      'joinedOn',
      t(`登记的入会日期是 ${on}，未改动`, `Recorded as joined on ${on}; left as it is`),
      t('如登记有误，请在职工页面更正。', 'Correct it on the page of the person if it is wrong.'),
    ),
  changedSince: bad(
    null,
    t('检查之后此人的登记有变化，这一行没有导入', 'The record changed after the check; the row was left out'),
    t('请重新上传这一行再检查一次。', 'Send this row again and check it anew.'),
  ),
}
