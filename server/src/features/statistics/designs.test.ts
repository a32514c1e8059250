import { expect, test } from 'vitest'
import { catalogue } from '../../rooms.ts'
import { system } from '../../kit/actor.ts'
import { aUnion, region } from '../../test/union.ts'
import { statisticsTasks } from './fold-by-the-clock.ts'
import { syncFigures } from './index.ts'

const union = await aUnion({ people: 300 })
const office = await union.as('bangong')
const gulou = await union.as('gulou')
const lastYear = { from: '2025-01-01', to: '2025-12-31' }

const begun = async (title: string, fact = 'members-joined') => office.ask('createFigureDesign', { body: { title, fact } })
const saved = (d: Awaited<ReturnType<typeof begun>>, change: Record<string, unknown>) =>
  office.ask('saveFigureDesign', { params: { id: d.id }, body: { version: d.version, definition: { ...d.definition, ...change } } })

test('an officer makes a figure: faults named, tried on real records, published, counted, revised, retired', async () => {
  const draft = await begun('扫码入会')
  expect(draft.faults.map((f) => f.path)).toEqual(['definition.zh'])
  const { values } = await office.ask('listFactValues', { params: { code: 'members-joined' }, query: { by: 'channel' } })
  expect(values.length).toBeGreaterThan(1)
  const good = await saved(draft, {
    measure: 'persons',
    unit: 'persons',
    definition: { zh: '期内通过某种方式入会的职工，按人去重。', en: '' },
    of: { fact: 'members-joined', where: { channel: values[0]!.key } },
    by: ['month', 'town', 'occupation'],
    owner: 'organisation',
  })
  expect(good.faults).toEqual([])
  const tried = await office.ask('tryFigureDesign', { params: { id: draft.id }, body: { from: '1900-01-01', to: '2026-12-31' } })
  expect(tried.records).toBe(values[0]!.records)
  expect(tried.rows.length).toBe(Math.min(10, tried.records))
  const { code } = await office.ask('publishFigureDesign', { params: { id: draft.id }, body: { version: good.version, because: '季度要报' } })
  const figure = () => office.ask('getFigure', { params: { code }, query: { from: '1900-01-01', to: '2026-12-31' } })
  expect((await figure()).value).toBe(tried.value)
  await statisticsTasks.foldFigures!({}, { ...union.building, owner: null as never })
  expect(await figure()).toMatchObject({ value: tried.value, records: tried.records, definition: { revision: 1 } })

  // Published numbers keep the revision they were published under.
  const claim = await office.ask('publishClaim', {
    body: { figure: code, from: '1900-01-01', to: '2026-12-31', form: 'exact', document: '季报', publishedOn: '2026-11-01' },
  })
  const next = await office.ask('createFigureDesign', { body: { title: '扫码入会', fact: 'members-joined', from: code } })
  expect(next.revision).toBe(2)
  const wider = await saved(next, { of: { fact: 'members-joined' } })
  await office.ask('publishFigureDesign', { params: { id: next.id }, body: { version: wider.version, because: '改为全部入会' } })
  expect((await figure()).records).toBeGreaterThan(tried.records)
  expect((await office.ask('getClaim', { params: { id: claim.id } })).now).toMatchObject({ value: tried.value, provable: true })
  const { revisions } = await office.ask('getFigureHistory', { params: { code } })
  expect(revisions.map((r) => [r.revision, r.because, r.madeBy])).toEqual([
    [2, '改为全部入会', 'officer'],
    [1, '季度要报', 'officer'],
  ])
  await office.ask('retireFigure', { params: { code }, body: { because: '不再报送' } })
  await expect(figure()).rejects.toMatchObject({ status: 404 })
  expect((await office.ask('getClaim', { params: { id: claim.id } })).now!.value).toBe(tried.value)
})

test.each([
  ['attendances called persons', { measure: 'count', unit: 'persons' }, 'unit'],
  ['persons called attendances', { measure: 'persons', unit: 'attendances' }, 'unit'],
  ['persons added up', { measure: 'sum', unit: 'persons' }, 'unit'],
  ['a sum of nothing', { measure: 'sum', unit: 'yuan' }, 'measure'],
  ['a stock of what only grows', { measure: 'stock', unit: 'items', by: ['town'] }, 'measure'],
  ['a dimension that the fact has not', { of: { fact: 'members-joined', where: { outcome: 'granted' } } }, 'of.where.outcome'],
  ['a fact that does not exist', { of: { fact: 'nothing' } }, 'of.fact'],
])('refused: %s', async (_, change, path) => {
  const draft = await begun('试一试')
  const after = await saved(draft, { definition: { zh: '说明', en: '' }, ...change })
  expect(after.faults.map((f) => f.path)).toContain(path)
  await expect(office.ask('tryFigureDesign', { params: { id: draft.id }, body: lastYear })).rejects.toMatchObject({
    problem: { code: 'statistics.faulty' },
  })
  await expect(
    office.ask('publishFigureDesign', { params: { id: draft.id }, body: { version: after.version, because: '试' + '发' } }),
  ).rejects.toMatchObject({ problem: { code: 'statistics.faulty' } })
  await office.ask('dropFigureDesign', { params: { id: draft.id } })
})

test('a figure of the release that was changed without a new revision stops the start; officers do not revise it', async () => {
  const [first, ...rest] = catalogue.figures
  const changed = { ...catalogue, figures: [{ ...first!, definition: { zh: '改了', en: 'changed' } }, ...rest] }
  await expect(union.db.write({ region, by: system, operation: 'test', request: 'test' }, (work) => syncFigures(work, changed))).rejects.toThrow(
    /without a new revision/,
  )
  await expect(office.ask('createFigureDesign', { body: { title: '会员', fact: 'members-joined', from: 'members' } })).rejects.toMatchObject({
    status: 404,
  })
})

test('targets: progress and forecast; one target a period; a station sets none', async () => {
  const body = { figure: 'members-joined', from: '2021-01-01', to: '2030-12-31', aim: 100_000, source: '十五五规划' }
  const { id } = await office.ask('setTarget', { body })
  await expect(office.ask('setTarget', { body })).rejects.toMatchObject({ problem: { code: 'statistics.target-taken' } })
  const [target] = (await gulou.ask('listTargets', {})).targets
  expect(target).toMatchObject({ id, aim: 100_000, standing: 'behind' })
  const whole = (await office.ask('listTargets', {})).targets[0]!
  const { value } = await office.ask('getFigure', { params: { code: 'members-joined' }, query: { from: '2021-01-01' } })
  expect(whole.value).toBe(value)
  expect(whole.forecast).toBeGreaterThanOrEqual(value!)
  await expect(gulou.ask('setTarget', { body })).rejects.toMatchObject({ status: 403 })
  await office.ask('dropTarget', { params: { id } })
  expect((await office.ask('listTargets', {})).targets).toEqual([])
})

test('an auditor reads a figure, its definition and its records with a token of that right alone', async () => {
  const auditor = await union.as('jingshen')
  const { token } = await auditor.ask('createApiToken', { body: { name: '审计', rights: ['statistics.read'], days: 7 } })
  const bearer = (url: string) => union.app.inject({ url, headers: { authorization: `Bearer ${token}` } })
  expect((await bearer('/api/statistics/figures/members/records?limit=3')).json().rows.length).toBe(3)
  expect((await bearer('/api/statistics/figures/members/revisions')).json().revisions[0].definition.definition.zh).toContain('在册会员')
  expect((await bearer('/api/audit/lines')).statusCode).toBeGreaterThanOrEqual(403)
})
