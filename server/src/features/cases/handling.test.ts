import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { moveClock } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { aUnion, region } from '../../test/union.ts'
import { sweepClocks } from '../clocks/sweep.ts'
import { peopleOfCase } from './people-of-case.ts'
import { answers, grant, offer, worker } from '../../test/services.ts'

const union = await aUnion()
await offer(union, grant)
const courier = await worker(union, '13900000001')
const [gulou, shegong, guoyuan, district, leader] = await Promise.all(['gulou', 'shegong', 'guoyuan', 'zuzhi', 'lingdao'].map(union.as))

const apply = async (given: Record<string, unknown> = answers) =>
  courier!.ask('applyForService', { params: { code: grant.code }, body: { revision: 1, answers: given } })
const seen = (who: typeof gulou, id: string) => who!.ask('getCase', { params: { id } })
const step = async (who: typeof gulou, id: string, action: string, more: object = {}) =>
  who!.ask('takeCaseStep', { params: { id, action }, body: { version: (await seen(who, id)).version, ...more } })
const personOf = async (login: string) =>
  (await union.owner.query<{ person_id: string }>('select person_id from accounts.account where login = $1', [login])).rows[0]!.person_id

test('applied by phone, accepted at the station, granted by the district: number at once, progress for the worker, facts', async () => {
  const form = await courier.ask('getServiceForm', { params: { code: grant.code } })
  expect(form.known.phone).toBe('13900000001')
  expect(form.from.phone).toBe('registry')
  const receipt = await apply()
  expect(receipt.number).toMatch(/^CS\d{8}-\d{4}$/)
  expect(receipt.dueOn).not.toBeNull()
  const queue = await gulou!.ask('listQueue', { query: {} })
  expect(queue.rows.map((r) => r.id)).toContain(receipt.id)
  const page = await seen(gulou, receipt.id)
  expect(page.next.map((n) => n.code)).toEqual(['accept', 'reject'])
  expect(page.sealed).toEqual(['income'])
  expect(page.answers).not.toHaveProperty('income')
  expect(page.clocks[0]).toMatchObject({ duty: 'acceptance', state: 'calm' })
  await step(gulou, receipt.id, 'accept', { said: '材料齐全' })
  const waiting = await seen(courier, receipt.id)
  expect(waiting.state.zh).toBe('审批中')
  expect(waiting.answers.income).toBe(250_000)
  expect(JSON.stringify(waiting.acts)).not.toContain('材料齐全')
  await step(district, receipt.id, 'grant', { answers: { granted: 100_000 }, said: '同意补助 1000 元' })
  const done = await seen(courier, receipt.id)
  expect(done).toMatchObject({ outcome: { zh: '已批准' }, next: [], answers: { granted: 100_000 } })
  expect(done.ways).toEqual(['rate', 'appeal'])
  const closed = await union.owner.query(`select amount::int, dims from ledger.fact where fact = 'case-amounts'`)
  expect(closed.rows).toEqual([{ amount: 1000, dims: expect.objectContaining({ service: grant.code, split: 'illness', outcome: 'granted' }) }])
})

test('access travels with the task: before and after it the case does not exist for the officer; elsewhere never', async () => {
  const { id } = await apply()
  await expect(seen(guoyuan, id)).rejects.toMatchObject({ status: 404 })
  const to = await personOf('guoyuan')
  await gulou!.ask('transferCase', { params: { id }, body: { version: (await seen(gulou, id)).version, personId: to, why: '请果园协助' } })
  expect((await seen(guoyuan, id)).next.map((n) => n.code)).toEqual(['accept', 'reject'])
  await step(guoyuan, id, 'accept')
  await expect(seen(guoyuan, id)).rejects.toMatchObject({ status: 404 })
})

test('a stale page, a step that is not there, a step that is not yours, words that are missing', async () => {
  const { id } = await apply()
  const { version } = await seen(gulou, id)
  const take = (who: typeof gulou, action: string, v: number, body: object = {}) =>
    who!.ask('takeCaseStep', { params: { id, action }, body: { version: v, ...body } })
  await expect(take(gulou, 'accept', version - 1)).rejects.toMatchObject({ status: 409, problem: { code: 'record.changed' } })
  await expect(take(gulou, 'grant', version)).rejects.toMatchObject({ problem: { code: 'cases.not-from-here' } })
  await expect(take(gulou, 'constructor', version)).rejects.toMatchObject({ problem: { code: 'cases.not-from-here' } })
  await expect(take(gulou, 'refuse', version, { said: '不行' })).rejects.toMatchObject({ status: 403 })
  await expect(take(gulou, 'reject', version)).rejects.toMatchObject({ problem: { code: 'cases.words-needed' } })
  await expect(take(courier, 'accept', version)).rejects.toMatchObject({ status: 403 })
  await take(gulou, 'accept', version)
  await expect(step(district, id, 'grant', { answers: { granted: 0 } })).rejects.toMatchObject({ problem: { code: 'cases.condition-not-met' } })
  await expect(step(district, id, 'grant', { answers: { granted: 1, outcome: 'granted' } })).rejects.toMatchObject({
    status: 400,
    problem: { errors: [{ path: 'answers.outcome' }] },
  })
})

