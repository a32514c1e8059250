import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Pass, gather } from './gather.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((go) => (open = go))
  return { open, opened }
}
const turns = async (n: number) => {
  for (let i = 0; i < n; i++) await new Promise((go) => setImmediate(go))
}

test('what is asked while a batch runs becomes the next batch', async () => {
  const batches: (readonly number[])[] = []
  const first = gate()
  const ask = gather<number, number>(
    async (items) => {
      batches.push(items)
      if (batches.length === 1) await first.opened
      return items.map((i) => i * 10)
    },
    { most: 3, lanes: 1 },
  )
  const early = [ask(1), ask(2)]
  await turns(3)
  const late = [3, 4, 5, 6].map(ask)
  await turns(3)
  expect(batches).toEqual([[1, 2]])
  first.open()
  expect(await Promise.all([...early, ...late])).toEqual([10, 20, 30, 40, 50, 60])
  expect(batches).toEqual([[1, 2], [3, 4, 5], [6]])
})

test('the next batch of a key begins when the one before has passed, not sooner', async () => {
  const begun: string[] = []
  const passes: Pass[] = []
  const doors = [gate(), gate(), gate()]
  const ask = gather<string, string>(
    async (items, pass) => {
      passes.push(pass)
      begun.push(items.join())
      await doors[begun.length - 1]!.opened
      return [...items]
    },
    { most: 10, lanes: 2, keyOf: (item) => item[0]! },
  )
  const answers = [ask('a1')]
  await turns(3)
  answers.push(ask('a2'))
  await turns(3)
  expect(begun).toEqual(['a1'])
  passes[0]!()
  await turns(3)
  expect(begun).toEqual(['a1', 'a2'])
  // Two lanes are two: a third waits, though its key is free.
  answers.push(ask('b1'))
  await turns(3)
  expect(begun).toEqual(['a1', 'a2'])
  doors[1]!.open()
  await turns(3)
  expect(begun).toEqual(['a1', 'a2', 'b1'])
  for (const door of doors) door.open()
  expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'b1'])
})

test('one answer may be an error; a batch that breaks is an error to all in it and to nobody else', async () => {
  const ask = gather<number, number>(
    async (items) => {
      if (items.includes(13)) throw new Error('broken')
      return items.map((i) => (i < 0 ? new Error('negative') : i))
    },
    { most: 2, lanes: 1 },
  )
  const outcomes = await Promise.allSettled([1, -1, 13, 2, 3].map(ask))
  expect(outcomes.map((o) => (o.status === 'fulfilled' ? o.value : (o.reason as Error).message))).toEqual([1, 'negative', 'broken', 'broken', 3])
})

test('whatever is asked when, each gets its own answer, and batches of a key begin in the order of asking', async () => {
  const asked = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), wait: fc.nat(3), work: fc.nat(3), early: fc.boolean() }), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(asked, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 }), async (list, most, lanes) => {
      const begun: { key: string; n: number }[] = []
      let running = 0
      const ask = gather<{ key: string; n: number; work: number; early: boolean }, number>(
        async (items, pass) => {
          running++
          expect(items.length).toBeLessThanOrEqual(most)
          expect(running).toBeLessThanOrEqual(lanes)
          begun.push(...items)
          await turns(items[0]!.work)
          if (items[0]!.early) pass()
          await turns(items[0]!.work)
          running--
          return items.map((i) => i.n)
        },
        { most, lanes, keyOf: (i) => i.key },
      )
      const answers: Promise<number>[] = []
      for (const [n, { key, wait, work, early }] of list.entries()) {
        await turns(wait)
        answers.push(ask({ key, n, work, early }))
      }
      expect(await Promise.all(answers)).toEqual(list.map((_, n) => n))
      for (const key of ['a', 'b', 'c']) {
        const mine = begun.filter((b) => b.key === key).map((b) => b.n)
        expect(mine).toEqual([...mine].sort((a, b) => a - b))
      }
      expect(begun).toHaveLength(list.length)
    }),
    { numRuns: 60 },
  )
})
