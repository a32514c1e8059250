import { t } from '@gongyou/contract/kit/text.ts'
import { open } from 'node:fs/promises'
import type { SheetSource } from './cell.ts'
import { openCsv } from './csv-source.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { SheetRefused } from './sheet-refused.ts'
import { openXls } from './xls-source.ts'
import { openXlsx } from './xlsx-source.ts'

/**
 * Opens a spreadsheet of any of three formats, told by its content, never by its name. Nothing is run, fetched or
 * expanded on its behalf. Throws SheetRefused for anything that cannot be taken; the caller closes the source.
 */
export async function openSheet(path: string, limits: Partial<SheetLimits> = {}): Promise<SheetSource> {
  const all = { ...defaultLimits, ...limits }
  const { head, size } = await beginning(path)
  if (size === 0) throw new SheetRefused('empty', 'no bytes')
  if (size > all.maxBytes) {
    const mb = (n: number) => Math.floor(n / 1_048_576)
    throw new SheetRefused(
      'too-large',
      `${size} bytes`,
      t(
        `文件有 ${mb(size)} MB，上限是 ${mb(all.maxBytes)} MB。请删去图片和多余的工作表，或分成几个文件上传。`,
        `The file has ${mb(size)} MB; the limit is ${mb(all.maxBytes)} MB. Remove pictures and spare sheets, or split it.`,
      ),
    )
  }
  if (startsLike(head, zipMark)) return openXlsx(path, all)
  if (startsLike(head, compoundMark)) {
    if (size < 512) throw new SheetRefused('truncated', 'compound file shorter than its header')
    return openXls(path, size, all)
  }
  refuseOthers(head)
  return openCsv(path, all)
}

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

// A broken-off upload may hold only part of the mark.
const startsLike = (head: Buffer, mark: Buffer): boolean => {
  const n = Math.min(head.length, mark.length)
  return head.subarray(0, n).equals(mark.subarray(0, n))
}

async function beginning(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(1024, size))
    await file.read(buffer, 0, buffer.length, 0)
    return { head: buffer, size }
  } finally {
    await file.close()
  }
}

// Programs, PDF, pictures, archives, and a zip that has no file in it.
const otherMarks = [
  'MZ',
  '\x7fELF',
  '%PDF-',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'PK\x05\x06',
  'PK\x07\x08',
  '{\\rtf',
]

function refuseOthers(head: Buffer): void {
  const start = head.toString('latin1')
  if (otherMarks.some((mark) => start.startsWith(mark))) throw new SheetRefused('not-a-spreadsheet', 'another kind of file')
  // Old systems “export to Excel” by naming a web page or an XML document .xls.
  if (/^(\xef\xbb\xbf)?\s*(<!doctype|<html|<table|<\?xml|<meta|<head|mime-version)/i.test(start)) {
    throw new SheetRefused(
      'not-a-spreadsheet',
      'a web page or XML document',
      t(
        '这是网页或 XML 改名成的表格，请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。',
        'This is a web page or XML document named as a spreadsheet; open it in WPS or Excel, save as .xlsx and send that.',
      ),
    )
  }
}
