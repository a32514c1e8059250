import type { PaperFont } from '@gongyou/contract/papers/style.ts'
import LineBreaker from 'linebreak'

/** A stretch of text in one font. */
export type Stretch = { text: string; font: PaperFont; size: number; red?: boolean }
export type Glyph = { char: string; font: PaperFont; size: number; red: boolean; width: number }
/** A set line: glyphs from `x` on, `gap` added after each. */
export type Line = { glyphs: readonly Glyph[]; x: number; gap: number }
export type Measure = (char: string, font: PaperFont, size: number) => number

type Setting = { width: number; first: number; hang: number; align: 'left' | 'center' | 'right' | 'justify'; squeeze: number }

/** After which character a line may end, by the rules of Unicode for Chinese and Latin (UAX 14). */
const breaksIn = (text: string) => {
  const breaker = new LineBreaker(text)
  const ends = new Set<number>()
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) ends.add(at.position)
  return ends
}

const widthOf = (glyphs: readonly Glyph[], gap: number) => glyphs.reduce((sum, g) => sum + g.width, 0) + gap * Math.max(0, glyphs.length - 1)

/** Spreads what is left of a full line between its glyphs; the last line of a paragraph stays as it is. */
const place = (glyphs: readonly Glyph[], setting: Setting, inset: number, last: boolean): Line => {
  const room = setting.width - inset
  const left = room - widthOf(glyphs, setting.squeeze)
  if (setting.align === 'center') return { glyphs, x: inset + left / 2, gap: setting.squeeze }
  if (setting.align === 'right') return { glyphs, x: inset + left, gap: setting.squeeze }
  const spread = setting.align === 'justify' && !last && glyphs.length > 1 ? left / (glyphs.length - 1) : 0
  // A line with one long word in it is better short than torn apart.
  return { glyphs, x: inset, gap: setting.squeeze + (spread < 6 ? spread : 0) }
}

/** Breaks a paragraph into lines of a width. */
export const setLines = (stretches: readonly Stretch[], setting: Setting, measure: Measure): Line[] => {
  const text = stretches.map((s) => s.text).join('')
  const ends = breaksIn(text)
  const glyphs = stretches.flatMap((s) =>
    [...s.text].map((char) => ({ char, font: s.font, size: s.size, red: s.red ?? false, width: measure(char, s.font, s.size) })),
  )
  const lines: Line[] = []
  let from = 0
  let unit = 0
  let mayEnd = 0
  let used = 0
  for (let i = 0; i < glyphs.length; i++) {
    const inset = lines.length === 0 ? setting.first : setting.hang
    used += glyphs[i]!.width + (i > from ? setting.squeeze : 0)
    if (used > setting.width - inset + 0.01 && i > from) {
      const to = mayEnd > from ? mayEnd : i
      lines.push(place(trimmed(glyphs.slice(from, to)), setting, inset, false))
      from = to
      used = widthOf(glyphs.slice(from, i + 1), setting.squeeze)
    }
    unit += glyphs[i]!.char.length
    if (ends.has(unit)) mayEnd = i + 1
  }
  lines.push(place(glyphs.slice(from), setting, lines.length === 0 ? setting.first : setting.hang, true))
  return lines
}

const trimmed = (glyphs: readonly Glyph[]) => (glyphs.at(-1)?.char === ' ' ? glyphs.slice(0, -1) : glyphs)
