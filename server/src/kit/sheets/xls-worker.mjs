// Reads an old .xls in a thread of its own, because the library can loop or swell on a damaged file and only a thread can
// be ended from outside. Plain JavaScript: a worker is started by file name, before any TypeScript loader is there.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import * as XLSX from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'

// Books older than Excel 97 keep text in the code page of their machine, GBK as a rule.
XLSX.set_cptable(codePages)
try {
  const book = XLSX.read(readFileSync(workerData), {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
    cellFormula: true,
    nodim: true,
    codepage: 936,
  })
  // A damaged book lists sheets of which nothing could be read.
  const names = book.SheetNames.filter((name) => book.Sheets[name] !== undefined)
  parentPort.postMessage({
    date1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: names.map((name) => ({
      name,
      merges: (book.Sheets[name]['!merges'] ?? []).map((m) => ({ fromRow: m.s.r + 1, toRow: m.e.r + 1, fromColumn: m.s.c, toColumn: m.e.c })),
      // Only what a cell needs goes across: kind, value, format, and whether a formula made it.
      rows: Array.from(
        book.Sheets[name]['!data'] ?? [],
        (row) =>
          row &&
          Array.from(row, (cell) => cell && { t: cell.t, v: cell.v, z: cell.z, w: cell.t === 'e' ? cell.w : undefined, f: cell.f !== undefined }),
      ),
    })),
  })
} catch (error) {
  parentPort.postMessage({ refused: error instanceof Error ? error.message : String(error) })
}
