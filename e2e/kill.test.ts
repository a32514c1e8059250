import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeIdCard } from '../contract/src/kit/id-card.ts'
import { demoPassword } from '../demo/src/personas.ts'
import { askAt } from './joins.ts'
import { aProgram, type Program, writer } from './kill.ts'

const rounds = 7
/** Three seconds on a machine that has nothing else to do; six times as much is a start that hangs, however busy it is. */
const patience = 18_000

let program: Program
let writing: ReturnType<typeof writer>
let slowest = 0

beforeAll(async () => {
  program = await aProgram()
  writing = writer(program.url)
  await program.start(180_000)
}, 200_000)
afterAll(() => program.remove())

const expectAllThere = async () => {
  const { promised } = writing
  const { cookie } = await askAt(program.url, '/api/accounts/sign-in', { login: 'zuzhi', password: demoPassword })
  for (const one of promised.slice(-30))
    expect((await askAt(program.url, `/api/membership/applications/${one.id}`, undefined, cookie)).said, one.number).toMatchObject({
      id: one.id,
      number: one.number,
      status: 'submitted',
    })
  // The register itself, every one of them: the application, its act and the line of the audit trail stand or fall together.
  const client = await program.owner()
  const ids = promised.map((p) => p.id)
  const count = async (sql: string) => (await client.query<{ n: number }>(sql, [ids])).rows[0]!.n
  expect(await count('select count(*)::int as n from membership.application where id = any($1::uuid[])')).toBe(ids.length)
  expect(
    await count(`select count(distinct subject_id)::int as n from ledger.act where kind = 'membership.applied' and subject_id = any($1::uuid[])`),
  ).toBe(ids.length)
  expect(
    await count(`select count(distinct subject_id)::int as n from ledger.audit where action = 'applyToJoin' and subject_id = any($1::uuid[])`),
  ).toBe(ids.length)
  // And nothing came half: no application without its act.
  const half = await client.query(
    `select id from membership.application a where a.submitted_at > now() - interval '1 hour' and not exists (select 1 from ledger.act where kind = 'membership.applied' and subject_id = a.id)`,
  )
  expect(half.rows).toEqual([])
  await client.end()
}

test('what was acknowledged survives every kill of the program', { timeout: 180_000 }, async () => {
  for (let round = 1; round <= rounds; round++) {
    const before = writing.promised.length
    const untilGone = writing.while(program.answers)
    await pause(150 + Math.random() * 1_600)
    program.kill('SIGKILL')
    await untilGone
    await program.ended()
    const took = await program.start(patience)
    slowest = Math.max(slowest, took)
    await expectAllThere()
    console.log(`round ${round}: program killed, ${writing.promised.length - before} acknowledged, back after ${Math.round(took)} ms`)
  }
  expect(writing.promised.length).toBeGreaterThan(rounds)
})

test.each([
  ['PostgreSQL', () => program.postmaster().pid],
  ['PostgreSQL once more', () => program.postmaster().pid],
  ['one connection of it', () => program.backends()[0]!],
])('when %s is killed the program stays, says that it waits, and works again by itself', { timeout: 60_000 }, async (what, victim) => {
  const before = writing.promised.length
  writing.refusals.length = 0
  let on = true
  const untilTold = writing.while(() => on)
  await pause(500)
  process.kill(victim(), 'SIGKILL')
  const killed = performance.now()
  const heard: string[] = []
  const ready = async () => {
    const answer = await fetch(`${program.url}/readyz`)
    if (!answer.ok) heard.push(`${answer.status} ${await answer.text()}`)
    return answer.ok
  }
  // It may answer once more before it has noticed.
  while ((heard.length === 0 && performance.now() - killed < 1_000) || !(await ready())) {
    if (heard.length === 0) await ready()
    expect(performance.now() - killed, heard.at(-1)).toBeLessThan(patience)
    await pause(10)
  }
  const took = performance.now() - killed
  const sofar = writing.promised.length
  await expect.poll(() => writing.promised.length, { timeout: patience }).toBeGreaterThan(sofar + 3)
  on = false
  await untilTold
  expect(program.isUp()).toBe(true)
  expect(writing.promised.length).toBeGreaterThan(before)
  // Whoever came in between was told so, and never met a failure without words.
  for (const refusal of writing.refusals) expect(refusal).toMatch(/: 503 .*"code":"server\.(database-away|busy)"/)
  for (const line of heard) expect(line).toMatch(/^503 .*正在自动恢复/)
  await expectAllThere()
  // Jobs go on as well: the outbox empties.
  await expect
    .poll(async () => /gongyou_jobs\{state="outbox"\} (\d+)/.exec(await (await fetch(`${program.url}/metrics`)).text())?.[1], { timeout: patience })
    .toBe('0')
  console.log(`${what} killed: ready after ${Math.round(took)} ms, ${writing.refusals.length} requests refused meanwhile`)
})

