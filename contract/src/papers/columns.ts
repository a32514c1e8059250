/** How wide a text is in squares: Latin letters and digits are about half as wide, capitals somewhat more. */
const squaresOf = (text: string) => [...text].reduce((n, char) => n + (char >= '\u2000' ? 1 : /[A-Z]/.test(char) ? 0.72 : 0.55), 0)

/** Squares of the small type that stand beside each other in a table. */
const available = 36
/** Beyond so many squares a cell is set on several lines. */
const widest = 20
const narrowest = 2
/** Air at both sides of a cell. */
const air = 0.9

/** Short columns get what they need; long ones share what is left. */
const shared = (needs: readonly number[]): readonly number[] => {
  const given = new Map<number, number>()
  for (let more = true; more;) {
    const left = available - [...given.values()].reduce((a, b) => a + b, 0)
    const open = needs.flatMap((need, i) => (given.has(i) ? [] : [{ need, i }]))
    const fair = left / Math.max(1, open.length)
    const small = open.filter(({ need }) => need <= fair)
    more = small.length > 0 && small.length < open.length
    if (more) for (const { need, i } of small) given.set(i, need)
  }
  const left = available - [...given.values()].reduce((a, b) => a + b, 0)
  const open = needs.reduce((sum, need, i) => (given.has(i) ? sum : sum + need), 0)
  return needs.map((need, i) => given.get(i) ?? (left * need) / open)
}

/**
 * How the columns of a table share its width: what stands in a column stays on one line where it can; its head may take
 * two. The same for Word and for PDF.
 */
export const columnShares = (rows: readonly (readonly string[])[]): readonly number[] => {
  const count = Math.max(...rows.map((r) => r.length))
  const needs = Array.from({ length: count }, (_, i) => {
    const [head = 0, ...cells] = rows.map((r) => squaresOf(r[i] ?? ''))
    return air + Math.min(widest, Math.max(narrowest, Math.ceil(head / 2), ...cells))
  })
  const widths = needs.reduce((a, b) => a + b, 0) > available ? shared(needs) : needs
  const sum = widths.reduce((a, b) => a + b, 0)
  return widths.map((w) => w / sum)
}
