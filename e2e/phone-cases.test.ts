import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyKind } from '../server/src/test/every-kind.ts'
import { type View, aPhoto, anOfficer, caseOf, enter, fillIn, next, writtenDown } from './applicant.ts'
import { openBrowser } from './browser.ts'
import { startServerOffering } from './offering.ts'
import { aPhone, expectFit, expectWithin } from './phone.ts'

let browser: Browser
let server: { url: string; stop: () => Promise<void> }
beforeAll(async () => {
  server = await startServerOffering([everyKind])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a worker finds out whether he may, applies, supplies a photo, is answered and rates one star; somebody is to call him', async () => {
  const { context, page, errors } = await aPhone(browser, server.url)
  await page.goto('/m/services')
  await page.waitForSelector('text=临时困难帮扶')
  expect(await page.textContent('main')).toMatch(/要带：诊断证明或事故证明 · 5 个工作日内答复/)
  await expectFit(page)
  await page.tap('text=临时困难帮扶')
  await page.tap('text=条件自测')
  await page.waitForSelector('text=看结果')
  expect(await page.locator('[data-field]').count()).toBe(1)
  await page.tap('.pick:has-text("患病住院")')
  await page.fill('[name=hospitalDays]', '1')
  await page.tap('text=看结果')
  await page.waitForSelector('text=现在还不符合')
  await expectFit(page)
  await page.fill('[name=hospitalDays]', '5')
  await page.tap('text=看结果')
  await page.waitForSelector('text=登录后自动核对')

  // The door stands only here, and leads back to the form.
  await page.tap('text=开始办理')
  await page.waitForURL('**/sign-in?to=**')
  await enter(page, '13900000001')
  await page.goto('/m/services/urgent-help/apply')
  await page.waitForSelector('text=第 1 步，共 5 步')
  await next(page)
  await page.waitForSelector('.wrong')
  expect(await page.locator('.wrong').count()).toBe(3)
  await page.fill('[name=happenedOn]', '2099-01-01')
  await page.waitForSelector('text=不能晚于')
  await expectFit(page)
  await page.reload()
  await fillIn(page, { cause: '患病住院', days: '12', story: '送餐路上摔伤，收入断了' })
  expect(await page.textContent('main')).toContain('4,321.50 元')
  // What the register knows was not asked.
  expect(await page.textContent('main')).toContain('鼓楼街道工会服务站')
  expect(await page.locator('[data-field=phone] input').count()).toBe(0)
  await expectFit(page)
  await page.tap('text=提交申请')
  await page.waitForSelector('text=已收到您的申请')
  expect(await page.textContent('.facts')).toMatch(/LS\d{8}-0001/)
  await expectFit(page)
  const id = await caseOf(page)
  await expectFit(page)

  const gulou = await anOfficer(server.url, 'gulou')
  await gulou.act(id, 'ask-for-more', { fields: ['proof', 'hospitalDays'], says: '诊断证明看不清，请重拍；住院天数请核对' })
  await page.goto('/m/')
  await page.tap('text=还差材料，请补充')
  await page.waitForSelector('text=诊断证明看不清')
  await page.fill('[name=hospitalDays]', '15')
  const big = await aPhoto(page, '重拍.jpg')
  await page.setInputFiles('[name="proof.camera"]', big)
  await page.waitForSelector('text=已上传')
  await page.fill('textarea', '第二张是新的')
  await expectFit(page)
  // An old phone loses the page while the camera is open; then the network is gone as well.
  await page.reload()
  await page.waitForSelector('.paper:has-text("重拍.jpg")')
  expect(await page.inputValue('[name=hospitalDays]')).toBe('15')
  expect(await page.inputValue('textarea')).toBe('第二张是新的')
  await context.setOffline(true)
  await page.tap('text=保存，联网后提交')
  await page.waitForSelector('text=补充的材料已保存，联网后提交')
  await context.setOffline(false)
  await page.waitForSelector('.notice:has-text("已提交")')
  const supplied = (await gulou.see(id)) as View & { papers: { name: string; bytes: number; mediaType: string }[] }
  expect(supplied).toMatchObject({ awaiting: null, answers: { hospitalDays: 15 } })
  const photo = supplied.papers.find((p) => p.name === '重拍.jpg')!
  expect(photo.mediaType).toBe('image/jpeg')
  expect(photo.bytes).toBeLessThan(big.buffer.length / 2)
  console.log(`a photo of ${(big.buffer.length / 1024).toFixed(0)} KB left the phone with ${(photo.bytes / 1024).toFixed(0)} KB`)

  // The paper opens here; urging is possible again, for it is the union's turn.
  await page.tap('.row:has-text("重拍.jpg")')
  await page.waitForSelector('dialog img.picture')
  expect(await page.evaluate(() => document.querySelector<HTMLImageElement>('img.picture')!.naturalWidth)).toBe(1600)
  await page.tap('dialog >> [aria-label="关闭"]')
  await page.tap('text=催一催')
  await page.tap('text=发出催办')
  await page.waitForSelector('text=已经提醒工作人员')
  await gulou.act(id, 'steps/refuse', { said: '本年度已帮扶过一次，请明年再申请' })
  await page.goto('/m/cases')
  await page.tap('text=未通过')
  await page.waitForSelector('text=本年度已帮扶过一次')
  await page.tap('text=办理经过')
  expect(await page.textContent('.history')).toMatch(/不予帮扶.*您补充了材料.*请您补充材料.*您提交了申请/s)
  await page.tap('.rate .pick:has-text("很不满意")')
  await page.fill('.rate textarea', '没有人打过电话')
  await expectFit(page)
  await page.tap('text=提交评价')
  await page.waitForSelector('text=您评了 1 分')
  const visits = (await gulou.ask('/api/cases/queue?service=return-visit')) as unknown as { rows: { title: string }[] }
  expect(visits.rows.map((v) => v.title)).toEqual([expect.stringContaining('回访：临时困难帮扶')])
  await page.tap('text=对结果有异议')
  await page.tap('text=提出异议')
  await page.waitForSelector('text=请写一句原因')
  await page.fill('dialog textarea', '去年没有领过')
  await page.tap('dialog >> text=提出异议 >> nth=-1')
  await page.waitForSelector('text=您提出的异议')
  await expectFit(page)
  expect(errors).toEqual([])
  await context.close()
})

