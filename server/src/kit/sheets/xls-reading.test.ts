import fc from 'fast-check'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { rowsOf, sampleFolder } from './sheet-samples.ts'
import { openSheet } from './open-sheet.ts'
import { SheetRefused } from './sheet-refused.ts'

const file = sampleFolder()
// A small book in which three bytes were changed (at 1524, 2078 and 2563), packed: the library never comes back from it.
const endless =
  '7ZdLTxNRFMd/dzptp6WFadGILAjpRqMLlQZlAxTigmCshJL4iAmPqNQggRQ27vAVN5r4Ady4dKVuNCEm1g9gNLhzBW51MSQkbpDRe2YGB6IRFI0P/sk5M/Ofe+85mXPPOXdevczM33vUuMA6dBBhxU0QC3EKMIIH23vWsuK6bkC72/ir8NF13RVfTCDqx3Nb/h/ROR0BgvjrnI8DFpAAkkANkALSQC1Q55UAMkAWqAd2ADu3988fL8dC9/38HEyiKqglaoNz9F6biQY9pUSZPHmm6aV10/azGGLf8HvPxv32cJIJKowxwgQTjP2w/QAbmSN9M8qWYbP2wzjScrjl2287vjs/YdkQizJSeRFPVBWxOCxg8NB8LmeFt8BZJnU9KZXz+eneEr8F3eLDsNI+VBW0KwPFXQwy7BbPsqLrRT+QcU9Ft0s9g6FK9WibH68lVZBxt0XnRNeiV3wic94Ic4hGHJlxx0+FqOqiwkWGuUST2UobDagcyWJP6QA1xZ5SMznKlMnRfSHHOOPkiPXnmGKKHHOX9ft5KaywtC64W8XHfvH6/wq/HkMS+hukuKkrGoZqPHFq4BYmCsU7zugm6XgFNuY0+Idngy8H50Dy1Dh60z3DwuKK6gKrqgqfdYGmRdtru1YKrF1gfQB7WZqzh+RqGtpr0jAtGzSFwTnq5D4j1m0slu8vzh0f6escFH6f8PtFXxVmJrT+NeGve0d/o1Y4Y1WbRtr/HzBQr0+nBzxCecRscfK8JlQwonkwUYwYtfKJbN+A0/mePu2i0+O551ihj1NHxDkoV9PZK1zCsb8SDoPk6jxdXDuMLI/l96UQGjWr4toNHalRq55RK9yWJGvL1h7K1tpuJcua4fItT0n+enwC'

describe('an old .xls', () => {
  it('gives the same kinds of cells as a new one', async () => {
    const XLSX = await import('@e965/xlsx')
    const sheet = XLSX.utils.aoa_to_sheet([
      ['名册', null],
      ['姓名𠮷', 42],
      [null, 1.10118199003071e17],
    ])
    sheet['C2'] = { t: 'n', v: 46082, z: 'yyyy"年"m"月"d"日"' }
    sheet['D2'] = { t: 'b', v: true }
    sheet['!ref'] = 'A1:D3'
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, '会员')
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
    const path = file('old.xls', bytes)
    const source = await openSheet(path)
    expect([source.format, source.sheets, await source.merges()]).toEqual(['xls', ['会员'], [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 3 }]])
    expect((await rowsOf(path)).map((r) => [r.number, ...r.cells.map((c) => `${c.kind} ${c.text}`)])).toEqual([
      [1, 'text 名册'],
      [2, 'text 姓名𠮷', 'number 42', 'date 2026-03-01', 'boolean TRUE'],
      [3, 'empty ', 'number 110118199003071000'],
    ])
    for (const n of [8, 100, 600, 2000, bytes.length - 512]) {
      await expect(rowsOf(file('cut.xls', bytes.subarray(0, n))), `cut at ${n}`).rejects.toThrow(SheetRefused)
    }
  })

  it('never breaks or holds up the reader, whatever bytes were changed', { timeout: 120_000 }, async () => {
    const XLSX = await import('@e965/xlsx')
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['姓名', '人数'],
        ['张三', 1],
      ]),
      '会员',
    )
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 8, max: bytes.length - 1 }), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const changed = Buffer.from(bytes)
          for (const [at, byte] of changes) changed[at] = byte
          await rowsOf(file('changed.xls', changed), undefined, { maxXlsSeconds: 3 }).catch((error: unknown) =>
            expect(error).toBeInstanceOf(SheetRefused),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is given up when the library runs on without end', { timeout: 30_000 }, async () => {
    const bytes = inflateRawSync(Buffer.from(endless, 'base64'))
    await expect(rowsOf(file('endless.xls', bytes), undefined, { maxXlsSeconds: 2 })).rejects.toThrow('not read in 2 s')
  })
})
