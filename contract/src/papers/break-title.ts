import { emsOf } from './written.ts'

/** Squares of 22 pt that fit between the margins, with a little air at both sides. */
const perLine = 18

const neverFirst = /^[，。、；：？！）》〉」』】〕”’的和与及]/
/** A number and what it counts, and what stands in brackets, are not torn. */
const tears = (line: string, word: string) =>
  (/\d$/.test(line) && /^[年月日号届次个]/.test(word)) || (line.match(/（/g)?.length ?? 0) > (line.match(/）/g)?.length ?? 0)
const neverLast = /[（《〈「『【〔“‘]$/

/**
 * Breaks a long title where a reader would: at words, lines of like length, never before a closing sign or 的.
 * A title that somebody has broken already stays as it is.
 */
export const breakTitle = (title: string) => {
  const whole = title.trim()
  if (whole.includes('\n') || emsOf(whole) <= perLine) return whole
  // What stands in brackets at the end is a line of its own where it is long enough to be one.
  const [, before, bracket] = /^([^（）]+)(（[^（）]{6,}）)$/.exec(whole) ?? []
  if (before && bracket && emsOf(before) <= perLine && emsOf(bracket) <= perLine) return `${before}\n${bracket}`
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(whole)].map((s) => s.segment)
  const count = Math.ceil(emsOf(whole) / perLine)
  const lines: string[] = []
  let line = ''
  let left = emsOf(whole)
  for (const [i, word] of words.entries()) {
    const ideal = left / (count - lines.length)
    const fits = emsOf(line) + emsOf(word) / 2 <= ideal
    const mayBreak = line !== '' && lines.length < count - 1 && !tears(line, word) && !neverFirst.test(word) && !neverLast.test(words[i - 1] ?? '')
    if (!fits && mayBreak) {
      lines.push(line)
      left -= emsOf(line)
      line = ''
    }
    line += word
  }
  return [...lines, line].join('\n')
}
