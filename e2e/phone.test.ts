import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeIdCard } from '../contract/src/kit/id-card.ts'
import { openBrowser } from './browser.ts'
import { aPhone, codeFor, expectFit, expectWithin, signIn, thumb } from './phone.ts'
import { type RunningServer, startServer } from './server.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('the first page is under 100 KB over the wire and can be used soon on a slow phone', async () => {
  const { context, page } = await aPhone(browser, server.url, { slowly: true })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', (e) => (bytes += e.encodedDataLength))
  const start = performance.now()
  await page.goto('/m/', { waitUntil: 'commit' })
  await page.waitForSelector('.entries a')
  const usable = performance.now() - start
  await page.waitForLoadState('networkidle')
  console.log(`first phone page: ${(bytes / 1024).toFixed(1)} KB with headers, usable after ${(usable / 1000).toFixed(2)} s`)
  expect(bytes).toBeLessThan(100 * 1024)
  await context.close()
})

test('a courier joins on a slow phone in under 90 seconds, typing as people type', async () => {
  const { context, page, errors } = await aPhone(browser, server.url, { slowly: true })
  const hand = thumb(page)
  const number = makeIdCard('110118', '1996-08-21', 377)
  const mobile = '13712345601'
  const start = performance.now()
  await page.goto('/m/join/HCSJ2345')
  await page.waitForSelector('[name=name]')
  await hand.think(1500)
  // A Chinese name by pinyin: about a second and a half for each character.
  await hand.type('[name=name]', '邵远航', 1500)
  await hand.type('[name=id-number]', number)
  await page.waitForSelector('text=1996年8月21日出生')
  await hand.tap('text=下一步')
  await hand.tap('.tile:has-text("快递员")')
  await hand.tap('.tile:has-text("云递速运")')
  await hand.tap('.tile:has-text("闪鹿外卖")')
  await hand.tap('text=下一步')
  await hand.type('[name=mobile]', mobile)
  await hand.tap('text=获取验证码')
  await page.waitForSelector('text=/秒后可重发/')
  await hand.think(6000) // the message arrives and is read
  await hand.type('[name=code]', await codeFor(page, mobile))
  await hand.think(5000) // the two sentences are read
  await hand.tap('[name="joining-2026-1"]')
  await hand.tap('[name="id-number-2026-1"]')
  await hand.tap('text=提交入会申请')
  await page.waitForSelector('text=已收到您的申请')
  const seconds = (performance.now() - start) / 1000
  console.log(`joined in ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(90)
  expect(await page.textContent('.facts')).toMatch(/RH\d{8}-\d{4}.*鼓楼街道工会服务站/)

  // A reload shows the receipt again, and nothing of the form stays on the phone.
  await page.reload()
  await page.waitForSelector('text=已收到您的申请')
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(number)
  await page.goto('/m/me/application')
  await page.waitForSelector('text=已收到，正在核对')
  expect(errors).toEqual([])
  await context.close()
})

test('a reload in the middle loses nothing; a closed page loses only the ID number', async () => {
  const { context, page } = await aPhone(browser, server.url)
  const number = makeIdCard('110118', '1990-01-02', 18)
  await page.goto('/m/join/GLJD2345')
  await page.fill('[name=name]', '阿依古丽·麦合木提')
  await page.fill('[name=id-number]', number)
  await page.tap('text=下一步')
  await page.tap('.tile:has-text("快递员")')
  await page.reload()
  expect(await page.isChecked('.tile:has-text("快递员") input')).toBe(true)
  await page.goBack()
  expect(await page.inputValue('[name=id-number]')).toBe(number)

  const later = await context.newPage()
  await later.goto('/m/join/GLJD2345')
  expect(await later.inputValue('[name=name]')).toBe('阿依古丽·麦合木提')
  expect(await later.inputValue('[name=id-number]')).toBe('')
  await context.close()
})

test('what is wrong is said beside the field, at once and again by the server', async () => {
  const { context, page } = await aPhone(browser, server.url)
  await page.goto('/m/join/GLJD2345')
  await page.tap('text=下一步')
  expect(await page.textContent('.wrong >> nth=0')).toContain('请填写姓名')
  const good = makeIdCard('110118', '1990-01-02', 19)
  await page.fill('[name=name]', '柏青')
  await page.fill('[name=id-number]', good.slice(0, 17) + (good[17] === '0' ? '1' : '0'))
  expect(await page.textContent('.wrong')).toContain('校验码不符')
  await page.fill('[name=id-number]', makeIdCard('110118', '2013-01-02', 19))
  expect(await page.textContent('.wrong')).toContain('未满 16 周岁')
  // Somebody else's number under this name: the server knows, and brings one back to the step where the name is.
  await page.fill('[name=id-number]', makeIdCard('110118', '1993-04-12', 811))
  await page.tap('text=下一步')
  await page.tap('.foot button')
  await page.fill('[name=mobile]', '13712345602')
  await page.tap('text=获取验证码')
  await page.waitForSelector('text=/秒后可重发/')
  await page.fill('[name=code]', await codeFor(page, '13712345602'))
  await page.check('[name="joining-2026-1"]')
  await page.check('[name="id-number-2026-1"]')
  await page.tap('text=提交入会申请')
  await page.waitForSelector('text=姓名与登记的证件不一致')
  expect(await page.inputValue('[name=name]')).toBe('柏青')
  await context.close()
})

test('an expired code and an unknown one say what to do', async () => {
  const { context, page } = await aPhone(browser, server.url)
  await page.goto('/m/join/GQDE2345')
  await page.waitForSelector('text=这个入会码过期了')
  expect(await page.textContent('main')).toContain('要新码')
  await expectFit(page)
  await page.goto('/m/join/ABCD2345')
  await page.waitForSelector('text=没有这个入会码')
  await expectFit(page)
  await context.close()
})

test('an elder switches to large letters once; they stay, and everything fits', async () => {
  const { context, page } = await aPhone(browser, server.url)
  await page.goto('/m/me')
  await page.tap('text=大字版')
  await signIn(page, '13900000003')
  for (const at of [
    '',
    'join/GLJD2345',
    'card',
    'inbox',
    'me',
    'me/data',
    'me/edit',
    'me/work',
    'me/mobile',
    'me/ask',
    'me/seen',
    'me/export',
    'services',
    'scan',
  ]) {
    await page.goto(`/m/${at}`, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('22px')
    await expectWithin(page)
  }
  await context.close()
})

test('the card is shown and proved without a network; a forged one is not', async () => {
  const { context, page } = await aPhone(browser, server.url)
  await signIn(page, '13900000001', '/card')
  await page.waitForSelector('svg.qr')
  const { card } = (await (await page.request.get('/api/membership/mine')).json()) as { card: string }
  await page.goto(`/m/verify?card=${encodeURIComponent(card)}`)
  await page.waitForSelector('text=是真卡')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(async () => Boolean(await caches.match('/m/')))

  await context.setOffline(true)
  await page.goto('/m/card')
  await page.waitForSelector('svg.qr')
  await page.waitForSelector('text=没有网络，显示的是')
  await expectFit(page)
  await page.goto(`/m/verify?card=${encodeURIComponent(card)}`)
  await page.waitForSelector('text=是真卡')
  expect(await page.textContent('.facts')).toContain('许大川')
  const [kind, payload, signature] = card.split('.')
  const forged = [kind, Buffer.from(Buffer.from(payload!, 'base64url').toString().replace('许大川', '许小川')).toString('base64url'), signature].join(
    '.',
  )
  await page.goto(`/m/verify?card=${encodeURIComponent(forged)}`)
  await page.waitForSelector('text=核验不通过')
  await page.goto('/m/me/data')
  await page.waitForSelector('text=个人信息不存在手机里')
  await context.close()
})

test('a member looks at everything, unmasks the number, and finds that in the record of who looked', async () => {
  const { context, page, errors } = await aPhone(browser, server.url)
  await signIn(page, '13900000004')
  await page.goto('/m/me/data', { waitUntil: 'networkidle' })
  const number = makeIdCard('110118', '1988-07-19', 814)
  expect(await page.textContent('main')).not.toContain(number)
  await page.tap('text=显示完整号码')
  await page.waitForSelector(`text=${number}`)
  await page.goto('/m/me/edit')
  await page.selectOption('select >> nth=0', '30')
  await page.tap('text=保存 1 处更正')
  await page.waitForSelector('text=大学专科')
  await page.goto('/m/me/seen')
  await page.tap('text=也看我自己的')
  await page.waitForSelector('text=本人查看完整证件号码')
  for (const at of [
    '',
    'inbox',
    'card',
    'me',
    'me/data',
    'me/edit',
    'me/work',
    'me/mobile',
    'me/ask',
    'me/seen',
    'me/export',
    'outbox',
    'verify',
    'scan',
    'join',
    'sign-in',
    'activities',
    'map',
    'nowhere',
  ]) {
    await page.goto(`/m/${at}`, { waitUntil: 'networkidle' })
    await expectFit(page)
  }
  await page.goto('/m/me')
  await page.tap('text=退出登录')
  await page.waitForURL('**/m/')
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => localStorage.getItem(k)!.includes('阿依古丽')))).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})
