import { recordsOf } from '../server/src/features/statistics/records.ts'
import { valuesOf } from '../server/src/features/statistics/read.ts'
import { newId } from '../server/src/kit/ids.ts'
import { inDuck } from './duck.ts'
import { benchCatalogue, benchFigures, call, foldAll, openFigures, rebuildFacts } from './figures-district.ts'
import { cpuOf, serverOf } from './measure.ts'
import { type Result, resultOf, round, spread } from './result.ts'

type District = Awaited<ReturnType<typeof openFigures>>
const year = { from: '2024-01-01', to: '2024-12-31' }

const timed = async (fn: () => Promise<unknown>, times: number) => {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await fn()
    took.push(performance.now() - start)
  }
  return spread(took).p50
}

const report = (d: District) => () => d.db.read(call, (look) => valuesOf(look, benchFigures, year))

/** The same 150 numbers by grouping the facts, as plainly as it can be written. */
const grouped = `select fact, count(*) as records, sum(amount) as amount, count(distinct person_id) as persons
  from ledger.fact where region = 110118 and day between '2024-01-01' and '2024-12-31' group by fact`

/** One act, and a hundred at once, written with everything: the median of a command, per fact. */
const writing = async (d: District) => {
  const write = (count: number) => () =>
    d.db.write(call, async (work) => {
      for (let i = 0; i < count; i++)
        work.ledger.act(
          { kind: `bench.${i % 10}`, subject: newId(), person: newId(), day: '2025-03-01', data: { town: 110118001, kind: 'k1', amount: 1 } },
          false,
        )
    })
  const one = await timed(write(1), 60)
  const hundred = await timed(write(100), 20)
  return { one, hundredth: hundred / 100 }
}

const measured = async (count: number) => {
  const d = await openFigures(count)
  try {
    for (let i = 0; i < 3; i++) await report(d)()
    const ours = await timed(report(d), 15)
    const plain = await timed(() => d.owner.query(grouped), 3)
    const duck = await inDuck(d.owner, d.folder)
    const cost = await writing(d)
    // Straight after new facts: the months they touched are counted fact by fact until the next minute.
    const fresh = await timed(report(d), 5)
    await foldAll(d.db)
    return { ours, plain, duck, cost, fresh }
  } finally {
    await d.close()
  }
}

/** 150 figures of a year over five million facts, against grouping the facts in PostgreSQL and in DuckDB in one run; and what a new fact costs at a tenth of the size. */
export const annualReport = async (): Promise<Result[]> => {
  const small = await measured(500_000)
  const large = await measured(5_000_000)
  const conditions = `150 figures (60 of distinct persons) of one year out of 5,000,000 facts of five, 50,000 persons, durable PostgreSQL, warm`
  return [
    resultOf({
      name: 'report',
      ours: large.ours,
      limit: large.plain,
      unit: 'ms p50 against grouping the facts',
      conditions,
      more: { times: round(large.plain / large.ours, 1) },
    }),
    resultOf({
      name: 'report.duckdb',
      ours: large.ours,
      limit: large.duck,
      unit: 'ms p50 against DuckDB grouping the same facts in memory',
      conditions: `${conditions}; DuckDB with its columns in memory and two threads`,
      more: { times: round(large.duck / large.ours, 1) },
    }),
    resultOf({
      name: 'report.bar',
      ours: large.ours,
      limit: 100,
      unit: 'ms p50 against the bar',
      conditions,
      more: { afterNewFacts: round(large.fresh) },
    }),
    resultOf({
      name: 'report.growth',
      ours: large.ours,
      limit: small.ours,
      unit: 'ms p50 at 5 million against 0.5 million',
      conditions,
      more: { grouping: round(large.plain / small.plain, 1), duckdb: round(large.duck / small.duck, 1) },
    }),
    resultOf({
      name: 'report.new-fact',
      ours: large.cost.one,
      limit: small.cost.one,
      unit: 'ms p50, one act with its facts, at 5 million against 0.5 million',
      conditions: 'durable commit, one connection',
      more: { perFactOfHundred: round(large.cost.hundredth, 3), perFactOfHundredSmall: round(small.cost.hundredth, 3) },
    }),
  ]
}

const digest = async (d: District) =>
  (await d.owner.query<{ digest: string }>(`select md5(string_agg(md5(f::text), '' order by fact, act_id, part)) as digest from ledger.fact f`))
    .rows[0]!.digest

/** All facts counted anew from five million acts; they must be the same, byte for byte, as those that came act by act. */
export const rebuild = async (): Promise<Result[]> => {
  const d = await openFigures(5_000_000)
  try {
    await d.db.write(
      call,
      async (work) => void work.ledger.act({ kind: 'bench.3', subject: newId(), person: newId(), day: '2025-03-02', data: { kind: 'k1' } }, false),
    )
    const before = await digest(d)
    const server = await serverOf(d.owner)
    const cpu = cpuOf(server)
    const took = await rebuildFacts(d.owner)
    const used = cpuOf(server) - cpu
    const same = (await digest(d)) === before
    if (!same) throw new Error('the rebuilt facts differ from those that came act by act')
    const folded = await foldAll(d.db)
    return [
      resultOf({
        name: 'rebuild',
        ours: took,
        limit: 60,
        unit: 's against the bar',
        conditions: '5,000,000 facts of 150 kinds from their acts, indexes included, equal byte for byte',
        more: { cpuSeconds: round(used), monthsCountedAgain: round(folded) },
      }),
    ]
  } finally {
    await d.close()
  }
}

/** From a number to its first fifty records, whatever its size; and to a page far down. */
export const trace = async (): Promise<Result[]> => {
  const d = await openFigures(5_000_000)
  try {
    const open = (code: string, after?: string) => () =>
      d.db.read(call, (look) =>
        recordsOf(look, benchCatalogue, code, { from: '2021-01-01', to: '2025-12-31', part: 'of', limit: 50, ...(after ? { after } : {}) }),
      )
    const town = (await d.owner.query<{ id: string }>(`select id from organisations.org where kind = 'town_federation' order by id limit 1`)).rows[0]!
      .id
    const inTown = () =>
      d.db.read(call, (look) =>
        recordsOf(look, benchCatalogue, 'bench-0', { from: '2021-01-01', to: '2025-12-31', part: 'of', limit: 50, org: town }),
      )
    const largest = await timed(open('bench-0'), 20)
    const smallest = await timed(open('bench-149'), 20)
    const deep = await timed(open('bench-0', '2021-06-30|0199aaaa-0000-7000-8000-000000000000'), 20)
    const scoped = await timed(inTown, 20)
    const conditions = 'first 50 of a million records out of five, with acts, persons and unions joined'
    return [
      resultOf({
        name: 'trace',
        ours: largest,
        limit: 100,
        unit: 'ms p50 against the bar',
        conditions,
        more: { smallest: round(smallest), fourYearsDown: round(deep), oneTown: round(scoped) },
      }),
    ]
  } finally {
    await d.close()
  }
}
