import { createHash } from 'node:crypto'
import { phraseOf } from '@gongyou/contract/kit/phrase.ts'
import { expect, test } from 'vitest'
import { printed } from '../../../../demo/src/published.ts'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { aUnion, region } from '../../test/union.ts'

const union = await aUnion({ people: 300, chapters: ['claims'] })
const office = await union.as('bangong')
const gulou = await union.as('gulou')
const call = { region, by: system, operation: 'test', request: 'test' }
const year = { from: '2025-01-01', to: '2025-12-31' }
const paper = { document: '2025年工作总结', medium: '内部', publishedOn: '2026-01-10' }

const someone = async () => {
  const { rows } = await union.owner.query<{ person_id: string; org_id: string; town: number }>(
    `select f.person_id, f.org_id, f.town from ledger.fact f where fact = 'members-joined' order by act_id limit 1`,
  )
  return rows[0]!
}
const join = async (day: string) => {
  const who = await someone()
  let id = ''
  await union.db.write(call, async (work) => {
    id = work.ledger.act({ kind: 'membership.joined', subject: newId(), day, person: newId(), org: who.org_id, data: { town: who.town } })
  })
  return id
}

test('the figures of the five articles are the first claims', async () => {
  let count = 0
  for (let after: string | undefined; ;) {
    const page = await gulou.ask('listClaims', { query: { limit: 100, ...(after ? { after } : {}) } })
    count += page.rows.length
    if (page.next === null) break
    after = page.next
  }
  expect(count).toBe(printed.length)
  const { findings, claims } = await gulou.ask('listContradictions', {})
  expect(findings.length).toBeGreaterThan(20)
  expect(findings[0]!.weight).toBe('impossible')
  const known = new Set(claims.map((c) => c.id))
  for (const f of findings) for (const id of f.claims) expect(known).toContain(id)
  const one = (await gulou.ask('listClaims', { query: { q: 'S2-16' } })).rows[0]!
  const page = await gulou.ask('getClaim', { params: { id: one.id } })
  expect(page).toMatchObject({ claim: { wording: '受理劳动争议和法律援助案件近万件', value: 10_000, qualifier: '近' }, now: null })
  expect(page.findings.length).toBeGreaterThan(0)
})

