import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)
const crowd = await desk.workers(40)

test('seats are given in the order of arrival, then standby, then none; never more than there are', async () => {
  const a = await desk.published({ seats: { seats: 5, standbySeats: 3 } })
  const pool = a.pools[0]!.id
  const answers = await Promise.all(crowd.slice(0, 12).map((w) => w.signUp(pool)))
  expect(answers.map((x) => x.state ?? x.code)).toEqual([
    ...Array(5).fill('confirmed'),
    ...Array(3).fill('standby'),
    ...Array(4).fill('activities.full'),
  ])
  expect(answers.slice(5, 8).map((x) => x.place)).toEqual([1, 2, 3])
  expect(await desk.poolRow(pool)).toMatchObject({ taken: 5, standby: 3 })
  const { rows } = await union.owner.query(
    `select count(*)::int as acts, count(distinct a.actor_id)::int as actors, (select count(*)::int from ledger.fact f where f.fact = 'activity-sign-ups' and f.act_id = any(array_agg(a.id))) as facts,
            (select count(distinct l.subject_id)::int from ledger.audit l where l.action = 'signUp' and l.subject_id = any(array_agg(a.subject_id))) as lines
       from ledger.act a join activities.sign_up s on s.id = a.subject_id where a.kind = 'activity.signed-up' and s.pool_id = $1`,
    [pool],
  )
  expect(rows).toEqual([{ acts: 8, actors: 8, facts: 8, lines: 8 }])
})

test('a double tap and a request sent again are one sign-up', async () => {
  const a = await desk.published({ seats: { seats: 5 } })
  const pool = a.pools[0]!.id
  const id = randomUUID()
  const [first, again] = await Promise.all([crowd[0]!.signUp(pool, { id }), crowd[0]!.signUp(pool, { id })])
  expect([first!.status, again!.status, first!.id]).toEqual([200, 200, again!.id])
  expect(await crowd[0]!.signUp(pool)).toMatchObject({ status: 409, code: 'activities.already-signed-up' })
  // Somebody else's number is nobody's.
  expect(await crowd[1]!.signUp(pool, { id })).toMatchObject({ status: 404 })
  expect(await desk.poolRow(pool)).toMatchObject({ taken: 1 })
})

test('a cancelled seat goes to the first on standby in the same moment, who is told', async () => {
  const a = await desk.published({ seats: { seats: 2, standbySeats: 5 } })
  const pool = a.pools[0]!.id
  const made = []
  for (const w of crowd.slice(0, 4)) made.push(await w.signUp(pool))
  expect(await crowd[0]!.cancel(made[0]!.id)).toBe(200)
  const states = (await desk.gulou.ask('listSignUps', { params: { id: a.id } })).rows.map((r) => [r.state, r.place])
  expect(states).toEqual([
    ['cancelled', null],
    ['confirmed', null],
    ['confirmed', null],
    ['standby', 1],
  ])
  const { rows } = await union.owner.query(`select count(*)::int as n from notices.message where person_id = $1 and kind = 'activity.moved-up'`, [
    crowd[2]!.id,
  ])
  expect(rows[0].n).toBe(1)
  // Cancelled, one may sign up again and stands at the end.
  expect(await crowd[0]!.signUp(pool)).toMatchObject({ state: 'standby', place: 2 })
})

test('a party is one: it waits for as many seats as it needs, and nobody overtakes it', async () => {
  const a = await desk.published({ kind: 'culture', answers: {}, seats: { seats: 4, standbySeats: 9 }, partyMost: 3 })
  const pool = a.pools[0]!.id
  const family = ['妻子', '女儿']
  const first = await crowd[0]!.signUp(pool, { party: family })
  expect(first).toMatchObject({ state: 'confirmed', seats: 3 })
  expect(await crowd[1]!.signUp(pool, { party: family })).toMatchObject({ state: 'standby', place: 1 })
  // One seat is free, but the family of three was here before.
  expect(await crowd[2]!.signUp(pool)).toMatchObject({ state: 'standby', place: 2 })
  expect(await crowd[3]!.signUp(pool, { party: [...family, '父亲', '母亲'] })).toMatchObject({ code: 'activities.party-too-large' })
  await crowd[0]!.cancel(first.id)
  expect(await desk.poolRow(pool)).toMatchObject({ taken: 4, standby: 0 })
})

