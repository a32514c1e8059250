import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { refuse } from '../../kit/refuse.ts'

// What the first bytes say → the endings under which it may be kept. Whatever is not here is refused: programs, pages,
// scripts, archives, vector drawings (they carry scripts), Office files with macros.
const allowed: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/gif': ['gif'],
  'image/bmp': ['bmp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'],
  'application/zip': ['ofd'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/mp4': ['m4a'],
  'audio/wav': ['wav'],
  'audio/amr': ['amr'],
  'video/mp4': ['mp4', 'm4a'],
  'video/quicktime': ['mov'],
}
const oldOffice: Record<string, string> = {
  doc: 'application/msword',
  wps: 'application/msword',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  dps: 'application/vnd.ms-powerpoint',
}
// Old Office and Windows installers share one container; the names of its streams, UTF-16, tell them apart.
const officeStreams = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document'].map((name) => Buffer.from(name, 'utf16le'))
const texts: Record<string, string> = { txt: 'text/plain', csv: 'text/csv' }

export const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const contentOf = async (path: string, bytes: number) => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const markup = /<\s*(!doctype|html|script|svg|body|iframe|object|embed|\?xml|\?php)/i
/** Text has no mark of its own: no zero bytes, no markup at its beginning. */
const isPlainText = (start: Buffer) => !start.includes(0) && !markup.test(start.toString('latin1')) && !/^#!/.test(start.toString('latin1'))

/** The media type under which a file is kept, judged by its content; throws a sentence where it may not be kept. */
export const judge = async (path: string, name: string) => {
  const ending = endingOf(name)
  const sniffed = (await fileTypeFromFile(path))?.mime as string | undefined
  if (!sniffed) {
    const text = texts[ending]
    if (!text) throw refuse('documents.kind-refused')
    if (!isPlainText(await contentOf(path, 65_536))) throw refuse('documents.not-what-it-says')
    return text
  }
  const endings = allowed[sniffed]
  if (!endings)
    throw refuse(texts[ending] || Object.values(allowed).some((e) => e.includes(ending)) ? 'documents.not-what-it-says' : 'documents.kind-refused')
  if (!endings.includes(ending)) throw refuse(sniffed === 'application/zip' ? 'documents.kind-refused' : 'documents.not-what-it-says')
  if (sniffed === 'application/zip') {
    if (!(await contentOf(path, 20_000_000)).includes('OFD.xml')) throw refuse('documents.not-what-it-says')
    return 'application/ofd'
  }
  if (sniffed === 'application/x-cfb') {
    const content = await contentOf(path, 64_000_000)
    if (!officeStreams.some((stream) => content.includes(stream))) throw refuse('documents.not-what-it-says')
    return oldOffice[ending]!
  }
  return sniffed
}
