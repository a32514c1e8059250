import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { openSheet } from '../server/src/kit/sheets/open-sheet.ts'
import { cpuOf, seconds, serverOf } from './measure.ts'

/** The same file through the same reader, with nothing done to the cells. */
export const readAgain = async (file: string) => {
  const source = await openSheet(file)
  let cells = 0
  for await (const batch of source.rows()) for (const row of batch) cells += row.cells.length
  await source.close()
  return cells
}

const acted = (kinds = '') => `(select subject_id from ledger.act where data ->> 'batch' = '$id' ${kinds && `and kind in (${kinds})`})`
const tables: readonly (readonly [table: string, ours: string])[] = [
  ['people.person', `id in ${acted()}`],
  ['people.sealed_field', `person_id in ${acted(`'person.registered'`)} or person_id in ${acted()} and field <> 'id_number'`],
  ['membership.membership', `person_id in ${acted(`'membership.joined'`)}`],
  ['membership.stay', `person_id in ${acted(`'membership.joined'`)}`],
  ['organisations.employment', `person_id in ${acted()} and since = (select (now() at time zone 'Asia/Shanghai')::date)`],
  ['ledger.act', `data ->> 'batch' = '$id'`],
  ['ledger.fact', `act_id in (select id from ledger.act where data ->> 'batch' = '$id')`],
]

// Generated columns are made anew, in both.
const columnsOf = async (db: pg.PoolClient, table: string) =>
  (
    await db.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    )
  ).rows[0]!.list

/**
 * The rows that the import made, by COPY into tables with the same indexes and exclusion constraints, which hold all
 * other rows already, one durable transaction a table. Foreign keys, which the import also pays for, are left out.
 */
export const copyAgain = async (owner: pg.Pool, batch: string, folder: string) => {
  mkdirSync(folder)
  const db = await owner.connect()
  const times = new Map<string, number>()
  const server = await serverOf(owner)
  let cpu = 0
  await db.query('create schema bench')
  for (const [table, ours] of tables) {
    const where = ours.replaceAll('$id', batch)
    const twin = `bench.${table.replace('.', '_')}`
    const file = path.join(folder, twin)
    const columns = await columnsOf(db, table)
    await pipeline(db.query(to(`copy (select ${columns} from ${table} where ${where}) to stdout`)), createWriteStream(file))
    await db.query(`create table ${twin} (like ${table} including all)`)
    await db.query(`insert into ${twin} (${columns}) select ${columns} from ${table} where not coalesce(${where}, false)`)
    await db.query(`vacuum analyze ${twin}`)
    await db.query('checkpoint')
    const before = cpuOf(server)
    const [time] = await seconds(() =>
      pipeline(createReadStream(file, { highWaterMark: 262_144 }), db.query(from(`copy ${twin} (${columns}) from stdin`))),
    )
    cpu += cpuOf(server) - before
    times.set(table, time)
  }
  db.release()
  return { times, cpu }
}
