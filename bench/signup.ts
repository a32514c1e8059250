import { type ChildProcess, fork, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type pg from 'pg'
import { newId } from '../server/src/kit/ids.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { ownerPool } from '../server/src/kit/db/pool.ts'
import { root } from '../server/src/kit/root.ts'
import { folderFor, openDistrict, region } from './district.ts'
import { cpuOfProcess } from './measure.ts'
import { type Result, resultOf, round, spread } from './result.ts'
import { hotRow, limitBy, prepareLimit } from './signup-limit.ts'
import { type Rush, rush } from './signup-rush.ts'

const many = Number(process.env.BENCH_WORKERS ?? 4000)
const connections = Number(process.env.BENCH_CONNECTIONS ?? 1000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 8)

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** What `npm start` hands to node. */
const asNpmStarts = () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

/** A whole program of its own on the same database, as one starts a second server behind a balancer. */
const startApp = async (url: string, folder: string): Promise<{ port: number; child: ChildProcess }> => {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []), ...asNpmStarts()],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: url,
        GONGYOU_DATA: folder,
        GONGYOU_PEOPLE: String(many),
        GONGYOU_PER_MINUTE: '0',
        PORT: String(port),
        HOST: '127.0.0.1',
        NODE_ENV: 'production',
      },
    },
  )
  for (let i = 0; i < 1200; i++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return { port, child }
    await new Promise((go) => setTimeout(go, 50))
  }
  throw new Error('a server did not start')
}
const stopApp = ({ child }: { child: ChildProcess }) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

type Worker = { id: string; token: string }
/** Sessions of workers as the door opens them, written at once. */
const signIn = async (owner: pg.Pool): Promise<Worker[]> => {
  const { rows } = await owner.query<{ id: string }>(
    'select p.id from people.person p join membership.membership m on m.person_id = p.id order by p.id limit $1',
    [many],
  )
  const workers = rows.map((r) => ({ id: r.id, account: newId(), token: `${region}.${randomBytes(32).toString('base64url')}` }))
  await owner.query(
    `insert into accounts.account (region, id, person_id, created_at, changed_at) select ${region}, a, p, now(), now() from unnest($1::uuid[], $2::uuid[]) as r(a, p) on conflict do nothing`,
    [workers.map((w) => w.account), workers.map((w) => w.id)],
  )
  await owner.query(
    `insert into accounts.session (region, token_hash, id, account_id, kind, created_at, seen_at, expires_at)
     select ${region}, decode(r.hash, 'hex'), gen_random_uuid(), a.id, 'browser', now(), now(), now() + interval '9 days' from unnest($1::text[], $2::uuid[]) as r(hash, p) join accounts.account a on a.person_id = r.p`,
    [workers.map((w) => createHash('sha256').update(w.token).digest('hex')), workers.map((w) => w.id)],
  )
  return workers
}

/** Activities that are open now, each with one pool. */
const openActivities = async (owner: pg.Pool, seats: readonly number[]) => {
  const { rows } = await owner.query<{ id: string }>(`select id from organisations.org where parent_id is null and kind = 'district_federation'`)
  const pools: string[] = []
  for (const n of seats) {
    const [activity, pool] = [newId(), newId()]
    await owner.query(
      `insert into activities.activity (region, id, kind, revision, title, org_id, state, created_at, published_at, changed_at) values (${region}, $1, 'lecture', (select max(revision) from activities.kind where region = ${region} and code = 'lecture'), '讲座', $2, 'published', now(), now(), now())`,
      [activity, rows[0]!.id],
    )
    await owner.query(
      `insert into activities.pool (region, id, activity_id, seats, standby_seats, opens_at, closes_at, cancel_until, rule) values (${region}, $1, $2, $3, 0, now() - interval '1 day', now() + interval '9 days', now(), 'first')`,
      [pool, activity, n],
    )
    await owner.query(
      `insert into activities.session (region, id, activity_id, pool_id, number, starts_at, ends_at, place, secret) values (${region}, $1, $2, $3, 1, now() + interval '9 days', now() + interval '9 days 1 hour', '站点', '\\x00')`,
      [newId(), activity, pool],
    )
    pools.push(pool)
  }
  return pools
}

