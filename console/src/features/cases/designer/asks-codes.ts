import { type Text, t } from '@gongyou/contract/kit/text.ts'

/**
 * Things that many forms ask for. A field that says which of them it is keeps its answer for the next form, so that
 * nobody is asked twice; codes that services already use are listed beside these.
 */
export const askedOften: Readonly<Record<string, Text>> = {
  'contact-phone': t('联系电话', 'Phone to call'),
  'contact-address': t('联系地址', 'Address to write to'),
  'home-address': t('家庭住址', 'Home address'),
  'bank-card': t('收款银行卡号', 'Bank card'),
  'bank-name': t('开户银行', 'Bank'),
  'emergency-contact': t('紧急联系人', 'Emergency contact'),
  'clothes-size': t('衣服尺码', 'Size of clothes'),
  diet: t('饮食习惯', 'Diet'),
  children: t('子女情况', 'Children'),
  education: t('学历', 'Education'),
  skills: t('技能证书', 'Skills'),
}
