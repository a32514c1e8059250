import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { monthsLater } from '@gongyou/contract/kit/clock/months.ts'
import { ownRegisters } from '@gongyou/contract/registers/own/index.ts'
import { registerFaults } from '@gongyou/contract/registers/faults.ts'
import { expect, test } from 'vitest'
import { aUnion, region } from '../../test/union.ts'
import { keep, orgNamed, routes } from '../../test/registers.ts'
import { system } from '../../kit/actor.ts'
import { dayOf, now } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { enterEntry } from './index.ts'
import { remindEndings } from './reminders.ts'

const union = await aUnion({ people: 60 })
await keep(union, routes)
const district = await union.as('quanyi')
const gulou = await union.as('gulou')
const guoyuan = await union.as('guoyuan')
const leader = await union.as('lingdao')
const home = await orgNamed(union, '密云区总工会')
const gulouOrg = await orgNamed(union, '鼓楼街道总工会')
const today = dayOf(now())

const add = (name: string, more: Record<string, unknown> = {}, who = gulou, orgId = gulouOrg) =>
  who.ask('addEntry', { params: { code: 'test-routes' }, body: { orgId, answers: { name, sort: 'health', ...more } } })
const contract = (more: Record<string, unknown> = {}) => ({
  name: '鼓楼街道综合集体合同',
  sort: 'comprehensive',
  level: 'area',
  units: 20,
  workers: 800,
  signedOn: '2024-01-10',
  termFrom: '2024-02-01',
  termTo: addDays(today, 60),
  ...more,
})
const addContract = (more: Record<string, unknown> = {}, who = gulou, orgId = gulouOrg) =>
  who.ask('addEntry', { params: { code: 'collective-contracts' }, body: { orgId, answers: contract(more) } })

test('the declared registers are sound, and listed with their numbers', async () => {
  for (const r of ownRegisters) expect([r.code, registerFaults(r)]).toEqual([r.code, []])
  const before = await gulou.ask('listRegisters', {})
  expect(before.registers.map((r) => r.code)).toEqual(expect.arrayContaining(['studios', 'lecturers', 'collective-contracts', 'test-routes']))
  await add('数一数')
  const after = await gulou.ask('listRegisters', {})
  const count = (l: typeof before) => l.registers.find((r) => r.code === 'test-routes')!.entries
  expect(count(after)).toBe(count(before) + 1)
})

test('an entry is added, changed, ended and restored, and each step stands in its history', async () => {
  const made = await add('云蒙山疗养线路', { price: 128_000, days: 3, phone: '13900000001', tags: ['women', 'young'] })
  expect(made).toMatchObject({ title: '云蒙山疗养线路', state: 'valid', version: 1, validFrom: today, org: { name: '鼓楼街道总工会' } })
  expect(made.answers.tags).toEqual(['young', 'women'])
  expect(made.may).toEqual(['change', 'renew', 'end'])

  const changed = await gulou.ask('changeEntry', {
    params: { id: made.id },
    body: { version: 1, answers: { price: 138_000, days: null }, because: '涨价' },
  })
  expect(changed.answers).not.toHaveProperty('days')
  expect(changed.history[0]).toMatchObject({ seq: 2, op: 'changed', because: '涨价', by: expect.stringContaining('何秋实') })
  expect(changed.history[0]!.changes.map((c) => [c.label.zh, c.before?.zh ?? null, c.after?.zh ?? null])).toEqual([
    ['价格', '1,280.00', '1,380.00'],
    ['天数', '3', null],
  ])

  const ended = await gulou.ask('endEntry', { params: { id: made.id }, body: { version: 2, because: '线路停运' } })
  expect(ended).toMatchObject({ state: 'ended', endedOn: today, endedBecause: '线路停运', may: ['restore'] })
  await expect(gulou.ask('changeEntry', { params: { id: made.id }, body: { version: 3, answers: { days: 2 } } })).rejects.toMatchObject({
    problem: { code: 'registers.ended' },
  })
  const back = await gulou.ask('restoreEntry', { params: { id: made.id }, body: { version: 3, because: '恢复运行' } })
  expect(back.history.map((h) => h.op)).toEqual(['restored', 'ended', 'changed', 'added'])
  expect(back.state).toBe('valid')
})

