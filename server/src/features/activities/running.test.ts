import { createPublicKey, randomUUID, verify } from 'node:crypto'
import { checkDraw } from '@gongyou/contract/activities/draw.ts'
import { expect, test } from 'vitest'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)
const crowd = await desk.workers(12)

const running = async (more: Parameters<typeof desk.published>[0] = {}, seated = 3) => {
  const a = await desk.published({
    kind: 'fitness',
    answers: { coach: '成教练' },
    sessions: [{ startsAt: inHours(2), endsAt: inHours(4), place: '文体中心' }],
    seats: { seats: 10, standbySeats: 2, cancelUntil: inHours(2) },
    ...more,
  })
  const made = []
  for (const w of crowd.slice(0, seated)) made.push(await w.signUp(a.pools[0]!.id, { answers: { fit: { revision: '1' } } }))
  return { a, made, session: a.sessionList[0]!.id, pool: a.pools[0]!.id }
}
const send = (session: string, items: object[], who = desk.gulou) =>
  who.ask('sendCheckIns', { params: { id: session }, body: { device: '站点手机', items: items as never } })
const item = (more: object) => ({ id: randomUUID(), via: 'list', at: inHours(2), ...more })

test('the code on the screen lets in whoever has a seat, once, and only while it stands', async () => {
  const { session } = await running()
  await desk.at(2, async () => {
    const { codes } = await desk.gulou.ask('getCheckInCodes', { params: { id: session } })
    const [code] = codes
    expect((await crowd[0]!.post('/api/my-check-ins', { code: code!.code })).said).toMatchObject({ sessionId: session, place: '文体中心' })
    expect((await crowd[0]!.post('/api/my-check-ins', { code: code!.code })).status).toBe(200)
    expect((await crowd[5]!.post('/api/my-check-ins', { code: code!.code })).said).toMatchObject({ code: 'activities.not-signed-up' })
    // A photograph of the screen, passed on: too old after a minute and a half.
    expect((await desk.at(100 / 3600, () => crowd[1]!.post('/api/my-check-ins', { code: code!.code }))).said).toMatchObject({
      code: 'activities.code-old',
    })
    // A clock that is half a minute off is no reason to be turned away.
    expect((await desk.at(-25 / 3600, () => crowd[1]!.post('/api/my-check-ins', { code: codes[0]!.code }))).status).toBe(200)
    const forged = code!.code.replace(/.{16}$/, 'AAAAAAAAAAAAAAAA')
    expect((await crowd[2]!.post('/api/my-check-ins', { code: forged })).said).toMatchObject({ code: 'activities.code-unknown' })
  })
  expect((await crowd[2]!.post('/api/my-check-ins', { code: 'x' })).status).toBe(422)
  expect(await desk.factOf('sessions-held')).toBe(1)
  expect(await desk.factOf('activity-participants')).toBe(2)
  expect(await desk.factOf('activity-hours')).toBe(4)
  await expect(desk.guoyuan.ask('getCheckInCodes', { params: { id: session } })).rejects.toMatchObject({ status: 404 })
})

