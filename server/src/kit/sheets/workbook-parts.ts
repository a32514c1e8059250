import type { DateSystem } from '@gongyou/contract/kit/typed-date.ts'
import { lookOf, type NumberLook } from './number-cell.ts'
import { SheetRefused } from './sheet-refused.ts'
import { unescapeCell } from './xml-text.ts'
import { parseXml } from './xml-part.ts'
import type { Archive } from './zip-archive.ts'

/** What is known of a workbook before its rows are read. `looks` is by cell style number. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly dateSystem: DateSystem
  readonly looks: readonly NumberLook[]
  readonly stringsPart: string | undefined
}

/** Reads the list of sheets, the date system and the number formats. Throws SheetRefused when there is no workbook. */
export async function readWorkbook(zip: Archive): Promise<Workbook> {
  const main = (await relations(zip, '')).find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!zip.names.has(main)) throw new SheetRefused('not-a-spreadsheet', 'zip without a workbook part')
  const found: { name: string; id: string }[] = []
  let dateSystem: DateSystem = '1900'
  await parseXml(zip.read(main), {
    open(tag, attribute) {
      if (tag === 'sheet') found.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' })
      if (tag === 'workbookPr' && /^(1|true|on)$/.test(attribute('date1904') ?? '')) dateSystem = '1904'
    },
  })
  const links = await relations(zip, main)
  const sheets = found.flatMap(({ name, id }) => {
    // Chart sheets have no rows and are passed over.
    const link = links.find((r) => r.id === id && r.type === 'worksheet')
    return link === undefined || !zip.names.has(link.target) ? [] : [{ name: unescapeCell(name), part: link.target }]
  })
  if (sheets.length === 0) throw new SheetRefused('not-a-spreadsheet', 'workbook without worksheets')
  const styles = links.find((r) => r.type === 'styles')?.target
  const strings = links.find((r) => r.type === 'sharedStrings')?.target
  return {
    sheets,
    dateSystem,
    looks: styles !== undefined && zip.names.has(styles) ? await readLooks(zip, styles) : [],
    stringsPart: strings !== undefined && zip.names.has(strings) ? strings : undefined,
  }
}

type Relation = { id: string; type: string; target: string }

async function relations(zip: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const list: Relation[] = []
  if (!zip.names.has(name)) return list
  await parseXml(zip.read(name), {
    open(tag, attribute) {
      // External targets are links to other machines; nothing here follows one.
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return
      const type = attribute('Type') ?? ''
      list.push({ id: attribute('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, attribute('Target') ?? '') })
    },
  })
  return list
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of (folder + target).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

async function readLooks(zip: Archive, part: string): Promise<NumberLook[]> {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let inCellFormats = false
  await parseXml(zip.read(part), {
    open(tag, attribute) {
      if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (tag === 'cellXfs') inCellFormats = true
      else if (tag === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0)
        looks.push(lookOf(id, codes.get(id)))
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCellFormats = false
    },
  })
  return looks
}