const mustBeWhole = async (owner: pg.Pool, pools: readonly string[], said: number) => {
  const { rows } = await owner.query<{ made: number; taken: number; over: number; acts: number }>(
    `select (select count(*)::int from activities.sign_up where pool_id = any($1::uuid[])) as made, (select sum(taken)::int from activities.pool where id = any($1::uuid[])) as taken,
            (select count(*)::int from activities.pool where id = any($1::uuid[]) and taken > seats) as over,
            (select count(*)::int from ledger.fact f join ledger.act a on a.id = f.act_id join activities.sign_up s on s.id = a.subject_id where f.fact = 'activity-sign-ups' and s.pool_id = any($1::uuid[])) as acts`,
    [pools],
  )
  const { made, taken, over, acts } = rows[0]!
  if (made !== said || taken !== said || acts !== said || over !== 0)
    throw new Error(`acknowledged ${said}, rows ${made}, taken ${taken}, facts ${acts}, oversold ${over}`)
}

const rushOn = (pools: readonly string[], ports: readonly number[], workers: readonly Worker[]) =>
  rush(
    pools.flatMap((pool) => workers.map((w, i) => ({ port: ports[i % ports.length]!, pool, token: w.token }))),
    connections,
  )
const open = (owner: pg.Pool, count: number) => openActivities(owner, Array<number>(count).fill(1_000_000))

/** Each process has answered everybody once before anything is measured, as pgbench's statements are prepared. */
const warmUp = async (owner: pg.Pool, ports: readonly number[], workers: readonly Worker[]) => rushOn(await open(owner, ports.length), ports, workers)

/** Everybody on one activity, then on the next: one row is hot at any moment. */
const onOneRow = async (owner: pg.Pool, ports: readonly number[], workers: readonly Worker[]) => {
  const pools = await open(owner, rounds)
  const done = await rushOn(pools, ports, workers)
  await mustBeWhole(owner, pools, done.confirmed)
  return done
}

const perSecond = (r: Rush) => r.answered / r.seconds
const { bundle } = (await import(path.join(root, 'bin/bundle.mjs'))) as { bundle(name: string, entry: string): Promise<string> }

/** Five hundred seats and everybody at once: how long until the last one knows, and that no seat is given twice. */
const limited = async (owner: pg.Pool, ports: readonly number[], workers: readonly Worker[]) => {
  const [pool] = await openActivities(owner, [500])
  const one = await rushOn([pool!], ports, workers)
  await mustBeWhole(owner, [pool!], one.confirmed)
  if (one.confirmed !== 500) throw new Error(`${one.confirmed} seats given of 500`)
  return one
}

const onManyRows = async (owner: pg.Pool, url: string, port: number, workers: readonly Worker[]) => {
  const pools = await openActivities(
    owner,
    [...Array(200)].map(() => 1_000_000),
  )
  const wishes = (to: number) => workers.flatMap((w, n) => [0, 67].map((k) => ({ port: to, pool: pools[(n * 31 + k) % 200]!, token: w.token })))
  await owner.query('drop table if exists bench_token')
  await owner.query('create table bench_token (token text primary key, person_id uuid not null)')
  await owner.query('insert into bench_token select * from unnest($1::text[], $2::uuid[])', [workers.map((w) => w.token), workers.map((w) => w.id)])
  await owner.query('insert into bench_pool select id, 0, 1000000 from unnest($1::uuid[]) as r(id)', [pools])
  const child = fork(await bundle('bench-signup-bare', 'bench/signup-bare.ts'), [], { env: { ...process.env, BENCH_URL: url } })
  const bare = await new Promise<number>((resolve) => child.once('message', (p) => resolve(p as number)))
  await rush(wishes(bare).slice(0, 1000), connections)
  const limit = await rush(wishes(bare), connections)
  child.kill()
  const ours = await rush(wishes(port), connections)
  await mustBeWhole(owner, pools, ours.confirmed)
  return { ours, limit }
}

