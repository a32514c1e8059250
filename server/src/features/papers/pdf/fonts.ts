import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { PaperFont } from '@gongyou/contract/papers/style.ts'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

// Free fonts that npm delivers, for a phone has neither 仿宋 nor 小标宋. Both are variable: one package gives every weight.
const families = { serif: '@fontsource-variable/noto-serif-sc', sans: '@fontsource-variable/noto-sans-sc' } as const
type Family = keyof typeof families
const faces: Record<PaperFont, { family: Family; weight: number }> = {
  text: { family: 'serif', weight: 400 },
  kai: { family: 'serif', weight: 600 },
  song: { family: 'serif', weight: 400 },
  black: { family: 'sans', weight: 500 },
  title: { family: 'serif', weight: 800 },
}

type Slices = { folder: string; name: string; of: ReadonlyMap<number, string> }
const opened = new Map<Family, Slices>()

/** Which file of a family holds a character: the packages come in about a hundred slices, common characters together. */
const slicesOf = (family: Family): Slices => {
  const known = opened.get(family)
  if (known) return known
  const folder = path.dirname(require.resolve(`${families[family]}/package.json`))
  const ranges = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const of = new Map<number, string>()
  for (const [slice, text] of Object.entries(ranges))
    for (const range of text.split(',')) {
      const [from = '0', to = from] = range.trim().replace('U+', '').split('-')
      for (let point = Number.parseInt(from, 16); point <= Number.parseInt(to, 16); point++)
        if (!of.has(point)) of.set(point, slice.replace(/[[\]]/g, ''))
    }
  const slices = { folder, name: families[family].split('/')[1]!, of }
  opened.set(family, slices)
  return slices
}

const fileOf = (family: Family, slice: string) => {
  const { folder, name } = slicesOf(family)
  return readFile(path.join(folder, 'files', `${name}-${slice}-wght-normal.woff2`))
}

const held = new Map<string, ReadonlySet<number>>()

/** What a slice really holds: the range it is listed with also names characters that the font does not have. */
const learn = async (family: Family, slice: string) => {
  if (held.has(`${family}/${slice}`)) return
  const { create } = await import('fontkit')
  held.set(`${family}/${slice}`, new Set(create(await fileOf(family, slice)).characterSet))
}

/** Printers put it where a sort was missing; a reader sees that something is, and Word's copy shows what. */
const missing = '〓'

const sliceOf = (family: Family, char: string) => {
  const point = char.codePointAt(0)!
  const slice = slicesOf(family).of.get(point)
  const known = slice === undefined ? undefined : held.get(`${family}/${slice}`)
  return slice === undefined || (known && !known.has(point)) ? undefined : slice
}
// A tab, or a space of another width, is a space.
const plain = (char: string) => (char !== '　' && /\s/.test(char) ? ' ' : char)

/** The character as the font can show it, and the cut it lies in; asked after `cutFonts` has looked into the slices. */
export const placeOf = (font: PaperFont, written: string) => {
  const { family } = faces[font]
  const own = sliceOf(family, plain(written))
  const [char, slice] = own ? [plain(written), own] : [missing, slicesOf(family).of.get(missing.codePointAt(0)!)!]
  return { char, slice, id: `${font}/${slice}` }
}

/** Cuts out of the slices just the characters that a paper uses, at the weights it uses them in. */
export const cutFonts = async (used: ReadonlyMap<PaperFont, ReadonlySet<string>>): Promise<Map<string, Buffer>> => {
  const cut = new Map<string, Buffer>()
  for (const [font, chars] of used) {
    const { family, weight } = faces[font]
    for (const char of chars) await learn(family, placeOf(font, char).slice)
    const bySlice = new Map<string, string>()
    for (const char of chars) {
      const place = placeOf(font, char)
      bySlice.set(place.slice, (bySlice.get(place.slice) ?? '') + place.char)
    }
    for (const [slice, text] of [...bySlice].sort(([a], [b]) => (a < b ? -1 : 1)))
      cut.set(`${font}/${slice}`, await subsetFont(await fileOf(family, slice), text, { targetFormat: 'truetype', variationAxes: { wght: weight } }))
  }
  return cut
}
