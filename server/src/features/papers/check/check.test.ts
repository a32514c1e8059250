import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { breakTitle } from '@gongyou/contract/papers/break-title.ts'
import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import { layoutOf } from '@gongyou/contract/papers/layout.ts'
import { contentOf, exampleValues, fillTemplate } from '@gongyou/contract/papers/template.ts'
import { standardTemplates } from '@gongyou/contract/papers/templates/index.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { Refused } from '../../../kit/refuse.ts'
import { writeDocx } from '../docx/write.ts'
import { checkDocx } from './check.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const asFile = (content: Uint8Array) => {
  const at = path.join(folder, String(count++))
  writeFileSync(at, content)
  return at
}
const rulesIn = async (content: Uint8Array) => (await checkDocx(asFile(content))).findings.map((f) => f.rule)

const paperOf = (code: string, change: object = {}) => {
  const template = standardTemplates.find((t) => t.code === code)!
  const text = fillTemplate(template, { ...exampleValues(template.tokens), organisation: '示范区总工会' })
  const { kind } = template
  const content = {
    ...contentOf(text, { mark: `示范区总工会${paperKind(kind).mark}`, signature: '示范区总工会', printedBy: '示范区总工会办公室' }),
    ...change,
  }
  const whole = { ...content, title: breakTitle(content.title), signer: '郑远山' }
  return writeDocx(layoutOf({ kind, number: `示工${paperKind(kind).word}〔2026〕12号`, issuedOn: '2026-11-20', content: whole }), {
    title: content.title,
    author: '示范区总工会',
    day: '2026-11-20',
  })
}

test.each(standardTemplates.map((t) => t.code))('our own paper “%s” has nothing off', async (code) => {
  expect(await rulesIn(await paperOf(code))).toEqual([])
  expect(await rulesIn(await paperOf(code, { enclosures: ['名单', '统计表'], copies: '区委办公室，各镇街总工会' }))).toEqual([])
})

