import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { instantOf } from '@gongyou/contract/venues/hours.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, now } from '../../kit/clock.ts'
import { RefusedCall, aUnion } from '../../test/union.ts'
import { aPlace, aVenue, aWorker } from '../../test/venues.ts'

const union = await aUnion({ people: 60 })
const gulou = await union.as('gulou')
const workers = [await aWorker(union), await aWorker(union, '13900000003'), await aWorker(union, '13900000004')]
const day = addDays(dayOf(now()), 2)

type Step =
  | { do: 'book'; who: number; from: number; length: number; wait: boolean }
  | { do: 'cancel'; nth: number }
  | { do: 'withdraw'; nth: number }
  | { do: 'decide'; nth: number; approve: boolean }
  | { do: 'block'; from: number; length: number }
const hour = fc.integer({ min: 8, max: 18 })
const length = fc.integer({ min: 1, max: 4 })
const nth = fc.nat({ max: 40 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('book' as const), who: fc.nat({ max: 2 }), from: hour, length, wait: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), nth, approve: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('block' as const), from: hour, length }) },
)

type Row = { id: string; state: string; from_at: Date; to_at: Date; asked_at: Date; act_id: string | null; version: number; person_id: string | null }
const rowsAt = async (place: string) =>
  (await union.owner.query<Row>('select * from venues.booking where place_id = $1 order by asked_at, id', [place])).rows
const holds = (r: Row) => ['asked', 'confirmed', 'blocked'].includes(r.state)
const meet = (a: Row, b: Row) => a.from_at < b.to_at && a.to_at > b.from_at

const take = async (place: string, s: Step) => {
  const at = (h: number) => instantOf(day, Math.min(h, 20) * 60).toISOString()
  const rows = await rowsAt(place)
  const one = (of: readonly Row[]) => ('nth' in s && of.length > 0 ? of[s.nth % of.length] : undefined)
  if (s.do === 'book')
    return workers[s.who]!.ask('bookPlace', {
      params: { id: place },
      body: { from: at(s.from), to: at(s.from + s.length), purpose: '随机', wait: s.wait },
    })
  if (s.do === 'block')
    return gulou.ask('blockPlace', { params: { id: place }, body: { from: at(s.from), to: at(s.from + s.length), because: '检修' } })
  if (s.do === 'cancel') {
    const r = one(rows.filter((x) => x.person_id))
    if (!r) return
    const { rows: owner } = await union.owner.query('select mobile from people.person where id = $1', [r.person_id])
    const who = ['13900000001', '13900000003', '13900000004'].indexOf(owner[0].mobile)
    return workers[who]!.ask('cancelMyBooking', { params: { id: r.id }, body: {} })
  }
  const r = one(s.do === 'decide' ? rows.filter((x) => x.state === 'asked') : rows)
  if (!r) return
  const params = { id: r.id }
  return s.do === 'decide'
    ? gulou.ask('decideBooking', { params, body: { version: r.version, approve: s.approve, because: '随机决定' } })
    : gulou.ask('withdrawBooking', { params, body: { version: r.version, because: '随机撤销' } })
}

/** What must hold after every step, whatever was tried. */
const mustHold = (rows: readonly Row[]) => {
  const live = rows.filter(holds)
  for (const [i, a] of live.entries()) for (const b of live.slice(i + 1)) expect(meet(a, b)).toBe(false)
  // Nobody waits for a time that is free.
  for (const w of rows.filter((r) => r.state === 'waiting')) expect(live.some((b) => meet(b, w))).toBe(true)
  // What is confirmed is counted, and nothing else.
  for (const r of rows) expect([r.state, r.act_id !== null]).toEqual([r.state, r.state === 'confirmed'])
}
/** Whoever moved up overtook nobody who came before him and could have had his time. */
const inOrder = (before: readonly Row[], after: readonly Row[]) => {
  const held = after.filter(holds)
  const moved = after.filter((r) => holds(r) && before.find((b) => b.id === r.id)?.state === 'waiting')
  for (const m of moved)
    for (const w of after.filter(
      (r) => r.state === 'waiting' && meet(r, m) && (r.asked_at < m.asked_at || (+r.asked_at === +m.asked_at && r.id < m.id)),
    ))
      expect(held.some((b) => b.id !== m.id && meet(b, w) && !moved.some((x) => x.id === b.id && x.asked_at > w.asked_at))).toBe(true)
}

for (const needsApproval of [false, true])
  test(`random bookings, blocks, cancels and decisions never overlap and keep the waiting list in order${needsApproval ? ', with approval' : ''}`, async () => {
    const venue = await aVenue(union, gulou, needsApproval ? '随机审批驿站' : '随机驿站')
    let run = 0
    const tried = { done: 0, refused: 0, waiting: 0, moved: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        const place = (await aPlace(gulou, venue.id, { name: `厅 ${++run}`, needsApproval })).id
        let before: Row[] = []
        for (const s of steps) {
          await take(place, s).then(
            () => tried.done++,
            (error: unknown) => {
              if (!(error instanceof RefusedCall) || error.status >= 500) throw error
              tried.refused++
            },
          )
          const after = await rowsAt(place)
          mustHold(after)
          inOrder(before, after)
          tried.waiting += after.filter((r) => r.state === 'waiting').length
          tried.moved += after.filter((r) => holds(r) && before.find((b) => b.id === r.id)?.state === 'waiting').length
          before = after
        }
      }),
      { numRuns: 8, seed: 20_261_121 },
    )
    // It got to where it could have gone wrong.
    expect(tried.done).toBeGreaterThan(40)
    expect(tried.refused).toBeGreaterThan(8)
    expect(tried.moved).toBeGreaterThan(0)
  }, 240_000)

test('eight hands at once on one place: no two hold one time', async () => {
  const venue = await aVenue(union, gulou, '并发驿站')
  const place = (await aPlace(gulou, venue.id, { name: '并发厅' })).id
  const steps = fc.sample(step, { numRuns: 96, seed: 7 })
  const failures: unknown[] = []
  for (let i = 0; i < steps.length; i += 8)
    await Promise.all(
      steps
        .slice(i, i + 8)
        .map((s) => take(place, s).catch((e: unknown) => void (e instanceof RefusedCall && e.status < 500 ? 0 : failures.push(e)))),
    )
  expect(failures).toEqual([])
  const rows = await rowsAt(place)
  mustHold(rows)
  expect(rows.filter(holds).length).toBeGreaterThan(0)
}, 240_000)
