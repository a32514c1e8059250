import { spawnSync } from 'node:child_process'
import type { PaperContent } from '@gongyou/contract/papers/content.ts'
import { layoutOf } from '@gongyou/contract/papers/layout.ts'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { writeDocx } from './docx/write.ts'
import { placeOf } from './pdf/fonts.ts'
import { setLines } from './pdf/lines.ts'
import { flowOf } from './pdf/flow.ts'
import { areaBottom, pagesOf } from './pdf/pages.ts'
import { writePdf } from './pdf/write.ts'

const content: PaperContent = {
  mark: '示范区总工会文件',
  copyNumber: '000001',
  secrecy: '秘密★1年',
  urgency: '特急',
  signer: '郑远山',
  title: '关于开展冬季送温暖工作的请示',
  addressee: '市总工会',
  body: '现将有关情况请示如下：\n一、基本情况\n| 镇街 | 户数 |\n| 鼓楼 | 12 |\n妥否，请批示。',
  annexes: [{ title: '名单', body: '| 姓名 |\n| 𠮷永安 |' }],
  enclosures: [],
  signature: '示范区总工会',
  note: '联系人：林溪言',
  copies: '区委办公室',
  printedBy: '示范区总工会办公室',
}
const pieces = layoutOf({ kind: 'request', number: '示工请〔2026〕1号', issuedOn: '2026-11-20', content })
const about = { title: content.title, author: content.signature, day: '2026-11-20' }

test('the same paper gives the same bytes, whenever and wherever it is written', async () => {
  const [docx, pdf] = [await writeDocx(pieces, about), await writePdf(pieces, about)]
  vi.useFakeTimers({ now: new Date('2031-05-05T05:05:05Z'), toFake: ['Date'] })
  const zone = process.env.TZ
  process.env.TZ = 'America/New_York'
  try {
    expect((await writeDocx(pieces, about)).equals(docx)).toBe(true)
    expect((await writePdf(pieces, about)).equals(pdf)).toBe(true)
  } finally {
    process.env.TZ = zone
    vi.useRealTimers()
  }
  const other = layoutOf({ kind: 'request', number: '示工请〔2026〕2号', issuedOn: '2026-11-20', content })
  expect((await writeDocx(other, about)).equals(docx)).toBe(false)
})

test('the Word file names the fonts, the paper and the lines that the standard asks for', async () => {
  const parts = unzipSync(await writeDocx(pieces, about))
  const xml = strFromU8(parts['word/document.xml']!)
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) expect(xml).toContain(`w:eastAsia="${font}"`)
  expect(xml).toContain('w:line="560" w:lineRule="exact"')
  for (const text of [
    '000001',
    '秘密★1年',
    '特急',
    '签发人：',
    '郑远山',
    '（联系人：林溪言）',
    '抄送：区委办公室。',
    '2026年11月20日印发',
    '附件：名单',
    '𠮷永安',
  ])
    expect(xml).toContain(text)
  // The last text, the empty lines and the signature hold together.
  const tied = [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)].map((m) => m[0]).filter((p) => p.includes('<w:keepNext'))
  expect(tied.some((p) => p.includes('妥否，请批示。'))).toBe(true)
  expect(tied.some((p) => p.includes('>示范区总工会<'))).toBe(true)
  expect(strFromU8(parts['word/styles.xml']!)).toContain('<w:autoSpaceDN w:val="0"/>')
  expect(strFromU8(parts['docProps/core.xml']!)).toContain('2026-11-20T00:00:00Z')
})

test('whatever is written on a paper, both forms come out, and Word holds every letter of it', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((s) => s.replace(/[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/gu, ''))
  await fc.assert(
    fc.asyncProperty(words, words, words, async (title, body, signature) => {
      const odd = layoutOf({
        kind: 'letter',
        number: 'x',
        issuedOn: null,
        content: { ...content, title, body: `| a |\n| ${body} |\n${body}`, signature, annexes: [] },
      })
      expect((await writePdf(odd, about)).subarray(0, 5).toString()).toBe('%PDF-')
      const xml = strFromU8(unzipSync(await writeDocx(odd, about))['word/document.xml']!)
      const read = xml
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&')
      for (const line of title.split('\n')) expect(read).toContain(line)
    }),
    { numRuns: 25 },
  )
})

test('the PDF is small, its words can be copied, and a sign no font has is seen to be missing', async () => {
  const pdf = await writePdf(pieces, about)
  expect(pdf.length).toBeLessThan(200_000)
  expect(placeOf('text', '𠮷').char).toBe('〓')
  expect(placeOf('text', '会').char).toBe('会')
  // Where poppler is at hand, another program reads the text too.
  const read = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  if (read.status === 0) expect(read.stdout).toMatch(/示范区总工会文件[\s\S]*现将有关情况请示如下[\s\S]*—\s*1\s*—/)
})

const even = (char: string) => (/[\u0020-\u007e]/.test(char) ? 8 : 16)
const setting = { width: 160, first: 32, hang: 0, align: 'justify', squeeze: 0 } as const

test('lines are full, none is too long, none begins with a stop, and no sign is lost', () => {
  const text = '根据《中华人民共和国工会法》有关规定，2026年12345热线，经研究，同意。'.repeat(9)
  const lines = setLines([{ text, font: 'text', size: 16 }], setting, even)
  expect(lines.flatMap((l) => l.glyphs.map((g) => g.char)).join('')).toBe(text)
  for (const [i, line] of lines.entries()) {
    expect(line.glyphs.reduce((sum, g) => sum + g.width, 0)).toBeLessThanOrEqual(160 - (i === 0 ? 32 : 0))
    expect(line.glyphs[0]!.char).not.toMatch(/[，。》]/)
    expect(line.glyphs.map((g) => g.char).join('')).not.toMatch(/(^|\D)\d{1,3}$/)
  }
})

test('a page holds twenty-two lines, and the place for the seal is never alone on one', () => {
  let longest = 0
  for (let lines = 1; lines < 80; lines++) {
    const body = Array.from({ length: lines }, () => '各级工会要重视。').join('\n')
    const strips = flowOf(layoutOf({ kind: 'notice', number: 'x', issuedOn: '2026-11-20', content: { ...content, annexes: [], body } }), even)
    const pages = pagesOf(strips, 0)
    const isSeal = (s: (typeof strips)[number]) => s.strip === 'line' && s.lines[0]!.glyphs.map((g) => g.char).join('') === content.signature
    const page = pages.find((p) => p.some((s) => isSeal(s.strip)))!
    const at = page.findIndex((s) => isSeal(s.strip))
    expect(page.slice(0, at).some((s) => s.strip.strip === 'line')).toBe(true)
    for (const placed of pages.flat()) expect(placed.y + placed.strip.height).toBeLessThanOrEqual(areaBottom + 0.02)
    // The page before the last may end early, so that the text and the seal stay together.
    for (const full of pages.slice(1, -2)) expect(full.length).toBe(22)
    longest = Math.max(longest, pages.length)
  }
  expect(longest).toBeGreaterThan(4)
})
