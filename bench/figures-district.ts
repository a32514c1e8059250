import { fact } from '@gongyou/contract/kit/fact.ts'
import { type FigureDeclaration, figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type pg from 'pg'
import type { Catalogue } from '../server/src/features/statistics/index.ts'
import { system } from '../server/src/kit/actor.ts'
import { type Database, openDatabase } from '../server/src/kit/db/database.ts'
import { appPool } from '../server/src/kit/db/pool.ts'
import { declareCuts } from '../server/src/kit/ledger/cut.ts'
import { fold } from '../server/src/kit/ledger/fold.ts'
import { rebuildAll } from '../server/src/kit/ledger/rebuild.ts'
import { seconds } from './measure.ts'
import { folderFor, openDistrict, region } from './district.ts'

const many = 150
const numbers = Array.from({ length: many }, (_, i) => i)

/** 150 facts, as many as an annual report has figures; the first holds a fifth of all records, the last few. */
export const benchFacts = numbers.map((i) =>
  fact({ code: `bench-${i}`, acts: { [`bench.${i}`]: 1 }, by: ['kind'], ...(i % 10 === 9 ? { sums: 'amount' } : {}) }),
)

const about = {
  revision: 1,
  owner: 'office',
  by: ['month', 'town', 'org', 'kind'],
  name: t('测速', 'Bench'),
  definition: t('测速', 'Bench'),
} as const
/** Two in five count distinct persons, one in ten adds up money, one in ten is a stock, the others count. */
export const benchFigures: readonly FigureDeclaration[] = numbers.map((i) => {
  const of = { fact: `bench-${i}` }
  const code = `bench-${i}`
  if (i % 10 === 9) return figure({ ...about, code, measure: 'sum', unit: 'yuan', of })
  if (i % 10 === 8) return figure({ ...about, code, measure: 'stock', unit: 'cases', of })
  if (i % 5 < 2) return figure({ ...about, code, measure: 'persons', unit: 'persons', of })
  return figure({ ...about, code, measure: 'count', unit: 'times', of })
})

/** Acts of five years (2021–2025), spread over all unions and persons of the example district. Their facts are drawn by the rebuild. */
const fillActs = async (owner: pg.Pool, from: number, to: number) =>
  owner.query(
    `with o as (select array_agg(id order by id) as ids, array_agg(town order by id) as towns from organisations.org where dissolved_on is null),
          p as (select array_agg(id order by id) as ids from people.person)
     insert into ledger.act (region, id, kind, subject_id, org_id, person_id, day, at, data)
     select $1, overlay(overlay(lpad(to_hex(i), 12, '0') || left(md5('act' || i), 20) placing '7' from 13) placing '8' from 17)::uuid,
            'bench.' || floor(${many} * power(r.k, 3)), md5('s' || i)::uuid, o.ids[1 + x.org], p.ids[1 + (r.p * (array_length(p.ids, 1) - 1))::int],
            date '2021-01-01' + (r.d * 1825)::int, timestamptz '2026-01-01' , jsonb_build_object('town', o.towns[1 + x.org], 'kind', 'k' || i % 5, 'amount', i % 1000)
       from generate_series($2::int, $3::int) i cross join o cross join p
      cross join lateral (select (hashint4(i) & 1048575) / 1048576.0 as k, (hashint4(i + 7) & 1048575) / 1048576.0 as p, (hashint4(i + 13) & 1048575) / 1048576.0 as d, hashint4(i + 29) & 1048575 as o) r
      cross join lateral (select r.o % array_length(o.ids, 1) as org) x`,
    [region, from, to],
  )

export const call = { region, by: system, operation: 'bench', request: 'bench' }

/** Everything is counted anew in one transaction, as after a change of what is counted. */
export const rebuildFacts = async (owner: pg.Pool) => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('select kit.set_region($1)', [region])
    const [took] = await seconds(() => rebuildAll(client, region, benchFacts))
    await client.query('commit')
    return took
  } finally {
    client.release()
  }
}

/** Months counted until none is left to count: the seconds it takes. */
export const foldAll = async (db: Database) =>
  (
    await seconds(async () => {
      while ((await db.write(call, (work) => fold(work.tx, region, work.at))) > 0);
    })
  )[0]

/** The example district with so many countable acts of 150 kinds; kept, for they take minutes to make. */
export const openFigures = async (count: number) => {
  const folder = folderFor(`figures-${count}`, true)
  const district = await openDistrict(50_000, folder)
  const { owner } = district
  const db = openDatabase(appPool(owner.options.connectionString!), benchFacts)
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ledger.act where kind like 'bench.%'`)
  if (rows[0]!.n < count) {
    console.error(`  making ${count.toLocaleString()} acts, once …`)
    for (let from = 1; from <= count; from += 500_000) await fillActs(owner, from, Math.min(count, from + 499_999))
    await owner.query('vacuum analyze ledger.act')
    await rebuildFacts(owner)
    await owner.query('vacuum analyze ledger.fact')
    await db.write(call, (work) => declareCuts(work.tx, region, benchFigures))
  }
  await foldAll(db)
  await owner.query('vacuum analyze ledger.fact, ledger.cell, ledger.crowd, ledger.stale, ledger.cut')
  const close = async () => {
    await db.end()
    await district.close()
  }
  return { ...district, folder, db, close }
}

export const benchCatalogue: Catalogue = { facts: benchFacts, figures: benchFigures, dimensions: {} }
