import { makeUscc } from '@gongyou/contract/kit/uscc.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const [social, chair, department, guoyuan] = await Promise.all(['shegong', 'gulouzhuxi', 'zuzhi', 'guoyuan'].map(union.as))
const town = (await social!.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!
const unions = async () => (await department!.ask('getFigure', { params: { code: 'unions' }, query: {} })).value
type Staff = typeof social

const view = (who: Staff, id: string) => who!.ask('getCase', { params: { id } })
const step = async (who: Staff, id: string, action: string, answers: Record<string, unknown> = {}) =>
  who!.ask('takeCaseStep', { params: { id, action }, body: { version: (await view(who, id)).version, answers } })

const start = {
  employer: { name: '北京晴川机电有限公司' },
  route: 'key',
  line: 'town',
  kind: 'base_single',
  workers: 126,
  women: 48,
  contact: '沈一帆',
  phone: '010-69000001',
}
const file = (answers: object = start) =>
  social!.ask('fileCase', { body: { service: 'form-union', orgId: town.id, channel: 'office', answers: answers as Record<string, unknown> } })
const candidates = [
  { name: '沈一帆', job: '生产主管', post: '主席' },
  { name: '唐晓月', job: '会计', post: '经费审查委员会主任' },
]

test('from the first lead to a running union: papers drafted, union founded and counted, term watched', async () => {
  const before = await unions()
  const { id, clocks } = await file()
  expect(clocks.map((c) => c.duty)).toEqual(['help'])
  await step(social, id, 'contact', { visited: '已与负责人沟通' })
  await step(social, id, 'agree')
  await step(social, id, 'prepare', { willing: 112, group: [{ name: '沈一帆', job: '生产主管' }] })
  const asked = { union: '北京晴川机电有限公司工会', seats: 5, years: '3', candidates }
  await expect(step(social, id, 'request', { ...asked, headIsCandidate: 'yes' })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'cases.condition-not-met' },
  })
  const filed = await step(social, id, 'request', { ...asked, headIsCandidate: 'no' })
  expect(filed.official.map((p) => p.title)).toEqual(['关于成立北京晴川机电有限公司工会委员会的请示'])
  expect(filed.next).toEqual([])
  expect((await view(chair, id)).clocks[0]).toMatchObject({ duty: 'approval', state: 'calm' })
  await expect(step(department, id, 'approveDirect')).rejects.toMatchObject({ problem: { code: 'cases.condition-not-met' } })
  const approved = await step(chair, id, 'approve')
  expect(await unions()).toBe(before! + 1)
  expect(approved.official.at(-1)!.title).toContain('批复')

  await step(social, id, 'enrol', { recruited: 108 })
  const held = {
    heldOn: '2026-11-12',
    entitled: 108,
    present: 98,
    chair: '沈一帆',
    results: [
      { name: '沈一帆', post: '主席', votes: 95 },
      { name: '唐晓月', post: '经费审查委员会主任', votes: 93 },
    ],
  }
  await expect(step(social, id, 'elect', { ...held, chairIsLegalRep: 'yes' })).rejects.toMatchObject({ problem: { code: 'cases.condition-not-met' } })
  await step(social, id, 'elect', { ...held, chairIsLegalRep: 'no' })
  await step(social, id, 'report')
  const confirmed = await step(chair, id, 'confirm')
  const founded = await department!.ask('getOrganisation', { params: { id: confirmed.union!.id } })
  expect(founded.terms).toMatchObject([{ number: 1, from: '2026-11-12', to: '2029-11-12' }])
  await step(social, id, 'register', { legalNumber: makeUscc('81', '110118', '77770009'), sealedOn: '2026-11-20' })
  const done = await step(social, id, 'run', { bank: '北京农商银行密云支行', accountNumber: '0200001234567890123' })
  expect(done).toMatchObject({ outcome: { zh: '已建会' }, sealed: ['accountNumber'] })
  const amounts = await union.owner.query(
    `select sum(amount)::int as n from ledger.fact where fact = 'case-amounts' and dims @> '{"service":"form-union","split":"key"}'`,
  )
  expect(amounts.rows[0].n).toBe(108)
})

test('a union of another town does not exist for this station; a directly affiliated one is approved by the district', async () => {
  const { id } = await file({ ...start, employer: { name: '密云区文化系统' }, line: 'direct', route: 'industry' })
  await expect(view(guoyuan, id)).rejects.toMatchObject({ status: 404 })
  await step(social, id, 'contact', { visited: '已沟通' })
  await step(social, id, 'agree')
  await step(social, id, 'prepare', { willing: 30, group: [{ name: '沈一帆', job: '科长' }] })
  await step(social, id, 'request', { union: '密云区文化系统工会', seats: 3, years: '5', candidates, headIsCandidate: 'no' })
  expect((await view(chair, id)).next.map((n) => n.code)).toEqual([])
  const approved = await step(department, id, 'approveDirect')
  const [parent] = (await department!.ask('getOrganisation', { params: { id: approved.union!.id } })).parents
  expect(parent!.parent.name).toBe('密云区总工会')
})

test('a lead that comes to nothing says why and is not counted as founded', async () => {
  const before = await unions()
  const { id } = await file({ ...start, employer: { name: '北京微尘商贸有限公司' }, route: 'catch_all' })
  expect(await step(social, id, 'drop', { dropped: '企业已迁出' })).toMatchObject({ outcome: { zh: '未建成' } })
  expect(await unions()).toBe(before)
})
