import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const organisationsProblems = {
  'organisations.wrong-parent': [422, t('这类组织不能设在该上级之下', 'This kind of organisation may not stand under that parent')],
  'organisations.own-descendant': [422, t('不能移到自己的下级之下', 'It cannot stand under its own subordinate')],
  'organisations.same-name': [409, t('同一上级下已有同名组织', 'An organisation of this name already stands under this parent')],
  'organisations.uscc-taken': [409, t('这个统一社会信用代码已登记', 'This credit code is already registered')],
  'organisations.dissolved': [409, t('这个组织已经撤销，不能再改', 'This organisation is dissolved and cannot be changed')],
  'organisations.has-children': [409, t('下面还有组织，请先移走或撤销它们', 'Other organisations stand beneath it; move or dissolve them first')],
  'organisations.has-members': [409, t('还有会员在册，请先接转或并入其他工会', 'It still has members; transfer them or merge it into another union')],
  'organisations.date-order': [422, t('日期早于现任上级的起始日期', 'The date is earlier than the start of the present parent')],
  'organisations.term-overlap': [409, t('与已登记的届次时间重叠，或届次号重复', 'Overlaps a recorded term, or the number is taken')],
  'organisations.sheet-refused': [422, t('这个表格文件读不出来', 'This spreadsheet cannot be read')],
  'organisations.sheet-no-header': [
    422,
    t(
      '没有找到表头：要有“上级名称”和“名称”两列。可以先导出一份，照着填',
      'No header found: the columns Parent and Name are needed. Export a workbook first and fill it in the same way',
    ),
  ],
  'organisations.sheet-too-long': [422, t('一次最多导入 5,000 行，请分成几个文件', 'At most 5,000 rows at a time; please split the file')],
  'organisations.sheet-changed': [
    409,
    t('预览之后文件或组织树有了变化，请看过新的预览再确认', 'The file or the tree changed after the preview; look at it again and confirm'),
  ],
} as const satisfies Record<string, ProblemText>