test('whoever has not seen the newest state, or changes nothing, is refused', async () => {
  const { id } = await add('白河峡谷线路')
  await gulou.ask('changeEntry', { params: { id }, body: { version: 1, answers: { days: 2 } } })
  await expect(gulou.ask('changeEntry', { params: { id }, body: { version: 1, answers: { days: 4 } } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'record.changed' },
  })
  await expect(gulou.ask('changeEntry', { params: { id }, body: { version: 2, answers: { days: 2 } } })).rejects.toMatchObject({
    problem: { code: 'registers.nothing-changed' },
  })
})

test('faults name every field at once; a field the form does not have is one', async () => {
  const refused = gulou.ask('addEntry', {
    params: { code: 'test-routes' },
    body: { orgId: gulouOrg, answers: { sort: 'sea', price: -5, phone: '12', colour: 'red' } },
  })
  await expect(refused).rejects.toMatchObject({ status: 400, problem: { code: 'request.invalid' } })
  const { problem } = (await refused.catch((e: unknown) => e)) as { problem: { errors: { path: string }[] } }
  expect(problem.errors.map((e) => e.path).sort()).toEqual(['answers.colour', 'answers.name', 'answers.phone', 'answers.price', 'answers.sort'])
})

test('two officers who add the same at once: one entry and one refusal, however it is spelt', async () => {
  const results = await Promise.allSettled([add('ＡＢ 线路'), add('ab线路')])
  expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((r) => r.status === 'rejected')!.reason).toMatchObject({ status: 409, problem: { code: 'registers.already-entered' } })
  const { id } = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []))[0]!
  // An ended entry makes room for the next, and then cannot come back.
  await gulou.ask('endEntry', { params: { id }, body: { version: 1, because: '重复' } })
  await add('AB线路')
  await expect(gulou.ask('restoreEntry', { params: { id }, body: { version: 2, because: '恢复' } })).rejects.toMatchObject({
    problem: { code: 'registers.already-entered' },
  })
})

test('what another station keeps is not found there; the district sees all; a reader may not write', async () => {
  const { id } = await add('鼓楼内部线路')
  for (const who of [guoyuan]) {
    await expect(who.ask('getEntry', { params: { id } })).rejects.toMatchObject({ status: 404 })
    await expect(who.ask('endEntry', { params: { id }, body: { version: 1, because: '越界' } })).rejects.toMatchObject({ status: 404 })
    expect((await who.ask('listEntries', { params: { code: 'test-routes' }, query: { q: '鼓楼内部' } })).rows).toEqual([])
  }
  await expect(add('越界线路', {}, guoyuan)).rejects.toMatchObject({ status: 422, problem: { code: 'registers.no-such-place' } })
  expect((await district.ask('getEntry', { params: { id } })).title).toBe('鼓楼内部线路')
  expect((await leader.ask('getEntry', { params: { id } })).may).toEqual([])
  await expect(add('领导不录入', {}, leader)).rejects.toMatchObject({ status: 403 })
  await expect(gulou.ask('changeEntry', { params: { id }, body: { version: 1, answers: {}, orgId: home } })).rejects.toMatchObject({
    problem: { code: 'registers.no-such-place' },
  })
})

test('sealed answers lie encrypted, are opened for a purpose, and their history says only that they changed', async () => {
  const { id, ...made } = await add('结算线路', { account: '0200-1234-5678' })
  expect(made.answers).not.toHaveProperty('account')
  expect(made.sealed).toEqual(['account'])
  const { rows } = await union.owner.query<{ text: string }>(
    "select (select answers::text from registers.entry where id = $1) || (select string_agg(changes::text, '') from registers.entry_change where entry_id = $1) as text",
    [id],
  )
  expect(rows[0]!.text).not.toContain('5678')
  const opened = await gulou.ask('openSealedEntry', { params: { id }, body: { purpose: '核对结算' } })
  expect(opened.answers).toEqual({ account: '0200-1234-5678' })
  const audit = await union.owner.query("select purpose from ledger.audit where action = 'openSealedEntry' and subject_id = $1", [id])
  expect(audit.rows).toEqual([{ purpose: '核对结算' }])
  // A change of something else keeps it; emptying it is told without telling what it was.
  const kept = await gulou.ask('changeEntry', { params: { id }, body: { version: 1, answers: { days: 5 } } })
  expect(kept.sealed).toEqual(['account'])
  const emptied = await gulou.ask('changeEntry', { params: { id }, body: { version: 2, answers: { account: null } } })
  expect(emptied.sealed).toEqual([])
  expect(emptied.history[0]!.changes).toEqual([expect.objectContaining({ field: 'account', sealed: true, before: null, after: null })])
  await expect(leader.ask('openSealedEntry', { params: { id }, body: { purpose: '看看' } })).rejects.toMatchObject({ status: 403 })
})

