/** Seeded numbers (mulberry32): the same district on every machine. */
export const seeded = (seed: number) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  const hex = (digits: number) => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    next,
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    /** Picks by weight: `[['courier', 3], ['other', 1]]`. */
    weighted: <T>(list: readonly (readonly [T, number])[]): T => {
      let left = next() * list.reduce((sum, [, w]) => sum + w, 0)
      for (const [value, w] of list) if ((left -= w) < 0) return value
      return list[list.length - 1]![0]
    },
    /** A UUID of version 7 as of a moment, so that generated records sort by when they happened. */
    id: (at: Date) => {
      const ms = Math.max(at.getTime(), 1).toString(16).padStart(12, '0')
      return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(8)}${hex(4)}`
    },
  }
}
export type Random = ReturnType<typeof seeded>
