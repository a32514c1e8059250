import { makeIdCard } from '@gongyou/contract/kit/id-card.ts'
import { makeUscc } from '@gongyou/contract/kit/uscc.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const district = await union.as('zuzhi')
const gulou = await union.as('gulou')
const guoyuan = await union.as('guoyuan')

const treeOf = async (who = district) => (await who.ask('listTree', {})).nodes
const idOf = async (name: string) => (await treeOf()).find((n) => n.name === name)!.id
const stock = async (query = {}) => (await district.ask('getFigure', { params: { code: 'members' }, query })).value
const memberNamed = async (name: string) => (await district.ask('listMembers', { query: { q: name } })).rows[0]!
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

test('a station sees its own part of the tree, the district all of it', async () => {
  const [all, part] = [await treeOf(), await treeOf(gulou)]
  expect(all.length).toBeGreaterThan(part.length)
  expect(new Set(part.map((n) => n.town))).toEqual(new Set([110118001]))
})

test('the database refuses a kind of organisation where it may not stand', async () => {
  const parentId = await idOf('鼓楼街道工会服务站')
  await expect(district.ask('foundOrganisation', { body: { kind: 'base_single', parentId, name: '站下工会' } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'organisations.wrong-parent' },
  })
})

test('a union is founded, counted, moved with its history, and dissolved', async () => {
  const count = async () => (await district.ask('getFigure', { params: { code: 'unions' }, query: {} })).value
  const before = await count()
  const made = await district.ask('foundOrganisation', {
    body: {
      kind: 'base_single',
      parentId: await idOf('鼓楼街道总工会'),
      name: '北京晴川机电有限公司工会',
      uscc: makeUscc('81', '110118', '77770001'),
      foundedOn: '2026-03-02',
    },
  })
  expect(await count()).toBe(before! + 1)
  await expect(guoyuan.ask('getOrganisation', { params: { id: made.id } })).rejects.toMatchObject({ status: 404 })
  const moved = await district.ask('moveOrganisation', {
    params: { id: made.id },
    body: { parentId: await idOf('果园街道总工会'), on: today, because: '注册地迁移', version: made.version },
  })
  expect(moved.parents.map((p) => [p.parent.name, p.to])).toEqual([
    ['果园街道总工会', null],
    ['鼓楼街道总工会', today],
  ])
  expect((await guoyuan.ask('getOrganisation', { params: { id: made.id } })).name).toBe('北京晴川机电有限公司工会')
  await district.ask('dissolveOrganisation', { params: { id: made.id }, body: { on: today, because: '企业注销', version: moved.version } })
  expect(await count()).toBe(before)
  await expect(
    district.ask('changeOrganisation', { params: { id: made.id }, body: { name: '改名', version: moved.version + 1 } }),
  ).rejects.toMatchObject({ problem: { code: 'organisations.dissolved' } })
})

test('a wrong credit code is refused with words, a federation cannot be put beneath its own subordinate', async () => {
  const parentId = await idOf('鼓楼街道总工会')
  await expect(
    district.ask('foundOrganisation', { body: { kind: 'base_single', parentId, name: '错码工会', uscc: '91110118000000000X' } }),
  ).rejects.toMatchObject({ status: 400, problem: { errors: [{ path: 'uscc' }] } })
  const area = (await treeOf()).find((n) => n.parent === parentId && n.kind === 'area_federation')!
  const town = await district.ask('getOrganisation', { params: { id: parentId } })
  await expect(
    district.ask('moveOrganisation', { params: { id: parentId }, body: { parentId: area.id, on: today, because: '误操作', version: town.version } }),
  ).rejects.toMatchObject({ problem: { code: 'organisations.own-descendant' } })
})

test('a transfer needs both ends; the whole stock stays, both parts change', async () => {
  const member = await memberNamed('许大川')
  const to = await idOf('果园街道工会服务站')
  const whole = await stock()
  const { id } = await guoyuan.ask('askTransfer', { body: { personId: member.person.id, toOrgId: to, because: '换到果园站点' } })
  await expect(guoyuan.ask('releaseTransfer', { params: { id }, body: { version: 1 } })).rejects.toMatchObject({
    status: 403,
    problem: { code: 'membership.not-your-end' },
  })
  await expect(guoyuan.ask('receiveTransfer', { params: { id }, body: { version: 1 } })).rejects.toMatchObject({ status: 422 })
  await gulou.ask('releaseTransfer', { params: { id }, body: { version: 1 } })
  const before = await stock({ town: '110118002' })
  await guoyuan.ask('receiveTransfer', { params: { id }, body: { version: 2 } })
  expect(await stock({ town: '110118002' })).toBe(before! + 1)
  expect(await stock()).toBe(whole)
  const page = await guoyuan.ask('getPerson', { params: { id: member.person.id } })
  expect(page.stays.map((s) => s.org.name)).toContain('果园街道工会服务站')
  await expect(gulou.ask('getPerson', { params: { id: member.person.id } })).rejects.toMatchObject({ status: 404 })
})

