import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { titleKey } from '../../../kit/sheets/find-header.ts'

type Field = { code: string; title: Text; width: number; also?: readonly string[]; kind?: 'number' | 'date' }

/** The columns of the organisation workbook, in and out; either language and the usual other words are understood. */
export const fields = [
  { code: 'parent', title: t('上级名称', 'Parent'), width: 32, also: ['上级', '上级组织', '上级工会', '隶属'] },
  { code: 'kind', title: t('类型', 'Kind'), width: 18, also: ['组织类型', '工会类型'] },
  { code: 'kindCode', title: t('类型代码', 'Kind code'), width: 20 },
  { code: 'name', title: t('名称', 'Name'), width: 40, also: ['组织名称', '工会名称', '单位名称', '全称'] },
  { code: 'shortName', title: t('简称', 'Short name'), width: 16 },
  { code: 'uscc', title: t('信用代码', 'Credit code'), width: 22, also: ['统一社会信用代码', '社会信用代码', 'USCC'] },
  { code: 'town', title: t('镇街', 'Town'), width: 16, also: ['乡镇街道', '所属镇街', '镇（街道）'] },
  { code: 'townCode', title: t('镇街代码', 'Town code'), width: 12 },
  { code: 'approvalNumber', title: t('批准文号', 'Approval number'), width: 22, also: ['批复文号'] },
  { code: 'foundedOn', title: t('成立日期', 'Founded on'), width: 12, kind: 'date', also: ['建会日期', '批准成立日期', '建会时间'] },
  { code: 'workersDeclared', title: t('职工数', 'Workers'), width: 10, kind: 'number', also: ['职工人数'] },
  { code: 'womenDeclared', title: t('女职工数', 'Women workers'), width: 10, kind: 'number', also: ['女职工人数', '其中女职工'] },
  { code: 'unitsCovered', title: t('覆盖单位数', 'Units covered'), width: 10, kind: 'number' },
  { code: 'phone', title: t('电话', 'Phone'), width: 16, also: ['联系电话'] },
  { code: 'address', title: t('地址', 'Address'), width: 32, also: ['联系地址'] },
  { code: 'termNumber', title: t('届次', 'Term'), width: 8, kind: 'number' },
  { code: 'termFrom', title: t('本届起始日期', 'Term from'), width: 14, kind: 'date', also: ['当选日期', '本届选举日期'] },
  { code: 'termYears', title: t('任期（年）', 'Term years'), width: 10, kind: 'number', also: ['任期'] },
  { code: 'termTo', title: t('届满日期', 'Term until'), width: 12, kind: 'date', also: ['届满时间', '任期届满日期'] },
] as const satisfies readonly Field[]
export type FieldCode = (typeof fields)[number]['code']

const all: readonly Field[] = fields
const known = new Map(all.flatMap((f) => [f.title.zh, f.title.en, ...(f.also ?? [])].map((title) => [titleKey(title), f.code as FieldCode] as const)))

export const knownTitles = [...known.keys()]
export const fieldOf = (title: string) => known.get(titleKey(title))
export const titleOf = (code: FieldCode): Text => fields.find((f) => f.code === code)!.title
