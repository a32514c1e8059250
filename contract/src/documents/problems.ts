import type { ProblemText } from '../kit/problem.ts'
import { t } from '../kit/text.ts'

export const documentsProblems = {
  'documents.no-file': [400, t('没有收到文件', 'No file was received')],
  'documents.empty': [422, t('这是一个空文件', 'This file is empty')],
  'documents.kind-refused': [
    415,
    t(
      '不接受这种文件。可以上传 PDF、图片、Word、Excel、PowerPoint、OFD、文本、音频和视频',
      'This kind of file is not accepted. PDF, pictures, Word, Excel, PowerPoint, OFD, text, sound and video are',
    ),
  ],
  'documents.not-what-it-says': [
    415,
    t('文件内容与扩展名不符，请用原来的格式重新保存后上传', 'The content does not fit the name; save it in its own format and upload again'),
  ],
  'documents.store-away': [503, t('文件暂时无法读取，请稍后再试', 'The file store cannot be reached; please try again later')],
} as const satisfies Record<string, ProblemText>