test('two officers at once: one step, one refusal', async () => {
  const { id } = await apply()
  const { version } = await seen(gulou, id)
  const both = await Promise.allSettled(
    [gulou, shegong].map((who) => who!.ask('takeCaseStep', { params: { id, action: 'accept' }, body: { version } })),
  )
  expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
  const acts = await union.owner.query('select seq from cases.act where case_id = $1 order by seq', [id])
  expect(acts.rows.map((r) => r.seq)).toEqual([1, 2])
})

test('asking for more stops the clock, says what is missing, and the worker supplies it', async () => {
  const { id } = await apply()
  await gulou!.ask('askForMore', { params: { id }, body: { version: (await seen(gulou, id)).version, fields: ['paper'], says: '请补充诊断证明' } })
  const asked = await seen(courier, id)
  expect(asked.asked).toEqual({ says: '请补充诊断证明', fields: ['paper'] })
  expect(asked.clocks[0]!.state).toBe('paused')
  await expect(step(gulou, id, 'accept')).rejects.toMatchObject({ problem: { code: 'cases.awaiting-papers' } })
  await expect(courier.ask('supplyCase', { params: { id }, body: { version: asked.version, answers: { amount: 1 } } })).rejects.toMatchObject({
    status: 400,
  })
  const foreign = { id: '018f0000-0000-7000-8000-000000000000', name: '别人的文件.pdf' }
  await expect(courier.ask('supplyCase', { params: { id }, body: { version: asked.version, answers: { paper: [foreign] } } })).rejects.toMatchObject({
    status: 400,
  })
  await courier.ask('supplyCase', { params: { id }, body: { version: asked.version, answers: {}, said: '原件已交窗口' } })
  expect((await seen(courier, id)).clocks[0]!.state).toBe('calm')
  await step(gulou, id, 'accept')
})

test('opinions beside the step: all must answer, or any; signers after it hold the step back', async () => {
  const { id } = await apply()
  const [a, b] = [await personOf('zhuxi'), await personOf('bangong')]
  const version = async () => (await seen(gulou, id)).version
  await gulou!.ask('addSigners', {
    params: { id },
    body: { version: await version(), persons: [a, b], mode: 'all', place: 'beside', asks: '请核实情况' },
  })
  await expect(step(gulou, id, 'accept')).rejects.toMatchObject({ problem: { code: 'cases.awaiting-colleagues' } })
  const [chair, office] = [await union.as('zhuxi'), await union.as('bangong')]
  await chair.ask('giveOpinion', { params: { id }, body: { version: await version(), agrees: true, said: '属实' } })
  await expect(step(gulou, id, 'accept')).rejects.toMatchObject({ problem: { code: 'cases.awaiting-colleagues' } })
  await expect(seen(chair, id)).rejects.toMatchObject({ status: 404 })
  await office.ask('giveOpinion', { params: { id }, body: { version: await version(), agrees: true, said: '同意' } })
  await gulou!.ask('addSigners', { params: { id }, body: { version: await version(), persons: [a], place: 'after', asks: '请主席加签' } })
  await expect(seen(chair, id)).rejects.toMatchObject({ status: 404 })
  const held = await step(gulou, id, 'accept', { said: '拟受理' })
  expect(held).toMatchObject({ state: { zh: '已提交' }, awaiting: 'after' })
  await chair.ask('giveOpinion', { params: { id }, body: { version: (await seen(chair, id)).version, agrees: true, said: '同意' } })
  const moved = await seen(courier, id)
  expect(moved.state.zh).toBe('审批中')
  expect(moved.acts.at(-1)!.by).toContain('何秋实')
})

