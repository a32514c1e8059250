import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { SheetRefused, type SheetFault } from './sheet-refused.ts'
import { foreignParts, rowsOf, sampleFolder, zipTo } from './sheet-samples.ts'
import { writeSheet } from './write-sheet.ts'

const file = sampleFolder()
const row = '<sheetData><row><c><v>1</v></c></row></sheetData>'

async function faultOf(path: string, limits = {}): Promise<SheetFault | 'taken'> {
  try {
    await rowsOf(path, undefined, limits)
    return 'taken'
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error
    expect(error.text.zh).not.toBe('')
    return error.code
  }
}

describe('a file that is no good', () => {
  it('is refused by what it is, whatever its name', async () => {
    expect(await faultOf(file('empty.xlsx', ''))).toBe('empty')
    expect(await faultOf(file('virus.xlsx', Buffer.from('MZ\x90\x00\x03\x00binary', 'latin1')))).toBe('not-a-spreadsheet')
    expect(await faultOf(file('paper.xlsx', '%PDF-1.7 …'))).toBe('not-a-spreadsheet')
    expect(await faultOf(file('web.xls', '<html><table><tr><td>姓名</td></tr></table></html>'))).toBe('not-a-spreadsheet')
    expect(await faultOf(file('random.csv', Buffer.from([1, 2, 3, 0, 255, 254, 0, 7])))).toBe('not-a-spreadsheet')
    expect(await faultOf(await zipTo(file('letter.docx'), { 'word/document.xml': '<w/>' }))).toBe('not-a-spreadsheet')
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await faultOf(file('locked.xlsx', locked))).toBe('password')
    expect(await faultOf(file('word.doc', Buffer.concat([locked.subarray(0, 1000), Buffer.from('WordDocument', 'utf16le')])))).toBe(
      'not-a-spreadsheet',
    )
  })

  it('is refused when it is larger than it may be, however small it claims to be', async () => {
    expect(await faultOf(file('long.csv', 'a,b\n'.repeat(1000)), { maxBytes: 1000 })).toBe('too-large')
    const zeros = '<sheetData>' + ' '.repeat(30_000_000) + '</sheetData>'
    const bomb = await zipTo(file('bomb.xlsx'), foreignParts(zeros))
    expect(readFileSync(bomb).length).toBeLessThan(50_000)
    expect(await faultOf(bomb, { maxInflated: 10_000_000 })).toBe('too-large')
    const lying = readFileSync(bomb)
    // The central directory says one byte where thirty million come.
    const at = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    lying.writeUInt32LE(1, at + 24)
    writeFileSync(file('lying.xlsx'), lying)
    expect(await faultOf(file('lying.xlsx'), { maxInflated: 10_000_000 })).toBe('too-large')
    const wide =
      '<sheetData>' + Array.from({ length: 100 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join('') + '</sheetData>'
    expect(await faultOf(await zipTo(file('wide.xlsx'), foreignParts(wide)), { maxCells: 100_000 })).toBe('too-many-cells')
    expect(
      await faultOf(await zipTo(file('strings.xlsx'), foreignParts(row, { strings: '<si><t>甲</t></si>'.repeat(100) })), { maxStringChars: 1000 }),
    ).toBe('too-large')
  })

  it('is refused when it brings a doctype or an entity of its own', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'
    for (const part of ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels']) {
      const parts = foreignParts(row, { strings: '<si><t>&b;</t></si>' })
      parts[part] = doctype + (parts[part] ?? '').replace(/<\?xml.*?\?>\s*/, '')
      expect(await faultOf(await zipTo(file('doctype.xlsx'), parts)), part).toBe('unreadable')
    }
    expect(await faultOf(await zipTo(file('entity.xlsx'), foreignParts('<sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>')))).toBe(
      'unreadable',
    )
  })

  it('is refused when it was cut off at any byte', async () => {
    const whole = file('whole.xlsx')
    await writeSheet(whole, {
      sheets: [
        { name: '名册', columns: [{ title: '姓名' }, { title: '人数', kind: 'number' }], rows: Array.from({ length: 30 }, (_, i) => [`张${i}`, i]) },
      ],
    })
    const bytes = readFileSync(whole)
    for (let n = 0; n < bytes.length; n++) {
      const fault = await faultOf(file('cut.xlsx', bytes.subarray(0, n)))
      expect(fault, `cut at ${n}`).toBe(n === 0 ? 'empty' : 'truncated')
    }
  })

  it('never breaks the reader, whatever bytes were changed', async () => {
    const whole = await zipTo(
      file('base.xlsx'),
      foreignParts('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>5</v></c></row></sheetData>', {
        strings: '<si><t>甲</t></si>',
      }),
    )
    const bytes = readFileSync(whole)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Buffer.from(bytes)
        for (const [at, byte] of changes) changed[at] = byte
        await faultOf(file('changed.xlsx', changed))
      }),
      { numRuns: 400 },
    )
  })

  it('never breaks the reader, whatever XML stands in a worksheet', async () => {
    const pieces = fc.constantFrom(
      '<row',
      ' r="1"',
      '>',
      '<c',
      ' r="A1"',
      ' r="ZZZZ9"',
      ' t="s"',
      ' t="inlineStr"',
      '<v>',
      '</v>',
      '<is>',
      '<t>',
      '</t>',
      '</c>',
      '</row>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&#x110000;',
      '&amp;',
      '9',
      '甲',
      '/>',
      '<f>',
      '"',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (xml) => {
        await faultOf(await zipTo(file('xml.xlsx'), foreignParts(`<sheetData>${xml.join('')}</sheetData>`)))
      }),
      { numRuns: 300 },
    )
  })

  it('can be left in the middle, and is closed all the same', async () => {
    const long = file('long.xlsx')
    await writeSheet(long, {
      sheets: [{ name: 'x', columns: [{ title: '甲' }], rows: Array.from({ length: 50_000 }, (_, i) => [`第${i * 7919}行`]) }],
    })
    const source = await openSheet(long)
    for await (const batch of source.rows()) {
      expect(batch.length).toBeGreaterThan(0)
      break
    }
    await source.close()
    await source.close()
    const text = await openSheet(file('long.csv', '甲,乙\n'.repeat(100_000)))
    for await (const _ of text.rows()) {
      void _
      break
    }
    await text.close()
  })

  it('is refused when its content does not match its checksum', async () => {
    const bytes = readFileSync(file('base.xlsx'))
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    bytes.writeUInt32LE(1, at + 16)
    expect(await faultOf(file('crc.xlsx', bytes))).toBe('unreadable')
  })
})
