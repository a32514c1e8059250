import fc from 'fast-check'
import { ServiceShape } from '@gongyou/contract/cases/definition.ts'
import { faultsOf } from '@gongyou/contract/cases/faults-of.ts'
import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { expect, test } from 'vitest'
import { randomService } from '../../test/random-service.ts'
import { offer, worker } from '../../test/services.ts'
import { RefusedCall, aUnion } from '../../test/union.ts'

const union = await aUnion()
const courier = await worker(union, '13900000001')
const staff = await Promise.all(['gulou', 'shegong', 'zuzhi', 'zhuren', 'bangong', 'guanli'].map(union.as))
const everybody = [courier, ...staff]
const people = (
  await union.owner.query<{ person_id: string }>(`select person_id from accounts.account where login in ('gulou','shegong','zuzhi','zhuren')`)
).rows.map((r) => r.person_id)
type Caller = (typeof everybody)[number]

/** What an officer might do next, chosen by chance from what the page offers; now and then something it does not offer. */
const somethingOn = (who: Caller, page: CaseView, dice: number) => {
  const { id, version } = page
  const at = { params: { id } }
  const person = people[dice % people.length]!
  const offered: (() => Promise<unknown>)[] = [
    ...page.next.map(
      (n) => () =>
        who.ask('takeCaseStep', {
          params: { id, action: n.code },
          body: { version, answers: n.asks.extra ? { extra: dice } : {}, said: '按规定办理' },
        }),
    ),
    ...page.ways.flatMap((way) => {
      const body = { version, why: '随机测试' }
      if (way === 'transfer') return [() => who.ask('transferCase', { ...at, body: { ...body, personId: person } })]
      if (way === 'claim') return [() => who.ask('claimCase', { ...at, body: { version } })]
      if (way === 'delegate') return [() => who.ask('delegateCase', { ...at, body: { version, personId: person, asks: '请办' } })]
      if (way === 'report') return [() => who.ask('reportOnCase', { ...at, body: { version, said: '已办' } })]
      if (way === 'consult')
        return [
          () =>
            who.ask('addSigners', { ...at, body: { version, persons: [person], mode: dice % 2 ? 'all' : 'any', place: 'beside', asks: '请会签' } }),
        ]
      if (way === 'addAfter') return [() => who.ask('addSigners', { ...at, body: { version, persons: [person], place: 'after', asks: '请加签' } })]
      if (way === 'giveOpinion') return [() => who.ask('giveOpinion', { ...at, body: { version, agrees: dice % 3 > 0, said: '意见' } })]
      if (way === 'askForMore') return [() => who.ask('askForMore', { ...at, body: { version, fields: ['note'], says: '请补正' } })]
      if (way === 'supply') return [() => who.ask('supplyCase', { ...at, body: { version, answers: { note: '补' } } })]
      if (way === 'sendBack') return [() => who.ask('sendCaseBack', { ...at, body: { ...body, to: 'previous' } })]
      if (way === 'recall') return [() => who.ask('recallStep', { ...at, body })]
      if (way === 'suspend') return [() => who.ask('suspendCase', { ...at, body })]
      if (way === 'resume') return [() => who.ask('resumeCase', { ...at, body })]
      if (way === 'reopen') return [() => who.ask('reopenCase', { ...at, body })]
      if (way === 'note') return [() => who.ask('noteOnCase', { ...at, body: { said: '备注' } })]
      return []
    }),
  ]
  const wrong = () =>
    who.ask('takeCaseStep', { params: { id, action: dice % 2 ? 'on0' : 'nothing' }, body: { version: version - (dice % 2), said: '乱点' } })
  if (dice % 7 === 0 || offered.length === 0) return wrong
  // Half of the time the case goes on; the other half something gets in its way.
  return page.next.length > 0 && dice % 2 === 0 ? offered[dice % page.next.length]! : offered[dice % offered.length]!
}

/** Whoever has something to do: else most acts would be notes of those who only look on. */
const someoneInCharge = async (id: string, from: number) => {
  for (let i = 0; i < everybody.length; i++) {
    const who = (from + i) % everybody.length
    const page = await everybody[who]!.ask('getCase', { params: { id } }).catch(() => undefined)
    if (page && (page.next.length > 0 || page.ways.some((w) => ['giveOpinion', 'report', 'supply', 'resume'].includes(w)))) return who
  }
  return from
}

