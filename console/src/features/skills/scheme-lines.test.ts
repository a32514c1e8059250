import { expect, test } from 'vitest'
import { itemsInWords, readItems, readPenalties, sumOf } from './scheme-lines.ts'

test('items as they are typed: full marks alone, or with a share', () => {
  expect(readItems('安全规程 20\n操作工艺 满分60 占50\n成品，满分 30分，30%').rows).toEqual([
    { code: 'i1', name: '安全规程', full: 2000, weight: 2000 },
    { code: 'i2', name: '操作工艺', full: 6000, weight: 5000 },
    { code: 'i3', name: '成品', full: 3000, weight: 3000 },
  ])
  expect(sumOf('甲 20\n乙 满分60 占80')).toBe(10_000)
  expect(readItems('安全规程').wrong).toBe('安全规程')
})

test('penalties as they are typed', () => {
  expect(readPenalties('超时 每次扣2分\n工具未归位 一次1.5\n严重违章 取消资格').rows).toEqual([
    { code: 'p1', name: '超时', kind: 'each', points: 200 },
    { code: 'p2', name: '工具未归位', kind: 'once', points: 150 },
    { code: 'p3', name: '严重违章', kind: 'out', points: 0 },
  ])
  expect(readPenalties('超时 扣').wrong).toBe('超时 扣')
})

test('what is read is written back', () => {
  const text = '安全规程 20\n操作工艺 满分60 占50\n成品 30.5'
  expect(itemsInWords({ items: readItems(text).rows, penalties: [], drop: null, decimals: 2, rounding: 'half_up' })).toBe(text)
})
