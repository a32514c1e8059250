import { makeIdCard } from '@gongyou/contract/kit/id-card.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()

const signedIn = async (mobile: string) => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile } })
  expect(await phone.ask('signInByPhone', { body: { challenge, code: await union.codeFor(mobile) } })).toEqual({ step: 'done' })
  return phone
}
const xu = await signedIn('13900000001')
const idOfXu = makeIdCard('110118', '1993-04-12', 811)

const applicant = async (order: number) => {
  const mobile = `1360000${String(1000 + order).slice(-4)}`
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile } })
  const receipt = await phone.ask('applyToJoin', {
    body: {
      joinPoint: 'GLJD2345',
      name: '柏青山',
      idNumber: makeIdCard('110118', '1991-05-06', order),
      mobile,
      challenge,
      code: await union.codeFor(mobile),
      platforms: [],
      consent: 'joining-2026-1',
      sensitiveConsent: 'id-number-2026-1',
    },
  })
  return { phone, receipt }
}

test('a member sees everything the union holds, with the ID number hidden', async () => {
  const mine = await xu.ask('myData', {})
  expect(mine.person).toMatchObject({ name: '许大川', mobile: '13900000001', sealed: ['id_number'] })
  expect(JSON.stringify(mine)).not.toContain(idOfXu)
  expect(mine.membership).toMatchObject({ status: 'active', org: { name: '鼓楼街道工会服务站' } })
  expect(mine.employments.map((e) => e.employer)).toEqual(['云递速运（北京）有限公司'])
  expect(mine.history.map((h) => h.what.zh)).toEqual(expect.arrayContaining(['提交入会申请', '成为会员']))
  expect(mine.consents.map((c) => c.purpose).sort()).toEqual(['id-number', 'membership'])
})

test('showing one’s own ID number gives it and leaves a line that one sees', async () => {
  expect(await xu.ask('showMyIdNumber', {})).toEqual({ idNumber: idOfXu })
  const { rows } = await xu.ask('whoSawMyData', { query: { by: 'all' } })
  expect(rows[0]).toMatchObject({ self: true, what: { zh: '本人查看完整证件号码' }, purpose: '本人查看' })
  expect((await xu.ask('whoSawMyData', {})).rows.every((r) => !r.self)).toBe(true)
})

test('one person never sees or touches another person’s messages and consents', async () => {
  const other = await signedIn('13900000002')
  const consent = (await xu.ask('myData', {})).consents[0]!
  await expect(other.ask('withdrawConsent', { params: { id: consent.id } })).rejects.toMatchObject({ status: 404 })
  const message = (await xu.ask('listMyMessages', {})).rows[0]!
  await expect(other.ask('readMessage', { params: { id: message.id } })).rejects.toMatchObject({ status: 404 })
  expect((await other.ask('whoSawMyData', { query: { by: 'all' } })).rows.every((r) => !r.who.includes('许大川'))).toBe(true)
})

test('nobody without a session gets in', async () => {
  for (const name of ['myData', 'exportMyData', 'printMyData', 'showMyIdNumber', 'whoSawMyData', 'listMyMessages', 'readAllMessages'] as const)
    await expect(union.visitor().ask(name, {}), name).rejects.toMatchObject({ status: 401 })
})

test('a correction stands at once, a stale one is refused, and the act does not repeat what was written', async () => {
  const { version } = (await xu.ask('myData', {})).person
  await xu.ask('correctMyData', { body: { version, education: '30', residenceTown: 110118002 } })
  expect((await xu.ask('myData', {})).person).toMatchObject({ education: '30', residenceTown: 110118002, version: version + 1 })
  await expect(xu.ask('correctMyData', { body: { version, education: '20' } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'record.changed' },
  })
  await expect(xu.ask('correctMyData', { body: { version, education: '99' as '30' } })).rejects.toMatchObject({ status: 400 })
  const acts = await union.owner.query(`select data from ledger.act where kind = 'person.corrected' order by at desc limit 1`)
  expect(acts.rows[0].data).toEqual({ fields: ['education', 'residenceTown'] })
})

test('work details: the platforms left end today, the new ones begin', async () => {
  await xu.ask('correctMyWork', { body: { occupation: 'food_rider', employers: ['闪鹿外卖（北京）有限公司', '老王早点铺'] } })
  const mine = await xu.ask('myData', {})
  expect(mine.membership?.occupation).toBe('food_rider')
  expect(
    mine.employments
      .filter((e) => e.until === null)
      .map((e) => [e.employer, e.form])
      .sort(),
  ).toEqual(
    [
      ['老王早点铺', null],
      ['闪鹿外卖（北京）有限公司', 'platform'],
    ].sort(),
  )
  expect(mine.employments.find((e) => e.employer.startsWith('云递'))?.until).not.toBeNull()
})

