import { Secret, TOTP } from 'otpauth'
import { afterEach, expect, test } from 'vitest'
import { demoPassword } from '../../../../demo/src/personas.ts'
import { moveClock, now } from '../../kit/clock.ts'
import { anAuthenticator } from '../../test/authenticator.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const real = await aUnion({ demo: false, people: 50 })
const origin = 'http://gongyou.test'

const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((back) => back()))
const wait = (ms: number) => void undo.push(moveClock(ms))
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now().getTime() })

const withTotp = async (login: string) => {
  const officer = await union.as(login)
  const { challenge, secret, uri } = await officer.ask('startTotp', { body: { password: demoPassword } })
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
  await officer.ask('confirmTotp', { body: { challenge, code: codeOf(secret) } })
  return { officer, secret }
}
const password = async (login: string) => {
  const visitor = union.visitor()
  const step = await visitor.ask('signIn', { body: { login, password: demoPassword } })
  if (step.step !== 'second-factor') throw new Error('no second step')
  return { visitor, ...step }
}

test('after the set-up the password alone opens nothing; the code opens, and the same code does not open twice', async () => {
  const { secret } = await withTotp('lingdao')
  const first = await password('lingdao')
  expect(first.methods).toEqual(['totp'])
  await expect(first.visitor.ask('mySecondFactors', {})).rejects.toMatchObject({ status: 401 })
  // The code of the set-up is spent as well.
  await expect(first.visitor.ask('signInByTotp', { body: { challenge: first.challenge, code: codeOf(secret) } })).rejects.toMatchObject({
    status: 401,
    problem: { code: 'accounts.second-factor-wrong' },
  })
  wait(60_000)
  const code = codeOf(secret)
  await first.visitor.ask('signInByTotp', { body: { challenge: first.challenge, code } })
  expect(await first.visitor.ask('mySecondFactors', {})).toMatchObject({ totp: true, login: 'lingdao' })
  const second = await password('lingdao')
  await expect(second.visitor.ask('signInByTotp', { body: { challenge: second.challenge, code } })).rejects.toMatchObject({
    problem: { code: 'accounts.second-factor-wrong' },
  })
  // A finished step is no step.
  await expect(first.visitor.ask('signInByTotp', { body: { challenge: first.challenge, code } })).rejects.toMatchObject({ status: 410 })
})

test('five wrong codes lock the account, whatever number of steps they are spread over', async () => {
  const { secret } = await withTotp('jingshen')
  const codes: string[] = []
  for (let i = 0; i < 5; i++) {
    const step = await password('jingshen')
    await step.visitor.ask('signInByTotp', { body: { challenge: step.challenge, code: '00000x' } }).catch((e) => codes.push(e.problem.code))
  }
  expect(codes.at(-1)).toBe('accounts.locked')
  await expect(password('jingshen')).rejects.toMatchObject({ status: 429 })
  wait(16 * 60_000)
  const step = await password('jingshen')
  await step.visitor.ask('signInByTotp', { body: { challenge: step.challenge, code: codeOf(secret) } })
})

test('setting up asks for the password again, and a step lives fifteen minutes', async () => {
  const officer = await union.as('zhuxi')
  await expect(officer.ask('startTotp', { body: { password: 'not-this-one' } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'accounts.password-wrong' },
  })
  const { challenge, secret } = await officer.ask('startTotp', { body: { password: demoPassword } })
  await expect((await union.as('shegong')).ask('confirmTotp', { body: { challenge, code: codeOf(secret) } })).rejects.toMatchObject({ status: 410 })
  wait(16 * 60_000)
  await expect(officer.ask('confirmTotp', { body: { challenge, code: codeOf(secret) } })).rejects.toMatchObject({ status: 410 })
  await expect(union.visitor().ask('startTotp', { body: { password: 'x' } })).rejects.toMatchObject({ status: 401 })
})

test('the secret stands in the table only sealed', async () => {
  const { secret } = await withTotp('guoyuan')
  const { rows } = await union.owner.query("select totp_cipher from accounts.account where login = 'guoyuan'")
  expect(rows[0].totp_cipher.toString('latin1')).not.toContain(secret)
})

const withPasskey = async (login: string, key = anAuthenticator(origin)) => {
  const officer = await union.as(login)
  const { challenge, options } = await officer.ask('startPasskey', { body: { password: demoPassword } })
  const made = await officer.ask('addPasskey', { body: { challenge, label: '办公室电脑', response: key.register(options) } })
  return { officer, key, made }
}

