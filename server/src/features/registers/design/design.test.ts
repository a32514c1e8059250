import { expect, test } from 'vitest'
import { system } from '../../../kit/actor.ts'
import { newId } from '../../../kit/ids.ts'
import { orgNamed } from '../../../test/registers.ts'
import { aUnion, region } from '../../../test/union.ts'
import { syncRegisters } from '../index.ts'
import { ownRegisters } from '@gongyou/contract/registers/own/index.ts'

const union = await aUnion({ people: 20 })
const office = await union.as('bangong')
const gulou = await union.as('gulou')
const gulouOrg = await orgNamed(union, '鼓楼街道总工会')

const designed = (definition: Record<string, unknown>, change: Record<string, unknown>) => ({ ...definition, ...change })

test('an officer makes a register: draft, faults named, published, entries, next revision keeps them', async () => {
  const draft = await office.ask('createRegisterDesign', { body: { title: '劳动监督员' } })
  expect(draft).toMatchObject({ code: 'mc-ldjdy', revision: 1, faults: [] })
  const form = {
    name: { kind: 'text', label: { zh: '姓名', en: '' }, form: 'person-name' },
    level: { kind: 'choice', label: { zh: '级别', en: '' }, options: [{ code: 'a', label: { zh: '区级', en: '' } }] },
    until: { kind: 'date', label: { zh: '证件有效期至', en: '' } },
    number: { kind: 'text', label: { zh: '证件号', en: '' }, secrecy: 'P3', optional: true },
  }
  const broken = await office.ask('saveRegisterDesign', {
    params: { id: draft.id },
    body: { version: 1, definition: designed(draft.definition, { form, key: ['name', 'nothing'], validity: { to: 'level' } }) },
  })
  expect(broken.faults.map((f) => f.path)).toEqual(['key'])
  await expect(office.ask('publishRegisterDesign', { params: { id: draft.id }, body: { version: 2, because: '新设' } })).rejects.toMatchObject({
    problem: { code: 'registers.faulty' },
  })
  await expect(
    office.ask('saveRegisterDesign', { params: { id: draft.id }, body: { version: 1, definition: draft.definition } }),
  ).rejects.toMatchObject({ problem: { code: 'record.changed' } })
  const saved = await office.ask('saveRegisterDesign', {
    params: { id: draft.id },
    body: {
      version: 2,
      definition: designed(draft.definition, {
        form,
        key: ['name'],
        validity: { to: 'until' },
        columns: ['level', 'until'],
        code: 'studios',
        revision: 9,
      }),
    },
  })
  expect(saved).toMatchObject({ faults: [], code: 'mc-ldjdy', revision: 1 })
  expect(await office.ask('publishRegisterDesign', { params: { id: draft.id }, body: { version: 3, because: '新设' } })).toEqual({
    code: 'mc-ldjdy',
    revision: 1,
  })
  await expect(office.ask('getRegisterDesign', { params: { id: draft.id } })).rejects.toMatchObject({ status: 404 })

  const made = await gulou.ask('addEntry', {
    params: { code: 'mc-ldjdy' },
    body: { orgId: gulouOrg, answers: { name: '许大川', level: 'a', until: '2030-01-01', number: 'JD-0042' } },
  })
  expect(made).toMatchObject({ validTo: '2030-01-01', revision: 1 })

  const next = await office.ask('createRegisterDesign', { body: { title: '劳动监督员', from: 'mc-ldjdy' } })
  await expect(office.ask('createRegisterDesign', { body: { title: '劳动监督员', from: 'mc-ldjdy' } })).rejects.toMatchObject({
    problem: { code: 'registers.code-taken' },
  })
  const { until: __, number: ____, ...rest } = form
  const refused = await office.ask('saveRegisterDesign', {
    params: { id: next.id },
    body: {
      version: 1,
      definition: designed(next.definition, {
        owner: 'person',
        key: ['level'],
        form: { ...form, level: { kind: 'text', label: { zh: '级别', en: '' } } },
      }),
    },
  })
  expect(refused.faults.map((f) => f.path).sort()).toEqual(['form.level', 'key', 'owner'])
  const { validity: ___, ...plain } = next.definition as Record<string, unknown>
  const good = await office.ask('saveRegisterDesign', {
    params: { id: next.id },
    body: {
      version: 2,
      definition: { ...plain, columns: ['level'], form: { ...rest, area: { kind: 'text', label: { zh: '片区', en: '' }, optional: true } } },
    },
  })
  expect(good.faults).toEqual([])
  await office.ask('publishRegisterDesign', { params: { id: next.id }, body: { version: 3, because: '增加片区' } })

  const kept = await gulou.ask('getEntry', { params: { id: made.id } })
  expect(kept).toMatchObject({ revision: 1, register: { revision: 2 }, answers: { until: '2030-01-01' } })
  const changed = await gulou.ask('changeEntry', { params: { id: made.id }, body: { version: 1, answers: { area: '东片' } } })
  expect(changed).toMatchObject({ revision: 2, answers: { name: '许大川', level: 'a', area: '东片' } })
  // What the new revision no longer asks for is let go, and the history says what it was, in the words of its time.
  expect(changed.history[0]!.changes.map((c) => [c.label.zh, c.before?.zh ?? null, c.after?.zh ?? null])).toEqual(
    expect.arrayContaining([
      ['片区', null, '东片'],
      ['证件有效期至', '2030-01-01', null],
    ]),
  )
  // What was sealed stays sealed when its field is gone.
  expect(changed.history[0]!.changes.find((c) => c.field === 'number')).toMatchObject({ label: { zh: '证件号' }, sealed: true, emptied: true })
  const { rows } = await union.owner.query("select string_agg(changes::text, '') as text from registers.entry_change where entry_id = $1", [made.id])
  expect(rows[0].text).not.toContain('0042')
  const { revisions } = await gulou.ask('getRegisterHistory', { params: { code: 'mc-ldjdy' } })
  expect(revisions.map((r) => [r.revision, r.because, r.entries])).toEqual([
    [2, '增加片区', 1],
    [1, '新设', 0],
  ])
})

test('a register that is no longer kept takes no entries; those that stand remain', async () => {
  const { id } = await gulou.ask('addEntry', {
    params: { code: 'lecturers' },
    body: { orgId: gulouOrg, answers: { name: '周明', sort: 'lawyer', phone: '13900000009', fields: ['labour_law'] } },
  })
  await office.ask('retireRegister', { params: { code: 'lecturers' }, body: { because: '并入师资库' } })
  await expect(
    gulou.ask('addEntry', {
      params: { code: 'lecturers' },
      body: { orgId: gulouOrg, answers: { name: '吴静', sort: 'doctor', phone: '13900000008', fields: ['health'] } },
    }),
  ).rejects.toMatchObject({ status: 404 })
  expect((await gulou.ask('endEntry', { params: { id }, body: { version: 1, because: '并入师资库' } })).state).toBe('ended')
})

test('a register of the release that was changed without a new revision stops the start', async () => {
  const [first] = ownRegisters
  await expect(
    union.db.write({ region, by: system, operation: 'test', request: newId() }, (work) =>
      syncRegisters(work, [{ ...first!, title: { zh: '改了', en: 'changed' } }]),
    ),
  ).rejects.toThrow(/without a new revision/)
})

test('only whoever designs registers may do so', async () => {
  await expect(gulou.ask('createRegisterDesign', { body: { title: '站点自建' } })).rejects.toMatchObject({ status: 403 })
})
