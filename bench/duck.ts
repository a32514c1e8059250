import { DuckDBInstance } from '@duckdb/node-api'
import type pg from 'pg'
import { existsSync, rmSync } from 'node:fs'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { spread } from './result.ts'

const rounds = 7

/** The facts as a file, taken out once; a new number of facts is another folder. */
const takeOut = async (owner: pg.Pool, file: string) => {
  if (existsSync(file)) rmSync(file)
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
export const inDuck = async (owner: pg.Pool, parquet: string) => {
  const csv = parquet.replace(/\.parquet$/, '.csv')
  await takeOut(owner, csv)
  const duck = await DuckDBInstance.create(':memory:', { threads: '2' })
  const db = await duck.connect()
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
