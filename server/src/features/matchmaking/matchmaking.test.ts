import { randomUUID } from 'node:crypto'
import type { Route } from '@gongyou/contract/kit/route.ts'
import { routes } from '@gongyou/contract/routes.ts'
import { expect, test } from 'vitest'
import { staffPersonas } from '../../../../demo/src/personas.ts'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'
import { matchmakingTasks } from './by-the-clock.ts'

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)
const crowd = await desk.workers(16)
await union.owner.query("update people.person set birth_on = '1996-05-05' where id = any($1::uuid[])", [crowd.map((w) => w.id)])
type Worker = (typeof crowd)[number]

const rows = async (text: string, values: unknown[] = []) => (await union.owner.query(text, values)).rows as Record<string, unknown>[]
const count = async (text: string, values: unknown[] = []) => Number((await rows(`select count(*)::int as n from ${text}`, values))[0]!.n)
const turn = async () => matchmakingTasks.turnMatchmaking!({}, { ...union.building, owner: undefined as never })

/** A matchmaking two hours from now, two hours long, agreed and open; so many people with seats. */
const aMeeting = async (people: readonly Worker[]) => {
  const a = await desk.planned({
    kind: 'matchmaking',
    title: '单身职工联谊',
    answers: {},
    sessions: [{ startsAt: inHours(2), endsAt: inHours(4), place: '文体中心' }],
    seats: { seats: 30 },
  })
  const { caseId } = await desk.gulou.ask('submitActivity', { params: { id: a.id }, body: { version: a.version } })
  const now = await desk.chair.ask('getCase', { params: { id: caseId! } })
  await desk.chair.ask('takeCaseStep', { params: { id: caseId!, action: 'agree' }, body: { version: now.version, answers: {}, said: '同意' } })
  const pool = a.pools[0]!.id
  const signUps = []
  for (const w of people) signUps.push(await w.signUp(pool, { answers: { single: { revision: '2' } } }))
  expect(signUps.map((s) => s.state)).toEqual(people.map(() => 'confirmed'))
  return { id: a.id, session: a.sessionList[0]!.id, pool, signUps }
}
const page = async (w: Worker, id: string) => {
  const answer = await w.send({ method: 'GET', url: `/api/matchmaking/${id}` })
  return {
    status: answer.statusCode,
    ...answer.json<{ phase: string; card: object | null; others: Other[]; matches: (Other & { contact: string })[] }>(),
  }
}
type Other = { id: string; nickname: string; ageBand: string; occupation: string; words: string }
const put = async (w: Worker, id: string, what: 'card' | 'choices', payload: object) => {
  const answer = await w.send({ method: 'PUT', url: `/api/matchmaking/${id}/${what}`, payload })
  return { status: answer.statusCode, ...answer.json<{ code: string; others: Other[] }>() }
}
const card = (w: Worker, id: string, n: number, more: object = {}) =>
  put(w, id, 'card', { nickname: `星-${n}`, occupation: '养蜂', words: `喜欢爬山-${n}`, contact: `wx-${n}-secret`, consent: '1', ...more })
const arrive = (m: { session: string; signUps: { id: string }[] }, many: number) =>
  desk.at(2.5, () =>
    desk.gulou.ask('sendCheckIns', {
      params: { id: m.session },
      body: {
        device: '站点手机',
        items: m.signUps.slice(0, many).map((s) => ({ id: randomUUID(), via: 'list' as const, at: inHours(2.4), signUpId: s.id })),
      },
    }),
  )
const idOf = async (w: Worker, id: string, nickname: string) => (await page(w, id)).others.find((o) => o.nickname === nickname)!.id

