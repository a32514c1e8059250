import type { PaperPart } from './layout.ts'

/** Fonts by the names that Word and WPS know them by. */
export const paperFonts = { title: '方正小标宋简体', text: '仿宋_GB2312', black: '黑体', kai: '楷体_GB2312', song: '宋体' } as const
export type PaperFont = keyof typeof paperFonts

/** GB/T 9704-2012 chapter 5: A4, type area 156 mm × 225 mm, 22 lines of 28 squares. Millimetres and points. */
export const paperSheet = {
  width: 210,
  height: 297,
  margin: { top: 37, bottom: 35, left: 28, right: 26 },
  line: 28,
  lines: 22,
  squares: 28,
  /** Text size 三号. */
  size: 16,
  /** From the type area down to the dashes beside the page number. */
  pageNumber: 7,
  /** The seal of a district federation and its base unions is 42 mm wide. */
  seal: 42,
} as const

export const pointsOf = (millimetres: number) => (millimetres * 72) / 25.4

export type PartStyle = {
  font: PaperFont
  size: number
  align: 'left' | 'center' | 'right' | 'justify'
  /** Squares by which the first line, and the whole at both sides, stand in. */
  first: number
  side: number
  red?: true
  /** Line height in points, where it is not that of the text. */
  line?: number
}

const text: PartStyle = { font: 'text', size: 16, align: 'justify', first: 2, side: 0 }

/** How each part is set. */
export const partStyles: Record<PaperPart, PartStyle> = {
  classified: { font: 'black', size: 16, align: 'left', first: 0, side: 0 },
  mark: { font: 'title', size: 42, align: 'center', first: 0, side: 0, red: true, line: 56 },
  number: { font: 'text', size: 16, align: 'center', first: 0, side: 0 },
  title: { font: 'title', size: 22, align: 'center', first: 0, side: 0, line: 36 },
  addressee: { font: 'text', size: 16, align: 'left', first: 0, side: 0 },
  text,
  caption: { font: 'black', size: 14, align: 'center', first: 0, side: 0 },
  remark: { font: 'text', size: 12, align: 'justify', first: 0, side: 0, line: 20 },
  level1: { ...text, font: 'black' },
  level2: { ...text, font: 'kai' },
  level3: text,
  level4: text,
  enclosure: { ...text, align: 'left' },
  signature: { font: 'text', size: 16, align: 'right', first: 0, side: 0 },
  date: { font: 'text', size: 16, align: 'right', first: 0, side: 0 },
  note: { ...text, align: 'left' },
  'annex-mark': { font: 'black', size: 16, align: 'left', first: 0, side: 0 },
  'annex-title': { font: 'title', size: 22, align: 'center', first: 0, side: 0, line: 36 },
  copies: { font: 'text', size: 14, align: 'left', first: 0, side: 1 },
  printed: { font: 'text', size: 14, align: 'left', first: 0, side: 1 },
}

/** The mark at the head grows smaller until it fits on one line, as long as 22 pt. */
export const markSize = (mark: string) => Math.max(22, Math.min(42, Math.floor(436 / Math.max(1, [...mark].length))))
