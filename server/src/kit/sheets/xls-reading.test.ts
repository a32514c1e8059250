import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, sampleFolder } from './sheet-samples.ts';
import { openSheet } from './open-sheet.ts';
import { SheetRefused } from './sheet-refused.ts';

const file = sampleFolder();

describe('an old .xls', () => {
  it('gives the same kinds of cells as a new one', async () => {
    const XLSX = await import('@e965/xlsx');
    const sheet = XLSX.utils.aoa_to_sheet([['名册', null], ['姓名𠮷', 42], [null, 1.10118199003071e17]]);
    sheet['C2'] = { t: 'n', v: 46082, z: 'yyyy"年"m"月"d"日"' };
    sheet['D2'] = { t: 'b', v: true };
    sheet['!ref'] = 'A1:D3';
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '会员');
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const path = file('old.xls', bytes);
    const source = await openSheet(path);
    expect([source.format, source.sheets, await source.merges()]).toEqual(['xls', ['会员'], [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 3 }]]);
    expect((await rowsOf(path)).map((r) => [r.number, ...r.cells.map((c) => `${c.kind} ${c.text}`)])).toEqual([
      [1, 'text 名册'], [2, 'text 姓名𠮷', 'number 42', 'date 2026-03-01', 'boolean TRUE'], [3, 'empty ', 'number 110118199003071000'],
    ]);
    for (const n of [8, 100, 600, 2000, bytes.length - 512]) {
      await expect(rowsOf(file('cut.xls', bytes.subarray(0, n))), `cut at ${n}`).rejects.toThrow(SheetRefused);
    }
  });

  it('never breaks or holds up the reader, whatever bytes were changed', { timeout: 120_000 }, async () => {
    const XLSX = await import('@e965/xlsx');
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['姓名', '人数'], ['张三', 1]]), '会员');
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 8, max: bytes.length - 1 }), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
      const changed = Buffer.from(bytes);
      for (const [at, byte] of changes) changed[at] = byte;
      await rowsOf(file('changed.xls', changed), undefined, { maxXlsSeconds: 3 }).catch((error: unknown) => expect(error).toBeInstanceOf(SheetRefused));
    }), { numRuns: 40 });
  });
});