test('delegated work is reported back; then the step goes on', async () => {
  const { id } = await apply()
  const to = await personOf('shegong')
  await gulou!.ask('delegateCase', { params: { id }, body: { version: (await seen(gulou, id)).version, personId: to, asks: '请上门核实' } })
  await expect(step(gulou, id, 'accept')).rejects.toMatchObject({ problem: { code: 'cases.awaiting-colleagues' } })
  await shegong!.ask('reportOnCase', { params: { id }, body: { version: (await seen(shegong, id)).version, said: '已核实，情况属实' } })
  await step(gulou, id, 'accept')
})

test('sent back, recalled, suspended, resumed, ended, opened again', async () => {
  const { id } = await apply()
  await step(gulou, id, 'accept')
  await expect(
    gulou!.ask('recallStep', { params: { id }, body: { version: (await seen(gulou, id)).version, why: '点错了' } }),
  ).resolves.toMatchObject({ state: { zh: '已提交' } })
  await step(gulou, id, 'accept')
  await district!.ask('sendCaseBack', { params: { id }, body: { version: (await seen(district, id)).version, to: 'previous', why: '请核实收入' } })
  expect((await seen(gulou, id)).next.map((n) => n.code)).toEqual(['accept', 'reject'])
  await gulou!.ask('suspendCase', { params: { id }, body: { version: (await seen(gulou, id)).version, why: '申请人住院' } })
  await expect(step(gulou, id, 'accept')).rejects.toMatchObject({ problem: { code: 'cases.suspended' } })
  await gulou!.ask('resumeCase', { params: { id }, body: { version: (await seen(gulou, id)).version, why: '已出院' } })
  await gulou!.ask('terminateCase', { params: { id }, body: { version: (await seen(gulou, id)).version, why: '重复申请' } })
  expect(await seen(courier, id)).toMatchObject({ outcome: { zh: '终止' } })
  await gulou!.ask('reopenCase', { params: { id }, body: { version: (await seen(gulou, id)).version, state: 'submitted', why: '并非重复' } })
  expect((await seen(courier, id)).closedAt).toBeNull()
  await step(gulou, id, 'accept')
})

test('a low rating opens a return visit, and the visit can open the case again; an objection goes to the district', async () => {
  const { id } = await apply()
  await step(gulou, id, 'reject', { said: '不符合条件' })
  await courier.ask('rateCase', { params: { id }, body: { stars: 1, said: '没说清楚' } })
  await expect(courier.ask('rateCase', { params: { id }, body: { stars: 5 } })).rejects.toMatchObject({ problem: { code: 'cases.rated' } })
  const visit = (await gulou!.ask('listQueue', { query: { service: 'return-visit' } })).rows[0]!
  expect(visit.title).toContain('回访')
  await step(gulou, visit.id, 'reopen', { answers: { how: 'phone', found: '确有误会' } })
  expect((await seen(courier, id)).closedAt).toBeNull()
  await step(gulou, id, 'reject', { said: '已当面说明' })
  await courier.ask('appealCase', { params: { id }, body: { why: '仍有异议' } })
  await expect(courier.ask('appealCase', { params: { id }, body: { why: '再提一次' } })).rejects.toMatchObject({
    problem: { code: 'cases.appeal-open' },
  })
  await expect(
    courier.ask('applyForService', { params: { code: 'appeal' }, body: { revision: 1, answers: { why: '没有原件' } } }),
  ).rejects.toMatchObject({ status: 403 })
  const office = await union.as('bangong')
  const appeal = (await office.ask('listQueue', { query: { service: 'appeal' } })).rows[0]!
  await step(office, appeal.id, 'keep', { answers: { review: '程序合规' }, said: '维持原结果' })
})

