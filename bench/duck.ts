import { execFileSync } from 'node:child_process'
import { createWriteStream, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { root } from '../server/src/kit/root.ts'
import { spread } from './result.ts'

const rounds = 7
const place = path.join(root, '.cache/duckdb')
const version = '1.5.6-r.1'

type Connection = { run(sql: string): Promise<unknown>; runAndReadAll(sql: string): Promise<unknown>; closeSync(): void }
type Duck = { DuckDBInstance: { create(file: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection> }> } }

/** Sixty megabytes that only this comparison needs: fetched when it is asked for, and no dependency of the house. */
const fetched = async (): Promise<Duck> => {
  const entry = path.join(place, 'node_modules/@duckdb/node-api/lib/index.js')
  if (!existsSync(entry))
    execFileSync('npm', ['install', '--prefix', place, '--no-audit', '--no-fund', '--no-save', `@duckdb/node-api@${version}`], { stdio: 'ignore' })
  return (await import(pathToFileURL(entry).href)) as Duck
}

const takeOut = async (owner: pg.Pool, file: string) => {
  rmSync(file, { force: true })
  const client = await owner.connect()
  try {
    await pipeline(
      client.query(copyTo(`copy (select fact, day, person_id, amount from ledger.fact) to stdout (format csv)`)),
      createWriteStream(file),
    )
  } finally {
    client.release()
  }
}

/** The same numbers of the same facts by DuckDB, columns in memory, two threads: the median of a warm query in milliseconds. */
export const inDuck = async (owner: pg.Pool, folder: string) => {
  const { DuckDBInstance } = await fetched()
  const csv = path.join(folder, 'facts.csv')
  await takeOut(owner, csv)
  const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  await db.run(
    `create table fact as select * from read_csv('${csv}', header = false, columns = {'fact': 'VARCHAR', 'day': 'DATE', 'person_id': 'UUID', 'amount': 'DECIMAL(18,2)'})`,
  )
  rmSync(csv)
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await db.runAndReadAll(
      `select fact, count(*), sum(amount), count(distinct person_id) from fact where day between '2024-01-01' and '2024-12-31' group by fact`,
    )
    times.push(performance.now() - start)
  }
  db.closeSync()
  return spread(times.slice(1)).p50
}
