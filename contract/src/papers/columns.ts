/** How wide a text is in squares: Latin letters and digits are half as wide. */
const squaresOf = (text: string) => [...text].reduce((n, char) => n + (char.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0)

/** Beyond so many squares a cell is set on several lines. */
const widest = 20
const narrowest = 3

/**
 * How the columns of a table share its width: what stands in a column stays on one line where it can; its head may take
 * two. The same for Word and for PDF.
 */
export const columnShares = (rows: readonly (readonly string[])[]): readonly number[] => {
  const count = Math.max(...rows.map((r) => r.length))
  const weights = Array.from({ length: count }, (_, i) => {
    const [head = 0, ...cells] = rows.map((r) => squaresOf(r[i] ?? ''))
    return 0.8 + Math.min(widest, Math.max(narrowest, Math.ceil(head / 2), ...cells))
  })
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => w / sum)
}
