import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../demo/src/personas.ts'
import { openBrowser } from './browser.ts'
import { aDesk, expectAccessible, goTo, sitDown, strangeWords } from './desk.ts'
import { aPhone, expectFit, signIn } from './phone.ts'
import { startServer } from './server.ts'

let browser: Browser
let server: { url: string; stop: () => Promise<void> }
beforeAll(async () => {
  server = await startServer({ people: 400 })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const asOfficer = async (page: Page, login: string) => {
  const answer = await page.request.post('/api/accounts/sign-in', { data: { login, password: demoPassword }, headers: { 'x-gongyou': '1' } })
  expect(answer.ok()).toBe(true)
}
const post = async <T>(page: Page, url: string, data: object) => {
  const answer = await page.request.post(url, { data, headers: { 'x-gongyou': '1' } })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as T
}
type Made = { id: string; version: number; sessionList: { id: string }[]; pools: { id: string }[] }

test('a courier signs up, is checked in at a station without a network, and says how it was', async () => {
  const station = await aPhone(browser, server.url)
  await asOfficer(station.page, 'gulou')
  const { posts } = (await (await station.page.request.get('/api/accounts/me')).json()) as { posts: { org: { id: string } }[] }
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const made = await post<Made>(station.page, '/api/activities', {
    kind: 'lecture',
    orgId: posts[0]!.org.id,
    title: '骑手冬季出行安全讲座',
    answers: { lecturer: '孟医生', subject: 'health' },
    sessions: [{ startsAt: soon(20), endsAt: soon(80), place: '鼓楼街道工会服务站' }],
    seats: { seats: 30, standbySeats: 5 },
  })
  await post(station.page, `/api/activities/${made.id}/publish`, { version: made.version })

  const courier = await aPhone(browser, server.url)
  await courier.page.goto('/m/activities')
  await courier.page.waitForSelector('text=骑手冬季出行安全讲座')
  await expectFit(courier.page)
  await courier.page.tap('text=骑手冬季出行安全讲座')
  await courier.page.waitForSelector('text=余 30 个，共 30 个名额')
  await expectFit(courier.page)
  await courier.page.tap('text=登录后报名')
  await courier.page.waitForURL('**/sign-in?to=**')
  await signIn(courier.page, '13900000001', `/activities/${made.id}`)
  await courier.page.tap('main button:has-text("报名")')
  await courier.page.waitForSelector('dialog[open]')
  await expectFit(courier.page)
  // Twice, as a hasty thumb does.
  await courier.page.dblclick('dialog button:has-text("确认报名")')
  await courier.page.waitForSelector('text=报名成功')
  await expectFit(courier.page)

  await station.page.goto(`/m/station/${made.sessionList[0]!.id}`)
  await station.page.waitForSelector('text=许大川')
  await station.page.waitForFunction(() => navigator.serviceWorker?.controller !== null || navigator.serviceWorker.ready.then(() => true))
  await expectFit(station.page)
  await station.context.setOffline(true)
  await station.page.waitForSelector('text=/现在没有网络/')
  await station.page.tap('button.row:has-text("许大川")')
  await station.page.waitForSelector('text=许大川 签到成功')
  await station.page.waitForSelector('text=/1\\s*待上传/')
  await station.page.tap('button.row:has-text("许大川")')
  await station.page.waitForSelector('text=许大川 已经签到')
  await station.context.setOffline(false)
  await station.page.waitForSelector('text=/0\\s*待上传/', { timeout: 20_000 })

  await courier.page.goto('/m/my-activities')
  await courier.page.waitForSelector('text=/已签到/')
  await courier.page.tap('.pick:has-text("很满意")')
  await courier.page.tap('text=提交评价')
  await courier.page.waitForSelector('text=提交评价', { state: 'detached' })
  await expectFit(courier.page)

  const sheet = (await (await station.page.request.get(`/api/sessions/${made.sessionList[0]!.id}/sheet`)).json()) as {
    persons: { name: string; via: string; attendedAt: string | null }[]
    ratings: { stars: number }[]
  }
  expect(sheet.persons).toMatchObject([{ name: '许大川', via: 'list' }])
  expect(sheet.ratings).toMatchObject([{ stars: 5 }])
  expect([...courier.errors, ...station.errors]).toEqual([])
  await courier.context.close()
  await station.context.close()
})

test('an officer plans a class, publishes it, pastes names and opens the code at the door', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, 'activities')
  await expectAccessible(page)
  await page.click('.page-head >> text=新建活动')
  await page.waitForSelector('text=女职工流动课堂')
  await expectAccessible(page)
  await page.click('.activity-kind:has-text("讲座")')
  await page.waitForSelector('text=新建讲座')
  await page.fill('#title', '颈椎保健课')
  await page.fill('[data-field=lecturer] input', '孟医生')
  await page.click('[data-field=subject] .ant-select, [data-field=subject] label >> nth=0')
  await page.keyboard.press('Enter')
  await page.click('#sessions_0_time')
  const day = new Date(Date.now() + 8 * 3_600_000 + 2 * 86_400_000).toISOString().slice(0, 10)
  await page.fill('#sessions_0_time', `${day} 14:00`)
  await page.keyboard.press('Enter')
  await page.fill('[date-range=end]', `${day} 16:00`)
  await page.keyboard.press('Enter')
  await page.fill('#sessions_0_place', '鼓楼街道工会服务站')
  await expectAccessible(page)
  await page.click('text=存为草稿')
  await page.waitForSelector('h1:has-text("颈椎保健课")')
  await page.click('button:has-text("发布")')
  await page.waitForSelector('text=报名中')
  await expectAccessible(page)
  await page.click('.ant-tabs-tab:has-text("报名")')
  await page.click('text=粘贴名单')
  await page.fill('textarea[aria-label=名单]', '许大川 13900000001\n无名氏 13000000000')
  await page.click('button:has-text("核对")')
  await page.waitForSelector('text="可以报名"')
  await page.waitForSelector('text=您范围内的名册里没有这个人，请核对姓名和号码')
  await page.click('button:has-text("报名 1 人")')
  await page.waitForSelector('text=报名成功')
  await page.click('button:has-text("完成")')
  await page.waitForSelector('td:has-text("许大川")')
  await page.click('.ant-tabs-tab:has-text("场次")')
  await page.click('button:has-text("签到码")')
  await page.waitForSelector('.activity-door .ant-qrcode')
  await page.waitForSelector('text=已到 0 / 应到 1')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.activity-door', { state: 'detached' })
  expect(errors).toEqual([])
  await context.close()
})

test('in English the pages of activities speak English', async () => {
  const { context, page, errors } = await aDesk(browser, server.url, { english: true })
  await sitDown(page, 'gulou')
  const { rows } = (await (await page.request.get('/api/activities?limit=1')).json()) as { rows: { id: string }[] }
  for (const place of ['activities', 'new-activity', 'new-activity?kind=sports', `activities/${rows[0]!.id}`]) {
    await goTo(page, place)
    expect(await strangeWords(page), place).toEqual([])
  }
  expect(errors).toEqual([])
  await context.close()
})