test('a wish to correct the name reaches the station; an ID number in the text does not', async () => {
  const asked = await xu.ask('askCorrection', { body: { about: 'name', says: '身份证上的“川”写错了' } })
  expect(asked.org.name).toBe('鼓楼街道工会服务站')
  const head = await union.as('gulou')
  expect((await head.ask('listMyMessages', {})).rows[0]!.title.zh).toBe('许大川 申请更正姓名')
  expect((await (await union.as('guoyuan')).ask('listMyMessages', {})).rows.some((m) => m.title.zh.includes('许大川'))).toBe(false)
  await expect(xu.ask('askCorrection', { body: { about: 'id-number', says: `应为 ${idOfXu}` } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'people.number-in-text' },
  })
})

test('messages are counted, read once, and read all together', async () => {
  const before = await xu.ask('listMyMessages', {})
  expect(before.unread).toBeGreaterThan(0)
  await xu.ask('readMessage', { params: { id: before.rows[0]!.id } })
  expect((await xu.ask('listMyMessages', {})).unread).toBe(before.unread - 1)
  await xu.ask('readAllMessages', {})
  expect((await xu.ask('whoAmI', {})).unread).toBe(0)
})

test('the export is complete, in two forms, and is written in the trail', async () => {
  const json = (await xu.send({ method: 'GET', url: '/api/membership/mine/data.json' })).json()
  expect(json).toMatchObject({ person: { name: '许大川', idNumber: idOfXu }, messages: expect.any(Array), seenBy: expect.any(Array) })
  const page = await xu.send({ method: 'GET', url: '/api/membership/mine/data.html?language=zh' })
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain(idOfXu)
  expect((await xu.ask('whoSawMyData', { query: { by: 'all' } })).rows[0]).toMatchObject({ purpose: '本人导出' })
})

test('what a person typed cannot become markup in the export', async () => {
  await xu.ask('correctMyWork', { body: { occupation: null, employers: ['<script>alert(1)</script>'] } })
  const page = (await xu.send({ method: 'GET', url: '/api/membership/mine/data.html' })).body
  expect(page).not.toContain('<script>')
  expect(page).toContain('&lt;script&gt;')
})

test('withdrawing the consent ends the open application and tells the station', async () => {
  const { phone, receipt } = await applicant(31)
  const consent = (await phone.ask('myData', {})).consents.find((c) => c.purpose === 'id-number')!
  expect(await phone.ask('withdrawConsent', { params: { id: consent.id } })).toMatchObject({ applicationWithdrawn: true })
  expect((await phone.ask('myMembership', {})).application).toMatchObject({ number: receipt.number, status: 'withdrawn' })
  await expect(phone.ask('withdrawConsent', { params: { id: consent.id } })).rejects.toMatchObject({ status: 404 })
  expect((await (await union.as('gulou')).ask('listMyMessages', {})).rows[0]!.title.zh).toBe('柏青山 撤回了同意')
})

test('a returned application is answered and waits for the station again', async () => {
  const { phone, receipt } = await applicant(33)
  await expect(phone.ask('resubmitApplication', { params: { id: receipt.id }, body: { says: '' } })).rejects.toMatchObject({ status: 409 })
  const station = await union.as('gulou')
  await station.ask('returnApplication', { params: { id: receipt.id }, body: { version: 1, reason: '请补充在哪个平台接单' } })
  await phone.ask('correctMyWork', { body: { occupation: 'courier', employers: ['云递速运（北京）有限公司'] } })
  await phone.ask('resubmitApplication', { params: { id: receipt.id }, body: { says: '已补充' } })
  const again = await station.ask('getApplication', { params: { id: receipt.id } })
  expect(again).toMatchObject({ status: 'submitted', occupation: 'courier', platforms: ['云递速运（北京）有限公司'], version: 3 })
  await station.ask('approveApplication', { params: { id: receipt.id }, body: { version: again.version } })
  expect((await phone.ask('myMembership', {})).status).toBe('active')
})

test('a new phone number proves itself, and the old one is told', async () => {
  const { phone } = await applicant(35)
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile: '13600009935' } })
  await expect(phone.ask('changeMyMobile', { body: { challenge, code: 'abcdef' } })).rejects.toMatchObject({ status: 401 })
  expect(await phone.ask('changeMyMobile', { body: { challenge, code: await union.codeFor('13600009935') } })).toEqual({ mobile: '13600009935' })
  const told = await union.owner.query(
    `select body from notices.delivery where address = '13600001035' or address = '13600000035' order by created_at desc limit 1`,
  )
  expect(told.rows[0].body).toContain('136****9935')
})

test('the outbox and the people of the example exist in the example only', async () => {
  const { rows } = await union.visitor().ask('listDeliveries', { query: { address: '13900000001' } })
  expect(rows[0]!.body).toMatch(/验证码 \d{6}/)
  const { openServer } = await import('../../kit/http/server.ts')
  const { rooms, words } = await import('../../rooms.ts')
  const { whoIs } = await import('../accounts/index.ts')
  const real = await openServer(
    { db: union.db, keys: union.keys, setup: { region: 110118, demo: false, publicUrl: '', folder: '', secureCookies: false } },
    rooms,
    { whoIs: whoIs(union.db, 110118, true), words },
  )
  for (const url of ['/api/notices/deliveries', '/api/demo/personas']) expect((await real.inject({ url })).statusCode).toBe(404)
  await real.close()
})
