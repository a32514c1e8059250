import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { guardCsvText } from './csv-text.ts'
import { isMarked, type SheetPlan, type Target } from './sheet-plan.ts'

/**
 * Writes a CSV as a stream: UTF-8 with a mark, for without it Excel takes Chinese for GBK; CRLF as RFC 4180 has it. Text
 * that a spreadsheet would run as a formula gets an apostrophe in front. Digits beyond fifteen are still rounded by any
 * spreadsheet that opens the file, which is why people are offered .xlsx and only programs CSV.
 */
export async function writeCsv(target: Target, plan: Omit<SheetPlan, 'merges'>): Promise<void> {
  const out = typeof target === 'string' ? createWriteStream(target) : target
  await pipeline(Readable.from(lines(plan), { objectMode: false, highWaterMark: 262_144 }), out)
}

async function* lines(plan: Omit<SheetPlan, 'merges'>): AsyncGenerator<string, void, undefined> {
  const width = plan.columns.length
  let text = '\ufeff' + plan.columns.map((c) => quote(guardCsvText(c.title))).join(',') + '\r\n'
  for await (const row of plan.rows) {
    for (let i = 0; i < width; i++) {
      const given = row[i]
      const value = given !== undefined && isMarked(given) ? given.value : given
      if (i > 0) text += ','
      if (typeof value === 'string') text += quote(guardCsvText(value))
      else if (value !== null && value !== undefined) text += typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
    }
    text += '\r\n'
    if (text.length > 131_072) {
      yield text
      text = ''
    }
  }
  yield text
}

// All four separators are quoted, so that a reader that guesses cannot guess wrong.
const quote = (text: string): string => (/[",;\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
