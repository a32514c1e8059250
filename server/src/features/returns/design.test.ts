import { formDifferences } from '@gongyou/contract/returns/differences.ts'
import { formFaults } from '@gongyou/contract/returns/faults.ts'
import { type ReturnForm, type ReturnLine, isQuestion } from '@gongyou/contract/returns/form.ts'
import { returnForms } from '@gongyou/contract/returns/own/index.ts'
import { periodBefore } from '@gongyou/contract/returns/period.ts'
import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { catalogue } from '../../rooms.ts'
import { households, visitLines, visits, visitsForm } from '../../test/returns.ts'
import { aUnion, region } from '../../test/union.ts'
import { syncReturnForms } from './index.ts'
import { upperTable } from './upper-table.ts'

const union = await aUnion({ people: 200 })
const office = await union.as('bangong')
const organiser = await union.as('zuzhi')
const station = await union.as('gulou')
const refused = (status: number, code: string) => expect.objectContaining({ status, problem: expect.objectContaining({ code }) })
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const recent = periodBefore('month', today)

let code = ''
const begun = async (what: object = visits, from?: string) => {
  const draft = await office.ask('createReturnDesign', { body: { title: '走访慰问月报', ...(from ? { from } : {}) } })
  return office.ask('saveReturnDesign', { params: { id: draft.id }, body: { version: draft.version, definition: { ...what } } })
}
const sheetOf = async (round: string) => {
  const { rows } = await union.owner.query<{ id: string }>(
    `select s.id from returns.sheet s join organisations.org o on o.id = s.org_id where s.round_id = $1 and o.name = '鼓楼街道总工会'`,
    [round],
  )
  return { params: { id: rows[0]!.id } }
}

test('forms of the release are sound, and one that is not stops the start and says which', async () => {
  for (const form of returnForms) expect([form.code, formFaults(form)]).toEqual([form.code, []])
  const call = { region, by: system, operation: 'start', request: 'start' }
  const bad = (form: ReturnForm) => union.db.write(call, (work) => syncReturnForms(work, catalogue, [form]))
  await expect(bad({ ...visitsForm, lines: [{ code: 'a', number: '01', figure: 'no-such-figure' }] })).rejects.toThrow(/bb-x, a: there is no figure/)
  await expect(bad({ ...visitsForm, lines: [{ ...visitLines[0]!, place: 'A' } as ReturnLine] })).rejects.toThrow(/lines\.0\.place/)
  await expect(bad({ ...returnForms[0]!, title: { zh: '改了', en: 'changed' } })).rejects.toThrow(/changed without a new revision/)
})

test('what is wrong with a form is said at its place and in words', async () => {
  const faultsOf = (more: Partial<ReturnForm>) => formFaults({ ...visitsForm, ...more }).map((f) => f.path)
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ lines: [visitLines[2]!, { ...visitLines[3]!, notMoreThan: 'gone' } as ReturnLine] })).toEqual(['lines.1.notMoreThan'])
  expect(faultsOf({ lines: [visitLines[2]!, { ...visitLines[2]!, code: 'twice' } as ReturnLine] })).toEqual(['lines.1.number', 'lines.1.place'])
  expect(faultsOf({ lines: [{ code: 'a', number: '1', asks: { kind: 'person', label: { zh: '谁', en: 'who' } } }] })).toEqual(['lines.0.asks'])
  expect(faultsOf({ lines: [{ code: 'a', number: '1', asks: { ...households, secrecy: 'P3' } }] })).toEqual(['lines.0.asks'])
  expect(faultsOf({ layout: { title: 'x', down: 'lines' } })).toEqual(['lines.0.place', 'lines.1.place', 'lines.2.place'])

  const draft = await begun({
    ...visits,
    lines: [
      { ...visitLines[0], figure: 'gone' },
      { ...visitLines[2], asks: { kind: 'number', label: { zh: '', en: '' } } },
    ],
  })
  expect(draft.faults.map((f) => f.path)).toEqual(['lines.1.asks.label.zh'])
  expect(draft.faults[0]!.says.zh).toBe('请填写')
  await expect(office.ask('publishReturnDesign', { params: { id: draft.id }, body: { version: draft.version, because: '先试试' } })).rejects.toEqual(
    refused(422, 'returns.faulty'),
  )
  const mended = await office.ask('saveReturnDesign', {
    params: { id: draft.id },
    body: {
      version: draft.version,
      definition: {
        ...visits,
        lines: [
          { ...visitLines[0], figure: 'gone' },
          { ...visitLines[1], where: 'shoe:size' },
        ],
      },
    },
  })
  expect(mended.faults.map((f) => f.path)).toEqual(['lines.0.figure', 'lines.1.where'])
  const begunOnly = await office.ask('saveReturnDesign', {
    params: { id: draft.id },
    body: { version: mended.version, definition: { ...visits, lines: [{ ...visitLines[0], where: 'channel:' }] } },
  })
  expect(begunOnly.faults.map((f) => [f.path, f.says.zh])).toEqual([['lines.0.where', '请选择取哪一类']])
  await office.ask('dropReturnDesign', { params: { id: draft.id } })
})