const good = await paperOf('notice', {
  enclosures: ['走访名单', '报送表'],
  body: '为做好工作，现通知如下：\n一、摸清底数\n（一）逐户走访\n1.走访要细。\n（1）不漏一户。\n特此通知。',
})
const parts = unzipSync(good)
/** The good paper with one thing changed in one part; a change that changes nothing is a fault of the test. */
const planted = (part: string, change: (text: string) => string) => {
  const before = strFromU8(parts[part]!)
  const after = change(before)
  if (after === before) throw new Error(`nothing was changed in ${part}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}
const inText = (change: (text: string) => string) => planted('word/document.xml', change)
/** Changes only the paragraph that contains some words. */
const inParagraph = (words: string, change: (text: string) => string) =>
  inText((xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs, (p) => (p.includes(`>${words}<`) ? change(p) : p)))
const footer = Object.keys(parts).find((name) => /footer\d\.xml$/.test(name) && strFromU8(parts[name]!).includes('w:val="right"'))!
const font = (from: string, to: string) => (p: string) => p.replaceAll(`w:eastAsia="${from}"`, `w:eastAsia="${to}"`)

const faults: readonly (readonly [rule: string, content: () => Uint8Array])[] = [
  ['paper-size', () => inText((x) => x.replace('w:w="11906"', 'w:w="12240"'))],
  ['margin-top', () => inText((x) => x.replace(/w:top="2098"/, 'w:top="1440"'))],
  ['margin-bottom', () => inText((x) => x.replace(/w:bottom="1984"/, 'w:bottom="1440"'))],
  ['margin-left', () => inText((x) => x.replace(/w:left="1587"/, 'w:left="1800"'))],
  ['margin-right', () => inText((x) => x.replace(/w:right="1474"/, 'w:right="1800"'))],
  ['page-number-missing', () => inText((x) => x.replace(/<w:footerReference[^>]*\/>/g, ''))],
  ['page-number-form', () => planted(footer, (x) => x.replaceAll('— ', '- ').replaceAll(' —', ' -'))],
  ['page-number-font', () => planted(footer, (x) => x.replace(/w:sz w:val="28"/g, 'w:sz w:val="18"'))],
  ['page-number-side', () => planted('word/settings.xml', (x) => x.replace(/<w:evenAndOddHeaders[^>]*\/>/, ''))],
  ['number-missing', () => inText((x) => x.replace('示工发〔2026〕12号', '内部文件'))],
  ['number-brackets', () => inText((x) => x.replace('〔2026〕', '[2026]'))],
  ['number-brackets', () => inText((x) => x.replace('〔2026〕', '（2026）'))],
  ['number-di', () => inText((x) => x.replace('〔2026〕12号', '〔2026〕第12号'))],
  ['number-zero', () => inText((x) => x.replace('〔2026〕12号', '〔2026〕012号'))],
  ['number-year', () => inText((x) => x.replace('〔2026〕', '〔26〕'))],
  ['number-form', () => inText((x) => x.replace('〔2026〕12号', '〔2026〕 12 号'))],
  ['title-missing', () => inParagraph('关于做好2026年冬季送温暖工作的通知', () => '')],
  ['title-font', () => inParagraph('关于做好2026年冬季送温暖工作的通知', font('方正小标宋简体', '宋体'))],
  ['title-size', () => inParagraph('关于做好2026年冬季送温暖工作的通知', (p) => p.replace('w:sz w:val="44"', 'w:sz w:val="36"'))],
  ['title-centre', () => inParagraph('关于做好2026年冬季送温暖工作的通知', (p) => p.replace('<w:jc w:val="center"/>', ''))],
  ['title-stop', () => inText((x) => x.replace('送温暖工作的通知<', '送温暖工作的通知。<'))],
  ['addressee-missing', () => inParagraph('各镇街总工会、直属工会：', () => '')],
  ['addressee-colon', () => inText((x) => x.replace('直属工会：', '直属工会:'))],
  ['level1-form', () => inText((x) => x.replace('>一、摸清底数', '>一.摸清底数'))],
  ['level2-form', () => inText((x) => x.replace('>（一）逐户走访', '>(一)逐户走访'))],
  ['level2-form', () => inText((x) => x.replace('>（一）逐户走访', '>（一）、逐户走访'))],
  ['level3-form', () => inText((x) => x.replace('>1.走访要细', '>1、走访要细'))],
  ['level4-form', () => inText((x) => x.replace('>（1）不漏一户', '>(1)不漏一户'))],
  ['level1-font', () => inParagraph('一、摸清底数', font('黑体', '仿宋_GB2312'))],
  ['level2-font', () => inParagraph('（一）逐户走访', font('楷体_GB2312', '仿宋_GB2312'))],
  ['body-missing', () => inText((x) => x.replace(/<w:p>(?:(?!<w:p>).)*?>(为做好工作|一、|（一）|1\.|（1）|特此)(?:(?!<w:p>).)*?<\/w:p>/gs, ''))],
  ['body-font', () => inParagraph('特此通知。', font('仿宋_GB2312', '宋体'))],
  ['body-size', () => inParagraph('特此通知。', (p) => p.replace('w:sz w:val="32"', 'w:sz w:val="28"'))],
  ['line-height', () => inParagraph('特此通知。', (p) => p.replace('w:lineRule="exact"', 'w:lineRule="auto"'))],
  ['line-height', () => inParagraph('特此通知。', (p) => p.replace('w:line="560"', 'w:line="400"'))],
  ['indent', () => inParagraph('特此通知。', (p) => p.replace(/<w:ind[^>]*\/>/, ''))],
  ['indent-spaces', () => inParagraph('特此通知。', (p) => p.replace(/<w:ind[^>]*\/>/, '').replace('>特此', '>　　特此'))],
  ['enclosure-colon', () => inText((x) => x.replace('附件：1.', '附件:1.'))],
  ['enclosure-order', () => inText((x) => x.replace('附件：1.', '附件：1、'))],
  ['enclosure-stop', () => inText((x) => x.replace('走访名单<', '走访名单；<'))],
  ['enclosure-marks', () => inText((x) => x.replace('走访名单<', '《走访名单》<'))],
  ['date-missing', () => inParagraph('2026年11月20日', () => '')],
  ['date-form', () => inText((x) => x.replace('>2026年11月20日<', '>二〇二六年十一月二十日<'))],
  ['date-form', () => inText((x) => x.replace('>2026年11月20日<', '>2026.11.20<'))],
  ['date-form', () => inText((x) => x.replace('>2026年11月20日<', '>2026年01月20日<'))],
  [
    'signature-missing',
    () => inText((x) => x.replace(/<w:p>(?:(?!<w:p>).)*?>示范区总工会<(?:(?!<w:p>).)*?<\/w:p>(?=<w:p>(?:(?!<w:p>).)*?>2026年11月20日<)/s, '')),
  ],
  // The signature follows the last enclosure at once.
  [
    'seal-place',
    () => inText((x) => x.replace(/(报送表<\/w:t><\/w:r><\/w:p>)(?:<w:p>(?:(?!<w:p>).)*?<w:t[^>]*?>(?:<\/w:t>|)(?:(?!<w:p>).)*?<\/w:p>){2}/s, '$1')),
  ],
]

describe('every planted fault is found', () => {
  test('the paper to plant in has none', async () => expect(await rulesIn(good)).toEqual([]))
  test.each(faults)('%s (%#)', async (rule, content) => {
    const found = await checkDocx(asFile(content()))
    expect(found.findings.map((f) => f.rule)).toContain(rule)
    // What is found has words for what to do, and no more than a few others follow from one fault.
    for (const f of found.findings) expect(f.advice.zh.length).toBeGreaterThan(3)
    expect(found.findings.length).toBeLessThanOrEqual(4)
  })
})

test('a style further off counts as much as what is set in place', async () => {
  const styled = inParagraph('特此通知。', (p) => p.replace('<w:pPr>', '<w:pPr><w:pStyle w:val="Mine"/>').replace(/<w:rFonts[^>]*\/>/, ''))
  const all = unzipSync(styled)
  const styles = strFromU8(all['word/styles.xml']!)
  const withStyle = (font: string) =>
    zipSync({
      ...all,
      'word/styles.xml': strToU8(
        styles.replace(
          '</w:styles>',
          `<w:style w:type="paragraph" w:styleId="Below"><w:rPr><w:rFonts w:eastAsia="${font}"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Below"/></w:style></w:styles>`,
        ),
      ),
    })
  expect(await rulesIn(withStyle('宋体'))).toEqual(['body-font'])
  expect(await rulesIn(withStyle('FangSong'))).toEqual([])
})

