import { t } from '@gongyou/contract/kit/text.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { emptyCell, surveyOf, textCell, type Cell, type Merge, type PlainCell, type Row, type SheetSource } from './cell.ts'
import type { SheetLimits } from './limits.ts'
import { lookOf, numberCell } from './number-cell.ts'
import { SheetRefused } from './sheet-refused.ts'

// By the name the package gives it: in the bundle that `npm start` runs, this file stands in another folder.
const workerFile = createRequire(import.meta.url).resolve('#xls-worker')

type RawCell = { t: string; v: unknown; z: unknown; w: string | undefined; f: boolean }
type RawBook = { date1904: boolean; sheets: { name: string; merges: Merge[]; rows: ((RawCell | undefined)[] | undefined)[] }[] }

/**
 * Opens an old .xls (BIFF, as Excel 97–2003 and WPS .et write it). The format cannot be streamed, so the file is read
 * whole, under a lower limit of size and in a thread that is ended when it takes too long or too much memory.
 */
export async function openXls(path: string, size: number, limits: SheetLimits): Promise<SheetSource> {
  if (size > limits.maxXlsBytes)
    throw new SheetRefused(
      'too-large',
      `.xls of ${size} bytes`,
      t('旧格式 .xls 文件过大，请另存为 .xlsx 后再上传。', 'This old .xls is too large; save it as .xlsx and send that.'),
    )
  const bytes = await readFile(path)
  const named = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  // An encrypted .xlsx hides in the same container; streams are named in UTF-16.
  if (named('EncryptedPackage')) throw new SheetRefused('password', 'encrypted package')
  if (!named('Workbook') && !named('Book')) throw new SheetRefused('not-a-spreadsheet', 'compound file without a workbook')
  const book = await readApart(path, limits.maxXlsSeconds)
  if (book.sheets.length === 0) throw new SheetRefused('unreadable', 'no sheet could be read')
  const system = book.date1904 ? '1904' : '1900'
  const sheetOf = (name = book.sheets[0]?.name) => {
    const sheet = book.sheets.find((s) => s.name === name)
    if (sheet === undefined) throw new RangeError('no such sheet: ' + name)
    return sheet
  }

  const plain = (cell: RawCell): PlainCell => {
    switch (cell.t) {
      case 'n':
        return Number.isFinite(cell.v) ? numberCell(Number(cell.v), lookOf(0, typeof cell.z === 'string' ? cell.z : undefined), system) : emptyCell
      case 's':
        return textCell(String(cell.v ?? ''))
      case 'b':
        return { kind: 'boolean', text: cell.v === true ? 'TRUE' : 'FALSE', value: cell.v === true }
      case 'e':
        return { kind: 'error', text: cell.w ?? '#VALUE!' }
      default:
        return emptyCell
    }
  }

  async function* rows(name?: string): AsyncGenerator<Row[], void, undefined> {
    let batch: Row[] = []
    let count = 0
    for (const [index, raw] of sheetOf(name).rows.entries()) {
      if (raw === undefined) continue
      const cells = raw.map((cell): Cell => {
        if (cell === undefined) return emptyCell
        const value = plain(cell)
        return cell.f ? { kind: 'formula', text: value.text, result: value } : value
      })
      while (cells.at(-1)?.kind === 'empty') cells.pop()
      count += cells.length
      if (count > limits.maxCells) throw new SheetRefused('too-many-cells', `more than ${limits.maxCells} cells`)
      if (cells.length > 0) batch.push({ number: index + 1, cells })
      if (batch.length >= limits.batch) {
        yield batch
        batch = []
      }
    }
    if (batch.length > 0) yield batch
  }

  return {
    format: 'xls',
    sheets: book.sheets.map((s) => s.name),
    rows,
    survey: (name, first) => surveyOf(rows(name), first),
    merges: async (name) => sheetOf(name).merges,
    close: () => Promise.resolve(),
  }
}

// Three changed bytes in a small book make the library run on without end (see the test); hence the clock and the cap.
async function readApart(path: string, seconds: number): Promise<RawBook> {
  const worker = new Worker(workerFile, {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<RawBook | { refused: string }>((resolve, reject) => {
      timer = setTimeout(() => reject(new SheetRefused('unreadable', `.xls not read in ${seconds} s`)), seconds * 1000)
      worker.once('message', resolve)
      // Running out of memory arrives here too.
      worker.once('error', (error) => reject(new SheetRefused('unreadable', String(error))))
      worker.once('exit', (code) => reject(new SheetRefused('unreadable', `.xls reader ended with ${code}`)))
    })
    if ('refused' in answer) throw new SheetRefused(/password|encrypt/i.test(answer.refused) ? 'password' : 'unreadable', answer.refused)
    return answer
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
