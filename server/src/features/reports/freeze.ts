import type { Qualifier } from '@gongyou/contract/kit/phrase.ts'
import type { Unit } from '@gongyou/contract/kit/units.ts'
import { sayChange, sayClaimed, sayValue } from '@gongyou/contract/reports/say.ts'
import { type ClaimMeasure, measuredOf } from '@gongyou/contract/statistics/measured.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, type CountedClaim, figuresOf, publishCounted } from '../statistics/index.ts'
import { keepTokens, type ReportRecord, type Said, tokensOf } from './rows.ts'

/** The rounded number that stands in the text: 4300 of 4300余. */
export const baseOf = (s: Said): number => {
  if (s.value === null) return 0
  return s.source === 'live' ? sayValue(s.value, s.unit, s.token).base : sayClaimed(s.value, s.qualifier as Qualifier, s.unit, s.token).base
}

const figureMeasures = { value: 'number', change: 'change', difference: 'change', growth: 'growth' } as const
const targetMeasures = { aim: 'aim', value: 'number', progress: 'progress', forecast: 'forecast' } as const

/** What a token is as a published number; printed numbers are published already, and what says nothing is none. */
export const measureOf = (s: Said): ClaimMeasure | undefined => {
  if (s.value === null) return undefined
  if (s.source === 'target' && s.token.kind === 'target') return targetMeasures[s.token.show]
  if (s.source !== 'live' || s.token.kind !== 'figure') return undefined
  const measure = figureMeasures[s.token.show ?? 'value']
  return measure === 'number' ? (s.value >= 0 ? measure : undefined) : s.sides.length === 2 && s.text !== '' ? measure : undefined
}

const round = (n: number) => Math.round(n * 100) / 100

/** The number that is said: of a comparison how much it differs, not what is compared. */
export const numberOf = (s: Said): { value: number; unit: Unit } => {
  const of = (side: string) => s.sides.find((x) => x.side === side)?.value ?? null
  const measure = measureOf(s)
  if (measure !== 'change' && measure !== 'growth') return { value: round(s.value!), unit: s.unit }
  const value = measuredOf(measure, { now: of('now'), before: of('before') }, { isStock: false, left: 0 })!
  return { value, unit: measure === 'growth' ? 'percent' : s.unit }
}

const targetWords = { aim: '目标', value: '', progress: '完成目标的', forecast: '照此预计' } as const

/** As it is read by itself: 发展会员比上年同期增加12人, 会员总数完成目标的80%. */
export const wordingOf = (s: Said): string => {
  if (s.token.kind === 'target') return `${s.name.zh}${targetWords[s.token.show]}${s.text}`
  if (measureOf(s) === 'change') return `${s.name.zh}${sayChange(s.sides[0]!.value, s.sides[1]!.value, s.unit, s.token)}`
  return `${s.name.zh}${s.text}`
}

/** Freezes the numbers of a report as they were counted: each becomes a published number of this document. */
export const freezeTokens = async (work: Work, catalogue: Catalogue, report: ReportRecord, org: string) => {
  const tokens = await tokensOf(work, report.id)
  if (tokens.some((s) => s.value === null)) throw refuse('reports.no-value')
  const figures = new Map((await figuresOf(work, catalogue)).map((f) => [`${f.code}/${f.revision}`, f]))
  const counted: { said: Said; claim: CountedClaim }[] = []
  for (const said of tokens.filter((s) => measureOf(s) !== undefined)) {
    const f = figures.get(`${said.figure}/${said.revision}`)
    // Its definition was revised while the report was on its way: it has to be counted by the new one.
    if (!f) throw refuse('reports.no-value', { fields: [{ path: said.code, message: `${said.name.zh}的口径已修订，请退回后更新数字` }] })
    counted.push({
      said,
      claim: {
        f,
        asked: said.asked,
        ...numberOf(said),
        records: said.records ?? 0,
        parts: said.parts,
        qualifier: said.qualifier as Qualifier,
        base: baseOf(said),
        wording: wordingOf(said),
        measure: measureOf(said)!,
        sides: measureOf(said) === 'number' ? [] : said.sides,
        countedAt: new Date(said.countedAt),
        scope: org,
      },
    })
  }
  // The same question with the same words twice in a text is one published number.
  const keyOf = ({ claim: c }: (typeof counted)[number]) => JSON.stringify([c.f.code, c.f.revision, c.measure, c.asked, c.value, c.wording])
  const once = [...new Map(counted.map((c) => [keyOf(c), c])).values()]
  const claims = await publishCounted(
    work,
    catalogue,
    { title: report.title, medium: '', on: work.today },
    once.map((c) => c.claim),
  )
  const claimOf = new Map(once.map((c, i) => [keyOf(c), claims[i]!]))
  await keepTokens(
    work,
    report.id,
    counted.map((c) => {
      const { id, code } = claimOf.get(keyOf(c))!
      return { ...c.said, claim: { id, name: code } }
    }),
  )
  return claims.length
}