test('a contract is renewed only in its last three months, and lengthens without a gap', async () => {
  const end = addDays(today, 60)
  const made = await addContract()
  expect(made).toMatchObject({ state: 'ending', validTo: end, renewableFrom: monthsLater(addDays(end, 1), -3).on })
  await expect(addContract({ name: '又一份' })).rejects.toMatchObject({ problem: { code: 'registers.already-entered' } })
  const next = { signedOn: today, termFrom: addDays(end, 1), termTo: addDays(end, 3 * 365) }
  const renewed = await gulou.ask('renewEntry', { params: { id: made.id }, body: { version: 1, answers: next, because: '续订三年' } })
  expect(renewed).toMatchObject({ validFrom: '2024-02-01', validTo: next.termTo, state: 'valid' })
  expect(renewed.history[0]!.changes.find((c) => c.field === '@valid')?.after?.zh).toBe(`2024-02-01 至 ${next.termTo}`)
  await expect(gulou.ask('renewEntry', { params: { id: made.id }, body: { version: 2, answers: { termTo: '2035-01-01' } } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'registers.too-early-to-renew', detail: expect.stringContaining('第四十三条') },
  })
  // A correction of something else leaves the days as they are.
  const corrected = await gulou.ask('changeEntry', { params: { id: made.id }, body: { version: 2, answers: { workers: 810 } } })
  expect(corrected).toMatchObject({ validFrom: '2024-02-01', validTo: next.termTo })
})

test('a term that ends before it begins, and a renewal that renews nothing, are refused', async () => {
  await expect(addContract({ sort: 'wages', termTo: '2023-01-01' })).rejects.toMatchObject({ problem: { code: 'registers.dates-wrong' } })
  const { id } = await addContract({ sort: 'wages', name: '工资专项' })
  await expect(gulou.ask('renewEntry', { params: { id }, body: { version: 1 } })).rejects.toMatchObject({
    problem: { code: 'registers.dates-wrong' },
  })
})

test('lists are searched, filtered and walked; what is personal is masked', async () => {
  const phone = '13900000002'
  for (let i = 0; i < 7; i++)
    await add(`密云水库环湖${i}号线`, { phone, sort: i % 2 === 0 ? 'health' : 'study', from: addDays(today, -400 + i * 50) })
  const list = (query: Record<string, string>) => gulou.ask('listEntries', { params: { code: 'test-routes' }, query })
  for (const [q, n] of [
    ['环湖', 7],
    ['环湖3', 1],
    ['mysk', 7],
    ['miyunshuiku', 7],
    ['湖环', 0],
    ['%', 0],
  ] as const)
    expect([q, (await list({ q })).rows.length]).toEqual([q, n])
  const { rows } = await list({ q: '环湖', choice: 'sort:study' })
  expect(rows.map((r) => r.cells.sort!.zh)).toEqual(['研学', '研学', '研学'])
  expect(rows[0]!.cells.phone!.zh).toBe('139****0002')
  expect((await list({ q: '环湖', choice: 'colour:red' })).rows).toEqual([])
  expect((await list({ q: '环湖', state: 'expired' })).rows.map((r) => r.title)).toEqual(['密云水库环湖0号线'])
  expect((await list({ q: '环湖', state: 'ending' })).rows.map((r) => r.title)).toEqual(['密云水库环湖1号线', '密云水库环湖2号线'])
  expect((await list({ q: '环湖', state: 'valid' })).rows).toHaveLength(6)
  for (const state of ['all', 'ending'] as const) {
    const whole = await list({ state, limit: '200' })
    const walked: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list({ state, limit: '2', ...(after ? { after } : {}) })
      walked.push(...page.rows.map((r) => r.id))
      after = page.next
    }
    expect(walked).toEqual(whole.rows.map((r) => r.id))
    expect(await gulou.ask('countEntries', { params: { code: 'test-routes' }, query: { state } })).toEqual({ count: walked.length, capped: false })
  }
})