test('only those who were there see cards, and of each other nothing but what was written', async () => {
  const [a, b, c, stranger] = crowd as [Worker, Worker, Worker, Worker]
  const m = await aMeeting([a, b, c])
  expect((await page(stranger, m.id)).status).toBe(404)
  expect((await page(a, m.id)).phase).toBe('write')
  expect(await card(a, m.id, 1, { consent: '0' })).toMatchObject({ status: 400 })
  for (const [n, w] of [a, b, c].entries()) expect((await card(w, m.id, n)).status).toBe(200)
  expect(await card(b, m.id, 0)).toMatchObject({ status: 409, code: 'matchmaking.nickname-taken' })
  // Before the session nobody sees anybody.
  expect((await page(a, m.id)).others).toEqual([])
  await arrive(m, 2)
  await desk.at(3, async () => {
    const seen = await page(a, m.id)
    expect(seen.phase).toBe('meet')
    expect(seen.others.map((o) => Object.keys(o).toSorted())).toEqual([['ageBand', 'chosen', 'id', 'nickname', 'occupation', 'words']])
    expect(seen.others).toMatchObject([{ nickname: '星-1', ageBand: '30–34', occupation: '养蜂', words: '喜欢爬山-1' }])
    // c did not come: he sees nobody and nobody sees him.
    expect((await page(c, m.id)).others).toEqual([])
    expect(await put(a, m.id, 'choices', { cards: [seen.others[0]!.id] })).toMatchObject({ status: 409, code: 'matchmaking.not-now' })
  })
  await desk.at(5, async () => {
    const [other] = (await page(a, m.id)).others
    expect(await put(c, m.id, 'choices', { cards: [other!.id] })).toMatchObject({ status: 409, code: 'matchmaking.not-there' })
    expect(await put(a, m.id, 'choices', { cards: [randomUUID()] })).toMatchObject({ status: 404 })
    expect(await put(a, m.id, 'choices', { cards: Array.from({ length: 4 }, () => randomUUID()) })).toMatchObject({ code: 'matchmaking.too-many' })
  })
})

test('contacts go only to two who chose each other; every choice is gone when they are compared', async () => {
  const people = crowd.slice(0, 12)
  const [a, b, c] = people as [Worker, Worker, Worker]
  const m = await aMeeting(people)
  for (const [n, w] of people.entries()) await card(w, m.id, n)
  await arrive(m, 12)
  await desk.at(5, async () => {
    await turn()
    expect(await count(`notices.message where kind = 'matchmaking.choose' and link like '%' || $1`, [m.id])).toBe(12)
    await turn()
    expect(await count(`notices.message where kind = 'matchmaking.choose' and link like '%' || $1`, [m.id])).toBe(12)
    await put(a, m.id, 'choices', { cards: [await idOf(a, m.id, '星-1'), await idOf(a, m.id, '星-2')] })
    await put(b, m.id, 'choices', { cards: [await idOf(b, m.id, '星-0')] })
    // Whoever is chosen learns nothing of it.
    expect((await page(c, m.id)).others.some((o) => 'chosen' in o && o.chosen)).toBe(false)
    expect((await page(c, m.id)).matches).toEqual([])
  })
  await desk.at(4 + 49, async () => {
    expect((await page(a, m.id)).phase).toBe('comparing')
    await turn()
    expect(await count(`matchmaking.choice`)).toBe(0)
    const seen = await page(a, m.id)
    expect(seen).toMatchObject({ phase: 'told', others: [], matches: [{ nickname: '星-1', contact: 'wx-1-secret' }] })
    expect((await page(b, m.id)).matches).toMatchObject([{ nickname: '星-0', contact: 'wx-0-secret' }])
    expect((await page(c, m.id)).matches).toEqual([])
    // Everybody is told in the same words, so that the message tells nobody how it came out.
    const told = await rows(`select distinct title, body from notices.message where kind = 'matchmaking.told' and link like '%' || $1`, [m.id])
    expect(told).toHaveLength(1)
    const officer = await union.as('gulou')
    expect(await officer.ask('getMatchCounts', { params: { id: m.id } })).toMatchObject({ cards: 12, pairs: 1 })
    expect(await desk.factOf('matchmaking-pairs')).toBe(1)
    // Either may withdraw; then neither sees the other.
    const gone = await b.send({ method: 'DELETE', url: `/api/matchmaking/${m.id}/matches/${seen.matches.length ? await myCard(a, m.id) : ''}` })
    expect(gone.statusCode).toBe(200)
    expect((await page(a, m.id)).matches).toEqual([])
    expect((await page(b, m.id)).matches).toEqual([])
  })
})
const myCard = async (w: Worker, id: string) =>
  (await rows('select id from matchmaking.card where activity_id = $1 and person_id = $2', [id, w.id]))[0]!.id as string

