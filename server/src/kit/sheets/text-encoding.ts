import { open } from 'node:fs/promises'
import { SheetRefused } from './sheet-refused.ts'

/** How the text of a file is encoded, and how many bytes of mark precede it. */
export type TextEncoding = { readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'; readonly mark: number }

/**
 * Finds the encoding of a text file by reading it once: a mark decides; failing that, zero bytes in every second place
 * mean UTF-16; failing that, whatever is valid UTF-8 is UTF-8; the rest must be valid GB 18030, which contains GBK and
 * GB 2312 (GB 18030-2022). Throws SheetRefused `not-a-spreadsheet` for bytes that are no text at all.
 */
export async function encodingOf(path: string): Promise<TextEncoding> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    const start = head.subarray(0, bytesRead)
    if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { name: 'utf-8', mark: 3 }
    if (start[0] === 0xff && start[1] === 0xfe) return { name: 'utf-16le', mark: 2 }
    if (start[0] === 0xfe && start[1] === 0xff) return { name: 'utf-16be', mark: 2 }
    const zeros = [0, 0]
    start.forEach((byte, i) => {
      if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
    })
    const [even = 0, odd = 0] = zeros
    // Chinese text alone has few zero bytes, but separators and digits give every UTF-16 table some.
    if (odd > 0 && even === 0 && bytesRead % 2 === 0) return { name: 'utf-16le', mark: 0 }
    if (even > 0 && odd === 0 && bytesRead % 2 === 0) return { name: 'utf-16be', mark: 0 }
    if (even + odd > 0 || binary(start)) throw new SheetRefused('not-a-spreadsheet', 'binary bytes')
    for (const name of ['utf-8', 'gb18030'] as const) if (await decodes(file, name)) return { name, mark: 0 }
    throw new SheetRefused('not-a-spreadsheet', 'neither UTF-8 nor GB 18030')
  } finally {
    await file.close()
  }
}

// Control characters other than tab, line ends, form feed and escape do not occur in tables.
function binary(start: Buffer): boolean {
  return start.some((byte) => byte < 9 || (byte > 13 && byte < 27) || byte === 127)
}

async function decodes(file: Awaited<ReturnType<typeof open>>, name: string): Promise<boolean> {
  const decoder = new TextDecoder(name, { fatal: true })
  const buffer = Buffer.alloc(1 << 20)
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) break
      decoder.decode(buffer.subarray(0, bytesRead), { stream: true })
      at += bytesRead
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
