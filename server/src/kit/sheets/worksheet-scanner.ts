import type { DateSystem } from '@gongyou/contract/kit/typed-date.ts'
import { columnIndex, emptyCell, mergeOf, textCell, type Cell, type Merge, type PlainCell, type Row } from './cell.ts'
import { numberCell, type NumberLook } from './number-cell.ts'
import { SheetRefused } from './sheet-refused.ts'
import { unescapeCell, unescapeXml } from './xml-text.ts'

/** What the scanner needs to know to turn stored values into cells, and how many cells it may make. */
export type ScanContext = {
  readonly strings: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly dateSystem: DateSystem
  readonly maxCells: number
  /** After so many rows the others are only counted; all become cells when it is not given. */
  readonly rowsWanted?: number
}

/**
 * Turns worksheet XML, given in pieces, into rows. Written by hand because a whole SAX parse of a large sheet costs three
 * times as much CPU (decisions/0005): it knows tags, text, CDATA and comments, tolerates any namespace prefix, and
 * ignores every element it was not made for. Small parts go through the real parser.
 */
export class WorksheetScanner {
  readonly merges: Merge[] = []
  rows: Row[] = []
  /** Rows with something in them so far, made into cells or only counted. */
  counted = 0
  readonly #context: ScanContext
  #rest = ''
  #rowNumber = 0
  #cells: Cell[] = []
  #column = -1
  #made = 0
  #type = ''
  #style = ''
  #value = ''
  #inline = ''
  #formula = false
  #inPhonetic = false
  #into: 'v' | 't' | undefined
  #skimming = false
  #sawSheet = false
  #ended = false

  constructor(context: ScanContext) {
    this.#context = context
  }

