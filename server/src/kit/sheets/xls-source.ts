import { readFile } from 'node:fs/promises';
import { emptyCell, textCell, type Cell, type Merge, type PlainCell, type Row, type SheetSource } from './cell.ts';
import type { SheetLimits } from './limits.ts';
import { lookOf, numberCell } from './number-cell.ts';
import { SheetRefused } from './sheet-refused.ts';

/**
 * Opens an old .xls (BIFF, as Excel 97–2003 and WPS .et write it). The format cannot be streamed, so the file is read
 * whole and has a lower limit. The library is loaded on first use only: it is large and most files are .xlsx.
 */
export async function openXls(path: string, size: number, limits: SheetLimits): Promise<SheetSource> {
  if (size > limits.maxXlsBytes) throw new SheetRefused('too-large', `.xls of ${size} bytes`);
  const bytes = await readFile(path);
  // An encrypted .xlsx hides in the same container; its streams are named in UTF-16.
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new SheetRefused('password', 'encrypted package');
  const named = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (!named('Workbook') && !named('Book')) throw new SheetRefused('not-a-spreadsheet', 'compound file without a workbook');
  const XLSX = await import('@e965/xlsx');
  // Books older than Excel 97 keep text in the code page of their machine, GBK as a rule.
  const codePages = await import('@e965/xlsx/dist/cpexcel.full.mjs');
  XLSX.set_cptable(codePages);
  let book: ReturnType<typeof XLSX.read>;
  try {
    book = XLSX.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, cellText: false, cellFormula: true, nodim: true, codepage: 936 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SheetRefused(/password|encrypt/i.test(why) ? 'password' : 'unreadable', why);
  }
  const system = book.Workbook?.WBProps?.date1904 === true ? '1904' : '1900';
  const sheetOf = (name = book.SheetNames[0] ?? '') => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new RangeError('no such sheet: ' + name);
    return sheet;
  };

  const plain = (cell: import('@e965/xlsx').CellObject): PlainCell => {
    switch (cell.t) {
      case 'n': return numberCell(Number(cell.v), lookOf(0, typeof cell.z === 'string' ? cell.z : undefined), system);
      case 's': return textCell(String(cell.v ?? ''));
      case 'b': return { kind: 'boolean', text: cell.v === true ? 'TRUE' : 'FALSE', value: cell.v === true };
      case 'e': return { kind: 'error', text: cell.w ?? '#VALUE!' };
      default: return emptyCell;
    }
  };

  async function* rows(name?: string): AsyncGenerator<Row[], void, undefined> {
    const data = sheetOf(name)['!data'] ?? [];
    let batch: Row[] = [];
    let count = 0;
    for (const [index, raw] of data.entries()) {
      if (raw === undefined) continue;
      const cells: Cell[] = Array.from(raw, (cell) => {
        if (cell === undefined) return emptyCell;
        const value = plain(cell);
        return cell.f === undefined ? value : { kind: 'formula', text: value.text, result: value };
      });
      while (cells.at(-1)?.kind === 'empty') cells.pop();
      count += cells.length;
      if (count > limits.maxCells) throw new SheetRefused('too-many-cells', `more than ${limits.maxCells} cells`);
      if (cells.length > 0) batch.push({ number: index + 1, cells });
      if (batch.length >= limits.batch) { yield batch; batch = []; }
    }
    if (batch.length > 0) yield batch;
  }

  const merges = async (name?: string): Promise<Merge[]> =>
    (sheetOf(name)['!merges'] ?? []).map((m) => ({ fromRow: m.s.r + 1, toRow: m.e.r + 1, fromColumn: m.s.c, toColumn: m.e.c }));
  return { format: 'xls', sheets: book.SheetNames, rows, merges, close: () => Promise.resolve() };
}
