import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, dialog, expectSound, goTo, sitDown, strangeWords } from './desk.ts'
import { settled } from './settled.ts'
import { aPhone, expectFit } from './phone.ts'
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

const api = async <T>(page: Page, method: string, url: string, data?: object) => {
  const answer = await page.request.fetch(`${server.url}/api${url}`, { method, headers: { 'x-gongyou': '1' }, ...(data ? { data } : {}) })
  expect(answer.ok(), `${url} ${answer.ok() ? '' : await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}
const day = (n: number) => new Date(Date.now() + 8 * 3_600_000 + n * 86_400_000).toISOString().slice(0, 10)
const at = (n: number, clock: string) => new Date(`${day(n)}T${clock}:00+08:00`).toISOString()
type Made = { id: string; version: number; pools: { id: string }[]; sessionList: { id: string }[] }

/** A venue of the caller with a room that nobody has booked. */
const aRoom = async (page: Page) => {
  const { rows } = await api<{ rows: { id: string; name: string; places: number }[] }>(page, 'GET', '/venues?state=open&limit=100')
  const venue = rows.find((v) => v.places > 0)!
  const name = `培训教室${Date.now() % 100_000}`
  await api(page, 'POST', `/venues/${venue.id}/places`, { name, kind: 'room', seats: 50 })
  return { venue, room: name }
}

test('in English the new pages speak English', async () => {
  const { context, page, errors } = await aDesk(browser, server.url, { english: true })
  await sitDown(page, 'zhuren')
  const { rows } = await api<{ rows: { id: string }[] }>(page, 'GET', '/activities?limit=1')
  for (const place of [
    '',
    'activities-calendar',
    'activities-calendar?view=week',
    'activity-kinds',
    'course-menu',
    'new-activity?kind=lecture',
    `activities/${rows[0]!.id}`,
  ]) {
    await goTo(page, place)
    expect(await strangeWords(page), place).toEqual([])
  }
  expect(errors).toEqual([])
  await context.close()
})

test('an officer books a room with a session, sets who may come and what is asked, and takes the list out', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  const { venue, room } = await aRoom(page)
  const me = await api<{ posts: { org: { id: string } }[] }>(page, 'GET', '/accounts/me')
  const made = await api<Made>(page, 'POST', '/activities', {
    kind: 'lecture',
    orgId: me.posts[0]!.org.id,
    title: '骑手交通安全讲座',
    answers: { lecturer: '孟医生', subject: 'law' },
    sessions: [{ startsAt: at(6, '10:00'), endsAt: at(6, '11:00'), place: '待定' }],
    seats: { seats: 30 },
  })
  await goTo(page, `activities/${made.id}`)
  await page.click('.ant-tabs-tab:has-text("场次")')
  await page.click('button:has-text("改期")')
  const form = dialog(page)
  // Beijing time, whatever the zone of the computer.
  expect(await form.locator('#time').inputValue()).toBe(`${day(6)} 10:00`)
  await form.locator('[aria-label="阵地"]').click()
  await page.keyboard.type(venue.name.slice(0, 6))
  await page.click(`.ant-select-item-option:has-text("${venue.name}")`)
  await form.locator('[aria-label="场地"]').click()
  await page.click(`.ant-select-item-option:has-text("${room}")`)
  expect(await form.locator('#place').inputValue()).toBe(`${venue.name} ${room}`)
  await expectSound(page)
  await form.locator('button:has-text("保存")').click()
  await page.waitForSelector('text=已订场地')
  await expectSound(page)

  await page.click('.ant-tabs-tab:has-text("概况")')
  await page.click('.sheet:has(h2:has-text("报名条件和问题")) button:has-text("修改")')
  await dialog(page).locator('button:has-text("加一个条件")').click()
  await dialog(page).locator('button:has-text("加一项")').click()
  await dialog(page).locator('.sheet input').first().fill('用不用餐')
  await expectSound(page)
  await dialog(page).locator('button:has-text("保存")').click()
  await page.waitForSelector('dd:has-text("限工会会员")')
  await page.waitForSelector('dd:has-text("用不用餐")')

  await page.click('.sheet:has(h2:has-text("名额与报名")) button:has-text("修改")')
  await dialog(page).locator('button:has-text("加一个单位")').click()
  await dialog(page).locator('[aria-label="单位"]').click()
  await page.keyboard.type('鼓楼街道总工会')
  await page.keyboard.press('Enter')
  await dialog(page).locator('[aria-label="名额"]').fill('10')
  await expectSound(page)
  await dialog(page).locator('button:has-text("保存")').click()
  await page.waitForSelector('text=鼓楼街道总工会 0/10')

  await page.click('button:has-text("发布")')
  await page.waitForSelector('text=报名中')
  await page.click('.ant-tabs-tab:has-text("报名")')
  await page.click('button:has-text("导出")')
  await expectSound(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).locator('button:has-text("导 出"), button:has-text("导出")').last().click(),
  ])
  expect(file.suggestedFilename()).toBe('骑手交通安全讲座-报名.xlsx')

  await goTo(page, `activities-calendar?on=${day(6)}`)
  await page.waitForSelector('.calendar-item:has-text("骑手交通安全讲座")')
  await expectSound(page)
  await page.click('.ant-segmented-item:has-text("周")')
  await page.waitForSelector(`.calendar.week .calendar-item:has-text("${room}")`)
  await expectSound(page)
  // The room is one thing with its session: it is not there a second time as a booking.
  expect(await page.locator(`.calendar-item:has-text("${room}")`).count()).toBe(1)
  await page.click('.ant-segmented-item:has-text("场地预订")')
  await settled(page)
  expect(await page.locator('.calendar-item:has-text("骑手交通安全讲座")').count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()
})

test('an order of a course becomes a session, and each leads to the other', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'quanyi')
  const { nodes } = await api<{ nodes: { id: string; name: string }[] }>(page, 'GET', '/organisations/tree')
  const lecturers = await api<{ rows: { id: string; title: string }[] }>(page, 'GET', '/registers/lecturers/entries')
  const order = await api<{ id: string }>(page, 'POST', '/cases', {
    service: 'course-order',
    orgId: nodes.find((n) => n.name === '鼓楼街道总工会')!.id,
    channel: 'office',
    answers: {
      menu: 'law',
      wish: '劳动合同怎么签',
      audience: 'new_form',
      people: 30,
      placeKind: 'station',
      place: { town: 110118001, text: '鼓楼大街配送站' },
      mode: 'onsite',
      times: [{ on: day(8), part: 'afternoon' }],
      contact: '许大川',
      phone: '13900000001',
    },
  })
  const lecturer = lecturers.rows[0]!
  const step = async (action: string, answers: object) => {
    const { version } = await api<{ version: number }>(page, 'GET', `/cases/${order.id}`)
    await api(page, 'POST', `/cases/${order.id}/steps/${action}`, { version, answers })
  }
  await step('match', { lecturer: { id: lecturer.id, name: lecturer.title }, heldOn: day(8), heldAt: '1400' })
  await step('confirm', {})
  await goTo(page, `cases/${order.id}`)
  await page.waitForSelector('h2:has-text("活动场次")')
  await expectSound(page)
  await page.click('a:has-text("劳动合同怎么签")')
  await page.waitForSelector('dt:has-text("来自点单")')
  await expectSound(page)
  await page.click('dd a:has-text("课程点单")')
  await page.waitForSelector('h2:has-text("活动场次")')

  await goTo(page, 'course-menu')
  await expectSound(page)
  expect(errors).toEqual([])
  await context.close()
})

test('today’s sessions stand on the workbench; a kind is designed; an activity is passed on as a picture', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  const me = await api<{ posts: { org: { id: string } }[] }>(page, 'GET', '/accounts/me')
  const made = await api<Made>(page, 'POST', '/activities', {
    kind: 'outreach',
    orgId: me.posts[0]!.org.id,
    title: '配送站沟通会',
    answers: { with: 'workers' },
    sessions: [{ startsAt: new Date(Date.now() - 600_000).toISOString(), endsAt: new Date(Date.now() + 600_000).toISOString(), place: '鼓楼配送站' }],
  })
  await api(page, 'POST', `/activities/${made.id}/publish`, { version: made.version })
  await goTo(page, '')
  await page.click('.today-row:has-text("配送站沟通会")')
  await page.waitForSelector('h1:has-text("配送站沟通会")')
  await page.waitForSelector('text=进行中')
  expect(errors).toEqual([])
  await context.close()

  const office = await aDesk(browser, server.url)
  await sitDown(office.page, 'zhuren')
  await goTo(office.page, 'activity-kinds')
  await expectSound(office.page)
  await office.page.click('button:has-text("新建类型")')
  await office.page.fill('.ant-modal input', '亲子手工')
  await office.page.click('button:has-text("开始设计")')
  await office.page.waitForSelector('h1:has-text("亲子手工")')
  await office.page.fill('[aria-label="用于什么"]', '周末亲子活动')
  await office.page.click('button:has-text("加一个条件")')
  await office.page.click('.sheet:has(h2:has-text("报名时问什么")) button:has-text("加一项")')
  await office.page.locator('.sheet:has(h2:has-text("报名时问什么")) input').first().fill('孩子年龄')
  // Whose turn comes first, and whether those who were there may choose each other: the declaration comes with it.
  await office.page.locator('button:has-text("加一个条件")').last().click()
  await office.page.click('text=到场的人会后可以互选')
  await office.page.fill('[aria-label="活动结束几天后全部删除"]', '14')
  await office.page.waitForSelector('text=活动结束 14 天后删除')
  await expectSound(office.page)
  await office.page.click('.page-head button:has-text("保存")')
  await office.page.waitForSelector('text=已保存，可以发布')
  await office.page.click('.page-head button:has-text("发布")')
  await dialog(office.page).locator('input').fill('暑期开办')
  await dialog(office.page).locator('button:has-text("发布")').click()
  await office.page.waitForSelector('td:has-text("亲子手工")')
  expect(office.errors).toEqual([])
  await office.context.close()

  const phone = await aPhone(browser, server.url)
  const page_ = await (await phone.page.request.get(`/m/activities/${made.id}`)).text()
  expect(page_).toContain('<meta property="og:title" content="配送站沟通会"')
  await phone.page.goto(`/m/activities/${made.id}`)
  await phone.page.tap('text=分享给工友')
  await phone.page.waitForSelector('img.poster')
  await expectFit(phone.page)
  expect(phone.errors).toEqual([])
  await phone.context.close()
})