test('nobody is given their own application to decide; nobody files for a person they may not know of', async () => {
  const { id } = await apply()
  const { rows } = await union.owner.query<{ id: string }>('select applicant_id as id from cases.matter where id = $1', [id])
  const applicant = rows[0]!.id
  const version = async () => (await seen(gulou, id)).version
  await expect(
    gulou!.ask('transferCase', { params: { id }, body: { version: await version(), personId: applicant, why: '请办' } }),
  ).rejects.toMatchObject({
    problem: { code: 'cases.no-such-colleague' },
  })
  const org = (await gulou!.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!
  await union.owner.query(
    `insert into organisations.post (region, id, org_id, person_id, post, during) values (110118, gen_random_uuid(), $1, $2, 'union_social_worker', '[2024-01-01,)')`,
    [org.id, applicant],
  )
  await expect(
    gulou!.ask('transferCase', { params: { id }, body: { version: await version(), personId: applicant, why: '请办' } }),
  ).rejects.toMatchObject({
    problem: { code: 'cases.own-case' },
  })
  await expect(
    guoyuan!.ask('fileCase', {
      body: { service: grant.code, orgId: (await guoyuan!.ask('listTree', {})).nodes[0]!.id, applicantId: applicant, answers },
    }),
  ).rejects.toMatchObject({ status: 404 })
})

test('one line now, a full case later; the two lead to each other', async () => {
  const org = (await gulou!.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!
  const [member] = (await gulou!.ask('listMembers', { query: { q: '许大川' } })).rows
  const line = await gulou!.ask('quickRecord', { body: { said: '骑手咨询补助', orgId: org.id, applicantId: member!.person.id } })
  const full = await gulou!.ask('upgradeCase', { params: { id: line.id }, body: { version: line.version, service: grant.code, answers } })
  expect(full.related.map((r) => r.number)).toEqual([line.number])
  expect(await seen(gulou, line.id)).toMatchObject({ outcome: { zh: '已转为正式办件' } })
})

test('many at once: each succeeds or says why', async () => {
  const made = await Promise.all([apply(), apply(), apply()])
  const cases = await Promise.all(made.map(async ({ id }) => ({ id, version: (await seen(gulou, id)).version })))
  cases[1]!.version = 99
  const { done, results } = await gulou!.ask('takeStepForMany', { params: { action: 'accept' }, body: { cases } })
  expect(done).toBe(2)
  expect(results[1]).toMatchObject({ ok: false, says: expect.stringContaining('刷新') })
})

test('a request sent twice makes one case; the worker withdraws; the leader may see and urge', async () => {
  const requestId = '0190aaaa-0000-7000-8000-000000000001'
  const send = () => courier.ask('applyForService', { params: { code: grant.code }, body: { revision: 1, answers, requestId } })
  expect((await send()).number).toBe((await send()).number)
  await courier.ask('urgeCase', { params: { id: requestId }, body: {} })
  await expect(courier.ask('urgeCase', { params: { id: requestId }, body: {} })).rejects.toMatchObject({ status: 429 })
  expect((await seen(leader, requestId)).ways).toContain('urge')
  await courier.ask('withdrawCase', { params: { id: requestId }, body: { version: (await seen(courier, requestId)).version, why: '' } })
  expect(await seen(courier, requestId)).toMatchObject({ outcome: { zh: '申请人撤回' } })
})

test('a clock warns those who have the case, overdue also the head', async () => {
  const { id } = await apply()
  const inboxOf = async (who: typeof gulou) =>
    (await who!.ask('listMyMessages', { query: { limit: 100 } })).rows.filter((m) => m.link?.includes(id)).map((m) => m.title.zh)
  const later = 12 * 86_400_000
  const back = moveClock(later)
  try {
    await union.db.write({ region, by: system, operation: 'test', request: newId() }, (work) => sweepClocks(work, 500, { case: peopleOfCase }))
  } finally {
    back()
  }
  expect((await inboxOf(gulou)).some((t) => t.startsWith('已经逾期：受理'))).toBe(true)
  expect((await inboxOf(district)).some((t) => t.startsWith('逾期督办：受理'))).toBe(true)
  expect(await inboxOf(guoyuan)).toEqual([])
})

test('more time is asked for with a reason and granted by somebody else, never beyond the limit', async () => {
  const { id } = await apply()
  const before = await seen(gulou, id)
  const clock = before.clocks[0]!.id
  const ask = (amount: number) =>
    gulou!.ask('askExtension', { params: { id }, body: { version: before.version, clock, amount, why: '申请人住院，无法核实' } })
  await expect(ask(6)).rejects.toMatchObject({ problem: { code: 'cases.extension-too-long' } })
  await ask(5)
  await expect(
    gulou!.ask('decideExtension', { params: { id }, body: { version: (await seen(gulou, id)).version, grant: true, said: '同意' } }),
  ).rejects.toMatchObject({ status: 403 })
  const waiting = await seen(district, id)
  expect(waiting.extension).toMatchObject({ amount: 5, because: '申请人住院，无法核实' })
  await district!.ask('decideExtension', { params: { id }, body: { version: waiting.version, grant: true, said: '同意延期' } })
  const after = await seen(gulou, id)
  expect(after.dueOn! > before.dueOn!).toBe(true)
  expect((await gulou!.ask('listQueue', { query: { q: after.number } })).rows[0]!.dueOn).toBe(after.dueOn)
})
