import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { SheetRefused } from './sheet-refused.ts'

/** A zip file opened for reading; `allowance` is how many inflated bytes may still be read from it in all. */
export type Archive = {
  readonly names: ReadonlySet<string>
  /** Streams one part inflated. Throws SheetRefused when it is absent, damaged, or swells past the allowance. */
  read(name: string): AsyncGenerator<Buffer, void, undefined>
  close(): Promise<void>
}

// A real workbook has some dozens of parts; the list itself must not become the attack.
const maxEntries = 10_000

/** Opens a zip. `maxInflated` bounds the bytes actually inflated per pass, whatever sizes the file declares. */
export async function openArchive(path: string, maxInflated: number): Promise<Archive> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => (error === null ? resolve(file) : reject(refusalOf(error))))
  })
  const close = () =>
    new Promise<void>((resolve) => {
      if (!zip.isOpen) return resolve()
      zip.once('close', () => resolve())
      zip.close()
    })
  try {
    const entries = await listEntries(zip)
    return { names: new Set(entries.keys()), close, read: (name) => inflate(zip, entries.get(name), name, maxInflated) }
  } catch (error) {
    await close()
    throw error
  }
}

function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(refusalOf(error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.size >= maxEntries) return reject(new SheetRefused('too-large', 'more than 10000 zip entries'))
      if (entry.isEncrypted()) return reject(new SheetRefused('password', 'encrypted zip entry'))
      // A second part of the same name is how one program is shown what another did not check.
      if (entries.has(entry.fileName)) return reject(new SheetRefused('unreadable', 'two zip entries of one name'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function* inflate(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  name: string,
  maxInflated: number,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry === undefined) throw new SheetRefused('unreadable', 'missing part ' + name)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new SheetRefused('unreadable', 'zip method ' + entry.compressionMethod)
  const packed = await new Promise<Readable>((resolve, reject) => {
    // yauzl would inflate too, but 16 kB at a time, which costs a tenth more CPU in hand-overs.
    const raw = { decompress: entry.isCompressed() ? false : null, decrypt: null, start: null, end: null }
    zip.openReadStream(entry, raw, (error, opened) => (error === null ? resolve(opened) : reject(refusalOf(error))))
  })
  const stream: Readable = entry.compressionMethod === 8 ? packed.pipe(createInflateRaw({ chunkSize: 262_144 })) : packed
  if (stream !== packed) packed.on('error', (error) => stream.destroy(error))
  let bytes = 0
  let sum = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > maxInflated) throw new SheetRefused('too-large', `part ${name} inflates past ${maxInflated} bytes`)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw refusalOf(error)
  } finally {
    packed.destroy()
    stream.destroy()
  }
  if (sum !== entry.crc32) throw new SheetRefused('unreadable', `part ${name} fails its checksum`)
}

function refusalOf(error: unknown): unknown {
  if (error instanceof SheetRefused || !(error instanceof Error)) return error
  if ('code' in error && (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR')) return error
  const cutOff = /end of central directory|unexpected EOF|unexpected end of file|expected zip64|bounds/i.test(error.message)
  return new SheetRefused(cutOff ? 'truncated' : 'unreadable', error.message)
}
