import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { SheetRefused } from './sheet-refused.ts'

/** What a small XML part is watched for; names come without their namespace prefix. */
export type XmlWatch = {
  open?(name: string, attribute: (local: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Parses an XML part with a real parser, as it streams. Throws SheetRefused `unreadable` for XML that is not well formed
 * and for any doctype: a workbook has none, and entities are how files are made to read others or to explode.
 */
export async function parseXml(part: AsyncIterable<Buffer>, watch: XmlWatch): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  const fail = (why: string): never => {
    throw new SheetRefused('unreadable', why)
  }
  parser.on('doctype', () => fail('doctype in a workbook part'))
  parser.on('error', (error) => fail(error.message))
  parser.on('opentag', (tag: SaxesTagPlain) => watch.open?.(local(tag.name), (name) => attributeOf(tag.attributes, name)))
  parser.on('closetag', (tag: SaxesTagPlain) => watch.close?.(local(tag.name)))
  parser.on('text', (text) => watch.text?.(text))
  parser.on('cdata', (text) => watch.text?.(text))
  const decoder = xmlDecoder()
  for await (const chunk of part) parser.write(decoder(chunk))
  parser.write(decoder())
  parser.close()
}

/**
 * A decoder for the bytes of an XML part: UTF-8, or UTF-16 when it begins with that mark. Throws SheetRefused for bytes
 * that are neither. Called without a chunk it ends the text.
 */
export function xmlDecoder(): (chunk?: Buffer) => string {
  let decoder: TextDecoder | undefined
  return (chunk) => {
    decoder ??= new TextDecoder(
      chunk?.[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk?.[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8',
      { fatal: true },
    )
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw new SheetRefused('unreadable', 'XML part is not valid Unicode')
    }
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf(attributes: Record<string, string>, name: string): string | undefined {
  if (name in attributes) return attributes[name]
  for (const key in attributes) if (local(key) === name) return attributes[key]
  return undefined
}
