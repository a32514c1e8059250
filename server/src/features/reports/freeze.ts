import type { Qualifier } from '@gongyou/contract/kit/phrase.ts'
import { sayClaimed, sayValue } from '@gongyou/contract/reports/say.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, type CountedClaim, figuresOf, publishCounted } from '../statistics/index.ts'
import { keepTokens, type ReportRecord, type Said, tokensOf } from './rows.ts'

/** The rounded number that stands in the text: 4300 of 4300余. */
export const baseOf = (s: Said): number => {
  if (s.value === null) return 0
  return s.source === 'live' ? sayValue(s.value, s.unit, s.token).base : sayClaimed(s.value, s.qualifier as Qualifier, s.unit, s.token).base
}

/** What is printed of a token as a number of its own; comparisons rest on two numbers and are none themselves. */
const isNumber = (s: Said) =>
  s.source === 'live' && s.token.kind === 'figure' && (s.token.show ?? 'value') === 'value' && s.value !== null && s.value >= 0

/** Freezes the numbers of a report as they were counted: each becomes a published number of this document. */
export const freezeTokens = async (work: Work, catalogue: Catalogue, report: ReportRecord, org: string) => {
  const tokens = await tokensOf(work, report.id)
  if (tokens.some((s) => s.value === null)) throw refuse('reports.no-value')
  const figures = new Map((await figuresOf(work, catalogue)).map((f) => [`${f.code}/${f.revision}`, f]))
  const counted: { said: Said; claim: CountedClaim }[] = []
  for (const said of tokens.filter(isNumber)) {
    const f = figures.get(`${said.figure}/${said.revision}`)
    // Its definition was revised while the report was on its way: it has to be counted by the new one.
    if (!f) throw refuse('reports.no-value', { fields: [{ path: said.code, message: `${said.name.zh}的口径已修订，请退回后更新数字` }] })
    counted.push({
      said,
      claim: {
        f,
        asked: said.asked,
        value: said.value!,
        records: said.records ?? 0,
        parts: said.parts,
        qualifier: said.qualifier as Qualifier,
        base: baseOf(said),
        wording: `${said.name.zh}${said.text}`,
        countedAt: new Date(said.countedAt),
        scope: org,
      },
    })
  }
  // The same question with the same words twice in a text is one published number.
  const keyOf = ({ claim: c }: (typeof counted)[number]) => JSON.stringify([c.f.code, c.f.revision, c.asked, c.value, c.wording])
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