test('eligibility is data: members only, once a year, with words that say why', async () => {
  const rule = { holds: { of: 'person.sex', is: 'female' }, says: { zh: '限女职工', en: 'For women' } } as const
  const a = await desk.published({ rules: [rule], seats: { seats: 50 } })
  const answers = await Promise.all(crowd.slice(0, 20).map((w) => w.signUp(a.pools[0]!.id)))
  const { rows } = await union.owner.query<{ sex: number }>('select sex from people.person where id = any($1::uuid[])', [
    crowd.slice(0, 20).map((w) => w.id),
  ])
  expect(answers.filter((x) => x.state === 'confirmed').length).toBe(rows.filter((r) => r.sex === 2).length)
  expect(answers.find((x) => x.code)).toMatchObject({ code: 'activities.not-eligible', detail: '限女职工' })
})

test('what is asked is checked, and what is secret is kept sealed', async () => {
  const a = await desk.published({
    questions: {
      size: { kind: 'choice', label: { zh: '衣服尺码', en: 'Size' }, options: [{ code: 'm', label: { zh: '中', en: 'M' } }] },
      illness: { kind: 'text', label: { zh: '既往病史', en: 'Illnesses' }, secrecy: 'P3', optional: true },
    },
    seats: { seats: 50 },
  })
  const pool = a.pools[0]!.id
  expect(await crowd[0]!.signUp(pool)).toMatchObject({ status: 400, code: 'request.invalid' })
  const made = await crowd[0]!.signUp(pool, { answers: { size: 'm', illness: '哮喘' } })
  expect(made.state).toBe('confirmed')
  const { rows } = await union.owner.query('select answers, sealed from activities.sign_up where id = $1', [made.id])
  expect(rows[0].answers).toEqual({ size: 'm' })
  expect(rows[0].sealed.toString()).not.toContain('哮喘')
  expect((await desk.gulou.ask('openSignUp', { params: { id: made.id }, body: { purpose: '安排医护' } })).answers).toEqual({
    size: 'm',
    illness: '哮喘',
  })
  await expect(desk.guoyuan.ask('openSignUp', { params: { id: made.id }, body: { purpose: '看看' } })).rejects.toMatchObject({ status: 404 })
})

test('quotas: at most so many of one union and those beneath it; others are not held up', async () => {
  const unions = (
    await union.owner.query<{ org_id: string; n: number }>(
      `select org_id, count(*)::int as n from membership.membership where person_id = any($1::uuid[]) group by 1 order by 2 desc limit 2`,
      [crowd.map((w) => w.id)],
    )
  ).rows
  const of = async (org: string) =>
    (await union.owner.query<{ person_id: string }>('select person_id from membership.membership where org_id = $1', [org])).rows.map(
      (r) => r.person_id,
    )
  const [ones, others] = [await of(unions[0]!.org_id), await of(unions[1]!.org_id)]
  const [one, two] = crowd.filter((w) => ones.includes(w.id))
  const other = crowd.find((w) => others.includes(w.id))
  const a = await desk.published({ seats: { seats: 9, standbySeats: 9, quotas: [{ orgId: unions[0]!.org_id, seats: 1 }] } })
  const pool = a.pools[0]!.id
  expect(await one!.signUp(pool)).toMatchObject({ state: 'confirmed' })
  expect(await two!.signUp(pool)).toMatchObject({ state: 'standby', place: 1 })
  expect(await other!.signUp(pool)).toMatchObject({ state: 'confirmed' })
  // More seats for that union move its standby up.
  await desk.gulou.ask('changeSeats', { params: { id: pool }, body: { quotas: [{ orgId: unions[0]!.org_id, seats: 2 }] } })
  expect((await two!.mine())[0]).toMatchObject({ state: 'confirmed' })
})

test('sign-up opens and closes by the clock, whatever zone the time was written in', async () => {
  const a = await desk.published({
    seats: {
      seats: 5,
      opensAt: inHours(1),
      closesAt: new Date(Date.now() + 2 * 3_600_000).toISOString().replace('Z', '+00:00'),
      cancelUntil: inHours(2),
    },
  })
  const pool = a.pools[0]!.id
  expect(await crowd[0]!.signUp(pool)).toMatchObject({ code: 'activities.not-open-yet' })
  const made = await desk.at(1.5, () => crowd[0]!.signUp(pool))
  expect(made.state).toBe('confirmed')
  expect(await desk.at(3, () => crowd[1]!.signUp(pool))).toMatchObject({ code: 'activities.closed' })
  expect(await desk.at(3, () => crowd[0]!.cancel(made.id))).toBe(409)
})

