import { checkDraw } from '@gongyou/contract/activities/draw.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'
import { type Places, type Unit, count, moveUp, seatNewcomer } from './signing/seating.ts'

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)
const crowd = await desk.workers(24)
const sexOf = new Map(
  (
    await union.owner.query<{ id: string; sex: number }>('select id, sex from people.person where id = any($1::uuid[])', [crowd.map((w) => w.id)])
  ).rows.map((r) => [r.id, r.sex]),
)
const [men, women] = [1, 2].map((sex) => crowd.filter((w) => sexOf.get(w.id) === sex)) as [typeof crowd, typeof crowd]
const draft = { seats: 4, standbySeats: 9, men: 2, women: 2 }

test('as many women as men: who is one too many waits behind his own, and moves up when one of his own goes', async () => {
  const a = await desk.published({ seats: draft })
  const pool = a.pools[0]!.id
  expect(a.pools[0]).toMatchObject({ men: { seats: 2, taken: 0 }, women: { seats: 2, taken: 0 } })
  const first = await men[0]!.signUp(pool)
  expect(first).toMatchObject({ state: 'confirmed' })
  expect(await men[1]!.signUp(pool)).toMatchObject({ state: 'confirmed' })
  expect(await men[2]!.signUp(pool)).toMatchObject({ state: 'standby', place: 1 })
  // A man who waits holds up no woman.
  expect(await women[0]!.signUp(pool)).toMatchObject({ state: 'confirmed' })
  expect((await desk.seen(a.id)).pools[0]).toMatchObject({ taken: 3, men: { taken: 2 }, women: { taken: 1 } })
  expect(await men[0]!.cancel(first.id)).toBe(200)
  expect((await men[2]!.mine())[0]).toMatchObject({ state: 'confirmed' })
  expect((await desk.seen(a.id)).pools[0]).toMatchObject({ taken: 3, men: { taken: 2 }, women: { taken: 1 } })
  // Fewer than are taken is refused; one more is let in.
  const change = (body: object) => desk.gulou.ask('changeSeats', { params: { id: pool }, body })
  await expect(change({ men: 1 })).rejects.toMatchObject({ problem: { code: 'activities.seats-below-taken' } })
  expect((await change({ men: 3, seats: 5 })).pools[0]).toMatchObject({ men: { seats: 3, taken: 2 } })
  // Setting them aside, or no longer, is not for a list that people are on.
  await expect(change({ women: null })).rejects.toMatchObject({ problem: { code: 'activities.not-now' } })
})

test('without standby the refusal says whose seats are taken; nobody brings somebody along; an unknown sex is asked for', async () => {
  const a = await desk.published({ seats: { ...draft, standbySeats: 0, men: 1 }, partyMost: 3 })
  const pool = a.pools[0]!.id
  expect(await men[0]!.signUp(pool, { party: ['家属'] })).toMatchObject({ status: 409, code: 'activities.each-for-himself' })
  expect(await men[0]!.signUp(pool)).toMatchObject({ state: 'confirmed' })
  expect(await men[1]!.signUp(pool)).toMatchObject({ status: 409, code: 'activities.sex-full', detail: expect.stringContaining('男职工') as string })
  const unknown = women.at(-1)!
  await union.owner.query('update people.person set sex = 0 where id = $1', [unknown.id])
  expect(await unknown.signUp(pool)).toMatchObject({ status: 409, code: 'activities.sex-unknown' })
})

test('seats set aside are for those on one side only where the other has none of its own', async () => {
  const a = await desk.published({ seats: { seats: 3, standbySeats: 0, women: 2 } })
  const pool = a.pools[0]!.id
  for (const w of [women[0]!, women[1]!, men[0]!]) expect(await w.signUp(pool)).toMatchObject({ state: 'confirmed' })
  expect((await desk.seen(a.id)).pools[0]).toMatchObject({ taken: 3, men: null, women: { seats: 2, taken: 2 } })
})

test('a draw gives each side its seats, and the published file still runs again', async () => {
  const a = await desk.published({ seats: { ...draft, rule: 'draw', closesAt: inHours(1) } })
  const pool = a.pools[0]!.id
  for (const w of [...men.slice(0, 5), ...women.slice(0, 4)]) expect(await w.signUp(pool)).toMatchObject({ state: 'entered' })
  await desk.at(2, () => desk.gulou.ask('drawSeats', { params: { id: pool }, body: { word: '0520' } }))
  expect((await desk.seen(a.id)).pools[0]).toMatchObject({ taken: 4, men: { taken: 2 }, women: { taken: 2 } })
  const file = (await union.visitor().send({ method: 'GET', url: `/api/seat-pools/${pool}/draw.csv` })).body
  expect(file).toContain('# 名额组,male,2')
  expect(await checkDraw(file)).toMatchObject({ fine: true })
  expect(await checkDraw(file.replace('# 名额组,male,2', '# 名额组,male,1'))).toMatchObject({ fine: false })
})

test('a plan made after another keeps its seats for men and women', async () => {
  const a = await desk.planned({ seats: draft })
  const made = await desk.gulou.ask('cloneActivity', { params: { id: a.id }, body: { on: inHours(24 * 20).slice(0, 10) } })
  expect(made.pools[0]).toMatchObject({ men: { seats: 2, taken: 0 }, women: { seats: 2, taken: 0 } })
})

test('whoever comes and goes: no line is exceeded, and a free seat never waits for somebody who could have it', () => {
  const unit = fc.record({ sex: fc.constantFrom('male', 'female'), org: fc.constantFrom('a', 'b', null), leaves: fc.boolean() })
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 40 }),
      fc.record({ seats: fc.integer({ min: 0, max: 12 }), male: fc.nat(6), female: fc.nat(6), a: fc.nat(4) }),
      (units, most) => {
        const p: Places = {
          seats: most.seats,
          taken: 0,
          standby: 0,
          standbySeats: 100,
          quotas: new Map(Object.entries({ male: most.male, female: most.female, a: most.a }).map(([key, seats]) => [key, { seats, taken: 0 }])),
        }
        const waiting: Unit[] = []
        const seated: Unit[] = []
        for (const { sex, org, leaves } of units) {
          const one: Unit = { seats: 1, quotas: [...(org ? [org] : []), sex] }
          const state = seatNewcomer(p, one, waiting)
          if (state === 'confirmed') seated.push(one)
          if (state === 'standby') waiting.push(one)
          const gone = leaves ? seated.shift() : undefined
          if (!gone) continue
          count(p, gone, -1)
          for (const up of moveUp(p, [...waiting])) {
            waiting.splice(waiting.indexOf(up), 1)
            seated.push(up)
          }
        }
        expect(p.taken).toBe(seated.length)
        expect(p.standby).toBe(waiting.length)
        expect(p.taken).toBeLessThanOrEqual(most.seats)
        for (const [key, q] of p.quotas) {
          expect(q.taken).toBe(seated.filter((u) => u.quotas.includes(key)).length)
          expect(q.taken).toBeLessThanOrEqual(q.seats)
        }
        const free = (key: string) => !p.quotas.has(key) || p.quotas.get(key)!.taken < p.quotas.get(key)!.seats
        if (p.taken < most.seats) for (const u of waiting) expect(u.quotas.every(free)).toBe(false)
      },
    ),
  )
})
