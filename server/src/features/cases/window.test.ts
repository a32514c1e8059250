import { expect, test } from 'vitest'
import { answers, grant, offer, worker } from '../../test/services.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
await offer(union, grant)
const [gulou, guoyuan, leader] = await Promise.all(['gulou', 'guoyuan', 'lingdao'].map(union.as))
const courier = await worker(union, '13900000001')
const me = (await courier.ask('whoAmI', {})).person!
const prefill = (who: typeof gulou) => who!.ask('prefillForApplicant', { params: { code: grant.code }, body: { applicantId: me.id } })

test('at the window the form of an applicant is filled from the registry, and the person sees that it was', async () => {
  expect(await prefill(gulou)).toEqual({ known: { phone: '13900000001' }, from: { phone: 'registry' } })
  const { rows } = await courier.ask('whoSawMyData', { query: { by: 'others' } })
  expect(rows[0]).toMatchObject({ what: { zh: '为申请人预填表单' }, purpose: 'handling' })
  // What the registry knows goes before what was said last time.
  await courier.ask('applyForService', { params: { code: grant.code }, body: { revision: 1, answers: { ...answers, phone: '13900000019' } } })
  expect((await prefill(gulou)).known.phone).toBe('13900000001')
})

test('an officer of another town, or without the right to see persons unmasked, is told nothing', async () => {
  await expect(prefill(guoyuan)).rejects.toMatchObject({ status: 404 })
  await expect(prefill(leader)).rejects.toMatchObject({ status: 404 })
  await expect(
    gulou!.ask('prefillForApplicant', { params: { code: grant.code }, body: { applicantId: '018f0000-0000-7000-8000-000000000000' } }),
  ).rejects.toMatchObject({ status: 404 })
})

test('a card names the states its cases can be in', async () => {
  const { services } = await gulou!.ask('listServices', { query: {} })
  expect(services.find((s) => s.code === grant.code)!.states.map((s) => s.code)).toEqual(['submitted', 'review', 'granted', 'refused'])
})

test('the page of a case names what the applicant can be asked for again, and not what the office fills in', async () => {
  const { rows } = await gulou!.ask('listQueue', { query: { service: grant.code } })
  const view = await gulou!.ask('getCase', { params: { id: rows[0]!.id } })
  expect(view.asksAtStart).toEqual(grant.asksAtStart)
  expect(Object.keys(view.form)).toContain('granted')
})
