/**
 * Rounding as official Chinese does it: 近9000, 4300余, 超2万, 300多, 1.3万余, 6300余万, 数万. Both ways: `phraseOf` never says
 * what is not true of the value; `readPhrase` gives the interval that a phrase claims.
 */
export type Qualifier = 'exact' | '余' | '多' | '近' | '超' | '以上' | '约' | '数'

/** What a phrase claims: every value between, the ends included only where said. `high: null` is without end. */
export type Claimed = {
  readonly base: number
  readonly qualifier: Qualifier
  readonly low: number
  readonly lowIncluded: boolean
  readonly high: number | null
  readonly highIncluded: boolean
}

/** Whether a value is among those that are claimed. */
export const claims = (c: Claimed, value: number) =>
  (c.lowIncluded ? value >= c.low : value > c.low) && (c.high === null || (c.highIncluded ? value <= c.high : value < c.high))

/** Whether two phrases can both be true of one value. */
export const compatible = (a: Claimed, b: Claimed) => {
  const meets = (x: Claimed, y: Claimed) => y.high === null || x.low < y.high || (x.low === y.high && x.lowIncluded && y.highIncluded)
  return meets(a, b) && meets(b, a)
}

const tidy = (n: number) => Number(n.toPrecision(14))
/** Size of the last digit of a number that is not zero: 4300 → 100, 1.3 → 0.1. */
const lastPlace = (n: number) => {
  for (let place = 10 ** Math.floor(Math.log10(n)); place >= 0.005; place /= 10)
    if (Math.abs(n / place - Math.round(n / place)) < 1e-9) return tidy(place)
  return 0.01
}
const downTo = (n: number, place: number) => tidy(Math.floor(tidy(n / place)) * place)

const 万 = 10_000
const 亿 = 100_000_000
const scaleOf = (n: number) => (n >= 亿 ? 亿 : n >= 万 ? 万 : 1)
const nameOf = (scale: number) => (scale === 亿 ? '亿' : scale === 万 ? '万' : '')

/** 13000 → 1.3万; below ten thousand, and where 万 would need more than two decimals, plain digits. */
const written = (n: number) => {
  const scale = scaleOf(n)
  const c = tidy(n / scale)
  if (scale > 1 && tidy(c * 100) === Math.round(c * 100)) return { digits: String(c), scale }
  const wan = tidy(n / 万)
  if (scale === 亿 && tidy(wan * 100) === Math.round(wan * 100)) return { digits: String(wan), scale: 万 }
  return { digits: String(n), scale: 1 }
}

/** 余 stands before 万 where the rest may be several 万 (6300余万), behind it where it is less than one (246万余). */
const withMore = (base: number, word: '余' | '多') => {
  const { digits, scale } = written(base)
  return lastPlace(base) > scale && scale > 1 ? `${digits}${word}${nameOf(scale)}` : `${digits}${nameOf(scale)}${word}`
}
const plain = (base: number) => {
  const { digits, scale } = written(base)
  return `${digits}${nameOf(scale)}`
}

/** 近 is said of what falls short by a twentieth at most; read, it may fall short by a tenth. */
const near = { say: 0.05, read: 0.1 }

export type Phrase = { readonly text: string; readonly qualifier: Qualifier; readonly base: number }
export type Form = 'auto' | 'exact' | '余' | '多' | '近' | '超'

/** The round number beneath, with so many digits that count. */
const beneath = (value: number, digits: number) => downTo(value, 10 ** (Math.floor(Math.log10(value)) - digits + 1))

const short = (value: number, base: number): Phrase => ({ text: `近${plain(base)}`, qualifier: '近', base })
const over = (base: number, word: '余' | '多'): Phrase => ({ text: withMore(base, word), qualifier: word, base })

const automatic = (value: number, digits: number): Phrase => {
  const power = 10 ** Math.floor(Math.log10(value))
  const base = beneath(value, digits)
  if (base === value) return { text: plain(value), qualifier: 'exact', base: value }
  const next = tidy(downTo(value, power) + power)
  if (next - value <= next * 0.02) return short(value, next)
  const place = power / 10 ** (digits - 1)
  const close = tidy(base + place)
  return close - value <= place / 5 ? short(value, close) : over(base, '余')
}

