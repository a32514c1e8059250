import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapped } from './poster.ts'

const measure = (text: string) => [...text].reduce((n, c) => n + (c.charCodeAt(0) > 255 ? 2 : 1), 0)

test('a title is broken where it is full, and times stay in one piece', () => {
  expect(wrapped(measure, '冬季心脑血管健康讲座', 10, 3)).toEqual(['冬季心脑血', '管健康讲座'])
  expect(wrapped(measure, '11月25日 14:00–16:00', 12, 3)).toEqual(['11月25日', '14:00–16:00'])
  expect(wrapped(measure, '一二三四五六七八九十', 6, 2)).toEqual(['一二三', '四五…'])
  expect(wrapped(measure, '', 10, 2)).toEqual([])
})

test('whatever is written fits, and nothing is lost but the end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('工', '会', 'a', '1', ' ', '，'), { maxLength: 60 }), (chars) => {
      const text = chars.join('')
      const lines = wrapped(measure, text, 62, 3)
      expect(lines.length).toBeLessThanOrEqual(3)
      for (const l of lines) expect(measure(l)).toBeLessThanOrEqual(62)
      expect(text.replace(/\s/g, '').startsWith(lines.join('').replace(/[\s…]/g, ''))).toBe(true)
    }),
  )
})
