import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../demo/src/personas.ts'
import { openBrowser } from './browser.ts'
import { aDesk, dialog, expectSound, goTo, row, sitDown } from './desk.ts'
import { settled } from './settled.ts'
import { askAt } from './joins.ts'
import { aPhone, expectFit, signIn } from './phone.ts'
import { type RunningServer, startServer } from './server.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = [await startServer(), await openBrowser()]
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Where somebody wants to look. */
const picture = async (page: Page, name: string) => {
  const place = process.env['SCREENSHOT_FOLDER']
  if (place) await page.screenshot({ path: path.join(place, `venues-${name}.png`), fullPage: true })
}
const officer = async (login: string) => (await askAt(server.url, '/api/accounts/sign-in', { login, password: demoPassword })).cookie
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

test('a courier finds a station that is open, takes his hot drink once, and the stock of the station says so', async () => {
  const { context, page, errors } = await aPhone(browser, server.url)
  await page.goto('/m/')
  await page.tap('text=地图')
  await page.waitForSelector('.sketch-pin.open')
  await page.tap('.filters >> text=可领物品')
  await page.waitForSelector('.row:has-text("暖冬热饮")')
  expect(await page.locator('.row .shut-now').count()).toBe(0)
  await expectFit(page)
  // The station that never closes, whatever time this test runs.
  await page.tap('.row:has-text("鼓楼云湖路口暖心驿站")')
  await page.waitForSelector('text=正在开放，24 小时')
  await expectFit(page)
  await page.tap('text=怎么去')
  expect(await page.getAttribute('a:has-text("高德地图")', 'href')).toContain('uri.amap.com/marker?position=116.')
  await page.keyboard.press('Escape')

  await signIn(page, '13900000001', '/v/GLYZ2345')
  await page.tap('button:has-text("领取")')
  await page.tap('text=现在领取')
  await page.waitForSelector('.handed:has-text("暖冬热饮")')
  await expectFit(page)
  await picture(page, 'taken')
  await page.tap('text=好了')
  await page.waitForSelector('text=您今天已经领过')
  expect(await page.locator('button:has-text("领取")').count()).toBe(0)
  await page.tap('text=我到了，登记一下')
  await page.waitForSelector('text=已登记，欢迎')

  await page.tap('text=提意见')
  await page.waitForSelector('[name=venue]')
  expect(await page.inputValue('[name=venue]')).toBe('GLYZ2345')
  expect(errors).toEqual([])
  await context.close()

  const desk = await aDesk(browser, server.url)
  await sitDown(desk.page, 'gulou')
  await goTo(desk.page, 'venues?q=GLYZ2345')
  await row(desk.page, '鼓楼云湖路口暖心驿站').click()
  await desk.page.getByRole('tab', { name: '发放与到站' }).click()
  await desk.page.waitForSelector('text=今天 1 份')
  await desk.page.getByRole('button', { name: '+5' }).click()
  await desk.page.waitForSelector('text=今天 6 人次（含扫码）')
  await expectSound(desk.page)
  expect(desk.errors).toEqual([])
  await desk.context.close()
})

test('an officer leads a station through its case to the day it opens, and it stands on the map', async () => {
  const station = await officer('shegong')
  const me = (await askAt(server.url, '/api/accounts/me', undefined, station)).said as { posts: { org: { id: string } }[] }
  const answers = {
    name: '鼓楼网约车停车场驿站',
    kind: 'warm_station',
    place: { town: 110118001, text: '新北路 8 号', point: [116.85, 40.375] },
    access: 'open',
    opens: 'always',
    because: '司机等单没有地方休息',
  }
  const { id } = (await askAt(server.url, '/api/cases', { service: 'venue-application', orgId: me.posts[0]!.org.id, answers }, station)).said as {
    id: string
  }
  const act = async (cookie: string, action: string, given: object = {}) => {
    const { version } = (await askAt(server.url, `/api/cases/${id}`, undefined, cookie)).said as { version: number }
    return askAt(server.url, `/api/cases/${id}/steps/${action}`, { version, answers: given }, cookie)
  }
  await act(station, 'checkSite', { checkedOn: today, onStreet: 'yes', safe: 'yes', siteSays: '临街，水电齐全' })

  const district = await aDesk(browser, server.url)
  await sitDown(district.page, 'zuzhi')
  await goTo(district.page, `cases/${id}`)
  const press = (page: Page, name: string) => page.locator('.case-acts').getByRole('button', { name, exact: true }).click()
  await press(district.page, '批准建设')
  await dialog(district.page).getByLabel('批准资金').fill('20000')
  await dialog(district.page).getByRole('button', { name: '批准建设' }).click()
  await district.page.waitForSelector('text=已记录“批准建设”')
  const head = await officer('zuzhi')
  await act(station, 'build')
  await act(head, 'accept', { acceptedOn: today, signUp: 'yes', rulesUp: 'yes' })

  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'shegong')
  await goTo(page, 'venues?state=coming')
  await row(page, '鼓楼网约车停车场驿站').click()
  await page.waitForSelector('text=状态变化')
  await expectSound(page)
  await page.getByRole('link', { name: '打开' }).click()
  await press(page, '正式开放')
  await dialog(page).getByLabel('开放日期').fill(today)
  await page.keyboard.press('Enter')
  await dialog(page).getByText('24 小时').click()
  await dialog(page).getByRole('button', { name: '正式开放' }).click()
  await page.waitForSelector('text=已记录“正式开放”')
  await goTo(page, 'venues?view=map&q=' + encodeURIComponent('鼓楼网约车停车场驿站'))
  await page.waitForSelector('.sketch-pin.open')
  await row(page, '鼓楼网约车停车场驿站').getByText('开放', { exact: true }).waitFor()
  await expectSound(page)
  expect(errors).toEqual([])
  await context.close()
  await district.context.close()
  const map = (await askAt(server.url, '/api/venues/map')).said as { rows: { name: string }[] }
  expect(map.rows.map((r) => r.name)).toContain('鼓楼网约车停车场驿站')
})

