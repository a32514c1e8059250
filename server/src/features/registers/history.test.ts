import type { Answers } from '@gongyou/contract/forms/index.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { Refused } from '../../kit/refuse.ts'
import { unsealAnswers } from '../../kit/secrets/answers.ts'
import { keep, orgNamed, routes } from '../../test/registers.ts'
import { aUnion, region } from '../../test/union.ts'
import { allAnswers, placeOf } from './entry.ts'
import { changeEntry, endEntry, enterEntry, findEntry, renewEntry, restoreEntry } from './index.ts'

const union = await aUnion({ people: 20 })
const { key: _, ...unkeyed } = routes
await keep(union, unkeyed)
const home = await orgNamed(union, '密云区总工会')
const station = await orgNamed(union, '鼓楼街道总工会')

const values = fc.record(
  {
    name: fc.constantFrom('一号线', '二号线', 'Route 3'),
    sort: fc.constantFrom('health', 'study'),
    price: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    days: fc.option(fc.integer({ min: 1, max: 30 })),
    phone: fc.option(fc.constantFrom('13900000001', '13900000002')),
    account: fc.option(fc.constantFrom('0200-1', '0200-2', '=1+1')),
    tags: fc.option(fc.subarray(['young', 'women'], { minLength: 1 })),
    from: fc.option(fc.constantFrom('2025-06-01', '2026-02-28', '2027-01-31')),
  },
  { requiredKeys: [] },
)
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constant('change' as const),
      answers: values,
      orgId: fc.option(fc.constantFrom(home, station), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('renew' as const), answers: values, to: fc.constantFrom('2028-05-31', '2031-12-31', undefined) }),
  },
  { weight: 1, arbitrary: fc.constant({ op: 'end' as const }) },
  { weight: 2, arbitrary: fc.constant({ op: 'restore' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const inWork = <T>(fn: Parameters<typeof union.db.write<T>>[1]) => union.db.write({ region, by: system, operation: 'test', request: newId() }, fn)
const because = '随机'
const take = (id: string, s: Step) =>
  inWork(async (work) => {
    if (s.op === 'change') await changeEntry(work, union.keys, id, { answers: s.answers, orgId: s.orgId, because })
    else if (s.op === 'renew') await renewEntry(work, union.keys, id, { answers: s.answers, to: s.to, because })
    else if (s.op === 'end') await endEntry(work, union.keys, id, { because })
    else await restoreEntry(work, union.keys, id, { because })
    return s.op
  })

type Line = {
  seq: number
  changes: Record<string, { before: unknown; after: unknown; sealed?: true }>
  sealed: Buffer | null
  sealed_key: number | null
}

/** The state of an entry as its history tells it, sealed lines opened, checking that each line begins where the last ended. */
const replayed = async (id: string) => {
  const { rows } = await union.owner.query<Line>(
    'select seq, changes, sealed, sealed_key from registers.entry_change where entry_id = $1 order by seq',
    [id],
  )
  const now: Record<string, unknown> = {}
  for (const [i, line] of rows.entries()) {
    expect(line.seq).toBe(i + 1)
    const shut = unsealAnswers(union.keys, placeOf(region, id, line.seq), line) as Line['changes']
    for (const [name, turned] of Object.entries({ ...line.changes, ...shut })) {
      expect([name, turned.before]).toEqual([name, now[name] ?? null])
      if (turned.after === null) delete now[name]
      else now[name] = turned.after
    }
  }
  return { now, lines: rows.length }
}

test('whatever is done to an entry, its history replayed gives what stands', { timeout: 120_000 }, async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { id } = await inWork((work) =>
        enterEntry(work, union.keys, { register: 'test-routes', orgId: home, answers: { name: '起点', sort: 'health', account: '0200-0' } }),
      )
      let done = 1
      for (const s of steps) {
        const outcome = await take(id, s).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error
          return error.code
        })
        if (outcome === s.op) done++
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }
      const { now, lines } = await replayed(id)
      const { row } = (await union.db.read({ region, by: system }, (look) => findEntry(look, id)))!
      const { '@valid': valid, '@org': org, '@ended': ended, ...answers } = now as Answers
      expect(answers).toEqual(allAnswers(union.keys, row))
      expect(valid).toEqual({ from: row.valid_from, to: row.valid_to })
      expect(org).toMatchObject({ id: row.org_id })
      expect(ended ?? null).toBe(row.ended_on)
      expect([lines, row.version]).toEqual([done, done])
      expect(row.title).toBe(answers.name)
    }),
    { numRuns: 60, seed: 20_261_121 },
  )
  // The rules refused some steps and let others pass; a run in which nothing happens would prove nothing.
  for (const outcome of ['change', 'renew', 'end', 'restore', 'registers.ended', 'registers.not-ended'])
    expect([outcome, (seen.get(outcome) ?? 0) > 5]).toEqual([outcome, true])
})

test('the application may add to the history and never change it', async () => {
  const { id } = await inWork((work) =>
    enterEntry(work, union.keys, { register: 'test-routes', orgId: home, answers: { name: '史册', sort: 'health' } }),
  )
  await expect(
    inWork((work) => work.tx.updateTable('registers.entry_change').set({ because: '改写' }).where('entry_id', '=', id).execute()),
  ).rejects.toThrow(/permission denied/)
  await expect(inWork((work) => work.tx.deleteFrom('registers.entry_change').where('entry_id', '=', id).execute())).rejects.toThrow(
    /permission denied/,
  )
})
