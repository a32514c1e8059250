import { paperSheet, pointsOf } from '@gongyou/contract/papers/style.ts'
import type { Strip } from './flow.ts'

export const areaTop = pointsOf(paperSheet.margin.top)
export const areaBottom = pointsOf(paperSheet.height - paperSheet.margin.bottom)

/** A strip at its place on a page. */
export type Placed = { strip: Strip; y: number }

/** How much must fit from here on: this strip and everything it is tied to. */
const needed = (strips: readonly Strip[], at: number) => {
  let height = 0
  for (let i = at; i < strips.length; i++) {
    height += strips[i]!.height
    if (!strips[i]!.tied) break
  }
  return height
}

/** Deals the strips onto pages; `foot` is kept free at the bottom of the last one. */
export const pagesOf = (strips: readonly Strip[], foot: number): Placed[][] => {
  const pages: Placed[][] = [[]]
  let y = areaTop
  const turn = () => {
    pages.push([])
    y = areaTop
  }
  strips.forEach((strip, i) => {
    const page = pages.at(-1)!
    const height = needed(strips, i)
    // What is taller than a page is not held together.
    const room = height <= areaBottom - areaTop ? height : strip.height
    if (strip.strip === 'new-page' ? page.length > 0 : page.length > 0 && y + room > areaBottom + 0.01) {
      turn()
      // The head of a table is said again where the table goes on.
      if (strip.strip === 'row' && strip.row !== strip.head) {
        pages.at(-1)!.push({ strip: { strip: 'row', row: strip.head, head: strip.head, height: strip.head.height }, y })
        y += strip.head.height
      }
    }
    // A page does not begin with an empty line.
    if (strip.strip === 'blank' && pages.length > 1 && pages.at(-1)!.length === 0) return
    pages.at(-1)!.push({ strip, y })
    y += strip.height
  })
  if (foot > 0 && y + foot > areaBottom) turn()
  return pages
}