test('without a network he fills in and hands in; it goes out by itself, once; what is not taken holds back nothing; secrets are not written down', async () => {
  const { context, page, errors } = await aPhone(browser, server.url)
  const card = '6222021234567894'
  await enter(page, '13900000004')
  await page.goto('/m/services/urgent-help/apply')
  await page.waitForSelector('text=第 1 步，共 5 步')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(async () => Boolean(await caches.match('/m/')))
  await context.setOffline(true)
  await page.waitForSelector('text=没有网络，填的内容都存在手机里')
  // One day in hospital is too little: the server will not take this one.
  await fillIn(page, { cause: '患病住院', days: '1', story: '这一件不会被接收' })
  await page.tap('text=保存，联网后提交')
  await page.waitForSelector('h1:has-text("已保存，联网后提交")')
  await page.goto('/m/services/urgent-help/apply')
  await page.waitForSelector('text=第 1 步，共 5 步')
  await page.tap('.pick:has-text("意外伤害")')
  await page.fill('[name=happenedOn]', '2026-11-03')
  await page.fill('[name=story]', '这一件会被接收')
  // The page is closed and opened again in the middle, still without a network.
  await page.reload()
  await page.waitForSelector('text=接着上次填的')
  expect(await page.inputValue('[name=story]')).toBe('这一件会被接收')
  await next(page)
  await page.fill('[name=phone]', '13900000004')
  await page.tap('text=/^我本人/')
  await page.waitForSelector('[name=union]')
  await context.setOffline(false)
  await page.fill('[name=union]', '鼓楼街道')
  await page.tap('.found button >> nth=0')
  await context.setOffline(true)
  await page.fill('[name=employer]', '云递速运')
  await page.fill('[name=home]', '果园西路 2 号')
  await next(page)
  await page.tap('text=添加同住家人')
  await page.fill('[name="family.0.name"]', '艾力')
  await page.tap('.card-line .pick:has-text("子女")')
  await page.tap('.pick:has-text("照护")')
  await page.fill('[name=income]', '7654.32')
  await page.fill('[name=card]', card)
  await next(page)
  await page.setInputFiles('[name="proof.camera"]', await aPhoto(page, '事故证明.jpg'))
  await page.waitForSelector('text=已存在手机里，联网后上传')
  await page.tap('text=/以“.*”签名/')
  await page.check('[name=consent]')
  await next(page)
  await page.tap('text=保存，联网后提交')
  await page.waitForSelector('h1:has-text("已保存，联网后提交")')
  await expectFit(page)
  const kept = await writtenDown(page)
  expect(kept).toContain('这一件会被接收')
  for (const secret of [card, '765432', '432150']) expect(kept).not.toContain(secret)

  // Neither a reload nor the way home loses it.
  await page.reload()
  await page.waitForSelector('h1:has-text("已保存，联网后提交")')
  await context.setOffline(false)
  await page.waitForSelector('text=已收到您的申请')
  await page.goto('/m/waiting')
  await page.waitForSelector('text=没有被接收，请改一改')
  await expectFit(page)
  const mine = (await (await page.request.get('/api/my/cases')).json()) as { rows: { id: string }[] }
  expect(mine.rows).toHaveLength(1)
  const paper = (await (await page.request.get(`/api/cases/${mine.rows[0]!.id}`)).json()) as { papers: { name: string }[]; answers: { card: string } }
  expect(paper.papers.map((p) => p.name).sort()).toEqual(['事故证明.jpg', '签名.png'])
  expect(paper.answers.card).toBe(card)

  // The other one goes back into the form and is mended there.
  await page.tap('text=没有被接收，请改一改')
  await page.waitForSelector('text=住院满 3 天')
  await page.tap('text=去修改')
  await page.waitForSelector('text=第 1 步，共 5 步')
  await page.fill('[name=hospitalDays]', '9')
  for (let i = 0; i < 4; i++) await next(page)
  await page.tap('text=提交申请')
  await page.waitForSelector('text=已收到您的申请')
  const given = await caseOf(page)
  await page.tap('text=撤回申请')
  await page.tap('text=确定撤回')
  await page.waitForSelector('.notice:has-text("申请人撤回")')
  expect(page.url()).toContain(given)
  await page.goto('/m/me')
  await page.tap('text=退出登录')
  await page.waitForURL('**/m/')
  await page.waitForTimeout(300)
  expect(await writtenDown(page)).not.toContain('会被接收')
  expect(errors).toEqual([])
  await context.close()
})