test('whoever leaves takes everything with him; after the set days nothing is left but counts', async () => {
  const people = crowd.slice(0, 4)
  const [a, b, c] = people as [Worker, Worker, Worker]
  const m = await aMeeting(people)
  for (const [n, w] of people.entries()) await card(w, m.id, n)
  await arrive(m, 4)
  await desk.at(5, async () => {
    for (const [w, other] of [
      [a, '星-1'],
      [b, '星-0'],
      [c, '星-0'],
    ] as const)
      await put(w, m.id, 'choices', { cards: [await idOf(w, m.id, other)] })
    expect((await c.send({ method: 'DELETE', url: `/api/matchmaking/${m.id}` })).statusCode).toBe(200)
    expect(await count('matchmaking.card where activity_id = $1', [m.id])).toBe(3)
    expect(await count('matchmaking.choice where person_id = $1', [c.id])).toBe(0)
    expect((await page(a, m.id)).others.map((o) => o.nickname)).toEqual(['星-1', '星-3'])
  })
  await desk.at(60, turn)
  expect(await count('matchmaking.pair p join matchmaking.card c on c.id = p.one_id where c.activity_id = $1', [m.id])).toBe(1)
  // So few that the number of pairs would tell who they are: it is neither shown nor kept.
  expect(await desk.at(60, async () => (await union.as('gulou')).ask('getMatchCounts', { params: { id: m.id } }))).toMatchObject({
    cards: 3,
    pairs: null,
  })
  await desk.at(4 + 24 * 30 - 1, turn)
  expect(await count('matchmaking.card where activity_id = $1', [m.id])).toBe(3)
  await desk.at(4 + 24 * 30 + 1, async () => {
    await turn()
    expect((await page(a, m.id)).matches).toEqual([])
    expect((await page(a, m.id)).card).toBeNull()
    await turn()
  })
  expect(await count('matchmaking.card where activity_id = $1', [m.id])).toBe(0)
  expect(await count('matchmaking.pair p join matchmaking.card c on c.id = p.one_id where c.activity_id = $1', [m.id])).toBe(0)
  expect(await count('activities.sign_up where pool_id = $1 and (answers is not null or sealed is not null or party is not null)', [m.pool])).toBe(0)
  expect(await count("ledger.act where kind = 'matchmaking.cleared' and subject_id = $1", [m.id])).toBe(1)
  // What happened is on record without anybody's name in it.
  expect(await count("ledger.act where kind like 'matchmaking.%' and person_id is not null")).toBe(0)
  expect(await rows("select distinct detail from ledger.audit where action = 'matchmaking'")).toEqual([{ detail: null }])
})

test('an officer finds no choice at any address, whatever his post', async () => {
  const people = crowd.slice(4, 8)
  const m = await aMeeting(people)
  for (const [n, w] of people.entries()) await card(w, m.id, n + 20, { words: `独特的话-${n}` })
  await arrive(m, 4)
  const cards = (await rows('select id from matchmaking.card where activity_id = $1', [m.id])).map((r) => String(r.id))
  await desk.at(5, async () => {
    await put(people[0]!, m.id, 'choices', { cards: [await idOf(people[0]!, m.id, '星-21')] })
    await put(people[1]!, m.id, 'choices', { cards: [await idOf(people[1]!, m.id, '星-20')] })
    const secrets = [...cards, '独特的话', 'wx-20-secret', 'wx-21-secret', '星-20', '星-21']
    const ids = [m.id, m.session, people[0]!.id]
    let looked = 0
    for (const { login } of staffPersonas) {
      const officer = await union.as(login)
      for (const r of Object.values(routes as Record<string, Route>).filter((x) => x.method === 'GET'))
        for (const id of r.url.includes(':') ? ids : ['']) {
          const answer = await officer.send({ method: 'GET', url: r.url.replace(/:\w+/g, id) })
          looked++
          for (const s of secrets.filter((x) => x !== id)) expect(answer.body.includes(s), `${login} ${r.id} ${s}`).toBe(false)
        }
    }
    expect(looked).toBeGreaterThan(2500)
    // The application itself reads no choice without saying whose.
    await union.db.read({ region: 110118, by: { personId: null } as never }, async (look) => {
      expect(await look.db.selectFrom('matchmaking.choice').selectAll().where('region', '=', 110118).execute()).toEqual([])
    })
    expect(await count('matchmaking.choice')).toBe(2)
  })
}, 300_000)

