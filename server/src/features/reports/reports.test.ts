import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { reportKinds } from '@gongyou/contract/reports/own/index.ts'
import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { openSheet } from '../../kit/sheets/open-sheet.ts'
import { aUnion, region } from '../../test/union.ts'

const union = await aUnion({ people: 300, chapters: ['claims', 'orders', 'venues'] })
const [office, head, leader, gulou, chair, guoyuan, worker] = [
  await union.as('bangong'),
  await union.as('zhuren'),
  await union.as('lingdao'),
  await union.as('gulou'),
  await union.as('gulouzhuxi'),
  await union.as('guoyuan'),
  await union.as('shegong'),
]
type Speaker = typeof office
const orgId = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
const [district, gulouOrg, station] = [await orgId('密云区总工会'), await orgId('鼓楼街道总工会'), await orgId('鼓楼街道工会服务站')]
const year = { from: '2025-01-01', to: '2025-12-31' }
const call = { region, by: system, operation: 'test', request: 'test' }

const aReport = async (who: Speaker = office, given: object = {}) => {
  const { id } = await who.ask('draftReport', { body: { kind: 'speech', orgId: district, ...year, ...given } })
  return who.ask('getReport', { params: { id } })
}
const at = (r: Report) => ({ params: { id: r.id } })
const submitted = async (who: Speaker = office, given: object = {}) => {
  const r = await aReport(who, given)
  return who.ask('submitReport', { ...at(r), body: { version: r.version } })
}
const frozen = async () => {
  const r = await submitted()
  return head.ask('approveReport', { ...at(r), body: { version: r.version } })
}
const tokenOf = (r: Report, figure: string) =>
  r.tokens.find((s) => s.figure === figure && s.token.kind === 'figure' && !s.token.show && !s.token.span)!
const textOf = (r: Report) => {
  const said = new Map(r.tokens.map((s) => [s.code, s.text]))
  return r.content.chapters
    .flatMap((c) => c.blocks.flatMap((b) => (b.kind === 'text' ? [b.line] : b.rows.flat())))
    .map((l) => l.map((p) => (typeof p === 'string' ? p : 'token' in p ? said.get(p.token) : p.outside)).join(''))
    .join('\n')
}
const withLine = (r: Report, line: readonly (string | { token: string } | { outside: string; source: string })[]) => ({
  chapters: r.content.chapters.map((c, i) => (i === 0 ? { ...c, blocks: [...c.blocks, { kind: 'text' as const, line }] } : c)),
})
const edited = (who: Speaker, r: Report, content: Report['content'], tokens: { code: string; token: Report['tokens'][number]['token'] }[] = []) =>
  who.ask('editReport', { ...at(r), body: { version: r.version, title: r.title, content, tokens } })
/** Somebody else every time: who joins twice is still one person. */
let joined = 0
const joinNow = async (day: string, org = gulouOrg) => {
  let id = ''
  const person = (
    await union.owner.query(
      `select person_id from ledger.fact where fact = 'members-joined' and day < '2025-01-01' order by act_id desc limit 1 offset ${joined++}`,
    )
  ).rows[0].person_id as string
  await union.db.write(call, async (work) => {
    id = work.ledger.act({ kind: 'membership.joined', subject: newId(), day, person, org, data: {} })
  })
  return id
}