test('what one phone has begun another goes on with', async () => {
  const one = await aPhone(browser, server.url)
  await enter(one.page, '13900000001')
  await one.page.goto('/m/services/urgent-help/apply')
  await one.page.tap('.pick:has-text("火灾水灾")')
  await one.page.fill('[name=story]', '写到一半')
  await one.page.waitForSelector('text=草稿已保存')
  // Where he stands is written down as maps of the mainland have it, some hundred metres beside what the satellite says.
  await one.context.grantPermissions(['geolocation'])
  await one.context.setGeolocation({ longitude: 116.84, latitude: 40.37 })
  await one.page.goto('/m/services/urgent-help/apply?step=2')
  await one.page.tap('text=我就在这里，帮我定位')
  await one.page.waitForSelector('text=已定位，重新定位')
  expect(await writtenDown(one.page)).toMatch(/"point":\[116\.84[56]\d+,40\.37[12]\d+\]/)
  await one.page.waitForTimeout(3500)
  const other = await aPhone(browser, server.url)
  await enter(other.page, '13900000001')
  await other.page.goto('/m/services/urgent-help')
  await other.page.tap('text=接着填')
  await other.page.waitForSelector('text=接着上次填的')
  expect(await other.page.inputValue('[name=story]')).toBe('写到一半')
  expect(await other.page.isChecked('.pick:has-text("火灾水灾") input')).toBe(true)
  await Promise.all([one, other].map((p) => p.context.close()))
})

