import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { kept } from './prepared.ts'
import type { Tx } from './transaction.ts'

/** SQL types of the columns that come with the rows; `bytes` arrive in base64. */
export type Columns = Record<string, 'uuid' | 'text' | 'date' | 'int' | 'smallint' | 'boolean' | 'timestamptz' | 'daterange' | 'jsonb' | 'bytes'>
type Rows = readonly Record<string, unknown>[]

type OmitFirst<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never

const list = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql`, `)

/** What these are written with means nothing in an array. */
const bare = new Set<string>(['uuid', 'date', 'int', 'smallint', 'boolean', 'bytes'])

const textOf = (value: unknown) => (typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value))
const quoted = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  const text = textOf(value)
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`
}
const plain = (value: unknown): string => (value === null || value === undefined ? 'NULL' : String(value))

const scalar = (value: unknown) => (value === null || value === undefined ? null : textOf(value))
const given = (type: string) => sql.raw(type === 'bytes' ? 'text' : type)

/** One column as text; what is the very same thing as in the row before is written once. */
const writtenOf = (rows: Rows, name: string, write: (value: unknown) => string) => {
  let [value, text]: [unknown, string] = [null, 'NULL']
  return rows.map((row) => {
    if (row[name] !== value) {
      value = row[name]
      text = write(value)
    }
    return text
  })
}

/**
 * The rows as a table `r`, and how each of its columns is read. What is the same in every row is sent once: of the acts of
 * four hundred sign-ups half is, and the server reads what is sent character by character.
 */
const tableOf = (columns: Columns, rows: Rows) => {
  const arrays: RawBuilder<unknown>[] = []
  const names: RawBuilder<unknown>[] = []
  const read = new Map<string, RawBuilder<unknown>>()
  for (const [name, type] of Object.entries(columns)) {
    const written = writtenOf(rows, name, bare.has(type) ? plain : quoted)
    // The first column is always a list: it says how many rows there are.
    const same = names.length > 0 && written.every((w) => w === written[0])
    if (!same) {
      arrays.push(sql`${`{${written.join(',')}}`}::${given(type)}[]`)
      names.push(sql.ref(name))
    }
    const value = same ? sql`${scalar(rows[0]![name])}::${given(type)}` : sql.ref(`r.${name}`)
    read.set(name, type === 'bytes' ? sql`decode(${value}, 'base64')` : value)
  }
  return { table: sql`unnest(${list(arrays)}) as r(${list(names)})`, read: (name: string) => read.get(name)! }
}

/** From so many rows on it is a rush or an import, which will say the same again: the statement is kept. */
const crowd = 16
/** A statement that writes so many rows, kept where they are a crowd. */
export const keptIfCrowd = (tx: Tx, statement: RawBuilder<unknown>, rows: number) => {
  const compiled = statement.compile(tx)
  return rows < crowd ? compiled : kept(compiled)
}

/**
 * Many rows in one statement, whatever their number; none where there are no rows. COPY would be quicker but is refused
 * under row level security. One array for each column takes 60 % of the time of `json_to_recordset`, and that is quicker
 * than `jsonb`.
 */
export const insertionOf = (
  tx: Tx,
  region: number,
  table: string,
  columns: Columns,
  rows: Rows,
  otherwise: RawBuilder<unknown> = sql``,
): CompiledQuery | undefined => {
  if (rows.length === 0) return undefined
  const names = Object.keys(columns)
  const from = tableOf(columns, rows)
  const statement = sql`insert into ${sql.table(table)} (region, ${list(names.map((name) => sql.ref(name)))}) select ${region}, ${list(names.map(from.read))} from ${from.table} ${otherwise}`
  return keptIfCrowd(tx, statement, rows.length)
}

export const insertRows = async (tx: Tx, ...what: OmitFirst<Parameters<typeof insertionOf>>) => {
  const statement = insertionOf(tx, ...what)
  if (statement) await tx.executeQuery(statement)
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
  const from = tableOf({ ...keys, ...columns }, rows)
  const sets = Object.keys(columns).map((name) => sql`${sql.ref(name)} = ${from.read(name)}`)
  const found = Object.keys(keys).map((name) => sql`t.${sql.ref(name)} = ${from.read(name)}`)
  await sql`update ${sql.table(table)} t set ${list(sets)} ${more} from ${from.table} where t.region = ${region} and ${sql.join(found, sql` and `)}`.execute(
    tx,
  )
}
