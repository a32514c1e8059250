import { expect, test } from 'vitest'
import { aUnion } from '../test/union.ts'

const union = await aUnion({ people: 20 })
const signIn = async (payload: object, language: string) => {
  const answer = await union.app.inject({ method: 'POST', url: '/api/accounts/sign-in', payload, headers: { 'accept-language': language } })
  return { status: answer.statusCode, ...answer.json<{ detail: string; errors: { path: string; message: string }[] }>() }
}

test('a bad request says what is wrong beside the field, in the language of whoever asks', async () => {
  const bad = { login: 'x'.repeat(500) }
  expect(await signIn(bad, 'zh-CN')).toMatchObject({
    status: 400,
    errors: [
      { path: 'login', message: expect.stringMatching(/^最多 \d+ 个字$/) },
      { path: 'password', message: '请填写' },
    ],
  })
  expect((await signIn(bad, 'en-GB,en')).errors).toEqual([
    { path: 'login', message: expect.stringMatching(/^At most \d+ characters$/) },
    { path: 'password', message: 'Please fill this in' },
  ])
  expect((await signIn({ login: 7, password: 'y' }, 'zh-CN')).errors[0]!.message).toBe('内容无法识别，请重新填写')
})

test('a date, an id, a number and a choice each say what they want', async () => {
  const officer = await union.as('guanli')
  const wrong = async (url: string) => {
    const answer = await officer.send({ method: 'GET', url })
    return (answer.json<{ errors?: { message: string }[] }>().errors ?? []).map((e) => e.message)
  }
  expect(await wrong('/api/membership/members?limit=many')).toEqual([expect.stringMatching(/^请填写(整)?数字?$/)])
  expect(await wrong('/api/membership/members?limit=100000')).toEqual([expect.stringMatching(/^不能大于 \d+$/)])
  expect(await wrong('/api/statistics/figures/members?from=tomorrow')).toEqual(['请按“2026-03-01”的样子填写日期'])
  expect(await wrong('/api/cases/not-an-id')).toEqual(['编号写法不对，请刷新页面后重试'])
})
