import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { aUnion, region } from '../../test/union.ts'

const union = await aUnion({ people: 300, chapters: ['claims'] })
const [office, head] = [await union.as('bangong'), await union.as('zhuren')]
const district = (await union.owner.query(`select id from organisations.org where name = '密云区总工会'`)).rows[0].id as string
const year = { from: '2025-01-01', to: '2025-12-31' }
const call = { region, by: system, operation: 'test', request: 'test' }

const frozen = async (kind: string, period: { from: string; to: string }) => {
  const { id } = await office.ask('draftReport', { body: { kind, orgId: district, ...period } })
  const at = { params: { id } }
  const draft = await office.ask('getReport', at)
  const submitted = await office.ask('submitReport', { ...at, body: { version: draft.version } })
  return head.ask('approveReport', { ...at, body: { version: submitted.version } })
}
const claimOf = (claim: { id: string } | null) => office.ask('getClaim', { params: { id: claim!.id } })

test('a comparison is a published number: both numbers that it rests on lead to their records', async () => {
  const report = await frozen('speech', year)
  const change = report.tokens.find((s) => s.token.kind === 'figure' && s.token.show === 'change' && s.figure === 'members-joined')!
  const { claim, now } = await claimOf(change.claim)
  const [thisYear, lastYear] = claim.sides
  expect(claim).toMatchObject({ measure: 'change', value: thisYear!.value - lastYear!.value, wording: `发展会员${change.text}`, part: null })
  expect([thisYear, lastYear]).toMatchObject([
    { side: 'now', from: '2025-01-01', to: '2025-12-31' },
    { side: 'before', from: '2024-01-01', to: '2024-12-31' },
  ])
  for (const s of claim.sides) {
    const query = Object.fromEntries(Object.entries(s.asked!).map(([k, v]) => [k, String(v)]))
    expect(await office.ask('getFigure', { params: { code: 'members-joined' }, query })).toMatchObject({ value: s.value, records: s.records })
  }
  expect(now).toMatchObject({ value: claim.value, provable: true, stillTrue: true, added: 0, removed: 0 })

  // A record that comes late on the side of last year changes the comparison, and is found on that side.
  const { rows } = await union.owner.query(`select person_id, org_id from ledger.fact where fact = 'members-joined' and day < '2024-01-01' limit 1`)
  let late = ''
  await union.db.write(call, async (work) => {
    late = work.ledger.act({
      kind: 'membership.joined',
      subject: newId(),
      day: '2024-05-05',
      person: rows[0].person_id,
      org: rows[0].org_id,
      data: {},
    })
  })
  const after = await claimOf(change.claim)
  expect(after.now).toMatchObject({ value: claim.value - 1, added: 1, stillTrue: false })
  expect(after.now!.sides.map((s) => [s.side, s.added])).toEqual([
    ['now', 0],
    ['before', 1],
  ])
  const added = (side: 'now' | 'before') => office.ask('listClaimChanges', { params: { id: claim.id }, query: { which: 'added', side } })
  expect((await added('before')).rows.map((r) => r.act)).toEqual([late])
  expect((await added('now')).rows).toEqual([])
  const differences = await office.ask('listReportDifferences', { params: { id: report.id } })
  expect(differences.rows.find((d) => d.code === change.code)).toMatchObject({ was: claim.value, now: claim.value - 1, added: 1 })
  await union.db.write(call, async (work) => void work.ledger.act({ kind: 'membership.join-reversed', subject: newId(), reverses: late }))
})

test('every number of the statistical tables and of the five years is a published one: targets, progress and forecasts too', async () => {
  const target = { figure: 'members', from: '2021-01-01', to: '2030-12-31', aim: 100_000, source: '十五五规划' }
  await office.ask('setTarget', { body: target })
  for (const report of [await frozen('tables', year), await frozen('five-year', { from: '2021-01-01', to: '2025-12-31' })]) {
    expect(report.tokens.length).toBeGreaterThan(10)
    // A difference where there was nothing a year before says nothing.
    for (const s of report.tokens.filter((x) => x.text !== '—')) expect([s.code, s.text, s.claim !== null]).toEqual([s.code, s.text, true])
    const shows = report.tokens.flatMap((s) => (s.token.kind === 'target' ? [s] : []))
    if (report.kind !== 'five-year') continue
    const of = (show: string) => claimOf(shows.find((s) => s.token.kind === 'target' && s.token.show === show)!.claim)
    const [aim, value, progress, forecast] = [await of('aim'), await of('value'), await of('progress'), await of('forecast')]
    expect(aim.claim).toMatchObject({ measure: 'aim', value: 100_000, sides: [{ side: 'aim', asked: null, source: '十五五规划' }] })
    expect(value.claim).toMatchObject({ measure: 'number', sides: [], from: null })
    expect(progress.claim).toMatchObject({ measure: 'progress', unit: 'percent', wording: expect.stringMatching(/^会员总数完成目标的[\d.]+%$/) })
    expect(progress.claim.sides.map((s) => s.side).toSorted()).toEqual(['aim', 'reached'])
    expect(forecast.claim.sides.map((s) => s.side).toSorted()).toEqual(['reached', 'recent'])
    for (const c of [aim, value, progress, forecast]) expect(c.now).toMatchObject({ value: c.claim.value, stillTrue: true, provable: true })
  }
})

test('growth in hundredths is a number like the others; from nothing there is none', async () => {
  const { id } = await office.ask('draftReport', { body: { kind: 'speech', orgId: district, ...year } })
  const tried = (figure: string, days: object = {}) =>
    office.ask('tryReportToken', { params: { id }, body: { token: { kind: 'figure', figure, show: 'growth', ...days } } })
  const said = await tried('members-joined')
  const [now, before] = said.sides.map((s) => s.value)
  expect(said.text).toMatch(/^(同比(增长|下降)[\d.]+%|与上年同期持平)$/)
  const share = Math.round((1000 * Math.abs(now! - before!)) / before!) / 10
  expect(said.text).toContain(share === 0 ? '持平' : `${share}%`)
  expect((await tried('contests-held')).text).toBe('')
})

test('what a comparison says without printing it is held against what was printed', async () => {
  const { id } = await office.ask('draftReport', { body: { kind: 'speech', orgId: district, ...year } })
  const report = await office.ask('getReport', { params: { id } })
  const change = report.tokens.find((s) => s.token.kind === 'figure' && s.token.show === 'change' && s.figure === 'members-joined')!
  const before = change.sides.find((s) => s.side === 'before')!.value
  await office.ask('declareClaim', {
    body: {
      wording: `发展会员${before + 3}人`,
      number: String(before + 3),
      unit: 'persons',
      topic: 'members-joined',
      from: '2024-01-01',
      to: '2024-12-31',
      document: '2024年工作总结',
      publishedOn: '2025-01-10',
    },
  })
  const { checks } = await office.ask('checkReport', { params: { id } })
  const said = checks.filter((c) => c.rule === 'contradiction').map((c) => c.says.zh)
  expect(said).toContain(`“发展会员${change.value}人”减去“发展会员${before + 3}人”，得不出“发展会员${change.text}”。`)
})