/** The rush for places, over HTTP, with sessions, rules, acts, facts and the audit trail, against one transaction a sign-up on one hot row. */
export const signup = async (): Promise<Result[]> => {
  const folder = folderFor('signup', false)
  await (await openDistrict(many, folder)).close()
  const embedded = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true, log: () => {} })
  const owner = ownerPool(embedded.url)
  const results: Result[] = []
  try {
    const workers = await signIn(owner)
    const [hot] = await openActivities(owner, [1_000_000])
    await prepareLimit(
      owner,
      hot!,
      workers.map((w) => w.id),
    )
    const bareLimits: number[] = []
    const wholeLimits: number[] = []
    const measure = async () => {
      bareLimits.push(await hotRow(embedded.url, hot!, workers.length, 'bare', 32, 4))
      wholeLimits.push(await hotRow(embedded.url, hot!, workers.length, 'whole', 32, 4))
    }
    for (const processes of (process.env.BENCH_PROCESSES ?? '1,2,4').split(',').map(Number)) {
      await measure()
      const apps: Awaited<ReturnType<typeof startApp>>[] = []
      for (let i = 0; i < processes; i++) apps.push(await startApp(embedded.url, folder))
      const ports = apps.map((a) => a.port)
      const cpu = () => [apps.reduce((sum, a) => sum + cpuOfProcess(a.child.pid!), 0), cpuOfProcess(embedded.pid)]
      await warmUp(owner, ports, workers)
      const before = cpu()
      const ours = await onOneRow(owner, ports, workers)
      const [server, database] = cpu().map((used, i) => used - before[i]!)
      const last = await limited(owner, ports, workers)
      if (processes === 1) {
        const many200 = await onManyRows(owner, embedded.url, ports[0]!, workers)
        const [a, b] = [spread(many200.ours.times), spread(many200.limit.times)]
        results.push(
          resultOf({
            name: 'signup-spread',
            ours: perSecond(many200.ours),
            limit: perSecond(many200.limit),
            unit: 'sign-ups/s over 200 activities, against bare fastify + pg with one statement and none of our records',
            conditions: `${many200.ours.answered} sign-ups, ${connections} connections, one process each`,
            more: { p50: round(a.p50), p99: round(a.p99), bareP99: round(b.p99), failed: many200.ours.failed.length },
          }),
        )
      }
      await Promise.all(apps.map(stopApp))
      const [bare, whole] = [bareLimits.at(-1)!, wholeLimits.at(-1)!]
      const times = spread(ours.times)
      results.push(
        resultOf({
          name: `signup-${processes}`,
          ours: perSecond(ours),
          limit: bare,
          unit: `sign-ups/s on one row, all records written, against ${limitBy} with one transaction each that writes a counter and a row`,
          conditions: `${processes} process${processes > 1 ? 'es' : ''}, ${connections} connections, ${rounds} × ${workers.length} workers, durable PostgreSQL, load generator on the same machine`,
          more: {
            p50: round(times.p50),
            p99: round(times.p99),
            sameRecordsLimit: round(whole),
            againstSameRecords: round(perSecond(ours) / whole),
            serverMs: round((1000 * server!) / ours.answered, 3),
            databaseMs: round((1000 * database!) / ours.answered, 3),
            failed: ours.failed.length,
            last500: `${round(last.seconds, 2)} s for ${last.answered}`,
          },
        }),
      )
      if (ours.failed.length > 0) console.error(ours.failed.slice(0, 3))
    }
    return results
  } finally {
    await owner.end()
    await embedded.stop()
  }
}
