import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { titleKey } from '../../../kit/sheets/find-header.ts'

type Field = { code: string; title: Text; also: readonly string[] }

/** The columns of an order list. There is no one form: hotline, town and export tool each have their words for the same thing. */
export const fields = [
  { code: 'order', title: t('工单编号', 'Order number'), also: ['派单编号', '编号', '工单号', '派单号', '受理编号', '诉求编号', '工单编码'] },
  { code: 'source', title: t('来源', 'Source'), also: ['工单来源', '诉求来源', '来源渠道', '渠道'] },
  {
    code: 'receivedOn',
    title: t('派单时间', 'Received'),
    also: ['派单日期', '派发时间', '派发日期', '交办时间', '交办日期', '下派时间', '转办时间', '收到日期'],
  },
  {
    code: 'dueOn',
    title: t('办理时限', 'Printed date'),
    also: ['截止时间', '截止日期', '办结时限', '答复期限', '反馈时限', '办理期限', '到期时间', '要求办结时间', '工单所注答复期限'],
  },
  { code: 'urgency', title: t('紧急程度', 'Urgency'), also: ['工单级别', '紧急级别', '缓急程度', '办理级别'] },
  { code: 'category', title: t('诉求类别', 'Category'), also: ['问题分类', '问题类别', '诉求分类', '问题类型', '诉求类型', '分类'] },
  {
    code: 'matter',
    title: t('诉求内容', 'What is asked'),
    also: ['问题描述', '主要内容', '诉求描述', '反映内容', '工单内容', '内容', '具体诉求', '主要诉求'],
  },
  { code: 'about', title: t('涉及单位', 'Employer concerned'), also: ['被反映单位', '被诉单位', '涉事单位', '用人单位', '反映单位'] },
  { code: 'caller', title: t('诉求人', 'Caller'), also: ['来电人', '反映人', '诉求人姓名', '来电人姓名', '市民姓名', '联系人'] },
  { code: 'callerPhone', title: t('联系电话', 'Phone of the caller'), also: ['来电号码', '诉求人电话', '联系方式', '来电电话', '电话', '手机号码'] },
] as const satisfies readonly Field[]
export type FieldCode = (typeof fields)[number]['code']

const known = new Map(fields.flatMap((f) => [f.title.zh, f.title.en, ...f.also].map((title) => [titleKey(title), f.code as FieldCode] as const)))

export const knownTitles = [...known.keys()]
export const fieldOf = (title: string) => known.get(titleKey(title))
export const titleOf = (code: FieldCode): Text => fields.find((f) => f.code === code)!.title