type Truth = {
  state: string
  closed: boolean
  acts: number
  last: string
  seqs: number[]
  steps: { from: string; to: string; action: string | null }[]
  owners: number
  loose: number
  dues: Record<string, string>
}
const truthOf = async (id: string): Promise<Truth> => {
  const one = async <T extends object>(sql: string) => (await union.owner.query<T>(sql, [id])).rows
  const [m] = await one<{ state: string; closed_at: Date | null; acts: number }>('select state, closed_at, acts from cases.matter where id = $1')
  const acts = await one<{ seq: number; from_state: string; to_state: string; action: string | null }>(
    'select seq, from_state, to_state, action from cases.act where case_id = $1 order by seq',
  )
  const [seats] = await one<{ n: number; loose: number }>(
    `select count(*)::int as n, count(*) filter (where t.ended_at is not null)::int as loose from cases.seat s join cases.task t on t.id = s.task_id where s.case_id = $1`,
  )
  const clocks = await one<{ id: string; due_at: Date }>(`select id, due_at from clocks.clock where subject_id = $1 and stopped_at is null`)
  return {
    state: m!.state,
    closed: m!.closed_at !== null,
    acts: m!.acts,
    last: acts.at(-1)!.to_state,
    seqs: acts.map((a) => a.seq),
    steps: acts.map((a) => ({ from: a.from_state, to: a.to_state, action: a.action })),
    owners: seats!.n,
    loose: seats!.loose,
    dues: Object.fromEntries(clocks.map((c) => [c.id, c.due_at.toISOString()])),
  }
}

test('random procedures under random acts: no illegal state, no case without an owner, no clock that moves back by itself', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.nat(everybody.length - 1), dice: fc.nat(1000) }), { minLength: 12, maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      async (acts, _) => {
        const code = `random-${round++}`
        const service = fc.sample(randomService(code), { numRuns: 1, seed: round })[0]!
        await offer(union, service)
        const { id } = await courier.ask('applyForService', { params: { code }, body: { revision: 1, answers: {} } })
        let before = await truthOf(id)
        for (const { who, dice } of acts) {
          const caller = everybody[dice % 4 === 0 ? who : await someoneInCharge(id, who)]!
          const page = await caller.ask('getCase', { params: { id } }).catch((e: unknown) => e as RefusedCall)
          if (page instanceof Error) expect((page as RefusedCall).status).toBe(404)
          else
            await somethingOn(caller, page, dice)().catch((e: unknown) => {
              // Refusing is right; falling over is not.
              expect(e).toBeInstanceOf(RefusedCall)
              expect((e as RefusedCall).status).toBeLessThan(500)
            })
          const now = await truthOf(id)
          expect(Object.keys(service.states)).toContain(now.state)
          expect(now.state).toBe(now.last)
          expect(now.seqs).toEqual(now.seqs.map((_, i) => i + 1))
          expect(now.acts).toBe(now.seqs.length)
          expect(now.loose).toBe(0)
          if (now.closed) expect([now.owners, now.dues]).toEqual([0, {}])
          else expect(now.owners).toBeGreaterThan(0)
          for (const s of now.steps) if (s.action) expect(service.actions[s.action]!.to).toBe(s.to)
          for (const [clock, due] of Object.entries(now.dues)) if (before.dues[clock]) expect(due >= before.dues[clock]).toBe(true)
          before = now
        }
      },
    ),
    { numRuns: 25 },
  )
  // Chance must have tried the ways of the office, not only refused them.
  const { rows } = await union.owner.query<{ op: string; n: number }>('select op, count(*)::int as n from cases.act group by op')
  expect(rows.length).toBeGreaterThanOrEqual(10)
  expect(rows.reduce((n, r) => n + r.n, 0)).toBeGreaterThan(100)
  expect(Object.fromEntries(rows.map((r) => [r.op, r.n])).step).toBeGreaterThan(30)
}, 240_000)

test('whatever JSON is drafted, the check answers with faults and never falls over', () => {
  fc.assert(
    fc.property(fc.json(), randomService('fuzzed'), fc.string(), (json, sound, key) => {
      const value: unknown = JSON.parse(json)
      expect(() => ServiceShape.safeParse(value)).not.toThrow()
      expect(faultsOf(sound)).toEqual([])
      const spoilt = ServiceShape.safeParse({ ...sound, begins: key })
      if (spoilt.success && !(key in sound.states)) expect(faultsOf({ ...sound, begins: key }).length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

test('a hundred officers act at once on the same cases: every step happens once, none is lost', async () => {
  const code = 'rush'
  await offer(union, fc.sample(randomService(code), { numRuns: 1, seed: 7 })[0]!)
  const cases = await Promise.all(
    Array.from({ length: 10 }, () => courier.ask('applyForService', { params: { code }, body: { revision: 1, answers: {} } })),
  )
  const pages = await Promise.all(cases.map((c) => staff[0]!.ask('getCase', { params: { id: c.id } })))
  const tries = pages.flatMap((page) =>
    Array.from({ length: 10 }, (_, i) =>
      staff[i % 2]!.ask('takeCaseStep', { params: { id: page.id, action: 'on0' }, body: { version: page.version, answers: {} } }),
    ),
  )
  const done = await Promise.allSettled(tries)
  expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(10)
  for (const d of done) if (d.status === 'rejected') expect([403, 404, 409]).toContain((d.reason as RefusedCall).status)
  const { rows } = await union.owner.query(`select case_id, count(*)::int as n from cases.act where service = $1 and action = 'on0' group by 1`, [
    code,
  ])
  expect(rows.map((r) => r.n)).toEqual(Array(10).fill(1))
}, 60_000)
