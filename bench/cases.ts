import type pg from 'pg'
import { formUnion } from '@gongyou/contract/organising/form-union.ts'
import { folderFor, openDistrict, region } from './district.ts'
import { type Result, resultOf, round, spread } from './result.ts'

/**
 * A million cases beside the example district: one in five open, spread over all organisations, each open one on the desk
 * of its town's station. Written past the engine and its keys, for only reading is measured.
 */
const fill = async (owner: pg.Pool, count: number) => {
  const client = await owner.connect()
  const states = Object.keys(formUnion.states).filter((s) => !('final' in formUnion.states[s as keyof typeof formUnion.states]))
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(
      `with org as (select row_number() over (order by id) - 1 as n, count(*) over () as all, o.* from organisations.org o where dissolved_on is null)
       insert into cases.matter (region, id, number, service, revision, state, outcome, title, org_id, town, channel, answers, opened_at, closed_at, due_on, acts)
       select $1, overlay(overlay(md5('case' || i) placing '4' from 13) placing '8' from 17)::uuid, 'JH' || i, $2, 1, case when i % 5 = 0 then ($3::text[])[1 + i % array_length($3::text[], 1)] else 'running' end,
              case when i % 5 = 0 then null else 'formed' end, '建会 · 第' || i || '家单位', org.id, org.town, 'office', '{}', now() - make_interval(mins => i),
              case when i % 5 = 0 then null else now() end, case when i % 5 = 0 then current_date - 30 + (i / 5) % 200 end, 1
         from generate_series(1, $4::int) i join org on org.n = i % org.all`,
      [region, formUnion.code, states, count],
    )
    await client.query(
      `insert into cases.task (region, id, case_id, kind, state, role, opened_at)
       select region, overlay(overlay(md5('task' || id) placing '4' from 13) placing '8' from 17)::uuid, id, 'step', state, 'station', opened_at from cases.matter where closed_at is null and number ~ '^JH[0-9]+$'`,
    )
    await client.query(
      `insert into cases.seat (region, task_id, desk, case_id, service, due_on, opened_at)
       select m.region, overlay(overlay(md5('task' || m.id) placing '4' from 13) placing '8' from 17)::uuid, 'o:' || coalesce(t.id, m.org_id) || ':station_head', m.id, m.service, m.due_on, m.opened_at
         from cases.matter m left join organisations.org t on t.region = m.region and t.kind = 'town_federation' and t.town = m.town where m.closed_at is null and m.number ~ '^JH[0-9]+$'`,
    )
  } finally {
    await client.query(`set session_replication_role = default`)
    client.release()
  }
  await owner.query('vacuum analyze')
}

const rounds = 40

/** Queue and lists of one officer at a million cases; p95 over HTTP. */
export const cases = async (count = 1_000_000): Promise<Result[]> => {
  const district = await openDistrict(2000, folderFor(`cases-${count}`, true))
  try {
    const { rows } = await district.owner.query<{ n: number }>('select count(*)::int as n from cases.matter')
    if (rows[0]!.n < count) {
      console.error(`  making ${count.toLocaleString()} cases, once …`)
      await fill(district.owner, count)
    }
    const [station, office] = [await district.as('gulou'), await district.as('zuzhi')]
    const measure = async (ask: typeof station, urls: readonly string[]) => {
      for (const url of urls) await ask(url)
      const times: number[] = []
      for (let i = 0; i < rounds; i++) for (const url of urls) times.push((await ask(url)).ms)
      return spread(times)
    }
    const queue = [
      '/api/cases/queue?limit=50',
      '/api/cases/queue?limit=50&due=overdue',
      '/api/cases/queue?limit=50&service=form-union',
      '/api/cases/queue?limit=50&state=contacted',
    ]
    const lists = [
      '/api/cases?limit=50',
      '/api/cases?limit=50&open=true',
      '/api/cases?limit=50&due=overdue',
      '/api/cases?limit=50&service=form-union',
      '/api/cases?limit=50&state=contacted&open=true',
    ]
    const mine = await measure(station, queue)
    const waits = ((await station('/api/cases/queue/counts')).body as { all: number }).all
    const counted = await measure(station, ['/api/cases/queue/counts'])
    const scoped = await measure(station, lists)
    const whole = await measure(office, lists)
    const conditions = `${count.toLocaleString()} cases, ${waits.toLocaleString()} on this desk, × ${rounds}, over HTTP, one at a time`
    return [
      resultOf({
        name: 'cases',
        ours: mine.p95,
        limit: 50,
        unit: 'ms p95, my open cases',
        conditions,
        more: { p50: round(mine.p50), countsP95: round(counted.p95) },
      }),
      resultOf({
        name: 'cases-all',
        ours: whole.p95,
        limit: 50,
        unit: 'ms p95, all cases',
        conditions,
        more: { p50: round(whole.p50), scopedP95: round(scoped.p95) },
      }),
      resultOf({ name: 'cases-scoped', ours: scoped.p50, limit: whole.p50, unit: 'ms p50 scoped / unscoped', conditions, more: { bar: '1.3' } }),
    ]
  } finally {
    await district.close()
  }
}
