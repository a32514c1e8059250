import { columnLetters } from './cell.ts'
import { escapeXml } from './xml-text.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageNs = 'http://schemas.openxmlformats.org/package/2006/'
const officeNs = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const mainNs = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A comment on a cell: row from 1, column from 0. */
export type Note = { readonly row: number; readonly column: number; readonly text: string }

/** Numbers of the cell styles in `stylesPart`; a bad cell has the same number format under a red fill. */
export const styleOf = { plain: 0, text: 1, date: 2, header: 3, bad: 4, badText: 5, badDate: 6, wrapped: 7 } as const

/** The styles of every workbook we write: text as @ so that codes keep their zeros, dates as yyyy-mm-dd. */
export const stylesPart =
  xml +
  `<styleSheet xmlns="${mainNs}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8">' +
  '<xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  '<xf fillId="3" xfId="0" applyFill="1"/><xf numFmtId="49" fillId="3" xfId="0" applyNumberFormat="1" applyFill="1"/><xf numFmtId="164" fillId="3" xfId="0" applyNumberFormat="1" applyFill="1"/>' +
  '<xf numFmtId="49" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1"/></xf>' +
  '</cellXfs></styleSheet>'

/** The list of content types, for `count` sheets of which those in `noted` have comments. */
export const contentTypesPart = (count: number, noted: ReadonlySet<number>): string => {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
  let parts = ''
  for (let i = 1; i <= count; i++) {
    parts += `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${kind}worksheet+xml"/>`
    if (noted.has(i)) parts += `<Override PartName="/xl/comments${i}.xml" ContentType="${kind}comments+xml"/>`
  }
  return (
    xml +
    `<Types xmlns="${packageNs}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}styles+xml"/>${parts}</Types>`
  )
}

/** A relations part from (type, target) pairs; identifiers are rId1, rId2, … in order. */
export const relationsPart = (links: readonly (readonly [type: string, target: string])[]): string =>
  xml +
  `<Relationships xmlns="${packageNs}relationships">${links.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${officeNs}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** The workbook part naming its sheets. */
export const workbookPart = (names: readonly string[]): string =>
  xml +
  `<workbook xmlns="${mainNs}" xmlns:r="${officeNs}"><sheets>${names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`

/** The beginning of a worksheet: header row frozen, widths as asked. */
export const worksheetHead = (widths: readonly number[]): string =>
  xml +
  `<worksheet xmlns="${mainNs}" xmlns:r="${officeNs}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  (widths.length === 0 ? '' : `<cols>${widths.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`).join('')}</cols>`) +
  '<sheetData>'

/** The end of a worksheet. */
export const worksheetTail = (merges: readonly string[], noted: boolean): string =>
  '</sheetData>' +
  (merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((m) => `<mergeCell ref="${escapeXml(m)}"/>`).join('')}</mergeCells>`) +
  (noted ? '<legacyDrawing r:id="rId2"/>' : '') +
  '</worksheet>'

/** The comments of a sheet. */
export const commentsPart = (notes: readonly Note[]): string =>
  xml +
  `<comments xmlns="${mainNs}"><authors><author></author></authors><commentList>${notes.map((n) => `<comment ref="${columnLetters(n.column)}${n.row}" authorId="0"><text><t xml:space="preserve">${escapeXml(n.text)}</t></text></comment>`).join('')}</commentList></comments>`

/** The drawing that comments need to be seen; without it programs report a damaged file. */
export const commentsDrawing = (notes: readonly Note[]): string =>
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
  notes
    .map(
      (n, i) =>
        `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;width:180pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>` +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${n.column + 1},15,${n.row - 1},10,${n.column + 4},15,${n.row + 3},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${n.row - 1}</x:Row><x:Column>${n.column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('') +
  '</xml>'