test('an officer makes a form, tries it on a real unit, and publishes it; whoever may not, does not', async () => {
  await expect(organiser.ask('listReturnDesigns', {})).rejects.toEqual(refused(403, 'right.missing'))
  const draft = await begun()
  expect(draft.faults).toEqual([])
  const { params } = await sheetOfUnit()
  const tried = await office.ask('tryReturnDesign', { params: { id: draft.id }, body: { org: params.org } })
  const { value } = await office.ask('getFigure', { params: { code: 'members' }, query: { ...recent, org: params.org } })
  expect(tried).toMatchObject({ from: recent.from, org: { name: '鼓楼街道总工会' } })
  expect(tried.lines.find((l) => l.code === 'members')).toMatchObject({ counted: value, at: 1 })
  expect(tried.questions.map((q) => [q.code, q.answer, q.notMoreThan?.label.zh])).toEqual([
    ['visited', null, undefined],
    ['helped', null, '走访困难职工家庭'],
    ['meeting', null, undefined],
    ['note', null, undefined],
  ])
  expect(tried.dueOn > recent.to && tried.obliged > 10).toBe(true)
  const district = (await union.owner.query<{ id: string }>(`select id from organisations.org where kind = 'district_federation'`)).rows[0]!.id
  await expect(office.ask('tryReturnDesign', { params: { id: draft.id }, body: { org: district } })).rejects.toEqual(
    refused(422, 'returns.not-obliged'),
  )
  const { rows } = await union.owner.query<{ n: number }>(`select count(*)::int as n from returns.round where form = $1`, [draft.code])
  expect(rows[0]!.n).toBe(0)
  const stale = { params: { id: draft.id }, body: { version: draft.version - 1, definition: {} } }
  await expect(office.ask('saveReturnDesign', stale)).rejects.toEqual(refused(409, 'record.changed'))
  const made = await office.ask('publishReturnDesign', {
    params: { id: draft.id },
    body: { version: draft.version, because: '市总要求按月报走访情况' },
  })
  code = made.code
  expect(made.revision).toBe(1)
  const { forms } = await office.ask('listReturnForms', {})
  expect(forms.map((f) => f.code)).toEqual([...returnForms.map((f) => f.code), code])
})
const sheetOfUnit = async () => {
  const { rows } = await union.owner.query<{ id: string }>(`select id from organisations.org where name = '鼓楼街道总工会'`)
  return { params: { org: rows[0]!.id } }
}

test('a period that is open keeps its revision; a form may not change its rhythm; a retired one opens no more', async () => {
  const { id: round } = await office.ask('openReturnRound', { body: { form: code } })
  const draft = await begun(visits, code)
  expect(draft.before!.revision).toBe(1)
  await expect(office.ask('createReturnDesign', { body: { title: '走访慰问月报', from: code } })).rejects.toEqual(refused(409, 'returns.code-taken'))
  const save = async (version: number, what: object) =>
    office.ask('saveReturnDesign', { params: { id: draft.id }, body: { version, definition: { ...visits, ...what } } })
  const wrong = await save(draft.version, {
    every: 'quarter',
    lines: visitLines.map((l) => (l.code === 'note' && isQuestion(l) ? { ...l, asks: households } : l)),
  })
  expect(wrong.faults.map((f) => f.path)).toEqual(['every', 'lines.5'])
  const next = await save(wrong.version, { lines: visitLines.slice(0, 4) })
  await office.ask('publishReturnDesign', { params: { id: draft.id }, body: { version: next.version, because: '不再问例会' } })
  const { revisions } = await office.ask('getReturnFormHistory', { params: { code } })
  expect(revisions.map((r) => [r.revision, r.because, r.rounds])).toEqual([
    [2, '不再问例会', 0],
    [1, '市总要求按月报走访情况', 1],
  ])
  const told = formDifferences(revisions[1]!.definition, revisions[0]!.definition, { language: 'zh', figureName: (c) => ({ zh: c, en: c }) })
  expect(told.map((d) => [d.what.zh, d.after])).toEqual([
    ['指标“是否召开工作例会”', null],
    ['指标“情况说明”', null],
  ])
  expect((await station.ask('getReturnSheet', await sheetOf(round))).questions).toHaveLength(4)
  await office.ask('retireReturnForm', { params: { code }, body: { because: '并入季报' } })
  await expect(office.ask('openReturnRound', { body: { form: code } })).rejects.toEqual(refused(404, 'returns.no-form'))
  expect((await station.ask('getReturnSheet', await sheetOf(round))).state).toBeDefined()
})

test('where the upper table lists lines, each stands in its row, and what has no row follows in the free ones', () => {
  const form = { ...visitsForm, lines: visitLines.map((l, i) => (i === 1 ? { ...l, place: '4' } : i === 2 ? { ...l, place: '7' } : withoutPlace(l))) }
  const line = (code: string, total: number) => ({
    code,
    number: code,
    label: code,
    unit: '',
    isNumber: true,
    typed: false,
    total,
    told: total,
    counted: total,
    from: '系统',
  })
  const told = form.lines.map((l, i) => line(l.code, i))
  const plan = upperTable({ form, layout: { title: '表', down: 'lines', note: '注' }, period: '2026年10月', lines: told, units: [] })
  const rows = [...(plan.rows as Iterable<readonly unknown[]>)]
  // Sheet rows begin with the title, so that row 4 of the sheet is the third here.
  expect(rows.slice(2).map((r) => [r[0], r[3]])).toEqual([
    ['members', 1],
    ['joined', 0],
    ['helped', 3],
    ['visited', 2],
    ['meeting', 4],
    ['note', 5],
    ['注', undefined],
  ])
  expect(plan.merges).toEqual(['A1:E1', 'A10:E10'])
})
const withoutPlace = (line: ReturnLine): ReturnLine => {
  const { place: _, ...rest } = line
  return rest
}
