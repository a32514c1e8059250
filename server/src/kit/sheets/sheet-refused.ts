import { t, type Text } from '@gongyou/contract/kit/text.ts'

/** Why a file was refused as a spreadsheet. */
export type SheetFault = 'empty' | 'truncated' | 'password' | 'not-a-spreadsheet' | 'too-large' | 'too-many-cells' | 'unreadable'

const advice: Record<SheetFault, Text> = {
  empty: t('文件是空的，请重新选择文件。', 'The file is empty; choose another.'),
  truncated: t(
    '文件不完整，可能没有传完，请重新上传；仍不行请用 WPS 或 Excel 打开后另存再传。',
    'The file is incomplete, perhaps the upload broke off; send it again, or open it, save a copy and send that.',
  ),
  password: t(
    '文件设有打开密码，请在 WPS 或 Excel 中取消密码后再上传。',
    'The file asks for a password; remove it in WPS or Excel and send it again.',
  ),
  'not-a-spreadsheet': t('这不是表格文件，请上传 .xlsx、.xls 或 .csv。', 'This is not a spreadsheet; send .xlsx, .xls or .csv.'),
  'too-large': t('文件过大，请删去图片和多余的工作表，或分成几个文件上传。', 'The file is too large; remove pictures and spare sheets, or split it.'),
  'too-many-cells': t(
    '表格的行列过多，请删去数据以外的空行空列，或分成几个文件上传。',
    'The sheet has too many rows or columns; delete empty ones beyond the data, or split it.',
  ),
  unreadable: t(
    '文件内容损坏或格式特殊，请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。',
    'The content is damaged or unusual; open it in WPS or Excel, save as .xlsx and send that.',
  ),
}

/**
 * The one error of this folder: the file cannot be taken, `code` says why and `text` says what the officer should do.
 * `message` adds what was found, for the log; it never quotes cells.
 */
export class SheetRefused extends Error {
  readonly code: SheetFault
  readonly text: Text
  constructor(code: SheetFault, found: string, text: Text = advice[code]) {
    super(`${code}: ${found}`)
    this.name = 'SheetRefused'
    this.code = code
    this.text = text
  }
}
