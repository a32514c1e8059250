import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Form, claims, compatible, phraseOf, readPhrase } from './phrase.ts'

const whole = fc.oneof(fc.nat(200), fc.nat(99_999), fc.nat(2_000_000_000))
const yuan = fc.nat(2_000_000_000).map((cents) => cents / 100)
const forms: Form[] = ['auto', 'exact', '余', '多', '近', '超']

test('numbers are said as the district says them', () => {
  const said = (n: number, form?: Form) => phraseOf(n, form)?.text
  expect([8960, 2613, 4312, 99, 100, 150, 1960, 13_412, 24_100, 9_870].map((n) => said(n))).toEqual([
    '近9000',
    '2600余',
    '4300余',
    '99',
    '100',
    '150',
    '近2000',
    '1.3万余',
    '2.4万余',
    '近1万',
  ])
  expect([63_120_000, 2_468_000, 87_649_400, 98_500_000, 215_000].map((n) => said(n))).toEqual(['6300余万', '240余万', '8700余万', '近1亿', '21万余'])
  expect([87_649_400, 89_000, 8960, 1_234_567].map((n) => said(n, 'exact'))).toEqual(['8764.94万', '8.9万', '8960', '1234567'])
  expect(phraseOf(2_468_000, '余', 3)?.text).toBe('246万余')
  expect([said(20_300, '超'), said(317, '多'), said(63, '余'), said(960, '近')]).toEqual(['超2万', '310多', '60余', '近1000'])
})

test('a form that would not be true is not said', () => {
  expect([phraseOf(600, '余'), phraseOf(610, '近'), phraseOf(7, '余'), phraseOf(5000, '超')]).toEqual([null, null, null, null])
})

test('phrases of the articles are read', () => {
  const read = (text: string) => {
    const c = readPhrase(text)!
    return [c.low, c.high]
  }
  expect(read('4300余件')).toEqual([4300, 4400])
  expect(read('近9000名职工')).toEqual([8100, 9000])
  expect(read('近万件')).toEqual([9000, 10_000])
  expect(read('1.3万余人次')).toEqual([13_000, 14_000])
  expect(read('6300余万元')).toEqual([63_000_000, 64_000_000])
  expect(read('246万余元')).toEqual([2_460_000, 2_470_000])
  expect(read('超5000人次')).toEqual([5000, null])
  expect(read('超过2万名')).toEqual([20_000, null])
  expect(read('百余场')).toEqual([100, 200])
  expect(read('近百项')).toEqual([90, 100])
  expect(read('数万人次')).toEqual([20_000, 100_000])
  expect(read('8764.94万元')).toEqual([87_649_400, 87_649_400])
  expect(read('近1亿元')).toEqual([90_000_000, 100_000_000])
  expect(read('93%以上')).toEqual([93, null])
  expect(read('15,221件')).toEqual([15_221, 15_221])
  expect(readPhrase('大家')).toBeUndefined()
})

test('whatever is said of a value is true of it, and stays true when read', () => {
  fc.assert(
    fc.property(fc.oneof(whole, yuan), fc.constantFrom(...forms), fc.constantFrom(1, 2, 3), (value, form, digits) => {
      const phrase = phraseOf(value, form, digits)
      if (!phrase) return form !== 'auto' && form !== 'exact'
      const read = readPhrase(`${phrase.text}人次`)
      return read !== undefined && read.base === phrase.base && claims(read, value) && (phrase.qualifier === 'exact') === (read.qualifier === 'exact')
    }),
    { numRuns: 5000 },
  )
})

test('what is read is claimed of its own ends only where it says so, and a phrase of its base stands beside it', () => {
  fc.assert(
    fc.property(whole, fc.constantFrom<Form>('余', '多', '近', '超', 'auto'), (value, form) => {
      const phrase = phraseOf(value, form)
      if (!phrase || phrase.qualifier === 'exact') return true
      const c = readPhrase(phrase.text)!
      const inside = c.high === null ? c.low + 1 : (c.low + c.high) / 2
      return claims(c, inside) && claims(c, c.low) === c.lowIncluded && (c.high === null || claims(c, c.high) === c.highIncluded) && compatible(c, c)
    }),
    { numRuns: 3000 },
  )
})

test('two phrases agree exactly when some value makes both true', () => {
  const some = fc
    .tuple(fc.integer({ min: 1, max: 3000 }), fc.constantFrom<Form>('exact', '余', '近', '超'))
    .map(([v, f]) => phraseOf(v, f) ?? phraseOf(v, 'exact')!)
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [x, y] = [readPhrase(a.text)!, readPhrase(b.text)!]
      let both = false
      // Halves too: an interval between two whole numbers holds values.
      for (let v = 0; v <= 8000 && !both; v++) both = claims(x, v / 2 + (v % 2 ? 0.0001 : 0)) && claims(y, v / 2 + (v % 2 ? 0.0001 : 0))
      return !both || compatible(x, y)
    }),
    { numRuns: 300 },
  )
  expect(compatible(readPhrase('335件')!, readPhrase('近600件')!)).toBe(false)
  expect(compatible(readPhrase('近万件')!, readPhrase('9800件')!)).toBe(true)
})
