import { SheetRefused } from './sheet-refused.ts'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters an XML text stands for. The five predefined entities only; others would need a doctype, so: refused. */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));?/g, (_, hex?: string, dec?: string, name?: string) => {
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number(dec)
    const char = name !== undefined ? named[name] : point <= 0x10ffff ? String.fromCodePoint(point) : undefined
    if (char === undefined) throw new SheetRefused('unreadable', 'unknown XML entity')
    return char
  })
}

/** Undoes `_x000D_`, by which spreadsheets store characters that XML cannot (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export const unescapeCell = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** Escapes text for an XML element or attribute, without regard to spreadsheets. */
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;') : text

// eslint-disable-next-line no-control-regex
const awkward =
  /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
// eslint-disable-next-line no-control-regex
const unstorable =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Escapes a cell's text so that every string, control characters and literal `_x0041_` included, reads back the same. */
export function escapeCell(text: string): string {
  if (!awkward.test(text)) return text
  return escapeXml(text.replace(unstorable, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`))
}
