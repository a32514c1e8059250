import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDays } from '../contract/src/kit/civil-date.ts'
import { writeSheet } from '../server/src/kit/sheets/write-sheet.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, expectSound, goTo, sitDown } from './desk.ts'
import { settled } from './settled.ts'
import { type RunningServer, startServer } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-hotline-'))
const file = path.join(folder, '区热线平台派单.xlsx')
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
const titles = ['序号', '派单编号', '来源渠道', '派单时间', '截止时间', '紧急程度', '问题分类', '问题描述', '被反映单位', '来电人', '来电号码']
const line = (n: number, more: Record<number, string> = {}) =>
  [
    String(n),
    `1234520261118${String(2000 + n)}`,
    '12345热线',
    `${addDays(today, -1)} 09:30`,
    addDays(today, 4),
    '一般',
    '劳动保障/工资待遇/拖欠工资',
    '反映单位拖欠两个月工资，希望协调支付。',
    '云岭食品有限公司',
    '卜算筹',
    '13677770001',
  ].map((v, i) => more[i] ?? v)
const rows = [
  ...[...Array(130).keys()].map((n) => line(n + 1)),
  line(131, { 6: '噪声扰民', 4: '' }),
  line(132, { 3: '上周三' }),
  line(133, { 7: '' }),
  line(134, { 2: '96156' }),
  line(135, { 1: '12345202611182001' }),
]

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  await writeSheet(file, { sheets: [{ name: '派单', columns: titles.map((title) => ({ title })), rows }] })
  ;[server, browser] = [await startServer(), await openBrowser()]
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
})

/** At the width of an office computer and of a phone, where somebody wants to look. */
const picture = async (page: Page, name: string) => {
  const place = process.env['SCREENSHOT_FOLDER']
  if (!place) return
  const size = page.viewportSize()!
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    await page.screenshot({ path: path.join(place, `hotline-${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize(size)
}
const wholeList = async (page: Page) => {
  const more = page.locator('.rate-records button', { hasText: '再看' })
  while (await more.count()) {
    await more.first().click()
    await settled(page)
  }
  return page.locator('.rate-records tr.ant-table-row').count()
}

test('the office imports the list of the day, puts it beside what it had, and reads the rates down to the orders', async () => {
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'bangong')
  await goTo(page, 'hotline')
  expect(await page.locator('tr.ant-table-row').count()).toBe(12)
  expect(await page.textContent('main')).not.toContain('卜先生')
  await picture(page, '1-orders')
  await expectSound(page)

  await page.click('text=导入工单')
  await page.waitForSelector('text=把热线平台导出的工单表拖到这里')
  await picture(page, '2-file')
  await page.setInputFiles('input[type=file]', file)
  await page.waitForSelector('text=先看有问题的')
  expect(await page.textContent('.order-counts')).toMatch(/共 135 行\s*新工单 131 张\s*4 行有问题/)
  expect(await page.textContent('main')).toContain('看不出是哪条热线')
  expect(await page.textContent('main')).toContain('与第 2 行是同一张工单')
  await picture(page, '3-check')
  await expectSound(page)
  await page.click('button:has-text("录入 131 张工单")')
  await page.waitForSelector('text=已录入 131 张工单', { timeout: 60_000 })
  await picture(page, '4-result')
  await expectSound(page)
  await page.click('text=再导一个文件')
  await page.setInputFiles('input[type=file]', file)
  await page.waitForSelector('text=131 张已登记过，跳过')
  expect(await page.locator('button:has-text("没有新工单")').isDisabled()).toBe(true)

  await goTo(page, `hotline-rates?from=${addDays(today, -30)}&to=${today}`)
  await picture(page, '5-rates')
  expect(await page.locator('.rate', { hasText: '满意率' }).textContent()).toMatch(/33\.3 %1 \/ 3，其中否 2；1 次未联系上/)
  for (const [name, said] of [
    ['收到工单', ''],
    ['满意率', '否'],
    ['解决率', '已联系上'],
    ['在期答复', '超期'],
    ['重新办理', ''],
  ]) {
    const number = page.getByRole('button', { name: new RegExp(`^${name} ${said}`) })
    const shown = Number((await number.textContent())!.replaceAll(',', ''))
    await number.click()
    await settled(page)
    expect(await wholeList(page), `${name} ${said}`).toBe(shown)
  }
  await expectSound(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.shell-side').isVisible()).toBe(false)
  expect(await page.locator('.rate-number').first().isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  expect(errors).toEqual([])
})

test('in English the three pages say the same', async () => {
  const { page, errors } = await aDesk(browser, server.url, { english: true })
  await sitDown(page, 'bangong')
  for (const place of ['hotline', 'hotline-import', 'hotline-rates']) {
    await goTo(page, place)
    // Titles of orders are data and stay as they are.
    expect(await page.locator('.shell-main').evaluate((main) => main.querySelectorAll('tbody').forEach((body) => body.remove()))).toBeUndefined()
    expect(await page.textContent('.shell-main'), place).not.toMatch(/\p{Script=Han}/u)
  }
  await picture(page, '7-english')
  expect(errors).toEqual([])
})

test('a station sees its own orders and rates, and imports nothing', async () => {
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, 'hotline')
  const shown = await page.locator('tr.ant-table-row').count()
  expect(shown).toBeGreaterThan(2)
  expect(shown).toBeLessThan(12)
  await goTo(page, `hotline-rates?from=${addDays(today, -1)}&to=${addDays(today, -1)}&source=12351`)
  expect(await page.textContent('.rate')).toContain('没有联系上的回访，无法计算')
  await picture(page, '6-empty')
  expect(errors).toEqual([])
})
