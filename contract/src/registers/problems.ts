import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const registersProblems = {
  'registers.no-such-register': [404, t('没有这个名册，或已停用', 'There is no such register, or it is no longer kept')],
  'registers.faulty': [422, t('名册定义有误，请按提示修改', 'The declaration of the register has faults')],
  'registers.revision-taken': [409, t('这个版本已发布，请刷新后再改', 'This revision is published already; reload')],
  'registers.code-taken': [409, t('这个名册已有一份草稿，请打开它继续改', 'There is a draft of this register already; go on with that one')],
  'registers.already-entered': [409, t('名册里已有相同的一条，请直接更新那一条', 'The register already has such an entry; change that one')],
  'registers.no-such-entry': [409, t('名册里没有对应的在册条目，请先登记', 'The register has no standing entry for this; enter it first')],
  'registers.ended': [409, t('这一条已终止，不能再改；如需继续请先恢复', 'The entry is ended; restore it first')],
  'registers.not-ended': [409, t('这一条没有终止', 'The entry is not ended')],
  'registers.too-early-to-renew': [409, t('还没到可以续期的时候', 'It is too early to renew')],
  'registers.no-validity': [409, t('这个名册没有有效期，不用续期', 'Entries of this register have no end to renew')],
  'registers.dates-wrong': [422, t('截止日期早于起始日期，请核对', 'The last day lies before the first; please check')],
  'registers.nothing-changed': [422, t('没有改动任何内容', 'Nothing was changed')],
  'registers.owner-needed': [422, t('请选择这一条属于谁', 'Say what the entry belongs to')],
  'registers.no-such-place': [422, t('请选一个您范围内的在册组织', 'Choose an organisation of the register within your reach')],
  'registers.unmask-needed': [403, t('导出敏感内容需要“查看敏感信息”权限', 'Exporting personal data needs the right to see it unmasked')],
  'registers.purpose-needed': [422, t('导出敏感内容要写明用途', 'Say what the personal data are needed for')],
  'registers.sheet-refused': [422, t('这个文件不能作为表格读取', 'This file cannot be read as a spreadsheet')],
  'registers.sheet-no-header': [422, t('没有找到表头：请用本名册的模板，首行写各项名称', 'No header found: use the template of this register')],
  'registers.sheet-too-long': [422, t('一次最多导入 5,000 行，请分成几个文件', 'At most 5,000 rows at a time; please split the file')],
  'registers.sheet-changed': [409, t('预览之后名册或文件有变化，请重新预览', 'The register or the file has changed since the preview; look again')],
} as const satisfies Record<string, ProblemText>
