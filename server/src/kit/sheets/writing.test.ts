import fc from 'fast-check'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { markWorkbook } from './mark-workbook.ts'
import { openSheet } from './open-sheet.ts'
import { SheetRefused } from './sheet-refused.ts'
import { rowsOf, sampleFolder, textsOf } from './sheet-samples.ts'
import { writeCsv } from './write-csv.ts'
import { writeSheet } from './write-sheet.ts'

const file = sampleFolder()
const columns = [{ title: '甲' }, { title: '乙' }, { title: '丙' }]
// A wide mixture: any code point, control characters, lone surrogates, things that look like formulas or escapes.
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      "'",
      '"',
      ',',
      ';',
      '_x0041_',
      '𠮷',
      '䶮',
      ' ',
      '张',
      '\ud83d',
      '\u0000',
      '<',
      '&',
      ']]>',
    ),
    maxLength: 8,
  }),
)
const table = fc.array(
  fc.tuple(
    anyText,
    anyText,
    fc.string({ minLength: 1, maxLength: 5 }).map((s) => s + '.'),
  ),
  { minLength: 1, maxLength: 5 },
)

describe('a written workbook', () => {
  it('reads back the same, any string whatever', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const path = file('round.xlsx')
        await writeSheet(path, { sheets: [{ name: '名册', columns, rows }] })
        expect((await textsOf(path)).slice(1)).toEqual(rows)
      }),
      { numRuns: 150 },
    )
  })

  it('never holds a formula, and keeps kinds', async () => {
    const path = file('kinds.xlsx')
    await writeSheet(path, {
      sheets: [
        {
          name: 'a/b',
          columns: [{ title: '文' }, { title: '日', kind: 'date' }, { title: '数', kind: 'number' }, { title: '是', kind: 'boolean' }],
          rows: [
            ['=1+1', '2026-03-01', 42, true],
            ['110118199003070019', '不详', 1e17, null],
            [null, '1900-01-05', -1.5],
          ],
        },
        { name: 'A:B', columns: [], rows: [] },
      ],
    })
    expect((await openSheet(path)).sheets).toEqual(['a b', 'A B(2)'])
    expect((await rowsOf(path)).slice(1).map((r) => r.cells.map((c) => `${c.kind} ${c.text}`))).toEqual([
      ['text =1+1', 'date 2026-03-01', 'number 42', 'boolean TRUE'],
      ['text 110118199003070019', 'text 不详', 'text 100000000000000000'],
      ['empty ', 'text 1900-01-05', 'number -1.5'],
    ])
  })

  it('passes on what goes wrong with the rows or with the target', async () => {
    const failing = async function* () {
      yield ['甲']
      throw new Error('database gone')
    }
    await expect(writeSheet(file('failing.xlsx'), { sheets: [{ name: 'x', columns, rows: failing() }] })).rejects.toThrow('database gone')
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) })
    await expect(writeSheet(full, { sheets: [{ name: 'x', columns, rows: [['甲']] }] })).rejects.toThrow('disk full')
    const wide = Array.from({ length: 16_385 }, () => ({ title: 'x' }))
    await expect(writeSheet(file('wide.xlsx'), { sheets: [{ name: 'x', columns: wide, rows: [] }] })).rejects.toThrow(SheetRefused)
  })

  it('cuts what no cell can hold, between characters', async () => {
    const path = file('long.xlsx')
    await writeSheet(path, { sheets: [{ name: 'x', columns: [{ title: '甲' }], rows: [['𠮷'.repeat(20_000)]] }] })
    const text = (await textsOf(path))[1]?.[0] ?? ''
    expect(text.length).toBeLessThanOrEqual(32_767)
    expect(text.endsWith('𠮷…')).toBe(true)
  })
})

describe('the workbook that goes back', () => {
  it('shows each bad cell with its reason and what to do', async () => {
    const path = file('marked.xlsx')
    const counts = await markWorkbook(path, {
      name: '退回',
      language: 'zh',
      only: 'bad',
      columns: [{ title: '姓名' }, { title: '证件号码' }],
      rows: [
        { number: 3, values: ['张三', '110118199003070019'], problems: [] },
        {
          number: 4,
          values: ['李四', '1'],
          problems: [{ column: 1, reason: { zh: '应为18位', en: '18 characters' }, suggestion: { zh: '请对照证件', en: 'Compare' } }],
        },
      ],
    })
    expect(counts).toEqual({ rows: 2, bad: 1 })
    expect(await textsOf(path)).toEqual([
      ['姓名', '证件号码', '原表行号', '问题', '修改建议'],
      ['李四', '1', '4', '证件号码：应为18位', '请对照证件'],
    ])
  })
})

describe('a CSV', () => {
  it('never comes alive in a spreadsheet', async () => {
    let text = ''
    const sink = new Writable({
      decodeStrings: false,
      write: (chunk: Buffer | string, _encoding, done) => {
        text += chunk.toString()
        done()
      },
    })
    await writeCsv(sink, {
      name: '',
      columns: [{ title: '=甲' }, { title: '乙', kind: 'number' }],
      rows: [
        ['=cmd|x', -5],
        ['＝1', 1],
        ["'=1", 2],
        ['\tx', 3],
      ],
    })
    expect(text).toBe("\ufeff'=甲,乙\r\n\"'=cmd|x\",-5\r\n'＝1,1\r\n''=1,2\r\n\"'\tx\",3\r\n")
  })
})
