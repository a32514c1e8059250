import { expect, test } from 'vitest'
import { everyKind } from '../../test/every-kind.ts'
import { offer, worker } from '../../test/services.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
await offer(union, everyKind)
const courier = await worker(union, '13900000001')
const gulou = await union.as('gulou')
const code = everyKind.code
const me = (await courier.ask('whoAmI', {})).person!

const found = (field: string, q: string) => courier.ask('findForField', { params: { code, field }, query: { q } })

test('a field that asks for a union or an employer is filled by name; any other field finds nothing', async () => {
  const unions = (await found('union', '鼓楼街道')).found
  expect(unions.map((o) => o.name)).toContain('鼓楼街道总工会')
  expect(Object.keys(unions[0]!).sort()).toEqual(['id', 'name', 'town'])
  expect((await found('employer', '云递')).found.map((e) => e.name)).toContain('云递速运（北京）有限公司')
  await expect(found('who', '许大川')).rejects.toMatchObject({ status: 404 })
  await expect(found('constructor', '鼓楼')).rejects.toMatchObject({ status: 404 })
  // One sign would list half the district.
  expect((await found('union', '鼓')).found).toEqual([])
  await expect(union.visitor().ask('findForField', { params: { code, field: 'union' }, query: { q: '鼓楼' } })).rejects.toMatchObject({ status: 401 })
})

test('the self-test asks what decides and nothing else, keeps nothing, and says so in three ways', async () => {
  const ask = (who: typeof courier, answers: object) =>
    who.ask('testEligibility', { params: { code }, body: { answers: answers as Record<string, unknown> } })
  const first = await ask(courier, {})
  expect(Object.keys(first.asks)).toEqual(['cause', 'hospitalDays'])
  expect(first.verdict).toBe('cannot-say')
  expect((await ask(courier, { cause: 'accident' })).verdict).toBe('may')
  expect((await ask(courier, { cause: 'illness', hospitalDays: 1 })).verdict).toBe('may-not')
  expect((await ask(union.visitor(), { cause: 'accident' })).verdict).toBe('cannot-say')
  expect((await union.owner.query('select 1 from cases.draft')).rows).toEqual([])
})

const upload = async () => {
  const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="证明.txt"\r\ncontent-type: text/plain\r\n\r\n诊断证明\r\n--b--\r\n'
  const answer = await courier.send({
    method: 'POST',
    url: '/api/documents/files',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: body,
  })
  const { id, name } = answer.json() as { id: string; name: string }
  return { id, name }
}

test('the office’s own notes stay in the office; what the person said and what he was told he reads', async () => {
  const paper = await upload()
  const { id } = await courier.ask('applyForService', {
    params: { code },
    body: {
      revision: 1,
      answers: {
        cause: 'accident',
        happenedOn: '2026-11-01',
        story: '送餐途中摔伤',
        phone: '13900000001',
        who: me,
        union: (await found('union', '鼓楼街道')).found.map(({ id: i, name }) => ({ id: i, name }))[0],
        employer: { name: '云递速运' },
        home: { text: '鼓楼南大街 1 号' },
        family: [{ name: '许小禾', relation: 'child' }],
        needs: ['money'],
        income: 500_000,
        proof: [paper],
        sign: paper,
        consent: { revision: '2026-1' },
      },
    },
  })
  const step = async (action: string, more: object = {}) =>
    gulou.ask('takeCaseStep', { params: { id, action }, body: { version: (await gulou.ask('getCase', { params: { id } })).version, ...more } })
  await step('accept')
  await step('propose', { answers: { finding: '邻居反映经常饮酒' }, said: '拟帮扶 1000 元' })
  const seen = await courier.ask('getCase', { params: { id } })
  expect(seen.next.map((n) => n.code)).toEqual(['confirm'])
  expect(seen.answers).toMatchObject({ income: 500_000, story: '送餐途中摔伤' })
  expect(JSON.stringify(seen.answers) + JSON.stringify(seen.acts)).not.toContain('饮酒')
  await courier.ask('takeCaseStep', { params: { id, action: 'confirm' }, body: { version: seen.version } })
  expect((await courier.ask('getCase', { params: { id } })).ways).toEqual(['rate', 'appeal'])
  await union.owner.query("update cases.matter set closed_at = now() - interval '31 days' where id = $1", [id])
  expect((await courier.ask('getCase', { params: { id } })).ways).toEqual(['rate'])
  await expect(courier.ask('appealCase', { params: { id }, body: { why: '晚了' } })).rejects.toMatchObject({
    problem: { code: 'cases.too-late-to-appeal' },
  })
})

test('a device that brings a key of its own opens a link twice, as when the first answer was lost; another device does not', async () => {
  const org = (await gulou.ask('listTree', {})).nodes.find((n) => n.name === '鼓楼街道总工会')!
  const line = await gulou.ask('quickRecord', { body: { said: '请社保核对缴费', orgId: org.id } })
  const link = await gulou.ask('createCaseLink', {
    params: { id: line.id },
    body: { party: '密云区社保中心', asks: '请核对缴费', purpose: '核对', fields: ['said'] },
  })
  const token = link.url.split('/').at(-1)!
  const key = 'k'.repeat(40)
  const outside = union.visitor()
  expect((await outside.ask('openCaseLink', { body: { token, key } })).key).toBe(key)
  expect((await outside.ask('openCaseLink', { body: { token, key } })).answers).toEqual({ said: '请社保核对缴费' })
  for (const other of [undefined, 'x'.repeat(40)])
    await expect(union.visitor().ask('openCaseLink', { body: { token, ...(other ? { key: other } : {}) } })).rejects.toMatchObject({
      problem: { code: 'cases.link-elsewhere' },
    })
})