test('the list a station takes along is signed and names only what the door needs', async () => {
  const { session } = await running()
  const { signed, signature, key, snapshot } = await desk.gulou.ask('getSnapshot', { params: { id: session } })
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
  expect(verify(null, Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  expect(verify(null, Buffer.from(signed.replace('"seats":10', '"seats":99')), publicKey, Buffer.from(signature, 'base64url'))).toBe(false)
  expect(JSON.parse(signed)).toEqual(snapshot)
  expect(snapshot.persons.map((p) => [p.name, p.phone, p.state])).toEqual(crowd.slice(0, 3).map((w) => [w.name, w.mobile.slice(-4), 'confirmed']))
  expect(signed).not.toContain(crowd[0]!.mobile)
})

test('what was checked in without a network comes later, item by item; what differs is asked field by field', async () => {
  const { session, made } = await running()
  await desk.at(5, async () => {
    const [first, second] = [item({ signUpId: made[0]!.id, at: inHours(2.1) }), item({ signUpId: made[1]!.id, at: inHours(2.2) })]
    const unknown = item({ signUpId: randomUUID(), at: inHours(2.2) })
    const sent = await send(session, [first, unknown, second])
    expect(sent.items.map((i) => i.result)).toEqual(['recorded', 'refused', 'recorded'])
    // Sent again after a lost answer: nothing twice.
    expect((await send(session, [first, second])).items.map((i) => i.result)).toEqual(['known', 'known'])
    // Another phone saw the same person at another time.
    const other = item({ signUpId: made[0]!.id, at: inHours(3), heads: 2, via: 'card' })
    const asked = await send(session, [other])
    expect(asked.items[0]).toMatchObject({ result: 'conflict', person: { id: crowd[0]!.id } })
    expect(asked.items[0]!.differences.map((d) => d.field)).toEqual(['at', 'heads', 'via'])
    expect((await send(session, [{ ...other, keep: 'register' }])).items[0]!.result).toBe('known')
    expect((await send(session, [{ ...other, keep: 'phone' }])).items[0]!.result).toBe('recorded')
    const seen = (await desk.gulou.ask('getSessionSheet', { params: { id: session } })).persons.find((p) => p.name === crowd[0]!.name)!
    expect(seen).toMatchObject({ via: 'card' })
    // Who had cancelled meanwhile was let in by the list on the phone: somebody decides.
    await desk.gulou.ask('cancelSignUpFor', { params: { id: made[2]!.id }, body: { because: '本人来电取消' } })
    const late = item({ signUpId: made[2]!.id, at: inHours(2.3) })
    expect((await send(session, [late])).items[0]!.differences).toEqual([{ field: 'state', phone: 'confirmed', register: 'cancelled' }])
    expect((await send(session, [{ ...late, keep: 'phone' }])).items[0]!.result).toBe('recorded')
    expect(
      (await desk.seen((await union.owner.query('select activity_id from activities.session where id = $1', [session])).rows[0].activity_id))
        .sessionList[0],
    ).toMatchObject({ attended: 4 })
  })
})

test('a phone whose clock is wrong: what it saw tomorrow was now, what it saw yesterday is asked', async () => {
  const { session, made } = await running()
  await desk.at(2.5, async () => {
    const ahead = item({ signUpId: made[0]!.id, at: inHours(26) })
    expect((await send(session, [ahead])).items[0]).toMatchObject({ result: 'recorded', differences: [] })
    const { rows } = await union.owner.query('select at, received_at from activities.attendance where id = $1', [ahead.id])
    expect(rows[0].at).toEqual(rows[0].received_at)
    const behind = item({ signUpId: made[1]!.id, at: inHours(-22) })
    const asked = (await send(session, [behind])).items[0]!
    expect([asked.result, asked.differences.map((d) => d.field)]).toEqual(['conflict', ['session']])
    expect((await send(session, [{ ...behind, keep: 'phone' }])).items[0]!.result).toBe('recorded')
  })
})

test('a thumb that taps ten times at the door is there once, and a station that sends in the same moment counts nobody twice', async () => {
  const { session, made } = await running()
  await desk.at(2, async () => {
    const { codes } = await desk.gulou.ask('getCheckInCodes', { params: { id: session } })
    const seen = item({ signUpId: made[0]!.id, at: inHours(2) })
    const rush = await Promise.all([
      ...Array.from({ length: 10 }, async () => (await crowd[0]!.post('/api/my-check-ins', { code: codes[0]!.code })).status),
      ...Array.from({ length: 3 }, async () => (await send(session, [seen]), 200)),
    ])
    expect([...new Set(rush)]).toEqual([200])
  })
  const { rows } = await union.owner.query('select count(*)::int as n from activities.attendance where session_id = $1 and undone_at is null', [
    session,
  ])
  expect(rows[0].n).toBe(1)
})

test('by the number of the member card; by hand whoever walks in while there is room', async () => {
  const { session, made } = await running({ seats: { seats: 2, standbySeats: 2, cancelUntil: inHours(2) } }, 2)
  const card = (
    await union.owner.query<{ card_number: string }>('select card_number from membership.membership where person_id = $1', [crowd[0]!.id])
  ).rows[0]!.card_number
  await desk.at(2, async () => {
    expect((await send(session, [item({ card, via: 'card' })])).items[0]).toMatchObject({ result: 'recorded', person: { id: crowd[0]!.id } })
    expect((await send(session, [item({ card: '999999999999', via: 'card' })])).items[0]!.result).toBe('refused')
    expect((await send(session, [item({ personId: crowd[7]!.id })])).items[0]!.result).toBe('recorded')
    expect((await send(session, [item({ personId: crowd[8]!.id })])).items[0]).toMatchObject({ result: 'refused' })
    expect((await send(session, [item({ signUpId: made[1]!.id })])).items[0]!.result).toBe('recorded')
    await desk.gulou.ask('undoCheckIn', { params: { id: session }, body: { personId: crowd[7]!.id, because: '认错人' } })
  })
  const { rows } = await union.owner.query(
    `select count(*)::int as n from ledger.fact f join ledger.act a on a.id = f.act_id where f.fact = 'activity-participants' and a.subject_id = $1`,
    [session],
  )
  expect(rows[0].n).toBe(2)
})

test('only those who were there rate, once; two stars open a return visit', async () => {
  const { session, made } = await running()
  await desk.at(3, () => send(session, [item({ signUpId: made[0]!.id })]))
  const rated = (n: number, stars: number) => crowd[n]!.post(`/api/sessions/${session}/ratings`, { stars, said: '教练迟到半小时' })
  expect((await rated(1, 5)).said).toMatchObject({ code: 'activities.not-attended' })
  expect((await rated(0, 2)).status).toBe(200)
  expect((await rated(0, 5)).said).toMatchObject({ code: 'activities.rated' })
  const { rows } = await union.owner.query(
    `select m.service, m.state, m.answers from activities.rating r join cases.matter m on m.id = r.case_id where r.session_id = $1`,
    [session],
  )
  expect(rows).toEqual([{ service: 'return-visit', state: 'open', answers: { stars: 2, complaint: '教练迟到半小时' } }])
})

test('heads counted at the gate are 人次 and never 人; a new count replaces the old one', async () => {
  const before = [await desk.factOf('activity-attendances'), await desk.factOf('activity-participants')]
  const a = await desk.published({
    kind: 'fair',
    answers: {},
    sessions: [{ startsAt: inHours(1), endsAt: inHours(3), place: '时代广场', audience: 'mall' }],
  })
  const session = a.sessionList[0]!.id
  await desk.at(2, async () => {
    await desk.gulou.ask('setGateCount', { params: { id: session }, body: { heads: 300 } })
    expect((await desk.gulou.ask('setGateCount', { params: { id: session }, body: { heads: 320 } })).sessionList[0]).toMatchObject({
      gateCount: 320,
      held: true,
    })
    await expect(send(session, [item({ personId: crowd[0]!.id })])).rejects.toMatchObject({ problem: { code: 'activities.gate-only' } })
    await expect(desk.gulou.ask('closeSession', { params: { id: session } })).rejects.toMatchObject({ problem: { code: 'activities.photo-needed' } })
  })
  expect([await desk.factOf('activity-attendances'), await desk.factOf('activity-participants')]).toEqual([before[0]! + 320, before[1]!])
})

test('a closed session notes who did not come, and takes no more check-ins', async () => {
  const { session, made, a } = await running()
  await desk.at(3, async () => {
    await send(session, [item({ signUpId: made[0]!.id })])
    await desk.gulou.ask('closeSession', { params: { id: session } })
    await expect(send(session, [item({ signUpId: made[1]!.id })])).rejects.toMatchObject({ problem: { code: 'activities.session-closed' } })
  })
  expect((await desk.gulou.ask('listSignUps', { params: { id: a.id } })).rows.map((r) => r.absent)).toEqual([false, true, true])
})

test('an activity that moves while people sign up tells each of them what was and what is', async () => {
  const { a, session } = await running()
  const s = a.sessionList[0]!
  const wishes = crowd.slice(3, 8).map((w) => w.signUp(a.pools[0]!.id, { answers: { fit: { revision: '1' } } }))
  const [moved] = await Promise.all([
    desk.gulou.ask('changeSession', {
      params: { id: session },
      body: { version: s.version, startsAt: inHours(26), endsAt: inHours(28), place: '体育场' },
    }),
    ...wishes,
  ])
  expect(moved.sessionList[0]).toMatchObject({ place: '体育场' })
  expect(new Date(moved.pools[0]!.closesAt).getTime() - new Date(a.pools[0]!.closesAt).getTime()).toBe(
    new Date(moved.sessionList[0]!.startsAt).getTime() - new Date(s.startsAt).getTime(),
  )
  // Who held a seat before was told; who came in the same moment sees what holds.
  const { rows } = await union.owner.query(
    `select p.id from unnest($1::uuid[]) as p(id) where not exists (select 1 from notices.message m where m.person_id = p.id and m.kind = 'activity.moved')`,
    [crowd.slice(0, 3).map((w) => w.id)],
  )
  for (const w of crowd.slice(3, 8)) expect(JSON.stringify((await w.mine())[0])).toContain('体育场')
  expect(rows).toEqual([])
  await expect(
    desk.gulou.ask('changeSession', {
      params: { id: session },
      body: { version: s.version, startsAt: inHours(26), endsAt: inHours(28), place: '体育场' },
    }),
  ).rejects.toMatchObject({ status: 409 })
})

test('a draw is committed before, run once after the close, and can be run again by anyone from the file', async () => {
  const a = await desk.published({
    kind: 'culture',
    answers: {},
    seats: { seats: 4, standbySeats: 0, rule: 'draw', closesAt: inHours(10) },
    partyMost: 1,
  })
  const pool = a.pools[0]!
  expect(pool.seedHash).toMatch(/^[0-9a-f]{64}$/)
  for (const [i, w] of crowd.slice(0, 9).entries()) expect((await w.signUp(pool.id, { party: i % 3 === 0 ? ['家属'] : [] })).state).toBe('entered')
  await expect(desk.gulou.ask('drawSeats', { params: { id: pool.id }, body: {} })).rejects.toMatchObject({
    problem: { code: 'activities.draw-too-early' },
  })
  await expect(desk.guoyuan.ask('drawSeats', { params: { id: pool.id }, body: {} })).rejects.toMatchObject({ status: 404 })
  const drawn = await desk.at(11, () => desk.gulou.ask('drawSeats', { params: { id: pool.id }, body: { word: '福彩 2026319 期 5 8 1' } }))
  expect(drawn.pools[0]).toMatchObject({ stage: 'drawn' })
  expect(drawn.pools[0]!.taken).toBeLessThanOrEqual(4)
  await expect(desk.at(11.5, () => desk.gulou.ask('drawSeats', { params: { id: pool.id }, body: {} }))).rejects.toMatchObject({
    problem: { code: 'activities.drawn-already' },
  })
  const file = (await union.visitor().send({ method: 'GET', url: `/api/seat-pools/${pool.id}/draw.csv` })).body
  expect(file).toContain(pool.seedHash!)
  expect(file).not.toContain(crowd[0]!.name)
  expect(await checkDraw(file)).toMatchObject({ fine: true })
  const swapped = file.replace('中签', '候补')
  expect(await checkDraw(swapped)).toMatchObject({ fine: false })
  expect(await checkDraw(file.replace(/# 种子,(.)/, (_, c) => `# 种子,${c === 'f' ? '0' : 'f'}`))).toMatchObject({ fine: false })
})

test('calendars: the district shows what is public, a person what is his, and a new address ends the old one', async () => {
  const { a } = await running()
  const draft = await desk.planned({ title: '还没有公开的讲座' })
  const district = await union.visitor().send({ method: 'GET', url: '/api/calendars/district' })
  expect(district.headers['content-type']).toContain('text/calendar')
  expect(district.body).toContain(`${a.sessionList[0]!.id}@gongyou`)
  expect(district.body).not.toContain(draft.sessionList[0]!.id)
  const url = async () => new URL(((await crowd[0]!.post('/api/my-calendar', {})).said as { url: string }).url).pathname
  const old = await url()
  expect((await union.visitor().send({ method: 'GET', url: old })).body).toContain(`${a.sessionList[0]!.id}@gongyou`)
  await url()
  expect((await union.visitor().send({ method: 'GET', url: old })).statusCode).toBe(404)
})