test('a passkey is registered, is the second step, signs in alone, is listed and removed', async () => {
  const { officer, key } = await withPasskey('gulou')
  expect((await officer.ask('mySecondFactors', {})).passkeys).toMatchObject([{ label: '办公室电脑', usedAt: null }])

  const step = await password('gulou')
  expect(step.methods).toEqual(['passkey'])
  const second = await step.visitor.ask('startPasskeySignIn', { body: { challenge: step.challenge } })
  await step.visitor.ask('signInByPasskey', { body: { challenge: second.challenge, response: key.signIn(second.options) } })
  expect(await step.visitor.ask('whoAmI', {})).toMatchObject({ kind: 'staff', person: { name: '何秋实' } })

  const alone = union.visitor()
  const start = await alone.ask('startPasskeySignIn', { body: {} })
  const reply = key.signIn(start.options)
  await alone.ask('signInByPasskey', { body: { challenge: start.challenge, response: reply } })
  await expect(alone.ask('signInByPasskey', { body: { challenge: start.challenge, response: reply } })).rejects.toMatchObject({ status: 410 })

  await expect(officer.ask('removePasskey', { body: { id: key.id, password: 'wrong-password' } })).rejects.toMatchObject({ status: 422 })
  await expect((await union.as('shegong')).ask('removePasskey', { body: { id: key.id, password: demoPassword } })).rejects.toMatchObject({
    status: 404,
  })
  await officer.ask('removePasskey', { body: { id: key.id, password: demoPassword } })
  expect((await officer.ask('mySecondFactors', {})).passkeys).toEqual([])
})

test('a passkey of another site, of another person, or without its user is refused', async () => {
  const { key } = await withPasskey('zuzhi', anAuthenticator(origin, { verifies: false }))
  const foreign = anAuthenticator('http://evil.test')
  const officer = await union.as('shegong')
  const asked = await officer.ask('startPasskey', { body: { password: demoPassword } })
  await expect(
    officer.ask('addPasskey', { body: { challenge: asked.challenge, label: 'x', response: foreign.register(asked.options) } }),
  ).rejects.toMatchObject({ status: 401, problem: { code: 'accounts.passkey-refused' } })
  // Alone it must verify its user; this one cannot.
  const start = await union.visitor().ask('startPasskeySignIn', { body: {} })
  await expect(
    union.visitor().ask('signInByPasskey', { body: { challenge: start.challenge, response: key.signIn(start.options) } }),
  ).rejects.toMatchObject({ status: 401 })
  // After somebody else's password it is the wrong key.
  await withPasskey('guanli')
  const step = await password('guanli')
  const second = await step.visitor.ask('startPasskeySignIn', { body: { challenge: step.challenge } })
  await expect(
    step.visitor.ask('signInByPasskey', { body: { challenge: second.challenge, response: key.signIn(second.options) } }),
  ).rejects.toMatchObject({ status: 401 })
})

test('outside the demo a password alone opens only the page where the second factor is set up', async () => {
  const officer = await real.as('gulou')
  expect(await officer.ask('whoAmI', {})).toMatchObject({ mustSetUpSecondFactor: true, posts: [] })
  await Promise.all(
    [
      officer.ask('listMembers', {}),
      officer.ask('myMembership', {}),
      officer.ask('createApiToken', { body: { name: 'abc', rights: ['people.read'], days: 1 } }),
    ].map((closed) =>
      expect(closed).rejects.toMatchObject({
        status: 403,
        problem: { code: 'accounts.second-factor-needed', detail: expect.stringContaining('动态口令') },
      }),
    ),
  )
  const { challenge, secret } = await officer.ask('startTotp', { body: { password: demoPassword } })
  await officer.ask('confirmTotp', { body: { challenge, code: codeOf(secret) } })
  expect((await officer.ask('listMembers', {})).rows.length).toBeGreaterThan(0)
})

test('an officer who signs in by phone is a worker there', async () => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile: '13800000004' } })
  await phone.ask('signInByPhone', { body: { challenge, code: await union.codeFor('13800000004') } })
  expect(await phone.ask('whoAmI', {})).toMatchObject({ kind: 'worker', posts: [] })
  await expect(phone.ask('listMembers', {})).rejects.toMatchObject({ status: 403 })
})