  /** Takes the next piece; finished rows appear in `rows`, from where the caller takes them. */
  write(piece: string): void {
    const xml = this.#rest === '' ? piece : this.#rest + piece
    let at = 0
    for (;;) {
      if (this.#skimming) {
        const close = xml.indexOf('</row', at)
        const end = close < 0 ? 0 : xml.indexOf('>', close) + 1
        if (end === 0) break
        if (/<[vtf][ >]/.test(xml.slice(at, close))) this.counted++
        at = end
        this.#skimming = false
        continue
      }
      const open = xml.indexOf('<', at)
      if (open < 0) {
        if (this.#into === undefined) at = xml.length
        break
      }
      const end = tokenEnd(xml, open)
      if (end < 0) break
      if (this.#into !== undefined && open > at) this.#text(unescapeXml(xml.slice(at, open)))
      this.#token(xml, open, end)
      at = end
    }
    this.#rest = at === 0 ? xml : xml.slice(at)
    // A cell holds 32,767 characters; a megabyte without a tag is no worksheet.
    if (this.#rest.length > 4_000_000) throw new SheetRefused('unreadable', 'a single token of four million characters')
  }

  /** Says that no more comes. Throws SheetRefused when the sheet was not closed. */
  end(): void {
    if (!this.#sawSheet || !this.#ended) throw new SheetRefused('unreadable', 'worksheet part without its end')
  }

  #token(xml: string, open: number, end: number): void {
    const second = xml.charCodeAt(open + 1)
    if (second === 47 /* / */) return this.#close(localName(xml, open + 2))
    if (second === 33 /* ! */) {
      if (xml.startsWith('<![CDATA[', open)) {
        if (this.#into !== undefined) this.#text(xml.slice(open + 9, end - 3))
      } else if (!xml.startsWith('<!--', open)) throw new SheetRefused('unreadable', 'doctype in a worksheet')
      return
    }
    if (second === 63 /* ? */) return
    const name = localName(xml, open + 1)
    this.#open(name, xml, open, end)
    if (xml.charCodeAt(end - 2) === 47) this.#close(name)
    // With a prefix the end of the row reads otherwise; such sheets are rare enough to be read in full.
    else if (name === 'row' && this.counted >= (this.#context.rowsWanted ?? Infinity)) this.#skimming = xml.startsWith('<row', open)
  }

  #text(text: string): void {
    if (this.#into === 'v') this.#value += text
    else this.#inline += text
  }

  #open(name: string, xml: string, open: number, end: number): void {
    switch (name) {
      case 'c': {
        this.#type = this.#style = this.#value = this.#inline = ''
        this.#formula = false
        let reference = ''
        // Attributes by hand: r, s and t are all that is wanted, in any order and either quote.
        for (let i = open + 2; i < end;) {
          const equals = xml.indexOf('=', i)
          if (equals < 0 || equals >= end) break
          const quote = xml.charAt(equals + 1)
          const stop = xml.indexOf(quote, equals + 2)
          if (stop < 0 || stop > end) break
          const key = xml.charCodeAt(equals - 1)
          if (xml.charCodeAt(equals - 2) <= 32) {
            if (key === 114) reference = xml.slice(equals + 2, stop)
            else if (key === 115) this.#style = xml.slice(equals + 2, stop)
            else if (key === 116) this.#type = xml.slice(equals + 2, stop)
          }
          i = stop + 1
        }
        this.#column = reference === '' ? this.#column + 1 : columnOf(reference)
        if (++this.#made > this.#context.maxCells) throw new SheetRefused('too-many-cells', `more than ${this.#context.maxCells} cells`)
        break
      }
      case 'v':
        this.#into = 'v'
        break
      case 't':
        if (!this.#inPhonetic) this.#into = 't'
        break
      case 'f':
        this.#formula = true
        break
      case 'rPh':
        this.#inPhonetic = true
        break
      case 'row': {
        const number = /\sr=["'](\d{1,7})["']/.exec(xml.slice(open, end))?.[1]
        this.#rowNumber = number === undefined ? this.#rowNumber + 1 : Number(number)
        this.#cells = []
        this.#column = -1
        break
      }
      case 'worksheet':
        this.#sawSheet = true
        break
      case 'mergeCell': {
        const merge = mergeOf(/\sref=["']([^"']*)["']/.exec(xml.slice(open, end))?.[1] ?? '')
        if (merge !== undefined && this.merges.length < 100_000) this.merges.push(merge)
        break
      }
    }
  }

  #close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#into = undefined
        break
      case 'c':
        this.#endCell()
        break
      case 'rPh':
        this.#inPhonetic = false
        break
      case 'row':
        if (this.#cells.length > 0) {
          this.rows.push({ number: this.#rowNumber, cells: this.#cells })
          this.counted++
          this.#cells = []
        }
        break
      case 'worksheet':
        this.#ended = true
        break
    }
  }

  #endCell(): void {
    const plain = this.#plain()
    if (plain.kind === 'empty' && !this.#formula) return
    const cells = this.#cells
    // Gaps count as cells too, or one value in column XFD of every row would cost sixteen thousand unpaid ones.
    this.#made += Math.max(0, this.#column - cells.length)
    if (this.#made > this.#context.maxCells) throw new SheetRefused('too-many-cells', 'gaps included')
    while (cells.length < this.#column) cells.push(emptyCell)
    cells[this.#column] = this.#formula ? { kind: 'formula', text: plain.text, result: plain } : plain
  }

  #plain(): PlainCell {
    const value = this.#value
    switch (this.#type) {
      case 'inlineStr':
        return textCell(unescapeCell(this.#inline))
      case 's': {
        if (value === '') return emptyCell
        const text = this.#context.strings[Number(value)]
        if (text === undefined) throw new SheetRefused('unreadable', 'shared string outside the table')
        return textCell(text)
      }
      case 'str':
        return textCell(unescapeCell(value))
      case 'b':
        return value === ''
          ? emptyCell
          : { kind: 'boolean', text: value.trim() === '1' || value === 'true' ? 'TRUE' : 'FALSE', value: value.trim() === '1' || value === 'true' }
      case 'e':
        return value === '' ? emptyCell : { kind: 'error', text: value }
      // ISO dates, which only strict-format workbooks write.
      case 'd':
        return textCell(value.replace(/T00:00:00(?:\.0+)?Z?$/, ''))
    }
    if (value === '') return emptyCell
    const number = Number(value)
    if (!Number.isFinite(number)) throw new SheetRefused('unreadable', 'a number cell without a number')
    const look = this.#style === '' ? 'plain' : (this.#context.looks[Number(this.#style)] ?? 'plain')
    return numberCell(number, look, this.#context.dateSystem)
  }
}

function columnOf(reference: string): number {
  let letters = 0
  while (letters < reference.length && reference.charCodeAt(letters) >= 65) letters++
  const column = columnIndex(reference.slice(0, letters))
  if (!(column >= 0 && column < 16384)) throw new SheetRefused('unreadable', 'cell reference outside a sheet')
  return column
}

function tokenEnd(xml: string, open: number): number {
  if (xml.charCodeAt(open + 1) === 33) {
    // Near the end of a piece “<!-” may still become a comment.
    if (xml.length - open < 9) return -1
    const mark = xml.startsWith('<!--', open) ? '-->' : xml.startsWith('<![CDATA[', open) ? ']]>' : '>'
    const at = xml.indexOf(mark, open + (mark === '-->' ? 4 : 2))
    return at < 0 ? -1 : at + mark.length
  }
  return xml.indexOf('>', open) + 1 || -1
}

// The four names that make up nine tenths of a sheet; answering with constants spares millions of short strings.
const short: Readonly<Record<number, string | undefined>> = { 99: 'c', 118: 'v', 116: 't', 102: 'f' }

function localName(xml: string, from: number): string {
  const after = xml.charCodeAt(from + 1)
  if (after === 62 || after === 32 || after === 47) {
    const known = short[xml.charCodeAt(from)]
    if (known !== undefined) return known
  }
  let start = from
  let i = from
  for (; i < xml.length; i++) {
    const c = xml.charCodeAt(i)
    if (c === 58) start = i + 1
    else if (c <= 32 || c === 47 || c === 62) break
  }
  return xml.slice(start, i)
}
