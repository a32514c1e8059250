import { open } from 'node:fs/promises'
import { t } from '@gongyou/contract/kit/text.ts'
import { refuse } from '../../../kit/refuse.ts'
import { SheetRefused, type SheetFault } from '../../../kit/sheets/sheet-refused.ts'
import { type Archive, openArchive } from '../../../kit/sheets/zip-archive.ts'
import { parseXml } from '../../../kit/sheets/xml-part.ts'
import type { ReadDocument } from './model.ts'
import { readDocument } from './read.ts'

/** No part of an honest paper swells past this. */
const mostInflated = 64 * 1024 * 1024

const no = (zh: string, en: string) => refuse('papers.check-refused', { says: t(zh, en) })
const notWord = () => no('这不是 Word 文件，请上传 .docx 格式的公文', 'This is not a Word file; send a paper as .docx')

const words: Partial<Record<SheetFault, () => Error>> = {
  password: () => no('文件设有打开密码，请在 WPS 或 Word 中取消密码后再检查', 'The file asks for a password; remove it in WPS or Word first'),
  truncated: () => no('文件不完整，可能没有传完或已损坏，请重新保存后再试', 'The file is incomplete or damaged; save it again and retry'),
  'too-large': () => no('文件展开后过大，请删去图片后再检查', 'The file unpacks to too much; remove pictures and retry'),
}
const damaged = () =>
  no('文件内容损坏，请用 WPS 或 Word 打开，另存为 .docx 后再检查', 'The content is damaged; open it in WPS or Word, save as .docx and retry')

const startsWith = (start: Buffer, bytes: string) => start.subarray(0, bytes.length / 2).toString('hex') === bytes

/** Judges a file by its first bytes; what is no zip is told apart, so that the officer knows what to do. */
const judge = async (path: string) => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1_000_000), 0, 1_000_000, 0)
    const start = buffer.subarray(0, bytesRead)
    if (bytesRead === 0) throw no('文件是空的', 'The file is empty')
    if (startsWith(start, 'd0cf11e0a1b11ae1')) {
      if (start.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw words.password!()
      throw no(
        '这是旧的 .doc（或 .wps）格式，请用 WPS 或 Word 打开，另存为 .docx 后再检查',
        'This is the old .doc (or .wps) format; open it in WPS or Word, save as .docx and retry',
      )
    }
    if (start.subarray(0, 5).toString() === '%PDF-')
      throw no('这是 PDF，无法检查版式，请上传原来的 .docx', 'This is a PDF; send the .docx it was made from')
    if (start.subarray(0, 5).toString() === '{\\rtf')
      throw no('这是 RTF 文件，请另存为 .docx 后再检查', 'This is an RTF file; save it as .docx and retry')
    if (!startsWith(start, '504b0304')) throw notWord()
  } finally {
    await file.close()
  }
}

/** The part that holds the text: usually word/document.xml, but the package itself says which. */
const mainPartOf = async (archive: Archive) => {
  let main = 'word/document.xml'
  if (archive.names.has('_rels/.rels'))
    await parseXml(archive.read('_rels/.rels'), {
      open: (name, attribute) => {
        if (name === 'Relationship' && attribute('Type')?.endsWith('/officeDocument')) main = (attribute('Target') ?? main).replace(/^\//, '')
      },
    })
  if (!archive.names.has(main) || /^(xl|ppt)\//.test(main)) throw notWord()
  return main
}

/** Opens a file as a Word document, or refuses it with words. Entities and doctypes are refused by the parser beneath. */
export const openDocx = async (path: string): Promise<ReadDocument> => {
  await judge(path)
  let archive: Archive | undefined
  try {
    archive = await openArchive(path, mostInflated)
    return await readDocument(archive, await mainPartOf(archive))
  } catch (error) {
    if (error instanceof SheetRefused) throw (words[error.code] ?? damaged)()
    throw error
  } finally {
    await archive?.close()
  }
}
