import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn, isSeedOf, seedHashOf } from './draw.ts'

const byHand = (text: string) => createHash('sha256').update(text).digest('hex')

test('the order is that of sha-256(seed, id), as anybody computes it', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const order = [...ids].sort((x, y) => (byHand(`种子,${x}`) < byHand(`种子,${y}`) ? -1 : 1))
  expect(await drawn('种子', ids)).toEqual(order)
  expect(await seedHashOf('种子')).toBe(byHand('种子'))
  expect(await isSeedOf(byHand('种子'), '种子')).toBe(true)
  expect(await isSeedOf(byHand('种子'), '种孑')).toBe(false)
})

test('the order of the list and its doubles change nothing; nobody is lost', () =>
  fc.assert(
    fc.asyncProperty(fc.string(), fc.uniqueArray(fc.uuid(), { maxLength: 30 }), async (seed, ids) => {
      const order = await drawn(seed, ids)
      expect(order.toSorted()).toEqual(ids.toSorted())
      expect(await drawn(seed, [...ids].reverse().concat(ids))).toEqual(order)
    }),
  ))

test('every id comes first about equally often', async () => {
  const first = new Map<string, number>()
  for (let n = 0; n < 900; n++) {
    const [id] = await drawn(`seed ${n}`, ['a', 'b', 'c'])
    first.set(id!, (first.get(id!) ?? 0) + 1)
  }
  for (const n of first.values()) expect(Math.abs(n - 300)).toBeLessThan(75)
})
