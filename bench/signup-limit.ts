import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import pg from 'pg'
import { region } from './district.ts'

const pgbench = ['/usr/bin/pgbench', '/usr/local/bin/pgbench'].find(existsSync)

/** What one sign-up costs as a transaction of its own: the hot counter and a row; or those with act, audit line and fact as well. */
const scripts = (pool: string, many: number) => ({
  bare: `\\set who random(1, ${many})
begin;
update bench_pool set taken = taken + 1 where id = '${pool}' and taken < seats;
insert into bench_sign_up (id, pool_id, person_id) select gen_random_uuid(), '${pool}', id from bench_person where n = :who;
commit;
`,
  whole: `\\set who random(1, ${many})
begin;
select kit.set_region(${region});
update bench_pool set taken = taken + 1 where id = '${pool}' and taken < seats;
insert into bench_sign_up (id, pool_id, person_id) select gen_random_uuid(), '${pool}', id from bench_person where n = :who;
insert into bench_act (region, id, kind, subject_id, person_id, day, at, data) select ${region}, gen_random_uuid(), 'activity.signed-up', gen_random_uuid(), id, current_date, now(), '{"kind":"lecture"}' from bench_person where n = :who;
insert into bench_fact (region, fact, act_id, day, person_id, dims) select ${region}, 'activity-sign-ups', gen_random_uuid(), current_date, id, '{"kind":"lecture"}' from bench_person where n = :who;
insert into bench_audit (region, id, at, actor, action, person_id) select ${region}, gen_random_uuid(), now(), 'bench', 'signUp', id from bench_person where n = :who;
commit;
`,
})
export type Script = keyof ReturnType<typeof scripts>

/** Tables beside ours, with the same keys, so that the limit writes no sign-up that never was. */
export const prepareLimit = async (owner: pg.Pool, pool: string, persons: readonly string[]) => {
  await owner.query('drop table if exists bench_sign_up, bench_pool, bench_person, bench_act, bench_fact, bench_audit')
  await owner.query('create table bench_person (n int primary key, id uuid not null)')
  await owner.query('insert into bench_person select n, id from unnest($1::uuid[]) with ordinality as r(id, n)', [persons])
  await owner.query('create table bench_pool (id uuid primary key, taken int not null, seats int not null)')
  await owner.query('insert into bench_pool values ($1, 0, 100000000)', [pool])
  await owner.query(
    `create table bench_sign_up (region int not null default ${region}, id uuid primary key, pool_id uuid not null references bench_pool, person_id uuid not null, at timestamptz default now(), foreign key (region, person_id) references people.person (region, id))`,
  )
  await owner.query('create index on bench_sign_up (pool_id, person_id)')
  for (const table of ['act', 'fact', 'audit']) await owner.query(`create table bench_${table} (like ledger.${table} including all)`)
  await owner.query('vacuum analyze')
}

const byPgbench = (url: string, file: string, clients: number, seconds: number) =>
  new Promise<number>((resolve, reject) => {
    const child = spawn(pgbench!, ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds), '-f', file, url])
    let said = ''
    child.stdout.on('data', (part) => (said += part))
    child.stderr.on('data', (part) => (said += part))
    child.once('exit', (code) => {
      const tps = /tps = ([\d.]+)/.exec(said)?.[1]
      if (code === 0 && tps) resolve(Number(tps))
      else reject(new Error(`pgbench: ${said.slice(-500)}`))
    })
  })

/** The same statements through `pg`, where no pgbench is installed. */
const byPg = async (url: string, script: string, clients: number, seconds: number, many: number) => {
  const statements = script
    .split('\n')
    .filter((l) => l && !l.startsWith('\\'))
    .map((l) => l.replaceAll(':who', '$1'))
  let done = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(
    [...Array(clients)].map(async () => {
      const client = new pg.Client(url)
      await client.connect()
      while (performance.now() < until) {
        const who = 1 + Math.floor(Math.random() * many)
        for (const [i, text] of statements.entries()) await client.query({ name: `s${i}`, text, values: text.includes('$1') ? [who] : [] })
        done++
      }
      await client.end()
    }),
  )
  return done / seconds
}

/** Transactions a second on one hot row, one sign-up each. */
export const hotRow = (url: string, pool: string, many: number, which: Script, clients: number, seconds: number) => {
  const script = scripts(pool, many)[which]
  if (!pgbench) return byPg(url, script, clients, seconds, many)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'gongyou-pgbench-')), 'script.sql')
  writeFileSync(file, script)
  return byPgbench(url, file, clients, seconds)
}
export const limitBy = pgbench ? 'pgbench' : 'pg'

/** A server of nothing but fastify and pg: one statement a request, no rules, no act, no audit; what spread sign-ups are held against. */
export const bareServer = async (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  const app = fastify()
  app.post('/api/seat-pools/:pool/sign-ups', async (request) => {
    const { pool: id } = request.params as { pool: string }
    const token = request.headers.authorization!.slice(7)
    const { rows } = await pool.query({
      name: 'sign-up',
      text: `with u as (update bench_pool set taken = taken + 1 where id = $1 and taken < seats returning id)
             insert into bench_sign_up (id, pool_id, person_id) select $2, u.id, t.person_id from u, bench_token t where t.token = $3 returning id`,
      values: [id, (request.body as { id: string }).id, token],
    })
    return { id: rows[0]?.id, state: rows.length > 0 ? 'confirmed' : 'full' }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  return { port, close: async () => (await app.close(), await pool.end()) }
}
