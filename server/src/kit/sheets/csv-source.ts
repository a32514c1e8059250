import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { emptyCell, surveyOf, type PlainCell, type Row, type SheetSource } from './cell.ts'
import { csvShapeOf, unguardCsvText, type CsvShape } from './csv-text.ts'
import type { SheetLimits } from './limits.ts'
import { SheetRefused } from './sheet-refused.ts'
import { encodingOf, type TextEncoding } from './text-encoding.ts'

// Excel's own limit; past it a quotation mark was opened and never closed, and the rest of the file is in one cell.
const longestCell = 32_767

/** Opens a text table of any encoding and separator. Every cell is text: a CSV knows no kinds. Throws SheetRefused. */
export async function openCsv(path: string, limits: SheetLimits): Promise<SheetSource> {
  const encoding = await encodingOf(path)

  async function* rows(): AsyncGenerator<Row[], void, undefined> {
    const text = textOf(path, encoding)
    let start = ''
    while (start.length < 65_536) {
      const { done, value } = await text.next()
      if (done === true) break
      start += value
    }
    const shape = csvShapeOf(start)
    const source = Readable.from(plainLines(start.slice(shape.skip), text, shape))
    const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: shape.separator, newline: shape.lines === 'mixed' ? '\n' : shape.lines })
    // pipe() does not hand errors on; without this a bad byte would end the table quietly.
    source.on('error', (error) => parser.destroy(error))
    source.pipe(parser)
    let number = shape.skip > 0 ? 1 : 0
    let count = 0
    let batch: Row[] = []
    try {
      for await (const record of parser as AsyncIterable<string[]>) {
        number++
        count += record.length
        if (count > limits.maxCells) throw new SheetRefused('too-many-cells', `more than ${limits.maxCells} cells`)
        const cells = record.map((text) => cellOf(text, number))
        while (cells.at(-1)?.kind === 'empty') cells.pop()
        if (cells.length > 0) batch.push({ number, cells })
        if (batch.length >= limits.batch) {
          yield batch
          batch = []
        }
      }
    } finally {
      source.destroy()
    }
    if (batch.length > 0) yield batch
  }

  return {
    format: 'csv',
    sheets: ['CSV'],
    rows,
    survey: (_, first) => surveyOf(rows(), first),
    merges: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  }
}

async function* textOf(path: string, encoding: TextEncoding): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true })
  try {
    for await (const chunk of createReadStream(path, { start: encoding.mark, highWaterMark: 262_144 }))
      yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? new SheetRefused('unreadable', 'bytes outside ' + encoding.name) : error
  }
}

async function* plainLines(start: string, rest: AsyncIterable<string>, shape: CsvShape): AsyncGenerator<string, void, undefined> {
  let held = ''
  const plain = (piece: string): string => {
    if (shape.lines !== 'mixed') return piece
    const whole = held + piece
    held = whole.endsWith('\r') ? '\r' : ''
    return (held === '' ? whole : whole.slice(0, -1)).replaceAll('\r\n', '\n')
  }
  yield plain(start)
  for await (const piece of rest) yield plain(piece)
  yield held
}

function cellOf(raw: string, row: number): PlainCell {
  if (raw.length > longestCell)
    throw new SheetRefused('unreadable', `a cell of row ${row} is longer than ${longestCell}, perhaps an open quotation mark`)
  const text = unguardCsvText(raw)
  if (text === '') return emptyCell
  // A spreadsheet wrote this number out in short, so its digits are lost: 1.10118E+17.
  return text.includes('E+') && /^\d(?:\.\d+)?E\+(?:1[5-9]|2\d)$/.test(text) ? { kind: 'text', text, damaged: true } : { kind: 'text', text }
}
