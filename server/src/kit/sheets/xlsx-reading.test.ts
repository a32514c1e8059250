import { describe, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { foreignParts, rowsOf, sampleFolder, textsOf, zipTo } from './sheet-samples.ts'

const file = sampleFolder()
const data = (rows: string) => `<sheetData>${rows}</sheetData>`

describe('a workbook of another program', () => {
  it('gives shared strings with rich text joined and pinyin left out', async () => {
    const strings =
      '<si><t>姓名</t></si><si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> A</t></r><rPh sb="0" eb="1"><t>zhāng</t></rPh></si><si><t>𠮷 &amp; &#20018; _x000D_行</t></si><si/>'
    const path = await zipTo(
      file('strings.xlsx'),
      foreignParts(
        data(
          '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="0"/><c r="E2" t="s"><v>2</v></c><c r="F2" t="s"><v>3</v></c></row>',
        ),
        { strings },
      ),
    )
    const source = await openSheet(path)
    expect(source.sheets).toEqual(['会员 & 名册', '说明'])
    await source.close()
    expect(await rowsOf(path)).toEqual([
      {
        number: 2,
        cells: [
          { kind: 'text', text: '姓名' },
          { kind: 'empty', text: '' },
          { kind: 'text', text: '张 A' },
          { kind: 'empty', text: '' },
          { kind: 'text', text: '𠮷 & 串 \r行' },
        ],
      },
    ])
  })

  it('is understood with prefixes, CDATA, comments, single quotes and cells without references', async () => {
    const sheet =
      "<x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t><![CDATA[<甲>&]]></x:t></x:is></x:c><x:c t='str'><x:f>A1&amp;\"\"</x:f><x:v>乙</x:v></x:c><!-- </x:row> --><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>"
    const parts = foreignParts('')
    parts['xl/worksheets/sheet1.xml'] =
      `\ufeff<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</x:worksheet>`
    expect(await rowsOf(await zipTo(file('prefix.xlsx'), parts))).toEqual([
      {
        number: 1,
        cells: [
          { kind: 'text', text: '<甲>&' },
          { kind: 'formula', text: '乙', result: { kind: 'text', text: '乙' } },
          { kind: 'number', text: '3', value: 3 },
        ],
      },
    ])
  })

  it('tells dates from numbers by the format, Chinese formats included', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="000000"/><numFmt numFmtId="178" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="179" formatCode="[Red]0.00&quot;days&quot;"/><numFmt numFmtId="180" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
      [0, 14, 31, 58, 27, 176, 177, 178, 179, 180, 22, 20].map((id) => `<xf numFmtId="${id}"/>`).join('') +
      '</cellXfs>'
    const values = [46082, 46082, 46082, 46082, 46082, 46082, 123, 46082, 1.5, 0.5, 46082.354166666664, 0.35416666666666669]
    const cells = values.map((v, i) => `<c s="${i}"><v>${v}</v></c>`).join('')
    const shown = await textsOf(await zipTo(file('dates.xlsx'), foreignParts(data(`<row>${cells}</row>`), { styles })))
    expect(shown[0]).toEqual([
      '46082',
      '2026-03-01',
      '2026-03-01',
      '2026-03-01',
      '2026-03',
      '2026-03-01',
      '000123',
      '2026-03',
      '1.5',
      '12:00:00',
      '2026-03-01 08:30:00',
      '08:30:00',
    ])
    const old = await zipTo(
      file('1904.xlsx'),
      foreignParts(data('<row><c s="0"><v>44620</v></c></row>'), {
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        workbookPr: '<workbookPr date1904="1"/>',
      }),
    )
    expect(await textsOf(old)).toEqual([['2026-03-01']])
  })

  it('flags numbers whose digits the spreadsheet already lost, and keeps every other kind apart', async () => {
    const path = await zipTo(
      file('kinds.xlsx'),
      foreignParts(
        data(
          '<row r="5"><c><v>1.10118199003071E+17</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f></c><c><v>0.30000000000000004</v></c><c><v>13800001234</v></c></row>',
        ),
      ),
    )
    expect((await rowsOf(path))[0]).toEqual({
      number: 5,
      cells: [
        { kind: 'number', text: '110118199003071000', value: 110118199003071000, damaged: true },
        { kind: 'boolean', text: 'TRUE', value: true },
        { kind: 'error', text: '#N/A' },
        { kind: 'formula', text: '', result: { kind: 'empty', text: '' } },
        { kind: 'number', text: '0.3', value: 0.30000000000000004 },
        { kind: 'number', text: '13800001234', value: 13800001234 },
      ],
    })
  })

  it('offers each sheet, and its merged blocks', async () => {
    const path = await zipTo(
      file('two.xlsx'),
      foreignParts(data('<row><c><v>1</v></c></row>') + '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>', {
        sheet2: data('<row><c><v>2</v></c></row>'),
      }),
    )
    expect(await textsOf(path, '说明')).toEqual([['2']])
    await expect(rowsOf(path, '没有')).rejects.toThrow(RangeError)
    const source = await openSheet(path)
    expect(await source.merges()).toEqual([{ fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 2 }])
    expect(await source.merges('说明')).toEqual([])
    await source.close()
  })
})

describe('a survey', () => {
  const sheets = {
    plain: data(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="15"/><row r="3"><c r="A3" s="0"/></row><row r="4"><c r="B4" t="inlineStr"><is><t>四</t></is></c></row ><row r="9"><c r="A9"><f>A1</f></c></row>',
    ),
    empty: data(''),
    long: data([...Array(5_000).keys()].map((n) => `<row r="${n + 1}">${n % 3 ? `<c r="A${n + 1}"><v>${n}</v></c>` : '<c s="0"/>'}</row>`).join('')),
  }
  it.each(Object.entries(sheets))('of a %s sheet counts the rows that reading gives, and gives the first of them', async (name, sheet) => {
    const path = await zipTo(file(`survey-${name}.xlsx`), foreignParts(sheet))
    const all = await rowsOf(path)
    const source = await openSheet(path)
    for (const first of [0, 1, 3, 60])
      expect(await source.survey(source.sheets[0]!, first)).toEqual({ first: all.slice(0, first), count: all.length })
    await source.close()
  })

  it('still finds merged blocks behind the rows, and refuses a sheet without its end', async () => {
    const merged = `${data('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>')}<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`
    const source = await openSheet(await zipTo(file('survey-merged.xlsx'), foreignParts(merged)))
    await source.survey(source.sheets[0]!, 1)
    expect(await source.merges(source.sheets[0])).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }])
    await source.close()
    const parts = foreignParts('')
    parts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v>'
    const broken = await openSheet(await zipTo(file('survey-broken.xlsx'), parts))
    await expect(broken.survey(broken.sheets[0]!, 1)).rejects.toThrow()
    await broken.close()
  })
})