test.each(reportKinds.map((k) => [k.code] as const))(
  'a report of kind %s is drafted from its figures alone, for the district and for a town',
  async (kind) => {
    for (const [who, org] of [
      [office, district],
      [gulou, gulouOrg],
    ] as const) {
      const r = await aReport(who, { kind, orgId: org })
      expect(r).toMatchObject({ state: 'drafted', kind, may: { edit: true, submit: true, decide: false } })
      for (const s of r.tokens) expect([s.code, s.source]).not.toEqual([s.code, 'none'])
      // A town has no part in what was printed of the whole district.
      if (org === gulouOrg) expect(r.tokens.filter((s) => s.source === 'printed')).toEqual([])
      expect(textOf(r)).not.toMatch(/\{|undefined|，。/)
      const { checks } = await who.ask('checkReport', at(r))
      expect(checks.filter((c) => c.weight === 'must')).toEqual([])
    }
  },
)

test('every number is what its figure says, for the same days and the same place', async () => {
  for (const [who, org] of [
    [office, district],
    [gulou, gulouOrg],
  ] as const) {
    const r = await aReport(who, { kind: 'tables', orgId: org })
    expect(r.tokens.length).toBeGreaterThan(org === district ? 40 : 10)
    for (const s of r.tokens.filter((x) => x.source === 'live' && x.token.kind === 'figure' && !x.token.show)) {
      const query = Object.fromEntries(Object.entries(s.asked).map(([k, v]) => [k, String(v)]))
      const f = await who.ask('getFigure', { params: { code: s.figure! }, query })
      expect([s.figure, s.value, s.records]).toEqual([s.figure, f.value, f.records])
    }
  }
})

test('a typed number stops the report until it is marked or replaced by a token', async () => {
  const r = await aReport()
  const typed = await edited(office, r, withLine(r, ['全年走访慰问困难职工1200余人。']))
  const { checks } = await office.ask('checkReport', at(typed))
  expect(checks[0]).toMatchObject({ rule: 'typed-number', weight: 'must', words: '1200余人', chapter: 0 })
  await expect(office.ask('submitReport', { ...at(typed), body: { version: typed.version } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'reports.unfinished' },
  })
  const marked = await edited(office, typed, withLine(r, ['全年走访慰问困难职工', { outside: '1200余人', source: '帮扶中心纸质台账' }, '。']))
  expect((await office.ask('checkReport', at(marked))).checks.filter((c) => c.rule === 'typed-number')).toEqual([])
  const token = { kind: 'figure' as const, figure: 'hotline-received', form: 'exact' as const }
  const tried = await office.ask('tryReportToken', { ...at(marked), body: { token } })
  const { value } = await office.ask('getFigure', { params: { code: 'hotline-received' }, query: year })
  expect(tried).toMatchObject({ value, text: `${value}件`, source: 'live' })
  const more = await edited(office, marked, withLine(r, ['接单', { token: 'F-90' }, '。']), [{ code: 'F-90', token }])
  expect(more.tokens.find((s) => s.code === 'F-90')).toMatchObject({ value, text: `${value}件` })
  await expect(edited(office, more, withLine(r, [{ token: 'F-91' }]))).rejects.toMatchObject({ problem: { code: 'reports.unknown-token' } })
  // Somebody else's older page overwrites nothing.
  await expect(edited(office, marked, r.content)).rejects.toMatchObject({ problem: { code: 'record.changed' } })
  const done = await office.ask('submitReport', { ...at(more), body: { version: more.version } })
  expect(done).toMatchObject({ state: 'submitted', at: { name: '密云区总工会' }, may: { edit: false, decide: false } })
  await expect(edited(office, done, r.content)).rejects.toMatchObject({ problem: { code: 'reports.submitted' } })
})

test('a number that has changed since is shown, and counted anew one by one or all at once', async () => {
  const r = await aReport()
  const before = tokenOf(r, 'members-joined')
  await joinNow('2025-07-01')
  const stale = (await office.ask('checkReport', at(r))).checks.filter((c) => c.rule === 'stale')
  expect(stale.map((c) => c.token)).toContain(before.code)
  const one = await office.ask('refreshReport', { ...at(r), body: { version: r.version, codes: [before.code] } })
  expect(tokenOf(one, 'members-joined').value).toBe(before.value! + 1)
  const other = (x: Report) => x.tokens.find((s) => s.code !== before.code)!
  expect(other(one).countedAt).toBe(other(r).countedAt)
  const all = await office.ask('refreshReport', { ...at(r), body: { version: one.version } })
  expect((await office.ask('checkReport', at(all))).checks.filter((c) => c.rule === 'stale')).toEqual([])
  expect(new Set(all.tokens.map((s) => s.countedAt)).size).toBe(1)
})

test('approved by somebody else, its numbers are frozen and published; late records go into the corrections', async () => {
  const r = await submitted()
  await expect(office.ask('approveReport', { ...at(r), body: { version: r.version } })).rejects.toMatchObject({ status: 403 })
  expect((await head.ask('listReportsToApprove', {})).rows.map((x) => x.id)).toContain(r.id)
  const done = await head.ask('approveReport', { ...at(r), body: { version: r.version } })
  expect(done).toMatchObject({ state: 'approved', at: null, may: { edit: false, submit: false } })
  const joins = tokenOf(done, 'members-joined')
  const { claim, now } = await office.ask('getClaim', { params: { id: joins.claim!.id } })
  expect(claim).toMatchObject({
    document: done.title,
    figure: 'members-joined',
    value: joins.value,
    wording: `发展会员${joins.text}`,
    countedAt: joins.countedAt,
  })
  expect(now).toMatchObject({ added: 0, removed: 0, provable: true, stillTrue: true })
  for (const s of done.tokens.filter((x) => x.source === 'live' && x.token.kind === 'figure' && !x.token.show)) expect(s.claim).not.toBeNull()
  await expect(office.ask('refreshReport', { ...at(done), body: { version: done.version } })).rejects.toMatchObject({
    problem: { code: 'reports.frozen' },
  })
  await expect(office.ask('correctReport', { ...at(done), body: { because: '没有变化' } })).rejects.toMatchObject({
    problem: { code: 'reports.nothing-new' },
  })

  const late = await joinNow('2025-03-03')
  const { rows } = await office.ask('listReportDifferences', at(done))
  expect(rows.find((d) => d.code === joins.code)).toMatchObject({ was: joins.value, now: joins.value! + 1, added: 1, removed: 0 })
  const corrected = await office.ask('correctReport', { ...at(done), body: { because: '鼓楼街道补报一名会员' } })
  expect(corrected.corrections.find((c) => c.code === joins.code)).toMatchObject({
    was: joins.value,
    now: joins.value! + 1,
    because: '鼓楼街道补报一名会员',
  })
  expect(tokenOf(corrected, 'members-joined').value).toBe(joins.value)
  await expect(office.ask('correctReport', { ...at(done), body: { because: '再来一次' } })).rejects.toMatchObject({
    problem: { code: 'reports.nothing-new' },
  })

  await union.db.write(call, async (work) => void work.ledger.act({ kind: 'membership.join-reversed', subject: newId(), reverses: late }))
  expect((await office.ask('listReportDifferences', at(done))).rows.find((d) => d.code === joins.code)).toBeUndefined()

  const out = await office.ask('publishReport', {
    ...at(corrected),
    body: { version: corrected.version, medium: '密云工会公众号', publishedOn: '2026-01-10' },
  })
  expect(out).toMatchObject({ state: 'published', medium: '密云工会公众号', publishedOn: '2026-01-10' })
  // What has been published every officer may read; a draft of another house nobody finds.
  expect((await guoyuan.ask('getReport', at(out))).title).toBe(out.title)
})

test('a claim is counted as it was read: a record that came between drafting and approval is not in it', async () => {
  const r = await submitted()
  const before = tokenOf(r, 'members-joined').value!
  const late = await joinNow('2025-04-04')
  const done = await head.ask('approveReport', { ...at(r), body: { version: r.version } })
  const { claim, now } = await office.ask('getClaim', { params: { id: tokenOf(done, 'members-joined').claim!.id } })
  expect(claim.value).toBe(before)
  expect(now).toMatchObject({ value: before + 1, added: 1, removed: 0, provable: true })
  expect((await office.ask('listReportDifferences', at(done))).rows.map((d) => d.code)).toContain(tokenOf(done, 'members-joined').code)
  await union.db.write(call, async (work) => void work.ledger.act({ kind: 'membership.join-reversed', subject: newId(), reverses: late }))
})

test('a station writes, its head, the town and the district agree where the kind says so; a return goes back to the desk', async () => {
  const brief = await submitted(worker, { kind: 'station-brief', orgId: station, from: '2025-06-02', to: '2025-06-08' })
  expect(brief.approvals.map((a) => a.org.name)).toEqual(['鼓楼街道工会服务站'])
  expect((await gulou.ask('approveReport', { ...at(brief), body: { version: brief.version } })).state).toBe('approved')

  const review = await submitted(worker, { kind: 'review', orgId: station })
  expect(review.approvals.map((a) => a.org.name)).toEqual(['鼓楼街道工会服务站', '鼓楼街道总工会', '密云区总工会'])
  const back = await gulou.ask('returnReport', { ...at(review), body: { version: review.version, because: '补充志愿服务' } })
  expect(back).toMatchObject({ state: 'drafted', returnedBecause: '补充志愿服务', at: null })
  const again = await worker.ask('submitReport', { ...at(back), body: { version: back.version } })
  const first = await gulou.ask('approveReport', { ...at(again), body: { version: again.version } })
  expect(first).toMatchObject({ state: 'submitted', at: { name: '鼓楼街道总工会' } })
  const second = await chair.ask('approveReport', { ...at(first), body: { version: first.version } })
  expect(second).toMatchObject({ state: 'submitted', at: { name: '密云区总工会' } })
  await expect(chair.ask('approveReport', { ...at(second), body: { version: second.version } })).rejects.toMatchObject({ status: 403 })
  const third = await leader.ask('approveReport', { ...at(second), body: { version: second.version } })
  expect(third.state).toBe('approved')
  expect(third.approvals.every((a) => a.at !== null && a.by !== null)).toBe(true)
})

test('whoever submitted it does not approve it, even with the right to', async () => {
  const own = await submitted(chair, { kind: 'speech', orgId: gulouOrg })
  await expect(chair.ask('approveReport', { ...at(own), body: { version: own.version } })).rejects.toMatchObject({
    problem: { code: 'reports.own-report' },
  })
  expect((await chair.ask('listReportsToApprove', {})).rows.map((r) => r.id)).not.toContain(own.id)
})

test('another town does not find it, may not write for it, and sees nothing of it in the list', async () => {
  const r = await aReport(gulou, { orgId: gulouOrg })
  for (const name of ['getReport', 'checkReport', 'listReportDifferences'] as const)
    await expect(guoyuan.ask(name, at(r))).rejects.toMatchObject({ status: 404 })
  await expect(guoyuan.ask('draftReport', { body: { kind: 'speech', orgId: gulouOrg, ...year } })).rejects.toMatchObject({ status: 404 })
  await expect(edited(guoyuan, r, r.content)).rejects.toMatchObject({ status: 404 })
  expect((await guoyuan.ask('listReports', {})).rows.map((x) => x.id)).not.toContain(r.id)
  expect((await gulou.ask('listReports', { query: { kind: 'speech', state: 'drafted' } })).rows.map((x) => x.id)).toContain(r.id)
  await gulou.ask('discardReport', { ...at(r), body: { version: r.version } })
  await expect(gulou.ask('getReport', at(r))).rejects.toMatchObject({ status: 404 })
})

test('what cannot be is refused in words', async () => {
  await expect(office.ask('draftReport', { body: { kind: 'novel', orgId: district, ...year } })).rejects.toMatchObject({ status: 404 })
  await expect(office.ask('draftReport', { body: { kind: 'speech', orgId: district, from: '2025-02-01', to: '2025-01-01' } })).rejects.toMatchObject({
    problem: { code: 'reports.dates-wrong' },
  })
  const r = await aReport()
  await expect(
    office.ask('tryReportToken', { ...at(r), body: { token: { kind: 'figure', figure: 'unions', where: 'shoe:42' } } }),
  ).rejects.toMatchObject({ status: 400 })
  expect(await office.ask('tryReportToken', { ...at(r), body: { token: { kind: 'figure', figure: 'nothing' } } })).toMatchObject({ source: 'none' })
  await expect(
    office.ask('publishReport', { ...at(r), body: { version: r.version, medium: '报', publishedOn: '2026-01-01' } }),
  ).rejects.toMatchObject({
    problem: { code: 'reports.not-frozen' },
  })
  await expect(head.ask('approveReport', { ...at(r), body: { version: r.version } })).rejects.toMatchObject({
    problem: { code: 'reports.not-submitted' },
  })
})

test('it leaves the house as Word, PDF and workbook: every number with its code, definition and source', async () => {
  const r = await frozen()
  const fetch = (form: string) => office.send({ method: 'GET', url: `/api/reports/${r.id}/${form}` })
  const [docx, pdf, annex] = [await fetch('docx'), await fetch('pdf'), await fetch('annex')]
  expect([docx.statusCode, pdf.statusCode, annex.statusCode]).toEqual([200, 200, 200])
  expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF')
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'gongyou-report-')), 'annex.xlsx')
  writeFileSync(file, annex.rawPayload)
  const sheet = await openSheet(file)
  expect(sheet.sheets).toEqual(['数字与来源', '非系统数字', '勘误'])
  let rows = 0
  for await (const batch of sheet.rows('数字与来源')) rows += batch.length
  expect(rows).toBe(r.tokens.length + 1)
  await sheet.close()
  const { rows: audited } = await union.owner.query(`select count(*)::int as n from ledger.audit where subject_id = $1 and action like '%Report%'`, [
    r.id,
  ])
  expect(audited[0].n).toBeGreaterThanOrEqual(3)
})

test('the five-year report carries the targets, how far they are, and where they end', async () => {
  await office.ask('setTarget', { body: { figure: 'members', from: '2021-01-01', to: '2025-12-31', aim: 1000, source: '“十四五”工会规划' } })
  const r = await aReport(office, { kind: 'five-year', from: '2021-01-01', to: '2025-12-31' })
  const aims = r.tokens.filter((s) => s.source === 'target')
  expect(aims.map((s) => [s.token.kind === 'target' && s.token.show, s.text])).toContainEqual(['aim', '1000人'])
  const progress = aims.find((s) => s.token.kind === 'target' && s.token.show === 'progress')!
  const { targets } = await office.ask('listTargets', {})
  expect(progress).toMatchObject({ unit: 'percent', value: targets[0]!.progress, text: `${targets[0]!.progress}%` })
  const done = await office.ask('submitReport', { ...at(r), body: { version: r.version } })
  expect((await head.ask('approveReport', { ...at(done), body: { version: done.version } })).state).toBe('approved')
  // A town has its own figures, but the targets are the district's.
  expect((await aReport(gulou, { kind: 'five-year', orgId: gulouOrg })).tokens.filter((s) => s.source === 'target')).toEqual([])
})
