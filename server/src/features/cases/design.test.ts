import type { Service } from '@gongyou/contract/cases/service.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'
import { worker } from '../../test/services.ts'

const union = await aUnion()
const office = await union.as('bangong')
const gulou = await union.as('gulou')
const courier = await worker(union, '13900000001')
const gulouTown = (await gulou.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!.id

test('an officer designs, tries and publishes a service; a worker applies minutes later; the station handles it', async () => {
  const begun = await office.ask('createDesign', { body: { title: '生日慰问', pattern: 'two-steps' } })
  expect(begun).toMatchObject({ revision: 1, faults: [], differences: [], definition: { letters: 'SR' } })
  const definition = {
    ...begun.definition,
    form: {
      wish: {
        kind: 'choice',
        label: { zh: '想要什么', en: 'Wish' },
        options: [
          { code: 'cake', label: { zh: '蛋糕', en: 'Cake' } },
          { code: 'book', label: { zh: '图书', en: 'Book' } },
        ],
      },
    },
    counts: { split: 'wish' },
  }
  const saved = await office.ask('saveDesign', { params: { id: begun.id }, body: { version: begun.version, definition } })
  expect(saved.faults).toEqual([])
  const trial = await office.ask('tryDesign', {
    params: { id: begun.id },
    body: { orgId: gulouTown, answers: { wish: 'cake' }, steps: [{ action: 'check' }, { action: 'grant', said: '生日快乐' }] },
  })
  expect(trial.refused).toBeNull()
  expect(trial.stages.map((s) => s.state.zh)).toEqual(['待初审', '待审批', '已通过'])
  expect(trial.stages[0]!.desks[0]!.who).toContain('何秋实')
  expect(trial.stages[1]!.clocks[0]!.dueOn).toMatch(/^2/)
  expect(trial.counted).toContainEqual({ fact: 'cases-closed', amount: 1 })
  expect((await union.owner.query(`select 1 from cases.service where code like 'trial-%' union all select 1 from cases.matter`)).rowCount).toBe(0)

  const stopped = await office.ask('tryDesign', { params: { id: begun.id }, body: { orgId: gulouTown, answers: {}, steps: [] } })
  expect(stopped.refused).toMatchObject({ step: 0, fields: [{ path: 'answers.wish' }] })

  const { code } = await office.ask('publishDesign', { params: { id: begun.id }, body: { version: saved.version, because: '新办' } })
  const receipt = await courier.ask('applyForService', { params: { code }, body: { revision: 1, answers: { wish: 'book' } } })
  expect(receipt.number).toMatch(/^SR/)
  expect((await gulou.ask('listQueue', { query: { service: code } })).rows).toHaveLength(1)
})

test('a revision: running cases keep theirs, the difference can be read, the new one is offered', async () => {
  const code = (await office.ask('listDesigns', {})).services.find((s) => s.title.zh === '生日慰问')!.code
  const draft = await office.ask('createDesign', { body: { title: '生日慰问', from: code } })
  await expect(office.ask('createDesign', { body: { title: '生日慰问', from: code } })).rejects.toMatchObject({
    problem: { code: 'cases.code-taken' },
  })
  const before = draft.definition as unknown as Service
  const definition = { ...before, form: { ...before.form, size: { kind: 'text', label: { zh: '尺寸', en: 'Size' }, optional: true } } }
  const saved = await office.ask('saveDesign', { params: { id: draft.id }, body: { version: draft.version, definition } })
  expect(saved.differences).toEqual([{ path: 'form.size', what: { zh: '字段“尺寸”', en: 'Field “Size”' }, before: null, after: '字段“尺寸”' }])
  await expect(office.ask('saveDesign', { params: { id: draft.id }, body: { version: draft.version, definition } })).rejects.toMatchObject({
    status: 409,
  })
  await office.ask('publishDesign', { params: { id: draft.id }, body: { version: saved.version, because: '增加尺寸' } })
  await expect(courier.ask('applyForService', { params: { code }, body: { revision: 1, answers: { wish: 'book' } } })).rejects.toMatchObject({
    status: 409,
  })
  const [old] = (await gulou.ask('listQueue', { query: { service: code } })).rows
  expect(await gulou.ask('getCase', { params: { id: old!.id } })).toMatchObject({
    revision: 1,
    form: expect.not.objectContaining({ size: expect.anything() }),
  })
  const { revisions } = await office.ask('getServiceHistory', { params: { code } })
  expect(revisions.map((r) => [r.revision, r.cases, r.differences.length])).toEqual([
    [2, 0, 1],
    [1, 1, 0],
  ])
  expect(revisions[0]!.by).toBe('温知夏')
})

const faulty: [string, (s: Service) => unknown, RegExp][] = [
  ['a state nothing leads to', (s) => ({ ...s, states: { ...s.states, lost: { name: { zh: '无人区', en: 'Lost' } } } }), /states\.lost/],
  ['a trap', (s) => ({ ...s, actions: { check: s.actions['check'] } }), /states/],
  [
    'a clock of a role that does not exist',
    (s) => ({ ...s, clocks: { c: { name: { zh: '时限', en: 'C' }, in: ['submitted'], within: { amount: 1, unit: 'hours' }, owner: 'nobody' } } }),
    /clocks\.c\.owner/,
  ],
  [
    'a post that does not exist',
    (s) => ({ ...s, roles: { ...s.roles, handler: { name: { zh: '谁', en: 'Who' }, posts: ['emperor'], at: 'town' } } }),
    /roles\.handler\.posts/,
  ],
  [
    'ten thousand fields',
    (s) => ({ ...s, form: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, { kind: 'text', label: { zh: '项', en: 'F' } }])) }),
    /form/,
  ],
  [
    'an effect nobody registered',
    (s) => ({ ...s, actions: { ...s.actions, grant: { ...s.actions['grant'], effect: 'rm -rf' } } }),
    /actions\.grant\.effect/,
  ],
  ['a key from elsewhere', (s) => ({ ...s, run: 'process.exit()' }), /^$/],
]
test.each(faulty)('%s is refused with its place, and nothing is published', async (name, spoil, where) => {
  const draft = await office.ask('createDesign', { body: { title: `有毛病的事项${faulty.findIndex((f) => f[0] === name)}`, pattern: 'two-steps' } })
  const saved = await office.ask('saveDesign', {
    params: { id: draft.id },
    body: { version: draft.version, definition: spoil(draft.definition as unknown as Service) as Record<string, unknown> },
  })
  expect(saved.faults.map((f) => f.path).join(' ')).toMatch(where)
  expect(saved.faults.length).toBeGreaterThan(0)
  await expect(office.ask('publishDesign', { params: { id: draft.id }, body: { version: saved.version, because: '试试' } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'cases.service-faulty' },
  })
})