test('an entry can be made within the command of another feature: both or neither', async () => {
  const call = { region, by: system, operation: 'test', request: newId() }
  const given = {
    register: 'test-routes',
    orgId: home,
    answers: { name: '办件转入线路', sort: 'study' },
    source: { kind: 'case' as const, id: newId() },
  }
  await expect(
    union.db.write(call, async (work) => {
      await enterEntry(work, union.keys, given)
      throw new Error('the case fails')
    }),
  ).rejects.toThrow('the case fails')
  expect((await district.ask('listEntries', { params: { code: 'test-routes' }, query: { q: '办件转入' } })).rows).toEqual([])
  const { id } = await union.db.write(call, (work) => enterEntry(work, union.keys, given))
  const entry = await district.ask('getEntry', { params: { id } })
  expect(entry).toMatchObject({ source: 'case', sourceId: given.source.id })
  expect(entry.history[0]).toMatchObject({ source: 'case', by: '系统' })
})

test('figures count what was added and what stands', async () => {
  const figure = async (fact: string) =>
    Number(
      (
        await union.owner.query<{ n: string }>(
          "select coalesce(sum(amount), 0) as n from ledger.fact where fact = $1 and dims ->> 'register' = 'test-routes'",
          [fact],
        )
      ).rows[0]!.n,
    )
  const [added, stock] = [await figure('entries-added'), await figure('entries-stock')]
  const { id } = await add('计数线路')
  expect([await figure('entries-added'), await figure('entries-stock')]).toEqual([added + 1, stock + 1])
  await gulou.ask('endEntry', { params: { id }, body: { version: 1, because: '计数' } })
  expect([await figure('entries-added'), await figure('entries-stock')]).toEqual([added + 1, stock])
  const { rows } = await union.owner.query("select count(*)::int as n from registers.entry where register = 'test-routes' and ended_on is null")
  expect(stock).toBe(rows[0]!.n)
})

test('whoever keeps an entry is told once at ninety and once at thirty days', async () => {
  const remind = (at: number) =>
    union.db.write({ region, by: system, operation: 'test', request: newId() }, (work) => remindEndings({ ...work, today: addDays(today, at) }))
  const told = async () =>
    (
      await union.owner.query<{ name: string; body: string }>(
        "select p.name, m.body ->> 'zh' as body from notices.message m join people.person p on p.id = m.person_id where m.kind = 'register-ending' and m.body ->> 'zh' like '%提醒测试%'",
      )
    ).rows
  await addContract({ sort: 'safety', name: '提醒测试合同', termTo: addDays(today, 100) })
  await remind(5)
  expect(await told()).toEqual([])
  await remind(10)
  const first = await told()
  expect(first.map((m) => m.name)).toContain('何秋实')
  await remind(40)
  expect(await told()).toHaveLength(first.length)
  await remind(70)
  await remind(71)
  expect(await told()).toHaveLength(first.length * 2)
})

test('a file of an entry is opened by whoever may read the entry, and must be one’s own to be put there', async () => {
  const mark = 'c0ffee'
  const payload = Buffer.from(
    `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="xieyi.txt"\r\ncontent-type: text/plain\r\n\r\n协议文本\r\n--${mark}--\r\n`,
  )
  const uploaded = await gulou.send({
    method: 'POST',
    url: '/api/documents/files',
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload,
  })
  const file = uploaded.json<{ id: string; name: string }>()
  expect(uploaded.statusCode).toBe(200)
  const paper = [{ id: file.id, name: 'xieyi.txt' }]
  await expect(add('拿别人的附件', { paper }, district)).rejects.toMatchObject({ problem: { code: 'request.invalid' } })
  const { id } = await add('带协议的线路', { paper })
  const url = `/api/register-entries/${id}/files/${file.id}`
  expect((await district.send({ method: 'GET', url })).body).toBe('协议文本')
  expect((await guoyuan.send({ method: 'GET', url })).statusCode).toBe(404)
})
