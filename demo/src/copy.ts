import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'

const escape = (v: unknown): string => {
  if (v === null || v === undefined) return '\\N'
  if (Buffer.isBuffer(v)) return `\\\\x${v.toString('hex')}`
  if (v instanceof Date) return v.toISOString()
  const text = typeof v === 'object' ? JSON.stringify(v) : String(v)
  return /[\\\t\n\r]/.test(text) ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r') : text
}

/** Sends rows through COPY, in chunks, as fast as the server takes them. */
export const copyRows = async (db: PoolClient, table: string, columns: readonly string[], rows: Iterable<readonly unknown[]>) => {
  const stream = db.query(from(`copy ${table} (${columns.join(', ')}) from stdin`))
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(escape).join('\t')}\n`
    if (chunk.length < 65_536) continue
    if (!stream.write(chunk)) await once(stream, 'drain')
    chunk = ''
  }
  stream.end(chunk)
  await finished(stream)
}
