import type { Claimed, Qualifier } from '@gongyou/contract/kit/phrase.ts'
import { readPhrase, writePhrase } from '@gongyou/contract/kit/phrase.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { faultsIn } from '@gongyou/contract/reports/checks.ts'
import { linesOf } from '@gongyou/contract/reports/content.ts'
import type { ReportCheck } from '@gongyou/contract/reports/shapes.ts'
import { type Comparable, contradictionsIn } from '@gongyou/contract/statistics/contradictions.ts'
import type { Look } from '../../kit/db/database.ts'
import { type Catalogue, comparableOf, partOf, standingAbout } from '../statistics/index.ts'
import { scopeOf } from './draft.ts'
import { evaluate } from './evaluate.ts'
import { baseOf, measureOf, numberOf, wordingOf } from './freeze.ts'
import { type ReportRecord, type Said, tokensOf } from './rows.ts'

const placeOf = (report: ReportRecord, code: string) => {
  for (const [chapter, c] of report.content.chapters.entries())
    for (const [block, b] of c.blocks.entries())
      if (linesOf(b).some((l) => l.some((p) => typeof p === 'object' && 'token' in p && p.token === code))) return { chapter, block }
  return { chapter: null, block: null }
}

const exactly = (n: number): Claimed => ({ base: n, qualifier: 'exact', low: n, lowIncluded: true, high: n, highIncluded: true })

/** A token as it is compared: it claims what its wording says. */
const comparable = (s: Said): Comparable[] => {
  const measure = measureOf(s)
  if (!measure) return []
  const { value, unit } = numberOf(s)
  const claimed = measure === 'number' ? readPhrase(writePhrase(baseOf(s), s.qualifier as Qualifier)) : exactly(value)
  if (!claimed) return []
  return [
    {
      id: s.code,
      topic: s.figure!,
      part: partOf(s.asked),
      wording: wordingOf(s),
      claimed,
      unit,
      from: s.from,
      to: s.to,
      scope: '',
      definition: s.definition,
      ofHowMany: s.parts !== null || s.sides.length > 0,
      counted: true,
      measure,
      sides: measure === 'number' ? [] : s.sides,
    },
  ]
}

/** Where the numbers of a report do not go together with each other, or with what was published before. */
const contradictions = async (look: Look, report: ReportRecord, tokens: readonly Said[]): Promise<ReportCheck[]> => {
  const own = new Set(tokens.filter((s) => s.source !== 'printed').flatMap((s) => (s.claim ? [s.claim.id] : [])))
  const asked = tokens.flatMap((s) => (s.figure ? [{ topic: s.figure, part: partOf(s.asked) }] : []))
  const standing = (await standingAbout(look, asked)).filter((c) => !own.has(c.id))
  const codeOfClaim = new Map(tokens.flatMap((s) => (s.claim ? [[s.claim.id, s.code] as const] : [])))
  const live = tokens.flatMap(comparable)
  const liveCodes = new Set(live.map((c) => c.id))
  const names = new Map(standing.map((c) => [c.id, `${c.code} ${c.wording}`]))
  return contradictionsIn([...standing.map(comparableOf), ...live]).flatMap((f): ReportCheck[] => {
    const ids = f.claims.flatMap((id) => id.split('+'))
    const code = ids.find((id) => liveCodes.has(id)) ?? ids.map((id) => codeOfClaim.get(id)).find((c) => c !== undefined)
    if (!code || (f.rule === 'bare-rate' && !liveCodes.has(code))) return []
    return [
      {
        rule: 'contradiction',
        weight: f.weight === 'notice' ? 'notice' : 'should',
        ...placeOf(report, code),
        words: tokens.find((s) => s.code === code)?.text ?? '',
        token: code,
        says: f.says,
        claims: ids.filter((id) => names.has(id)).map((id) => ({ id, name: names.get(id)! })),
      },
    ]
  })
}

/** Numbers that would be another now than when they were counted. */
const stale = async (look: Look, catalogue: Catalogue, report: ReportRecord, tokens: readonly Said[]): Promise<ReportCheck[]> => {
  const { scope } = await scopeOf(look, report.org_id, { from: report.from_on, to: report.counted_to })
  const now = await evaluate(
    look,
    catalogue,
    scope,
    tokens.map(({ code, token }) => ({ code, token })),
  )
  return tokens.flatMap((s, i): ReportCheck[] => {
    const n = now[i]!
    if (n.value === s.value && n.before === s.before) return []
    return [
      {
        rule: 'stale',
        weight: 'should',
        ...placeOf(report, s.code),
        words: s.text,
        token: s.code,
        says: t(
          `起草时${s.name.zh}是 ${s.value ?? '—'}，现在是 ${n.value ?? '—'}（写作“${n.text}”）。`,
          `${s.name.en} was ${s.value ?? '—'} when drafted and is ${n.value ?? '—'} now (“${n.text}”).`,
        ),
        claims: [],
      },
    ]
  })
}

const order = ['must', 'should', 'notice'] as const

/** Everything that is off in a report, the gravest first. */
export const checksOf = async (look: Look, catalogue: Catalogue, report: ReportRecord): Promise<ReportCheck[]> => {
  const tokens = await tokensOf(look, report.id)
  const frozen = report.frozen_at !== null
  const faults = faultsIn(report.content, tokens).map((f): ReportCheck => ({ ...f, claims: [] }))
  const found = [...faults, ...(frozen ? [] : await stale(look, catalogue, report, tokens)), ...(await contradictions(look, report, tokens))]
  return found.sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
}
