import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SheetRefused } from './sheet-refused.ts'
import { rowsOf, sampleFolder, textsOf } from './sheet-samples.ts'
import { writeCsv } from './write-csv.ts'

const file = sampleFolder()
// 姓名,工会 / 张三,密云 in GBK, by hand, for Node has no GBK encoder.
const gbk = Buffer.from('d0d5c3fb2cb9a4bbe10d0ad5c5c8fd2cc3dcd4c60d0a', 'hex')

// GB 18030 of any text of Latin and common Han, by inverting the decoder once.
const gbkOf = (() => {
  const table = new Map<string, Buffer>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const pair = Buffer.from([high, low])
      const char = decoder.decode(pair)
      if (low !== 0x7f && [...char].length === 1 && char !== '\ufffd') table.set(char, pair)
    }
  return (text: string) => Buffer.concat([...text].map((c) => table.get(c) ?? Buffer.from(c, 'latin1')))
})()

describe('a CSV from elsewhere', () => {
  it('is read in whichever encoding it came', async () => {
    const expected = [
      ['姓名', '工会'],
      ['张三', '密云'],
    ]
    const text = '姓名,工会\r\n张三,密云\r\n'
    for (const [name, bytes] of Object.entries({
      gbk,
      utf8: Buffer.from(text),
      'utf8-bom': Buffer.from('\ufeff' + text),
      'utf16le-bom': Buffer.from('\ufeff' + text, 'utf16le'),
      utf16le: Buffer.from(text, 'utf16le'),
      'utf16be-bom': Buffer.from('\ufeff' + text, 'utf16le').swap16(),
    }))
      expect(await textsOf(file(name, bytes)), name).toEqual(expected)
  })

  it('is cut at whichever separator and line end it uses', async () => {
    for (const s of [',', ';', '\t', '|'])
      for (const end of ['\r\n', '\n', '\r']) {
        const text = [`姓名${s}地址${s}备注`, `张三${s}"甲;乙,丙${s}${end}丁"${s}"说""好"""`, `李四${s}${s}x`].join(end) + end
        expect(await textsOf(file('cut.csv', text))).toEqual([
          ['姓名', '地址', '备注'],
          ['张三', `甲;乙,丙${s}${end}丁`, '说"好"'],
          ['李四', '', 'x'],
        ])
      }
    expect(await textsOf(file('sep.csv', 'sep=;\r\na,b;c\r\n'))).toEqual([['a,b', 'c']])
    expect(await textsOf(file('mixed.csv', 'a,b\r\nc,"d"\ne,f\r\n'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    expect(await textsOf(file('one.csv', '姓名\n张三\n'))).toEqual([['姓名'], ['张三']])
  })

  it('keeps the row numbers, and says which digits are lost', async () => {
    expect(await rowsOf(file('gaps.csv', 'a,b\n\n,\n"0012",1.10118E+17\n="0013",\n'))).toEqual([
      {
        number: 1,
        cells: [
          { kind: 'text', text: 'a' },
          { kind: 'text', text: 'b' },
        ],
      },
      {
        number: 4,
        cells: [
          { kind: 'text', text: '0012' },
          { kind: 'text', text: '1.10118E+17', damaged: true },
        ],
      },
      { number: 5, cells: [{ kind: 'text', text: '0013' }] },
    ])
  })

  it('is refused when a quotation mark swallows the rest, or bytes break off', async () => {
    await expect(rowsOf(file('quote.csv', 'a,b\n"c,d\n' + 'e,f\n'.repeat(20_000)))).rejects.toThrow(SheetRefused)
    await expect(rowsOf(file('bad.csv', Buffer.concat([Buffer.from('姓名\n'.repeat(3000)), Buffer.from([0xff, 0xff])])))).rejects.toThrow(
      SheetRefused,
    )
  })

  it('reads back what was written, in three encodings', async () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', ' ', '张', '三', '密', 'a', '7'),
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, fc.constant('尾')), { minLength: 1, maxLength: 8 }), async (rows) => {
        const path = file('round.csv')
        await writeCsv(path, { name: '', columns: [{ title: '甲' }, { title: '乙' }, { title: '丙' }], rows })
        const written = readFileSync(path, 'utf8')
        const expected = [['甲', '乙', '丙'], ...rows]
        expect(await textsOf(path)).toEqual(expected)
        writeFileSync(path, Buffer.from(written, 'utf16le'))
        expect(await textsOf(path)).toEqual(expected)
        writeFileSync(path, gbkOf(written.slice(1)))
        expect(await textsOf(path)).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})