test('a roster import goes on where it was when PostgreSQL is killed in its middle', { timeout: 120_000 }, async () => {
  const many = 6_000
  const titles = ['姓名', '身份证号', '手机号', '所属工会']
  const rows = [...Array(many).keys()].map((n) => [
    '石一川',
    makeIdCard('110118', `19${60 + (n % 40)}-0${1 + (n % 9)}-${String(1 + (Math.floor(n / 360) % 28)).padStart(2, '0')}`, 1 + (n % 997)),
    `1361${String(n).padStart(7, '0')}`,
    '鼓楼街道工会服务站',
  ])
  const { cookie } = await askAt(program.url, '/api/accounts/sign-in', { login: 'gulou', password: demoPassword })
  const form = new FormData()
  form.set('file', new Blob([[titles, ...rows].map((r) => r.join()).join('\n')]), '名册.csv')
  const sent = await fetch(`${program.url}/api/membership/rosters`, { method: 'POST', headers: { cookie, 'x-gongyou': '1' }, body: form })
  const batch = (await sent.json()) as { id: string; mapping: Record<string, string> }
  const place = `/api/membership/rosters/${batch.id}`
  const seen = async () =>
    (await askAt(program.url, place, undefined, cookie).catch(() => ({ said: {} }))).said as {
      state?: string
      doneRows?: number
      made?: { new: number }
    }
  await askAt(program.url, `${place}/check`, { mapping: batch.mapping }, cookie)
  await expect.poll(async () => (await seen()).state, { timeout: 60_000, interval: 50 }).toBe('checked')
  await askAt(program.url, `${place}/commit`, {}, cookie)
  await expect.poll(async () => (await seen()).doneRows, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0)
  const midway = (await seen()).doneRows
  process.kill(program.postmaster().pid, 'SIGKILL')
  await expect.poll(async () => (await seen()).state, { timeout: 60_000, interval: 50 }).toBe('done')
  expect((await seen()).made).toMatchObject({ new: many, bad: 0 })
  const client = await program.owner()
  const { rows: counted } = await client.query(
    `select count(*)::int as persons, count(distinct id_hash)::int as numbers,
       (select count(*)::int from ledger.act where kind = 'membership.joined' and data ->> 'batch' = $1) as joined from people.person where name = '石一川'`,
    [batch.id],
  )
  await client.end()
  expect(counted).toEqual([{ persons: many, numbers: many, joined: many }])
  console.log(`PostgreSQL killed at row ${midway} of an import of ${many}; it went on and ended whole`)
})

test('all in all nothing was lost', () => {
  console.log(
    `${rounds + 4} kills, ${writing.promised.length} acknowledged applications of ${writing.sent()} sent, none lost; slowest restart ${Math.round(slowest)} ms`,
  )
  expect(program.words()).toMatch(/is back after \d+ ms/)
})

test('Ctrl-C leaves no process of the database behind', async () => {
  expect(program.databaseProcesses().length).toBeGreaterThan(0)
  program.kill('SIGINT')
  await program.ended()
  expect(program.exitCode()).toBe(0)
  expect(program.databaseProcesses()).toEqual([])
})