test('one wish that breaks the batch hurts nobody else', async () => {
  const a = await desk.published({ seats: { seats: 50 } })
  const b = await desk.published({ seats: { seats: 50 } })
  const [pool, elsewhere] = [a.pools[0]!.id, b.pools[0]!.id]
  const id = randomUUID()
  expect(await crowd[9]!.signUp(elsewhere, { id })).toMatchObject({ state: 'confirmed' })
  const answers = await Promise.all([crowd[0]!.signUp(pool, { party: [] }), crowd[1]!.signUp(pool, { id }), crowd[2]!.signUp(pool)])
  expect(answers.map((x) => x.status)).toEqual([200, 404, 200])
})

test('an officer signs somebody up, and a pasted list of names, with what is wrong in each line', async () => {
  const a = await desk.published({ seats: { seats: 3, standbySeats: 5 } })
  const pool = a.pools[0]!.id
  const [w, x, y, z] = crowd
  expect(await desk.gulou.ask('signUpFor', { params: { id: pool }, body: { id: randomUUID(), personId: w!.id } })).toMatchObject({
    state: 'confirmed',
  })
  const text = [
    `${x!.name} ${x!.mobile}`,
    `${y!.name}，${y!.last4}`,
    `${y!.name},${y!.mobile}`,
    '无名氏 13000000000',
    `${z!.name}`,
    `${w!.name}\t${w!.mobile}`,
  ].join('\n')
  const dry = await desk.gulou.ask('pasteSignUps', { params: { id: pool }, body: { text } })
  expect(dry.lines.map((l) => l.state)).toEqual(['ready', 'ready', 'wrong', 'wrong', 'wrong', 'ready'])
  expect(await desk.poolRow(pool)).toMatchObject({ taken: 1 })
  const done = await desk.gulou.ask('pasteSignUps', { params: { id: pool }, body: { text, dry: false } })
  expect(done.lines.map((l) => l.state)).toEqual(['confirmed', 'confirmed', 'wrong', 'wrong', 'wrong', 'wrong'])
  expect(done.lines[5]!.says).toContain('已报名')
  await expect(desk.guoyuan.ask('pasteSignUps', { params: { id: pool }, body: { text } })).rejects.toMatchObject({ status: 404 })
})

test('whatever comes in whatever order: never more than the seats, nobody overtaken, every answer kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.record({ op: fc.constant('sign' as const), who: fc.nat({ max: 15 }), party: fc.nat({ max: 2 }) }) },
          { weight: 2, arbitrary: fc.record({ op: fc.constant('cancel' as const), who: fc.nat({ max: 15 }) }) },
          { weight: 1, arbitrary: fc.record({ op: fc.constant('seats' as const), seats: fc.integer({ min: 0, max: 10 }) }) },
        ),
        { maxLength: 25 },
      ),
      fc.boolean(),
      async (seats, standbySeats, steps, atOnce) => {
        const a = await desk.published({ kind: 'culture', answers: {}, partyMost: 2, seats: { seats, standbySeats } })
        const pool = a.pools[0]!.id
        const promised = new Map<string, number>()
        const one = async (step: (typeof steps)[number]) => {
          if (step.op === 'seats') {
            await desk.gulou
              .ask('changeSeats', { params: { id: pool }, body: { seats: step.seats } })
              .catch((e: { status: number }) => expect(e.status).toBe(409))
          } else if (step.op === 'sign') {
            const made = await crowd[step.who]!.signUp(pool, { party: ['甲', '乙'].slice(0, step.party) })
            expect([200, 409]).toContain(made.status)
            if (made.status === 200) promised.set(made.id, step.who)
          } else {
            const row = (await crowd[step.who]!.mine()).find((m) => m.state !== 'cancelled' && promised.get(m.id) === step.who)
            if (row) expect(await crowd[step.who]!.cancel(row.id)).toBe(200)
          }
        }
        if (atOnce) await Promise.all(steps.map(one))
        else for (const step of steps) await one(step)
        const { rows } = await union.owner.query<{ id: string; state: string; seats: number; rank: number }>(
          'select id, state, seats, rank from activities.sign_up where pool_id = $1 order by priority, rank',
          [pool],
        )
        const now = await desk.poolRow(pool)
        const sum = (state: string) => rows.filter((r) => r.state === state).reduce((n, r) => n + r.seats, 0)
        expect(now.taken).toBe(sum('confirmed'))
        expect(now.taken).toBeLessThanOrEqual(now.seats)
        expect(now.standby).toBe(sum('standby'))
        // Whoever heads the standby list does not fit: else the seat would be his.
        const head = rows.find((r) => r.state === 'standby')
        if (head) expect(now.taken + head.seats).toBeGreaterThan(now.seats)
        expect(rows.map((r) => r.id).sort()).toEqual([...promised.keys()].sort())
      },
    ),
    { numRuns: 12, seed: 20_261_121 },
  )
}, 120_000)