/**
 * A value as it is written in a report, by rule: exact below a hundred and where it is round by itself, 近 just under a
 * round number, 余 above one. A form that is asked for and would not be true of the value gives null. `digits` of the
 * number count, two unless said otherwise.
 */
export const phraseOf = (value: number, form: Form = 'auto', digits = 2): Phrase | null => {
  const exact: Phrase = { text: plain(value), qualifier: 'exact', base: value }
  if (form === 'exact' || (form === 'auto' && value < 100)) return exact
  if (!(value >= 10)) return null
  if (form === 'auto') return automatic(value, digits)
  const base = value < 100 ? downTo(value, 10) : beneath(value, digits)
  if (form === '近') {
    const place = 10 ** Math.floor(Math.log10(value))
    const next = tidy(downTo(value, place) + place)
    return next - value <= next * near.say ? short(value, next) : null
  }
  if (base === value) return null
  return form === '超' ? { text: `超${plain(base)}`, qualifier: '超', base } : over(base, form)
}

const roundWords: Readonly<Record<number, string>> = { 100: '百', 1000: '千', [万]: '万' }

/**
 * A rounded number written out: 1.3万余, 近百, 百余, 数万. 百, 千 and 万 alone are words, as everybody writes them; `plain` keeps
 * digits and no 万 (20000余). 以上 stands behind the unit and is left to the caller.
 */
export const writePhrase = (base: number, qualifier: Qualifier, how: { plain?: boolean } = {}): string => {
  const word = how.plain ? undefined : roundWords[base]
  const digits = how.plain ? String(base) : plain(base)
  if (qualifier === 'exact' || qualifier === '以上') return digits
  if (qualifier === '数') return `数${word ?? digits}`
  if (qualifier === '超') return `超${digits}`
  if (qualifier === '近') return `近${word ?? digits}`
  // “百名职工”: the bare word is no count, and is read so.
  if (qualifier === '约') return word ?? `约${digits}`
  if (word) return `${word}${qualifier}`
  return how.plain ? `${digits}${qualifier}` : withMore(base, qualifier)
}

const shortWords: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 万, 亿: 亿 }
const shape =
  /^(近|超过|超|逾|约|数)?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)?\s*(余|多)?\s*([十百千]?万|[十百千亿])?\s*(余|多)?\s*(?:名|家|个|%)?\s*(以上|左右)?/

const between = (qualifier: Qualifier, base: number, low: number, high: number | null, lowIncluded = true, highIncluded = false): Claimed => ({
  base,
  qualifier,
  low: tidy(low),
  lowIncluded,
  high: high === null ? null : tidy(high),
  highIncluded,
})
const scaleWord = (word: string | undefined) => (!word ? 1 : word.length === 2 ? shortWords[word[0]!]! * shortWords[word[1]!]! : shortWords[word]!)

/** The interval that a phrase claims (“4300余人”, “近万件”, “数万”, “1.3万余”), or undefined where it begins with no number. */
export const readPhrase = (text: string): Claimed | undefined => {
  const m = shape.exec(text.trim())
  if (!m || (!m[2] && !m[4])) return undefined
  const [, before, digits, inner, word, outer, after] = m
  const scale = scaleWord(word)
  const count = digits ? Number(digits.replaceAll(',', '')) : 1
  const base = tidy(count * scale)
  if (!(base >= 0) || (base === 0 && (before || inner || outer))) return undefined
  if (before === '数') return digits ? undefined : between('数', base, 2 * base, 10 * base)
  if (before === '近') return between('近', base, base * (1 - near.read), base)
  if (before === '超' || before === '超过' || before === '逾') return between('超', base, base, null, false)
  if (before === '约' || after === '左右') return between('约', base, base * 0.9, base * 1.1, true, true)
  if (after === '以上') return between('以上', base, base, null)
  if (inner || outer) return between((inner ?? outer) as Qualifier, base, base, base + lastPlace(base), false)
  // “百名职工”, “千场”: a round word without a digit is not a count.
  if (!digits) return between('约', base, base * 0.9, base * 1.1, true, true)
  return between('exact', base, base, base, true, true)
}