test.each([
  ['an empty file', Buffer.alloc(0), /空的/],
  ['an old .doc', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(2000)]), /旧的 \.doc/],
  ['a file with a password', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), /密码/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
  ['an RTF', Buffer.from('{\\rtf1 }'), /RTF/],
  ['a renamed program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 0x90)]), /不是 Word/],
  ['a file cut short', Buffer.from(good.subarray(0, good.length / 2)), /不完整/],
  ['a spreadsheet', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })), /不是 Word/],
  ['a doctype', Buffer.from(planted('word/document.xml', (x) => x.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "cc">]><w:document'))), /损坏/],
  ['a part that swells without end', Buffer.from(zipSync({ ...parts, 'word/document.xml': new Uint8Array(70_000_000) }, { level: 9 })), /过大|损坏/],
  ['XML that does not end', Buffer.from(planted('word/document.xml', (x) => x.slice(0, x.length / 2))), /损坏/],
])('%s is refused with words', async (_, content, words) => {
  await expect(checkDocx(asFile(content))).rejects.toThrow(words)
  await expect(checkDocx(asFile(content))).rejects.toBeInstanceOf(Refused)
})

test('whatever bytes are changed, there are findings or a refusal, and never a fault of ours', async () => {
  const bytes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  const texts = fc.array(
    fc.tuple(fc.nat(strFromU8(parts['word/document.xml']!).length - 1), fc.constantFrom('<', '>', '"', '&', '/', '\u0000', '9', 'w:')),
    { minLength: 1, maxLength: 6 },
  )
  const tryOne = (content: Uint8Array) =>
    checkDocx(asFile(content)).then(
      (found) => expect(found.findings).toBeInstanceOf(Array),
      (error: unknown) => expect(error).toBeInstanceOf(Refused),
    )
  await fc.assert(
    fc.asyncProperty(bytes, async (changes) => {
      const content = Uint8Array.from(good)
      for (const [at, value] of changes) content[at] = value
      await tryOne(content)
    }),
    { numRuns: 120 },
  )
  await fc.assert(
    fc.asyncProperty(texts, async (changes) => {
      let xml = strFromU8(parts['word/document.xml']!)
      for (const [at, sign] of changes) xml = xml.slice(0, at) + sign + xml.slice(at + 1)
      await tryOne(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
    }),
    { numRuns: 80 },
  )
})
