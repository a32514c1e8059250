import { type CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aUnion, region } from '../../test/union.ts'
import { appPool } from './pool.ts'
import { system } from '../actor.ts'
import { newId } from '../ids.ts'
import { openTransactions } from './transactions.ts'
import type { Tx } from './transaction.ts'

const union = await aUnion({ empty: true })
const pool = appPool(union.url, 2)
const transactions = openTransactions(pool)

beforeAll(async () => {
  await union.owner.query('create table kit.noted (n int primary key, at timestamptz not null default clock_timestamp())')
  await union.owner.query('grant select, insert on kit.noted to gongyou_app')
})
afterAll(() => transactions.end())

const noting = (tx: Tx, n: number) => sql`insert into kit.noted (n) values (${n})`.compile(tx)
const note = (tx: Tx, n: number) => tx.executeQuery(noting(tx, n))
const noted = async () => (await union.owner.query<{ n: number }>('select n from kit.noted order by at')).rows.map((r) => r.n)
const nothing: CompiledQuery[] = []

test('statements asked for without waiting are done in the order of asking, in their region', async () => {
  const answers = await transactions.write(region, async (tx) => {
    const all = [3, 1, 2].map((n) => note(tx, n))
    const { rows } = await sql<{ region: number; n: number }>`select kit.region() as region, count(*)::int as n from kit.noted`.execute(tx)
    await Promise.all(all)
    return { done: rows[0], last: nothing }
  })
  expect(answers).toEqual({ region, n: 3 })
  expect(await noted()).toEqual([3, 1, 2])
})

test('what is sent last is kept or refused together with the rest, and the refusal is its own', async () => {
  await transactions.write(region, async (tx) => {
    await note(tx, 10)
    return { done: undefined, last: [noting(tx, 11)] }
  })
  expect(await noted()).toEqual([3, 1, 2, 10, 11])
  const twice = transactions.write(region, async (tx) => {
    await note(tx, 20)
    return { done: undefined, last: [noting(tx, 10), noting(tx, 21)] }
  })
  await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'noted_pkey' })
  expect(await noted()).toEqual([3, 1, 2, 10, 11])
})

test('a command whose act cannot be written is not kept without it', async () => {
  const unwritable = union.db.write({ region, by: system, operation: 'test', request: 'test' }, async (work) => {
    await note(work.tx, 25)
    work.ledger.act({ kind: 'test.unwritable', subject: newId(), data: { n: 1n } })
  })
  await expect(unwritable).rejects.toThrow('BigInt')
  expect(await noted()).not.toContain(25)
})

test('a transaction whose error was swallowed is not called done', async () => {
  const swallowed = transactions.write(region, async (tx) => {
    await note(tx, 30)
    await note(tx, 30).catch(() => {})
    return { done: 'kept', last: nothing }
  })
  await expect(swallowed).rejects.toMatchObject({ constraint: 'noted_pkey' })
  expect(await noted()).not.toContain(30)
})

test('nothing is asked of a transaction that is over', async () => {
  let kept: Tx | undefined
  await transactions.read(region, async (tx) => {
    kept = tx
    return note(tx, 40)
  })
  await expect(note(kept!, 41)).rejects.toThrow('over')
})

test('a connection that is cut in the middle fails its transaction alone; the next gets another', async () => {
  const cut = transactions.write(region, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await note(tx, 50)
    await union.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    return { done: undefined, last: [noting(tx, 51)] }
  })
  await expect(cut).rejects.toThrow()
  await transactions.write(region, async (tx) => ({ done: undefined, last: [noting(tx, 52)] }))
  const all = await noted()
  expect(all).toContain(52)
  expect(all).not.toContain(50)
  expect(pool.totalCount - pool.idleCount).toBe(0)
})

test('more transactions at once than connections: each is done', async () => {
  await Promise.all(
    [...Array(40)]
      .map((_, i) =>
        transactions.write(region, async (tx) => {
          await note(tx, 100 + i)
          if (i % 4 === 0) throw new Error('thrown')
          return { done: i, last: nothing }
        }),
      )
      .map((p) => p.catch(() => -1)),
  )
  expect((await noted()).filter((n) => n >= 100)).toHaveLength(30)
})
