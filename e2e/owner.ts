import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Asks the database of a running server past the program, as its owner: to look things up, or to let days pass. */
export const asOwner = async <T>(folder: string, fn: (db: pg.Client) => Promise<T>): Promise<T> => {
  const root = path.join(folder, 'postgres')
  const cluster = path.join(root, readdirSync(root).find((name) => /^postgres-\d+$/.test(name)) ?? '')
  const [, , , port, socket] = readFileSync(path.join(cluster, 'data/postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(path.join(cluster, 'password'), 'utf8').trim()
  const db = new pg.Client({ host: socket!, port: Number(port), user: 'gongyou', database: 'gongyou', password })
  await db.connect()
  try {
    return await fn(db)
  } finally {
    await db.end()
  }
}