test('a number is published with its wording, definition, records and digest; later it is asked again', async () => {
  const seen = await office.ask('previewClaim', { body: { figure: 'members-joined', ...year, form: 'exact' } })
  const { value } = await office.ask('getFigure', { params: { code: 'members-joined' }, query: year })
  expect(seen).toMatchObject({ value, wording: `发展会员${phraseOf(value!, 'exact')!.text}人` })
  const claim = await office.ask('publishClaim', { body: { figure: 'members-joined', ...year, form: 'exact', ...paper } })
  expect(claim).toMatchObject({ figure: 'members-joined', revision: 1, records: seen.records, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const at = { params: { id: claim.id } }
  expect((await office.ask('getClaim', at)).now).toMatchObject({ value, added: 0, removed: 0, provable: true, stillTrue: true, hidden: 0 })

  const late = await join('2025-06-01')
  expect((await office.ask('getClaim', at)).now).toMatchObject({ value: value! + 1, added: 1, removed: 0, provable: true, stillTrue: false })
  expect((await office.ask('listClaimChanges', { ...at, query: { which: 'added' } })).rows.map((r) => r.act)).toEqual([late])

  // One that was there is reversed: it can still be shown, and the published set told exactly.
  const { rows } = await union.owner.query<{ act_id: string }>(
    `select act_id from ledger.fact where fact = 'members-joined' and day between '2025-01-01' and '2025-12-31' and act_id <> $1 order by act_id limit 1`,
    [late],
  )
  await union.db.write(call, async (work) => void work.ledger.act({ kind: 'membership.join-reversed', subject: newId(), reverses: rows[0]!.act_id }))
  expect((await office.ask('getClaim', at)).now).toMatchObject({ value, added: 1, removed: 1, provable: true, stillTrue: true })
  expect((await office.ask('listClaimChanges', { ...at, query: { which: 'removed' } })).rows.map((r) => r.act)).toEqual([rows[0]!.act_id])

  // A town sees the published number, its own records, and how many it may not see.
  const theirs = (await gulou.ask('getClaim', at)).now!
  expect(theirs.value).toBe(value)
  expect(theirs.visible + theirs.hidden).toBe(theirs.records)
  expect(theirs.hidden).toBeGreaterThan(0)
})

test('what contradicts a published number is shown before it is published', async () => {
  const { value } = await office.ask('getFigure', { params: { code: 'unions-founded' }, query: { from: '2023-01-01', to: '2023-12-31' } })
  await office.ask('declareClaim', {
    body: {
      wording: `新建工会${value! + 7}家`,
      number: String(value! + 7),
      unit: 'organisations',
      topic: 'unions-founded',
      from: '2023-01-01',
      to: '2023-12-31',
      document: '旧稿',
      publishedOn: '2024-01-01',
    },
  })
  const { findings, others } = await office.ask('previewClaim', {
    body: { figure: 'unions-founded', from: '2023-01-01', to: '2023-12-31', form: 'exact' },
  })
  expect(findings.map((f) => [f.rule, f.weight])).toContainEqual(['differs', 'impossible'])
  expect(others.map((o) => o.wording)).toContain(`新建工会${value! + 7}家`)
})

test('rates are published with their parts, and never rounded; without a denominator there is nothing to say', async () => {
  await expect(
    office.ask('publishClaim', { body: { figure: 'hotline-solved', from: '1999-01-01', to: '1999-12-31', ...paper } }),
  ).rejects.toMatchObject({ problem: { code: 'statistics.nothing-to-say' } })
  await expect(office.ask('publishClaim', { body: { figure: 'members', to: '2020-01-01', form: '近', ...paper } })).rejects.toMatchObject({
    status: 409,
  })
})

test('a claim is withdrawn with a reason and then compared no more; wording without a number is refused', async () => {
  const claim = await office.ask('publishClaim', { body: { figure: 'unions', to: '2025-12-31', ...paper } })
  await office.ask('withdrawClaim', { params: { id: claim.id }, body: { because: '口径有误' } })
  await expect(office.ask('withdrawClaim', { params: { id: claim.id }, body: { because: '再来' } })).rejects.toMatchObject({ status: 404 })
  expect((await office.ask('listClaims', { query: { q: claim.code } })).rows[0]!.withdrawnAt).not.toBeNull()
  await expect(
    office.ask('declareClaim', {
      body: { wording: '大家', number: '许多', unit: 'persons', topic: 'x', from: null, to: '2024-01-01', document: 'x', publishedOn: '2024-01-01' },
    }),
  ).rejects.toMatchObject({ problem: { code: 'statistics.no-number' } })
})

test('only whoever keeps figures publishes; a station does not', async () => {
  await expect(gulou.ask('publishClaim', { body: { figure: 'unions', to: '2025-12-31', ...paper } })).rejects.toMatchObject({ status: 403 })
})

test('however many there are, an answer looks at a bounded number of them, and what lies on its border is found', async () => {
  // Week after week the same number, and on one week in two hundred another one: the pairs lie across the borders of the answers.
  await union.owner.query(
    `insert into statistics.claim (region, id, code, origin, wording, value, qualifier, claimed, unit, topic, subject, from_on, to_on, document, published_on, made_at)
     select $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'W' || n, 'historical', '每周' || v, v, 'exact',
            jsonb_build_object('base', v, 'qualifier', 'exact', 'low', v, 'lowIncluded', true, 'high', v, 'highIncluded', true),
            'sessions', 'weekly', 'weekly', date '2000-01-03' + 7 * (n / 2), date '2000-01-09' + 7 * (n / 2), '周报', '2026-01-01', now()
       from (select n, case when n % 200 = 199 then 8 else 7 end as v from generate_series(1, 1600) n) x`,
    [region],
  )
  const found = new Set<string>()
  const answer = (after: string) =>
    office.ask('listContradictions', { query: { topic: 'weekly', weight: 'impossible', ...(after ? { after } : {}) } })
  let [scanned, answers] = [0, 0]
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof answer>> = await answer(after)
    for (const f of page.findings)
      found.add(
        f.claims
          .map((id) => Number(id.slice(-6)))
          .toSorted((x, y) => x - y)
          .join(),
      )
    expect(page.scanned).toBeLessThan(1000)
    scanned += page.scanned
    answers += 1
    after = page.next
  }
  expect(scanned).toBe(1600)
  expect(answers).toBeGreaterThan(1)
  expect([...found].toSorted()).toEqual([198, 398, 598, 798, 998, 1198, 1398, 1598].map((n) => `${n},${n + 1}`).toSorted())
})

test('an auditor comes to the same digest from the records that the interface gives him (docs/trace.md)', async () => {
  const claim = await office.ask('publishClaim', { body: { figure: 'members', to: '2022-06-30', form: 'exact', ...paper } })
  const auditor = await union.as('jingshen')
  const found = (await auditor.ask('listClaims', { query: { q: claim.code } })).rows[0]!
  expect(found.asked).toEqual({ to: '2022-06-30' })
  const acts: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const query: Record<string, string | number> = { to: found.asked!.to!, limit: 100, ...(after ? { after } : {}) }
    const page: { rows: { act: string }[]; next: string | null } = await auditor.ask('listFigureRecords', { params: { code: 'members' }, query })
    acts.push(...page.rows.map((r) => r.act))
    after = page.next
  }
  expect(acts).toHaveLength(found.records!)
  const bytes = [...new Set(acts)].toSorted().map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'))
  expect(createHash('sha256').update(Buffer.concat(bytes)).digest('hex')).toBe(found.digest)
})
