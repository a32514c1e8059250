import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'

/** A stretch of text as it will look, whatever style says so. Sizes in points; fonts by name. */
export type ReadRun = { text: string; font: string; size: number; color: string }
export type ReadParagraph = {
  /** Its place among all paragraphs of the document, from 1. */
  number: number
  text: string
  runs: readonly ReadRun[]
  align: string
  /** Line height in points, and whether it is exact. */
  line: { points: number; exact: boolean }
  /** Squares by which the first line stands in, and the whole at the sides. */
  firstEms: number
  leftEms: number
  rightEms: number
  /** Space above, in points. */
  before: number
  inTable: boolean
  inBox: boolean
}
/** Millimetres. */
export type ReadSection = { width: number; height: number; top: number; bottom: number; left: number; right: number }
/** What stands at the foot of pages; `#` is the number of the page. */
export type ReadFooter = { pages: 'all' | 'even' | 'first'; text: string; font: string; size: number; align: string }
export type ReadDocument = {
  paragraphs: readonly ReadParagraph[]
  sections: readonly ReadSection[]
  footers: readonly ReadFooter[]
  evenPages: boolean
}

const wordsOf = (p: ReadParagraph) => {
  const text = p.text.trim()
  return text.length > 14 ? `${text.slice(0, 14)}…` : text
}

/** What is off, in words for an officer. */
export const finding = (rule: string, weight: PaperFinding['weight'], at: ReadParagraph | undefined, says: Text, advice: Text): PaperFinding => ({
  rule,
  weight,
  place: at ? { paragraph: at.number, words: wordsOf(at) } : null,
  says,
  advice,
})

/** Fonts that count as the one the standard names, in Chinese and Latin spelling. */
export const fonts = {
  title: /小标宋|xiaobiaosong/i,
  text: /仿宋|fangsong/i,
  black: /黑体|simhei/i,
  kai: /楷体|楷_|kaiti/i,
  song: /^(?!.*(仿宋|小标宋)).*(宋体|simsun|nsimsun)/i,
} as const

export const isNear = (a: number, b: number, by: number) => Math.abs(a - b) <= by

/** The font and the size in which most of the Chinese of some runs is set. */
export const mostly = (runs: readonly ReadRun[]) => {
  const count = new Map<string, { run: ReadRun; n: number }>()
  for (const run of runs) {
    const n = run.text.replace(/[^\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/g, '').length
    const key = `${run.font}|${run.size}`
    count.set(key, { run, n: (count.get(key)?.n ?? 0) + n })
  }
  const [first] = [...count.values()].sort((a, b) => b.n - a.n)
  return first && first.n > 0 ? first.run : runs[0]
}
