import type { Claimed } from '../../contract/src/kit/phrase.ts'
import { readPhrase } from '../../contract/src/kit/phrase.ts'
import type { Comparable } from '../../contract/src/statistics/contradictions.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import type { Actor } from '../../server/src/kit/actor.ts'
import { system } from '../../server/src/kit/actor.ts'
import { declareHistorical } from '../../server/src/features/statistics/index.ts'
import { type Article, type Printed, articles, printed } from './published.ts'

const marks = { '': '', '+': '余', '~': '近', '≈': '约' } as const

/** The number with its rounding, as it can be read; 数万 is a word of its own and more than “about ten thousand”. */
const numberOf = ([, , , wording, value, mark]: Printed) =>
  mark === '≈' && wording.includes('数万') ? '数万' : mark === '+' ? `${value}余` : `${marks[mark]}${value}`

/** What a printed number claims, of the whole of its period. */
export const claimedOf = (p: Printed): Claimed => {
  const c = readPhrase(numberOf(p))!
  if (!p[9]) return c
  // Said of each year: five of them make the period.
  return { ...c, base: c.base * 5, low: c.low * 5, high: c.high === null ? null : c.high * 5 }
}

/** The printed figures as they are compared. Parts of a mechanism (“四合一”) are names and no counts. */
export const comparables: readonly Comparable[] = printed
  .filter((p) => p[12] !== 'N')
  .map((p) => ({
    id: p[0],
    topic: p[7],
    part: p[8],
    wording: p[3],
    claimed: claimedOf(p),
    unit: p[6],
    from: p[1],
    to: p[2],
    scope: p[10],
    definition: p[11],
  }))

/** The printed figures become the first claims: later ones are held against them. */
export const tellClaims = (write: <T>(by: Actor, fn: (work: Work) => Promise<T>) => Promise<T>) =>
  write(system, (work) =>
    declareHistorical(
      work,
      printed.map((p) => {
        const article = articles[p[0].slice(0, 2) as Article]
        return {
          code: p[0],
          wording: p[3],
          number: numberOf(p),
          unit: p[6],
          topic: p[7],
          part: p[8],
          from: p[1],
          to: p[2],
          scope: p[10],
          definition: p[11],
          document: article.title,
          medium: article.medium,
          publishedOn: article.on,
          claimed: claimedOf(p),
        }
      }),
    ),
  )