test('an outside party opens its link on one device, answers with a photo, and no other device gets in', async () => {
  const gulou = await anOfficer(server.url, 'gulou')
  const tree = (await gulou.ask('/api/organisations/tree')) as unknown as { nodes: { id: string; name: string }[] }
  const org = tree.nodes.find((n) => n.name === '鼓楼街道总工会')!
  const line = (await gulou.ask('/api/cases/quick', { said: '核对许师傅的参保记录', orgId: org.id })) as View
  const made = (await gulou.ask(`/api/cases/${line.id}/links`, {
    party: '密云区社保中心',
    asks: '请核对 2026 年 1 至 10 月的缴费记录',
    purpose: '核实帮扶条件',
    fields: ['said'],
  })) as { url: string }
  const place = new URL(made.url).pathname

  const first = await aPhone(browser, server.url)
  await first.page.goto(place)
  await first.page.waitForSelector('text=工会请贵单位协助')
  // Looking at the page, as previews of chat programs do, has opened nothing.
  expect(((await gulou.see(line.id)) as View & { links: { openedAt: string | null }[] }).links[0]!.openedAt).toBeNull()
  await expectFit(first.page)
  // The answer is lost on its way; the same device asks again.
  await first.page.route('**/api/cases/links/open', async (call) => {
    await call.fetch()
    await call.abort()
  })
  await first.page.tap('text=打开 >> nth=-1')
  await first.page.waitForSelector('.notice')
  await first.page.unroute('**/api/cases/links/open')
  await first.page.tap('.foot >> text=打开')
  await first.page.waitForSelector('text=请核对 2026 年')
  expect(await first.page.textContent('.facts')).toContain('核对许师傅的参保记录')
  await expectFit(first.page)

  const second = await aPhone(browser, server.url)
  await second.page.goto(place)
  await second.page.tap('.foot >> text=打开')
  await second.page.waitForSelector('text=一个链接只能在第一次打开它的那台设备上看')
  await expectFit(second.page)

  await first.page.reload()
  await first.page.waitForSelector('text=请核对 2026 年')
  await first.page.tap('text=提交回复')
  await first.page.waitForSelector('text=请写明核对或办理的情况')
  await first.page.fill('[name=reply]', '1 至 10 月均已缴费')
  await first.page.setInputFiles('[name="papers.camera"]', await aPhoto(first.page, '缴费清单.jpg'))
  await first.page.waitForSelector('text=已上传')
  await first.page.tap('text=提交回复')
  await first.page.waitForSelector('text=已收到贵单位的回复')
  await expectFit(first.page)
  const answered = (await gulou.see(line.id)) as View & { links: { reply: string }[]; papers: { name: string }[] }
  expect(answered.links[0]!.reply).toBe('1 至 10 月均已缴费')
  expect(answered.papers.map((p) => p.name)).toEqual(['缴费清单.jpg'])
  await first.page.goto('/m/link/no-such-link-anywhere-0000')
  await first.page.tap('.foot >> text=打开')
  await first.page.waitForSelector('text=链接已失效')
  await Promise.all([first, second].map((p) => p.context.close()))
})

test.each([
  [320, 'usual'],
  [390, 'large'],
  [320, 'large'],
] as const)('at %d px, letters %s, every page and every question stays within the screen', async (width, letters) => {
  const { context, page } = await aPhone(browser, server.url)
  await page.setViewportSize({ width, height: 640 })
  if (letters === 'large') await context.addInitScript(() => localStorage.setItem('gongyou.size', 'large'))
  await enter(page, '13900000001')
  for (const at of ['services', 'services/urgent-help', 'cases', 'waiting', 'services/nothing', 'link/no-such-link-anywhere-0000']) {
    await page.goto(`/m/${at}`, { waitUntil: 'networkidle' })
    await expectWithin(page)
  }
  await page.goto('/m/services/urgent-help/apply')
  await page.waitForSelector('text=第 1 步')
  await next(page)
  await expectWithin(page)
  for (const step of [2, 3, 4]) {
    await page.goto(`/m/services/urgent-help/apply?step=${step}`)
    await page.waitForSelector(`text=第 ${step} 步`)
    if (step === 2) await page.tap('[data-field=union] .link')
    if (step === 2) await page.fill('[name=union]', '鼓楼')
    if (step === 2) await page.waitForSelector('.found')
    if (step === 3 && (await page.isVisible('text=添加同住家人'))) await page.tap('text=添加同住家人')
    await expectWithin(page)
    await expectFit(page)
  }
  await page.goto('/m/services/urgent-help/apply?step=5')
  await page.waitForSelector('text=核对后提交')
  await expectWithin(page)
  await page.goto('/m/cases')
  await page.tap('.row >> nth=-1')
  await page.waitForSelector('.way')
  await expectFit(page)
  await context.close()
})