test('a cancelled matchmaking keeps nothing', async () => {
  const people = crowd.slice(8, 10)
  const m = await aMeeting(people)
  await card(people[0]!, m.id, 40)
  const { version } = await desk.seen(m.id)
  await desk.gulou.ask('cancelActivity', { params: { id: m.id }, body: { version, because: '场地停电' } })
  await turn()
  expect(await count('matchmaking.card where activity_id = $1', [m.id])).toBe(0)
})

test('one’s own data holds one’s own card and choices, of others nothing but the name they gave; it goes with the person', async () => {
  const people = crowd.slice(10, 13)
  const [a, b, c] = people as [Worker, Worker, Worker]
  const m = await aMeeting(people)
  for (const [n, w] of people.entries()) await card(w, m.id, n + 60)
  await arrive(m, 3)
  const own = async (w: Worker) => (await w.send({ method: 'GET', url: '/api/membership/mine/data.json' })).body
  await desk.at(5, async () => {
    await put(a, m.id, 'choices', { cards: [await idOf(a, m.id, '星-61'), await idOf(a, m.id, '星-62')] })
    await put(b, m.id, 'choices', { cards: [await idOf(b, m.id, '星-60')] })
    const seen = await own(a)
    for (const word of ['星-60', 'wx-60-secret', '喜欢爬山-60', '单身声明', '星-61、星-62']) expect(seen).toContain(word)
    for (const word of ['wx-61-secret', 'wx-62-secret', '喜欢爬山-61', '喜欢爬山-62']) expect(seen).not.toContain(word)
    // Nobody reads in his own data who chose him.
    expect(await own(c)).not.toContain('星-60')
    const printed = (await a.send({ method: 'GET', url: '/api/membership/mine/data.html' })).body
    expect(printed).toContain('wx-60-secret')
    expect(printed).not.toContain('wx-61-secret')
  })
  await desk.at(60, async () => {
    await turn()
    const seen = JSON.parse(await own(a)) as {
      kept: { title: { zh: string }; entries: { lines: { label: { zh: string }; says: { zh: string } }[] }[] }[]
    }
    const lines = seen.kept.find((part) => part.title.zh === '单身联谊')!.entries[0]!.lines
    expect(lines.filter((l) => l.label.zh === '我选择了')).toEqual([])
    expect(lines.find((l) => l.label.zh === '互相选择')!.says.zh).toBe('星-61')
    expect(JSON.stringify(seen)).not.toContain('wx-61-secret')
  })
  // The record of a person ends: his card and his match go, also out of the list of the other.
  const registry = await union.as('zuzhi')
  const { version } = (await registry.ask('getPerson', { params: { id: b.id } })).membership!
  await registry.ask('changeMembership', { params: { id: b.id }, body: { to: 'deceased', on: '2026-01-01', because: '家属告知', version } })
  expect(await count('matchmaking.card where person_id = $1', [b.id])).toBe(0)
  await desk.at(61, async () => expect((await page(a, m.id)).matches).toEqual([]))
  // After the set days one's own data is empty of it too: the declaration, the card, the choices.
  await desk.at(4 + 24 * 30 + 1, async () => {
    await turn()
    const seen = await own(a)
    for (const word of ['星-60', 'wx-60-secret', '单身声明', '星-61']) expect(seen).not.toContain(word)
  })
})