test('a circle is no fault as long as it has a way out', async () => {
  const draft = await office.ask('createDesign', { body: { title: '来回', pattern: 'two-steps' } })
  const s = draft.definition as unknown as Service
  const actions = { ...s.actions, again: { name: { zh: '重新初审', en: 'Again' }, from: 'review', to: 'submitted', by: 'approver' } }
  expect(
    (await office.ask('saveDesign', { params: { id: draft.id }, body: { version: draft.version, definition: { ...s, actions } } })).faults,
  ).toEqual([])
})

test('what is offered in one town stays there in its next revision; what it asks for is known to the next form', async () => {
  const draft = await office.ask('createDesign', { body: { title: '鼓楼加油站', pattern: 'one-step' } })
  const before = draft.definition as unknown as Service
  const phone = { kind: 'text', form: 'phone', label: { zh: '联系电话', en: 'Phone' }, asks: 'contact-phone' }
  const saved = await office.ask('saveDesign', {
    params: { id: draft.id },
    body: { version: draft.version, definition: { ...before, form: { ...before.form, phone } }, orgId: gulouTown },
  })
  const { code } = await office.ask('publishDesign', { params: { id: draft.id }, body: { version: saved.version, because: '新办' } })
  expect((await office.ask('createDesign', { body: { title: '鼓楼加油站', from: code } })).orgId).toBe(gulouTown)
  expect((await office.ask('listDesigns', {})).asked).toContainEqual({ asks: 'contact-phone', label: { zh: '联系电话', en: 'Phone' } })
})

test('designing needs the right; a retired service takes no new case', async () => {
  await expect(gulou.ask('createDesign', { body: { title: '越权' } })).rejects.toMatchObject({ status: 403 })
  const code = (await office.ask('listDesigns', {})).services.find((s) => s.title.zh === '生日慰问')!.code
  await office.ask('retireService', { params: { code }, body: { because: '经费用完' } })
  await expect(courier.ask('getServiceForm', { params: { code } })).rejects.toMatchObject({ status: 404 })
  await expect(office.ask('retireService', { params: { code }, body: { because: '再停' } })).rejects.toMatchObject({ status: 404 })
})