test('a booking is asked for on the phone, approved at the desk, and told to the person; a block shows whom it hits', async () => {
  const map = (await askAt(server.url, '/api/venues/map')).said as { rows: { code: string; kind: string; name: string }[] }
  const home = map.rows.find((v) => v.kind === 'workers_home_100plus' && v.name.startsWith('鼓楼'))!
  const phone = await aPhone(browser, server.url)
  await signIn(phone.page, '13900000003', `/v/${home.code}`)
  await phone.page.tap('.row:has-text("多功能厅")')
  await phone.page.waitForSelector('.slots')
  await phone.page.locator('.slots.days button:not(.taken)').last().tap()
  await phone.page.locator('.slots:not(.days) button:not(.taken)').first().tap()
  await phone.page.fill('[name=purpose]', '货车司机座谈')
  await phone.page.fill('[name=people]', '20')
  await expectFit(phone.page)
  await phone.page.tap('text=提交预订')
  await phone.page.waitForURL('**/bookings?new=*')
  await phone.page.waitForSelector('.notice:has-text("待审批")')
  await expectFit(phone.page)

  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, 'bookings')
  await row(page, '货车司机座谈').click()
  await dialog(page).getByText('𠮷永安').waitFor()
  await dialog(page).getByRole('button', { name: '批准', exact: true }).click()
  await page.waitForSelector('text=已批准，已通知本人')
  await phone.page.goto('/m/inbox')
  await phone.page.waitForSelector('text=预订已批准')

  await phone.page.goto('/m/bookings')
  const when = await phone.page.locator('.row:has-text("已订上") .title').first().textContent()
  const [, month, day, from, to] = /(\d+)月(\d+)日 (\d\d:\d\d)–(\d\d:\d\d)/.exec(when!)!
  const date = `${Number(month) < Number(today.slice(5, 7)) ? Number(today.slice(0, 4)) + 1 : today.slice(0, 4)}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  await goTo(page, `venues?q=${home.code}`)
  await row(page, home.name).click()
  await page.getByRole('tab', { name: '预订' }).click()
  await page.getByRole('button', { name: '占用场地' }).click()
  const box = dialog(page)
  await box.locator('.ant-select').first().click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '多功能厅' }).click()
  await box.getByLabel('日期').fill(date)
  await page.keyboard.press('Enter')
  await box.getByLabel('从').fill(from!)
  await box.getByLabel('到').fill(to!)
  await box.getByLabel('原因').fill('消防检查')
  await box.getByRole('button', { name: '占用' }).click()
  await box.getByText('以下预订会被调整').waitFor()
  await box.getByText('𠮷永安').waitFor()
  await picture(page, 'block')
  await box.getByRole('button', { name: '调整 1 条预订并占用' }).click()
  await page.waitForSelector('text=已占用，1 位当事人已通知')
  await settled(page)
  await phone.page.goto('/m/inbox')
  await phone.page.waitForSelector('text=您的预订需要调整')
  await phone.page.goto('/m/bookings')
  await phone.page.waitForSelector('a:has-text("改订")')
  await expectFit(phone.page)
  expect([...errors, ...phone.errors]).toEqual([])
  await context.close()
  await phone.context.close()
})
