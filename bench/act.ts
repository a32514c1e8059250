import { system } from '../server/src/kit/actor.ts'
import { newId } from '../server/src/kit/ids.ts'
import { publishService, openCase } from '../server/src/features/cases/index.ts'
import { takeStep } from '../server/src/features/cases/step.ts'
import { house } from '../server/src/rooms.ts'
import { grant } from '../server/src/test/services.ts'
import type { Actor } from '../server/src/kit/actor.ts'
import { folderFor, openDistrict, region } from './district.ts'
import { type Result, resultOf, round, spread } from './result.ts'

const steps = 300

/**
 * One step of a case (lock, standing, answers, history, tasks, desks, clocks, act, facts, audit, messages) against the bare
 * SQL that a program without any of it would send for the same step: lock, update, one line of history, commit.
 */
export const act = async (): Promise<Result[]> => {
  const district = await openDistrict(2000, folderFor('act', false))
  try {
    const { owner, db, keys } = district
    const engine = { ...house, keys }
    const call = (by: Actor) => ({ region, by, operation: 'bench', request: newId() })
    await db.write(call(system), (work) => publishService(work, grant, { by: 'officer', because: 'bench' }))
    const {
      rows: [org],
    } = await owner.query<{ id: string; name: string; path: string; town: number }>(
      `select id, name, path::text, town from organisations.org where kind = 'town_federation' and name like '鼓楼%'`,
    )
    const {
      rows: [member],
    } = await owner.query<{ id: string; name: string }>(
      `select p.id, p.name from people.person p join membership.membership m on m.person_id = p.id where m.status = 'active' limit 1`,
    )
    const {
      rows: [head],
    } = await owner.query<{ id: string }>(`select person_id as id from accounts.account where login = 'gulou'`)
    const officer: Actor = {
      kind: 'staff',
      accountId: null,
      personId: head!.id,
      sessionId: null,
      name: '站长',
      standings: [
        {
          orgId: org!.id,
          orgName: org!.name,
          path: org!.path,
          rights: ['cases.handle', 'cases.read', 'cases.oversee'],
          post: '站长',
          code: 'station_head',
          via: 'post',
        },
      ],
    }
    const answers = { cause: 'illness', amount: 100, income: 100, phone: '13900000001' }
    const made: { id: string; version: number }[] = []
    const opening: number[] = []
    for (let i = 0; i < steps; i++) {
      const started = performance.now()
      const { row } = await db.write(call(system), (work) =>
        openCase(work, engine, { service: grant, org: org!, answers, channel: 'window', applicant: member! }),
      )
      opening.push(performance.now() - started)
      made.push({ id: row.id, version: row.version })
    }
    await owner.query(
      `create table bare_case (id uuid primary key, state text not null, version int not null); create table bare_line (id uuid primary key, case_id uuid not null references bare_case, said text, at timestamptz)`,
    )
    await owner.query(`insert into bare_case select id, 'submitted', 1 from cases.matter`)
    await owner.query('vacuum analyze')
    const [ours, bare]: [number[], number[]] = [[], []]
    // By turns, so that a noisy moment hits both.
    for (const { id, version } of made) {
      let started = performance.now()
      await db.write(call(officer), (work) => takeStep(work, engine, id, { version, action: 'accept', answers: {}, said: '同意' }))
      ours.push(performance.now() - started)
      started = performance.now()
      const client = await owner.connect()
      await client.query('begin')
      await client.query('select * from bare_case where id = $1 for update', [id])
      await client.query(`update bare_case set state = 'review', version = version + 1 where id = $1`, [id])
      await client.query('insert into bare_line values ($1, $2, $3, now())', [newId(), id, '同意'])
      await client.query('commit')
      client.release()
      bare.push(performance.now() - started)
    }
    const [a, b] = [spread(ours), spread(bare)]
    return [
      resultOf({
        name: 'act',
        ours: a.p50,
        limit: b.p50,
        unit: 'ms p50, one step against bare SQL',
        conditions: `${steps} steps by turns, durable PostgreSQL, one connection`,
        more: { p95: round(a.p95), bareP95: round(b.p95), openP50: round(spread(opening).p50) },
      }),
    ]
  } finally {
    await district.close()
  }
}