test('opening an ID number needs a purpose and is written down for the person to see', async () => {
  const member = await memberNamed('阿依古丽')
  const opened = await gulou.ask('openSealed', { params: { id: member.person.id }, body: { purpose: 'identity-check' } })
  expect(opened.idNumber).toBe(makeIdCard('110118', '1988-07-19', 814))
  expect((await gulou.ask('getPerson', { params: { id: member.person.id } })).seen[0]).toMatchObject({
    action: 'openSealed',
    purpose: 'identity-check',
    actor: expect.stringContaining('何秋实'),
  })
  await expect(guoyuan.ask('openSealed', { params: { id: member.person.id }, body: { purpose: 'identity-check' } })).rejects.toMatchObject({
    status: 404,
  })
})

test('two records of one person merge into one in every figure, and can be parted again', async () => {
  const keep = await memberNamed('阿依古丽')
  const stations = await idOf('鼓楼街道工会服务站')
  const { id: twin } = await gulou.ask('addProspect', { body: { name: keep.person.name, mobile: '13900000004', orgId: stations } })
  expect((await district.ask('listDuplicates', {})).pairs.some((p) => [p.a.id, p.b.id].includes(twin))).toBe(true)
  const whole = await stock()
  const { id } = await district.ask('mergePersons', { body: { keep: keep.person.id, gone: twin, because: '同一人' } })
  expect(await stock()).toBe(whole)
  expect((await district.ask('getPerson', { params: { id: twin } })).mergedInto).toBe(keep.person.id)
  await district.ask('undoMerge', { params: { id } })
  expect(await district.ask('getPerson', { params: { id: twin } })).toMatchObject({ mergedInto: null, membership: { status: 'prospect' } })
  await expect(gulou.ask('mergePersons', { body: { keep: keep.person.id, gone: twin, because: '同一人' } })).rejects.toMatchObject({ status: 403 })
})

test('two memberships of one person: the merge takes one out of the stock, parting them puts it back', async () => {
  const rows = (await district.ask('listMembers', { query: { limit: 2, status: 'active' } })).rows
  const whole = await stock()
  const { id } = await district.ask('mergePersons', { body: { keep: rows[0]!.person.id, gone: rows[1]!.person.id, because: '重复登记' } })
  expect(await stock()).toBe(whole! - 1)
  await district.ask('undoMerge', { params: { id } })
  expect(await stock()).toBe(whole)
  await expect(district.ask('undoMerge', { params: { id } })).rejects.toMatchObject({ problem: { code: 'membership.merge-undone' } })
})

test('a member leaves and the stock falls; the death of a member ends everything', async () => {
  const [one] = (await gulou.ask('listMembers', { query: { limit: 1, status: 'active' } })).rows
  const page = await gulou.ask('getPerson', { params: { id: one!.person.id } })
  const whole = await stock()
  await gulou.ask('changeMembership', {
    params: { id: page.id },
    body: { to: 'deceased', on: today, because: '家属告知', version: page.membership!.version },
  })
  expect(await stock()).toBe(whole! - 1)
  await expect(
    gulou.ask('changeMembership', {
      params: { id: page.id },
      body: { to: 'active', on: today, because: '误登', version: page.membership!.version + 1 },
    }),
  ).rejects.toMatchObject({ problem: { code: 'membership.no-such-change' } })
})

test('a union merges into another with its members; a union with members cannot simply be dissolved', async () => {
  const counts = (await district.ask('countByOrganisation', {})).counts
  const nodes = await treeOf()
  const [a, b] = nodes.filter((n) => n.kind === 'direct_union' && (counts[n.id] ?? 0) > 0)
  const whole = await stock()
  const before = await district.ask('getOrganisation', { params: { id: a!.id } })
  await expect(
    district.ask('dissolveOrganisation', { params: { id: a!.id }, body: { on: today, because: '撤销', version: before.version } }),
  ).rejects.toMatchObject({ problem: { code: 'organisations.has-members' } })
  const gone = await district.ask('mergeOrganisation', {
    params: { id: a!.id },
    body: { intoId: b!.id, on: today, because: '机构合并', version: before.version },
  })
  expect(gone).toMatchObject({ dissolvedOn: today, succeededBy: { id: b!.id } })
  expect(await stock()).toBe(whole)
  expect((await district.ask('countByOrganisation', {})).counts[b!.id]).toBe(counts[a!.id]! + counts[b!.id]!)
})

test('every figure equals its records after all of this', async () => {
  for (const code of ['members-joined', 'members', 'unions', 'unions-founded']) {
    const figure = await district.ask('getFigure', { params: { code }, query: {} })
    let [sum, after] = [0, undefined as string | undefined]
    const persons = new Set<string>()
    do {
      const page = await district.ask('listFigureRecords', { params: { code }, query: { limit: 200, ...(after ? { after } : {}) } })
      for (const r of page.rows) {
        sum += r.amount
        if (r.person) persons.add(r.person.id)
      }
      after = page.next ?? undefined
    } while (after)
    expect(figure.value, code).toBe(code === 'members-joined' ? persons.size : sum)
  }
})
