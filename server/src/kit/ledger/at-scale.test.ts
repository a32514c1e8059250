import { fact } from '@gongyou/contract/kit/fact.ts'
import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aUnion, region } from '../../test/union.ts'
import { system } from '../actor.ts'
import { openDatabase } from '../db/database.ts'
import { appPool } from '../db/pool.ts'
import { newId } from '../ids.ts'
import { declareCuts } from './cut.ts'
import { fold } from './fold.ts'
import { rebuildAll } from './rebuild.ts'
import { tally } from './tally.ts'

const union = await aUnion({ empty: true })
const facts = [
  fact({ code: 'visits', acts: { 'test.visit': 1 }, by: ['place', 'late'] }),
  fact({ code: 'visits-open', acts: { 'test.visit': 1, 'test.left': -1 }, by: ['place'] }),
  fact({ code: 'hours', acts: { 'test.visit': 1 }, by: ['place'], sums: 'hours' }),
]
const about = { revision: 1, owner: 'office', by: [], name: t('试', 'test'), definition: t('试', 'test') } as const
const cuts = [
  { fact: 'visits' },
  { fact: 'visits', where: { place: 'hall' } },
  { fact: 'visits', where: { place: ['hall', 'yard'], late: 'true' } },
  { fact: 'visits-open' },
  { fact: 'hours' },
]
const figures = cuts.flatMap((of, i) => [
  figure({ ...about, code: `count-${i}`, measure: 'count', unit: 'times', of }),
  figure({ ...about, code: `persons-${i}`, measure: 'persons', unit: 'persons', of }),
])
const db = openDatabase(appPool(union.url), facts)
const call = { region, by: system, operation: 'test', request: 'test' }
const people = Array.from({ length: 7 }, () => newId())
const days = ['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-05', '2025-07-15']

type Step =
  | { do: 'act'; kind: 'test.visit' | 'test.left'; who: number; day: number; place: string | null; late: boolean; hours: number }
  | { do: 'reverse'; which: number }
  | { do: 'merge' | 'part'; a: number; b: number }
  | { do: 'fold' }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      kind: fc.constantFrom('test.visit' as const, 'test.left' as const),
      who: fc.integer({ min: -1, max: 6 }),
      day: fc.nat(6),
      place: fc.constantFrom('hall', 'yard', 'field', null),
      late: fc.boolean(),
      hours: fc.integer({ min: 0, max: 40 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which: fc.nat(50) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('merge' as const, 'part' as const), a: fc.nat(6), b: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'fold' as const }) },
)

const everything = async () => {
  const { rows } = await union.owner.query(
    `select (select coalesce(string_agg(f::text, '|' order by fact, act_id, part), '') from ledger.fact f) as facts,
            (select coalesce(string_agg(a::text, '|' order by gone_id), '') from ledger.alias a) as aliases`,
  )
  return rows[0] as { facts: string; aliases: string }
}

/** The plainest count there is, over the acts alone and in this program: merging by a table of roots, reversal by a set. */
const plain = async (root: (id: string) => string, cut: (typeof cuts)[number], from: string | undefined, to: string) => {
  const { rows } = await union.owner.query<{
    id: string
    kind: string
    day: string
    person_id: string | null
    reverses: string | null
    data: Record<string, unknown>
  }>(`select id, kind, day::text, person_id, reverses, data from ledger.act where kind like 'test.%'`)
  const gone = new Set(rows.flatMap((r) => r.reverses ?? []))
  const declared = facts.find((f) => f.code === cut.fact)!
  const where = Object.entries('where' in cut ? (cut.where ?? {}) : {})
  const mine = rows.filter(
    (r) =>
      r.kind in declared.acts &&
      !gone.has(r.id) &&
      r.day <= to &&
      (from === undefined || r.day >= from) &&
      where.every(([name, v]) => (typeof v === 'string' ? [v] : (v as string[])).includes(String(r.data[name]))),
  )
  const weight = (r: (typeof mine)[number]) =>
    (declared.acts as Record<string, number>)[r.kind]! * ('sums' in declared ? Number(r.data[declared.sums]) : 1)
  const named = mine.filter((r) => r.person_id !== null)
  return {
    records: mine.length,
    amount: mine.reduce((s, r) => s + weight(r), 0),
    named: named.length,
    persons: new Set(named.map((r) => root(r.person_id!))).size,
  }
}

