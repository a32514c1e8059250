import { service } from '@gongyou/contract/cases/service.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { lecturers } from '@gongyou/contract/registers/own/lecturers.ts'
import { expect, test } from 'vitest'
import { offer } from '../../test/services.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const [office, station] = await Promise.all(['bangong', 'shegong'].map(union.as))
const town = (await station!.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!

const { name, sort, phone, fields, card } = lecturers.form
const roles = {
  station: { name: t('推荐', 'Station'), posts: ['station_head', 'union_social_worker'], at: 'station' },
  district: { name: t('聘任', 'District'), posts: ['office_officer'], at: 'district' },
} as const
const written = { name: 'name', sort: 'sort', phone: 'phone', fields: 'fields', card: 'card', appointedOn: 'since' } as const

/** 讲师聘任: appoints a lecturer, or lets one go. */
const appointing = service({
  code: 'test-lecturer',
  revision: 1,
  letters: 'JS',
  title: t('讲师聘任', 'Appoint a lecturer'),
  summary: t('聘任一位讲师。', 'Appoint a lecturer.'),
  begunBy: ['office'],
  form: { name, sort, phone, fields, card, since: { kind: 'date', label: t('聘任日期', 'From') } },
  asksAtStart: ['name', 'sort', 'phone', 'fields', 'card'],
  roles,
  states: {
    asked: { name: t('待聘任', 'Asked') },
    appointed: { name: t('已聘任', 'Appointed'), final: true },
    gone: { name: t('已解聘', 'Gone'), final: true },
  },
  begins: 'asked',
  actions: {
    appoint: {
      name: t('聘任', 'Appoint'),
      from: 'asked',
      to: 'appointed',
      by: 'station',
      asks: ['since'],
      outcome: 'appointed',
      keeps: { register: 'lecturers', as: 'enter', fields: written },
    },
    dismiss: {
      name: t('解聘', 'Dismiss'),
      from: 'asked',
      to: 'gone',
      by: 'station',
      outcome: 'gone',
      keeps: { register: 'lecturers', as: 'end', fields: { name: 'name', phone: 'phone' } },
    },
  },
  outcomes: { appointed: { name: t('已聘任', 'Appointed'), good: true }, gone: { name: t('已解聘', 'Gone'), good: true } },
})
await offer(union, appointing)

const person = { name: '苏晚晴', sort: 'lawyer', phone: '13912340001', fields: ['labour_law'], card: '6222020200112233446' }
const begin = (answers: object = person) =>
  station!.ask('fileCase', { body: { service: 'test-lecturer', orgId: town.id, channel: 'office', answers: answers as Record<string, unknown> } })
const step = async (id: string, action: string, answers: Record<string, unknown> = {}) =>
  station!.ask('takeCaseStep', { params: { id, action }, body: { version: (await station!.ask('getCase', { params: { id } })).version, answers } })
const entries = async (state: 'valid' | 'ended' = 'valid') =>
  (await office!.ask('listEntries', { params: { code: 'lecturers' }, query: { state } })).rows.filter((r) => r.title === '苏晚晴')

test('a step enters a register; a second case of the same changes the entry; the last one ends it', async () => {
  const first = await begin()
  const done = await step(first.id, 'appoint', { since: '2026-11-01' })
  const [entry] = await entries()
  expect(entry).toMatchObject({ validFrom: '2026-11-01', validTo: '2028-10-31', org: { id: town.id } })
  expect(done.acts.at(-1)!.detail).toMatchObject({ kept: { entry: entry!.id, title: '苏晚晴', did: 'entered', register: { code: 'lecturers' } } })
  const seen = await office!.ask('getEntry', { params: { id: entry!.id } })
  expect(seen.sealed).toContain('card')
  expect(JSON.stringify(seen)).not.toContain(person.card)

  const second = await begin({ ...person, fields: ['labour_law', 'women'] })
  const again = await step(second.id, 'appoint', { since: '2026-11-01' })
  expect(again.acts.at(-1)!.detail).toMatchObject({ kept: { entry: entry!.id, did: 'changed' } })
  const { history } = await office!.ask('getEntry', { params: { id: entry!.id } })
  expect(history.map((h) => [h.op, h.source, h.because]).toSorted()).toEqual([
    ['added', 'case', `聘任：讲师聘任 ${first.number}`],
    ['changed', 'case', `聘任：讲师聘任 ${second.number}`],
  ])

  await step((await begin()).id, 'dismiss')
  expect(await entries()).toEqual([])
  expect(await entries('ended')).toHaveLength(1)
})

test('what the register refuses undoes the step, in the words of the form', async () => {
  const { id } = await begin({ ...person, phone: '13912340002' })
  await expect(step(id, 'dismiss')).rejects.toMatchObject({ status: 409, problem: { code: 'registers.no-such-entry' } })
  const now = await station!.ask('getCase', { params: { id } })
  expect(now.state).toEqual({ zh: '待聘任', en: 'Asked' })
  expect(now.acts.filter((a) => a.op === 'step')).toEqual([])
})

test('a service that would write nonsense into a register is refused, and says where', async () => {
  const appoint = appointing.actions.appoint!
  const withKeep = (keeps: object) => ({
    ...appointing,
    code: 'test-wrong',
    actions: { ...appointing.actions, appoint: { ...appoint, keeps: { ...appoint.keeps, ...keeps } } },
  })
  const faults = async (keeps: object) => {
    const draft = await office!.ask('createDesign', { body: { title: '试一试', pattern: 'two-steps' } })
    const saved = await office!.ask('saveDesign', { params: { id: draft.id }, body: { version: draft.version, definition: withKeep(keeps) } })
    return saved.faults.map((f) => [f.path, f.says.zh])
  }
  const at = 'actions.appoint.keeps'
  expect(await faults({})).toEqual([])
  expect(await faults({ register: 'nowhere' })).toEqual([[at, '没有“nowhere”这个名册']])
  expect(await faults({ fields: { name: 'name', sort: 'sort', phone: 'phone' } })).toEqual([[at, '名册必填的“擅长领域”没有对应的字段']])
  expect(await faults({ fields: { ...written, name: 'since' } })).toEqual([[at, '“姓名”：两边的字段类型不同']])
  expect(await faults({ fields: { ...written, note: 'card' } })).toEqual([[at, '“备注”：敏感内容不能写进不保密的一栏']])
  expect(await faults({ fields: { ...written, nothing: 'name' } })).toEqual([[at, '名册里没有“nothing”这一项']])
  expect(await faults({ owner: 'name' })).toEqual([[at, '这一项不能说明名册条目属于谁']])
})
