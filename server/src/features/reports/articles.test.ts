import { expect, test } from 'vitest'
import { type Article, type Printed, printed } from '../../../../demo/src/published.ts'
import { allChapters } from '../../start/example.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 300, chapters: allChapters })
const office = await union.as('bangong')
const district = (await union.owner.query(`select id from organisations.org where name = '密云区总工会'`)).rows[0].id as string

/** Which report says again what an article said, and for which days. */
const documents: Record<Article, { kind: string; from: string; to: string }> = {
  S0: { kind: 'review', from: '2024-01-01', to: '2024-12-31' },
  S1: { kind: 'review', from: '2023-01-01', to: '2023-12-31' },
  S2: { kind: 'five-year', from: '2021-01-01', to: '2025-12-31' },
  S3: { kind: 'reform', from: '2018-01-01', to: '2023-06-30' },
  S4: { kind: 'stage-brief', from: '2023-01-01', to: '2023-09-30' },
}
const articles = Object.keys(documents) as Article[]
const draftOf = async (article: Article) => {
  const { id } = await office.ask('draftReport', { body: { ...documents[article], orgId: district } })
  return office.ask('getReport', { params: { id } })
}
const drafts = Object.fromEntries(await Promise.all(articles.map(async (a) => [a, await draftOf(a)] as const)))
type Draft = Awaited<ReturnType<typeof draftOf>>

/** Periods, several years, stocks and rates: budgets and parts of a mechanism are no figures. */
const rows = printed.filter((p) => ['P', 'C', 'S', 'R'].includes(p[12]))

const differenceOf = ([id, , , wording, value, , unit]: Printed) => {
  const draft: Draft = drafts[id.slice(0, 2)]!
  const said = draft.tokens.find((s) => 'claims' in s.token && s.token.claims?.includes(id))
  if (!said) return 'missing'
  if (said.source === 'live') return said.value === value && said.unit === unit ? undefined : 'counted from records of the example'
  if (said.claim?.name !== id || said.value !== value || said.unit !== unit) return 'another number'
  const at = wording.indexOf(said.text)
  // 万人次 in 数万人次 is not what was printed.
  return at >= 0 && !/[\d.,近超过约数]/.test(wording[at - 1] ?? '') ? undefined : `written otherwise: ${said.text}`
}

test('every number of the five articles is said again, by value, rounding and unit; what differs is known, and why', () => {
  expect(rows.length).toBeGreaterThan(140)
  const different = Object.fromEntries(
    rows.flatMap((row) => {
      const reason = differenceOf(row)
      return reason ? [[row[0], reason]] : []
    }),
  )
  const ownRecords = 'counted from records of the example'
  expect(different).toEqual({
    // The example has members, venues and an academy of its own in these years: they are counted, and held against what was printed.
    'S1-38': ownRecords,
    'S1-39': ownRecords,
    'S1-40': ownRecords,
    'S1-44': ownRecords,
    'S1-45': ownRecords,
    'S2-12': ownRecords,
    'S2-18': ownRecords,
    'S2-30': ownRecords,
    'S2-31': ownRecords,
    'S4-10': ownRecords,
    'S4-11': ownRecords,
    'S4-12': ownRecords,
    'S4-5': ownRecords,
    // The same number in the words of the house: 超过 and 余, 20万余 and 20余万.
    'S0-4': 'written otherwise: 2万余人',
    'S2-9': 'written otherwise: 20余万人次',
    // Two stations were named; the article does not print their number.
    'S1-41': 'written otherwise: 2个',
  })
})

test('where records and print differ, the check of the report says so before it is published', async () => {
  const { checks } = await office.ask('checkReport', { params: { id: drafts['S1']!.id } })
  const joined = drafts['S1']!.tokens.find((s) => s.figure === 'members-joined')!
  const found = checks.filter((c) => c.rule === 'contradiction' && c.token === joined.code)
  expect(found.flatMap((c) => c.claims.map((x) => x.name.slice(0, 5)))).toContain('S1-44')
  // Nothing that came out of a template stands without a source.
  expect(checks.filter((c) => c.weight === 'must')).toEqual([])
})

test('the five documents read well: no sentence is broken, none has an empty place', () => {
  for (const draft of Object.values(drafts)) {
    const said = new Map(draft.tokens.map((s) => [s.code, s.text]))
    for (const c of draft.content.chapters)
      for (const b of c.blocks) {
        if (b.kind !== 'text') continue
        const text = b.line.map((p) => (typeof p === 'string' ? p : 'token' in p ? said.get(p.token) : p.outside)).join('')
        expect([text, /—|\{|，，|，。|^，|undefined/.test(text)]).toEqual([text, false])
        expect(text.endsWith('。')).toBe(true)
      }
  }
})
