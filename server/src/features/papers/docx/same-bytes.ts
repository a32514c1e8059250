import { type Zippable, strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

// The earliest moment a zip can name. A paper's own day stands on the paper, not on its envelope.
const moment = new Date(Date.UTC(1980, 0, 1, 0, 0, 0))

/** Packs a Word file anew so that the same parts give the same bytes: fixed times, parts in one order. */
export const sameBytes = (packed: Uint8Array, changed: Readonly<Record<string, (text: string) => string>>): Buffer => {
  const parts = unzipSync(packed)
  for (const [name, change] of Object.entries(changed)) parts[name] = strToU8(change(strFromU8(parts[name]!)))
  // The list of content types comes first: that is how file(1) and others tell a Word file.
  const names = Object.keys(parts).sort((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1))
  // fflate writes the time of the machine's zone, so the moment is shifted back by it.
  const mtime = new Date(moment.getTime() + moment.getTimezoneOffset() * 60_000)
  const zip: Zippable = {}
  for (const name of names) zip[name] = [parts[name]!, { mtime, level: 6, os: 0 }]
  return Buffer.from(zipSync(zip))
}
