import { expect, test } from 'vitest'
import { answers, grant, offer, worker } from '../../test/services.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
await offer(union, grant)
const courier = await worker(union, '13900000001')
const [gulou, guoyuan] = await Promise.all(['gulou', 'guoyuan'].map(union.as))

test('a colleague whose access ends with the opinion is told what was recorded, once, and nothing of the case', async () => {
  const { id } = await courier.ask('applyForService', { params: { code: grant.code }, body: { revision: 1, answers } })
  const { rows } = await gulou!.ask('findColleagues', { query: { q: '罗青禾' } })
  const { version } = await gulou!.ask('getCase', { params: { id } })
  const asked = await gulou!.ask('addSigners', {
    params: { id },
    body: { version, persons: [rows[0]!.person.id], mode: 'all', place: 'beside', asks: '是否享受过' },
  })
  expect(asked.farewell).toBe(false)
  const seen = await guoyuan!.ask('getCase', { params: { id } })
  expect(seen.answers).toHaveProperty('amount')
  const after = await guoyuan!.ask('giveOpinion', { params: { id }, body: { version: seen.version, agrees: true, said: '没有' } })
  expect(after).toMatchObject({ farewell: true, answers: {}, papers: [], person: null, next: [], ways: [], acts: [{ op: 'answered', said: '没有' }] })
  expect(JSON.stringify(after)).not.toContain('120000')
  await expect(guoyuan!.ask('getCase', { params: { id } })).rejects.toMatchObject({ status: 404 })
})
