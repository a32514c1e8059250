// Two packages that bring no types; only what we call.
declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream'
  type Header = { name: string; type: string; linkname?: string | null }
  export function extract(): Writable & { on(event: 'entry', fn: (header: Header, stream: Readable, next: (error?: unknown) => void) => void): void }
}
declare module 'wawoff2' {
  export function decompress(woff2: Buffer): Promise<Uint8Array>
}
