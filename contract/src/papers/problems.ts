import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const papersProblems = {
  'papers.no-such-template': [404, t('没有这个模板', 'No such template')],
  'papers.template-faults': [422, t('模板里有不认识的变量，请按提示修改', 'The template uses tokens that nobody supplies')],
  'papers.value-misfit': [422, t('填写的内容与模板的变量不符', 'A value does not fit its token')],
  'papers.already-issued': [
    409,
    t('这份公文已经签发，不能再改；有误请作废后重发', 'This paper has been issued and cannot change; withdraw it and issue another'),
  ],
  'papers.not-issued': [409, t('这份公文还没有签发', 'This paper has not been issued yet')],
  'papers.withdrawn': [409, t('这份公文已经作废', 'This paper has been withdrawn')],
  'papers.incomplete': [422, t('公文还没有写完，请补齐后再签发', 'The paper is not complete; fill in what is missing before it is issued')],
  'papers.code-taken': [409, t('这个机关代字已有组织使用', 'Another organisation uses this code')],
  'papers.number-taken': [409, t('这个文号已被使用，请检查机关代字', 'This number is in use; look at the code of the organisation')],
  'papers.scan-kind': [415, t('盖章扫描件请用 PDF 或图片（JPG、PNG）', 'A sealed scan is a PDF or a picture (JPG, PNG)')],
  'papers.no-scan': [404, t('还没有上传盖章扫描件', 'No sealed scan has been handed in')],
  'papers.check-refused': [422, t('这个文件无法检查', 'This file cannot be checked')],
} as const satisfies Record<string, ProblemText>
