import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { root } from '../root.ts'

type Migration = { name: string; text: string; sha256: string }
type Applied = { name: string; sha256: string }

const migrationsFolder = path.join(root, 'server/migrations')
const numbered = /^\d{4}[_-][a-z0-9_-]+\.sql$/
// Any fixed number: it makes a second process wait until the first has migrated.
const lockKey = 1949_0105

// Placeholders on plain PostgreSQL; on Citus they let one transaction mix the classes of tables.
const preamble = `set local citus.multi_shard_modify_mode to 'sequential';
set local citus.enable_local_reference_table_foreign_keys to off;`

const migrationTable = `create schema if not exists kit;
create table if not exists kit.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
comment on table kit.migration is 'Which numbered file changed this database, when, and the digest it had then';`

// Cluster-wide and owning nothing; the migrations grant to it, so it must be there before the first.
const appRole = `do $$ begin
  create role gongyou_app nologin;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not pg_has_role(current_user, 'gongyou_app', 'member') then execute format('grant gongyou_app to %I', current_user); end if;
end $$;`

const filesIn = (folder: string): Migration[] => {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .sort()
    : []
  return names.map((name, place) => {
    if (!numbered.test(name)) throw new Error(`${name} is not named like 0001_kit.sql`)
    if (names[place - 1]?.slice(0, 4) === name.slice(0, 4)) throw new Error(`${name} and ${names[place - 1]} have the same number`)
    // A checkout on Windows may turn the line ends; that is not a change.
    const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** Names of the files of this release, oldest first. */
export const migrationNames = (folder = migrationsFolder) => filesIn(folder).map(({ name }) => name)

const appliedTo = async (client: pg.Client): Promise<Applied[]> => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('kit.migration') is not null as there`)
  return rows[0]?.there ? (await client.query<Applied>('select name, sha256 from kit.migration order by name')).rows : []
}

const refuseChanged = (files: Migration[], applied: Applied[]) => {
  const wrong = applied.find(({ name, sha256 }, place) => files[place]?.name !== name || files[place]?.sha256 !== sha256)
  if (!wrong) return
  const file = files.find(({ name }) => name === wrong.name)
  if (!file) throw new Error(`The database is newer than this release: it has ${wrong.name}, which is not here`)
  if (file.sha256 !== wrong.sha256) throw new Error(`${wrong.name} was changed after it was applied; put it back and write a new file`)
  throw new Error(`A migration was slipped in before ${wrong.name}, which is applied; give it a higher number`)
}

const apply = async (client: pg.Client, { name, text, sha256 }: Migration) => {
  try {
    await client.query(`begin;\n${preamble}`)
    await client.query(text)
    // After the file, for the first one creates the schema.
    await client.query(migrationTable)
    await client.query('insert into kit.migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
  }
}

/** Brings a database up to this release, one transaction per file, forward only; gives the names it applied. */
export const migrate = async (url: string, folder = migrationsFolder): Promise<string[]> => {
  const files = filesIn(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'gongyou-migrate' })
  await client.connect()
  try {
    // Held by the session: a killed process lets go of it by itself.
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const applied = await appliedTo(client)
    refuseChanged(files, applied)
    if (applied.length === 0) await client.query(appRole)
    const todo = files.slice(applied.length)
    for (const file of todo) await apply(client, file)
    return todo.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
