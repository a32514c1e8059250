/** Signs with which a spreadsheet takes text for a formula when it opens a CSV, full-width ones included (OWASP). */
const live = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * The form in which text is safe in a CSV that will be opened in a spreadsheet: an apostrophe before anything that would
 * come alive. Text that already begins with apostrophes before such a sign gets one more, so that it reads back the same.
 */
export const guardCsvText = (text: string): string => (live.test(text) ? "'" + text : text)

/** Undoes `guardCsvText`, and unwraps `="0123"`, by which other programs keep leading zeros. */
export function unguardCsvText(text: string): string {
  if (text.charCodeAt(0) === 39 && live.test(text)) return text.slice(1)
  if (text.charCodeAt(0) !== 61) return text
  const wrapped = /^="([^"=]*)"$/.exec(text)
  return wrapped === null ? text : (wrapped[1] ?? '')
}

/** How the records of a CSV are cut. `lines: 'mixed'` has both kinds of line end; `skip` characters precede the table. */
export type CsvShape = { readonly separator: string; readonly lines: '\r\n' | '\n' | '\r' | 'mixed'; readonly skip: number }

/** The shape of a CSV, from its beginning: what an Excel `sep=` line says, else the separator that cuts most lines alike. */
export function csvShapeOf(start: string): CsvShape {
  const told = /^sep=([,;\t|])\r?\n/i.exec(start)
  // Quoted cells are taken out first: a semicolon inside an address must not vote.
  const bare = start.replace(/"(?:[^"]|"")*("|$)/g, '')
  const lone = /(?<!\r)\n/.test(bare)
  const lines = bare.includes('\r\n') ? (lone ? 'mixed' : '\r\n') : lone ? '\n' : bare.includes('\r') ? '\r' : '\n'
  return { separator: told?.[1] ?? usualSeparator(bare), lines, skip: told?.[0].length ?? 0 }
}

function usualSeparator(bare: string): string {
  const lines = bare
    .split(/\r\n|\r|\n/)
    .slice(0, 20)
    .filter((line) => line !== '')
  let best = { separator: ',', score: 0 }
  for (const separator of [',', '\t', ';', '|']) {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const usual = counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0
    const score = usual * counts.filter((n) => n === usual).length
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}
