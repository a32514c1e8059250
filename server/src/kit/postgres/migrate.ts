import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { appRole } from '../db/pool.ts'

// Harmless placeholders on plain PostgreSQL; on Citus they let tables of all classes be made in one transaction.
const preamble = `set local citus.multi_shard_modify_mode to 'sequential'; set local citus.enable_local_reference_table_foreign_keys to off;`
const lock = 7_110_118

type Migration = { name: string; sql: string; sha256: string }

const migrationsIn = (folder: string): Migration[] =>
  readdirSync(folder).filter((f) => /^\d{4}_.+\.sql$/.test(f)).sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })

// The role of the application: cluster-wide, owns nothing. Another database of the cluster may have made it already.
const appRoleExists = `do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin; end if;
  if not pg_has_role(current_user, '${appRole}', 'member') then execute format('grant ${appRole} to %I', current_user); end if;
exception when duplicate_object or unique_violation then null; end $$`

const apply = async (db: pg.Client, m: Migration) => {
  try {
    await db.query(`begin; ${preamble}`)
    await db.query(m.sql)
    await db.query('insert into public.migration (name, sha256) values ($1, $2)', [m.name, m.sha256])
    await db.query('commit')
  } catch (cause) {
    await db.query('rollback')
    throw new Error(`migration ${m.name} failed: ${(cause as Error).message}`, { cause })
  }
}

/**
 * Brings a database to the newest schema: plain SQL, forward only, one transaction a file. A file that has already
 * run must not change; two processes starting at once wait for each other. Returns the names that ran.
 */
export const migrate = async (url: string, folder: string): Promise<string[]> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query('select pg_advisory_lock($1)', [lock])
    await db.query(appRoleExists)
    await db.query('create table if not exists public.migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())')
    const done = new Map((await db.query<Migration>('select name, sha256 from public.migration')).rows.map((m) => [m.name, m.sha256]))
    const all = migrationsIn(folder)
    const changed = all.find((m) => done.has(m.name) && done.get(m.name) !== m.sha256)
    if (changed) throw new Error(`migration ${changed.name} has already run and must not be changed; write a new one`)
    const missing = all.filter((m) => !done.has(m.name))
    for (const m of missing) await apply(db, m)
    return missing.map((m) => m.name)
  } finally {
    await db.end()
  }
}
