import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './transaction.ts'

/** SQL types of the columns that come with the rows; `bytes` arrive in base64. */
export type Columns = Record<string, 'uuid' | 'text' | 'date' | 'int' | 'smallint' | 'boolean' | 'timestamptz' | 'daterange' | 'jsonb' | 'bytes'>
type Rows = readonly Record<string, unknown>[]

const list = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql`, `)

/** What these are written with means nothing in an array. */
const bare = new Set<string>(['uuid', 'date', 'int', 'smallint', 'boolean', 'bytes'])

const quoted = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  const text = typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value)
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`
}
const plain = (value: unknown): string => (value === null || value === undefined ? 'NULL' : String(value))

const arrayOf = (rows: Rows, name: string, type: string) => {
  const write = bare.has(type) ? plain : quoted
  let text = '{'
  for (const row of rows) text += (text.length > 1 ? ',' : '') + write(row[name])
  return text + '}'
}
const source = (columns: Columns, rows: Rows) => {
  const entries = Object.entries(columns)
  return sql`unnest(${list(entries.map(([name, type]) => sql`${arrayOf(rows, name, type)}::${sql.raw(type === 'bytes' ? 'text' : type)}[]`))}) as r(${list(entries.map(([name]) => sql.ref(name)))})`
}
const taken = ([name, type]: [string, string]) => (type === 'bytes' ? sql`decode(${sql.ref(`r.${name}`)}, 'base64')` : sql.ref(`r.${name}`))

/**
 * Many rows in one statement, whatever their number: the text of the statement stays the same, so that it is planned
 * once. COPY would be quicker but is refused under row level security. One array for each column takes 60 % of the time of
 * `json_to_recordset`, and that is quicker than `jsonb`.
 */
export const insertRows = async (tx: Tx, region: number, table: string, columns: Columns, rows: Rows, otherwise: RawBuilder<unknown> = sql``) => {
  if (rows.length === 0) return
  const entries = Object.entries(columns)
  await sql`insert into ${sql.table(table)} (region, ${list(entries.map(([name]) => sql.ref(name)))}) select ${region}, ${list(entries.map(taken))} from ${source(columns, rows)} ${otherwise}`.execute(
    tx,
  )
}

/** Sets columns of many rows, each found by its keys. Every other column keeps its value. */
export const updateRows = async (
  tx: Tx,
  region: number,
  table: string,
  keys: Columns,
  columns: Columns,
  rows: Rows,
  more: RawBuilder<unknown> = sql``,
) => {
  if (rows.length === 0) return
  const sets = Object.entries(columns).map((e) => sql`${sql.ref(e[0])} = ${taken(e)}`)
  const found = Object.keys(keys).map((k) => sql`t.${sql.ref(k)} = r.${sql.ref(k)}`)
  await sql`update ${sql.table(table)} t set ${list(sets)} ${more} from ${source({ ...keys, ...columns }, rows)} where t.region = ${region} and ${sql.join(found, sql` and `)}`.execute(
    tx,
  )
}