const agree = async (merged: Map<string, string>) => {
  const root = (id: string): string => (merged.has(id) ? root(merged.get(id)!) : id)
  const periods = [
    ['2024-01-01', '2024-02-29'],
    ['2024-01-02', '2024-03-04'],
    [undefined, '2024-02-15'],
    [undefined, '2025-12-31'],
    ['2024-01-31', '2024-02-01'],
    ['2023-01-01', '2025-07-14'],
  ] as const
  const asks = cuts.flatMap((cut) => periods.flatMap(([from, to]) => [true, false].map((persons) => ({ cut, from, to, persons }))))
  const got = await db.read(call, (look) => tally(look, asks))
  for (const [i, ask] of asks.entries()) {
    const truth = await plain(root, ask.cut, ask.from, ask.to)
    const ours = got[i]!
    expect([ask, ask.persons ? ours.records : [ours.records, ours.amount]]).toEqual([ask, ask.persons ? truth.named : [truth.records, truth.amount]])
    if (ask.persons) expect([ask, ours.persons]).toEqual([ask, truth.persons])
  }
}

test('after any acts, reversals and merges: counted as it comes equals rebuilt, byte for byte, and months agree with acts', async () => {
  await db.write(call, (work) => declareCuts(work.tx, region, figures))
  const seen = { reversals: 0, merges: 0, parts: 0, folds: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 8 }), async (transactions) => {
      await union.owner.query(
        `truncate ledger.fact, ledger.alias, ledger.stale, ledger.cell, ledger.crowd; delete from ledger.act where kind like 'test.%' or kind like 'person.%'; update ledger.cut set filled_at = null`,
      )
      const written: { id: string }[] = []
      const reversed = new Set<string>()
      const merged = new Map<string, string>()
      const root = (id: string): string => (merged.has(id) ? root(merged.get(id)!) : id)
      for (const steps of transactions) {
        await db.write(call, async (work) => {
          const fresh: { id: string }[] = []
          for (const s of steps) {
            if (s.do === 'act')
              fresh.push({
                id: work.ledger.act({
                  kind: s.kind,
                  subject: newId(),
                  person: s.who < 0 ? null : people[s.who]!,
                  day: days[s.day]!,
                  data: { town: 110118001, hours: s.hours, late: String(s.late), ...(s.place ? { place: s.place } : {}) },
                }),
              })
            if (s.do === 'reverse' && written.length > 0) {
              const { id } = written[s.which % written.length]!
              if (reversed.has(id)) continue
              reversed.add(id)
              work.ledger.act({ kind: 'test.reversed', subject: newId(), reverses: id })
              seen.reversals++
            }
            const [a, b] = s.do === 'merge' || s.do === 'part' ? [people[s.a]!, people[s.b]!] : ['', '']
            if (s.do === 'merge' && !merged.has(a) && !merged.has(b) && a !== b) {
              work.ledger.act({ kind: 'person.merged', subject: a, person: a, data: { gone: b } })
              merged.set(b, a)
              seen.merges++
            }
            const apart = s.do === 'part' && [...merged.keys()][s.a % Math.max(merged.size, 1)]
            if (apart) {
              work.ledger.act({ kind: 'person.merge-undone', subject: merged.get(apart)!, data: { gone: apart } })
              merged.delete(apart)
              seen.parts++
            }
          }
          written.push(...fresh)
        })
        if (steps.some((s) => s.do === 'fold')) {
          seen.folds++
          await db.write(call, (work) => fold(work.tx, region, work.at))
        }
      }
      await agree(merged)
      const before = await everything()
      const client = await union.owner.connect()
      await client.query('begin')
      await client.query('select kit.set_region($1)', [region])
      await rebuildAll(client, region, facts)
      await client.query('commit')
      client.release()
      expect(await everything()).toEqual(before)
      while ((await db.write(call, (work) => fold(work.tx, region, work.at))) > 0);
      await agree(merged)
    }),
    { numRuns: 25 },
  )
  for (const n of Object.values(seen)) expect(n).toBeGreaterThan(2)
  await db.end()
}, 300_000)
