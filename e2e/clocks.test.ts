import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, dialog, expectAccessible, expectSound, goTo, row, sitDown } from './desk.ts'
import { settled } from './settled.ts'
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

// A year that no release brings along, so that the journey is the same whenever it is made.
const notice = `一、元旦：1月1日（周三）放假，共1天。
二、春节：1月22日（农历除夕、周三）至28日（周二）放假调休，共7天。1月19日（周日）、2月1日（周六）上班。`

test('an administrator pastes the notice of a year, looks at what would move, and applies it', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'guanli')
  await page.click('.shell-side button:has-text("管理")')
  await page.click('.shell-side a:has-text("时限与日历")')
  await settled(page)
  await expectSound(page)
  await goTo(page, 'clocks?year=2031')
  await page.click('button:has-text("修改日历")')
  await dialog(page).locator('textarea').fill('只有一句话')
  expect(await dialog(page).textContent()).toContain('没有读出 2031 年的日期')
  await dialog(page).locator('textarea').fill(notice)
  expect(await dialog(page).textContent()).toContain('读出放假 8 天、调休上班 2 天')
  await expectAccessible(page)
  await dialog(page).locator('.ant-btn-primary').click()
  await page.waitForSelector('.day.workday')
  await page.click('button[aria-label="2031-05-01"]')
  await page.fill('#because', '新一年安排已公布')
  await expectSound(page)
  await page.click('button:has-text("保存并预览")')
  await page.waitForSelector('.ant-modal:has-text("没有在办的时限因此变动")')
  await expectAccessible(page)
  await dialog(page).locator('.ant-btn-primary').click()
  await page.waitForSelector('text=新增 11 天，取消 0 天')
  expect(await page.locator('.day.holiday').count()).toBe(9)
  expect(await page.locator('.day.workday').count()).toBe(2)
  await expectSound(page)
  expect(errors).toEqual([])
  await context.close()
})

test('rules are looked up and revised; a date is tried and explained', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'guanli')
  await goTo(page, 'clocks?tab=rules')
  await expectSound(page)
  await row(page, '书面答复协商要求').click()
  await page.waitForSelector('.panel:has-text("北京市集体合同条例")')
  await expectSound(page)
  await page.click('.panel button:has-text("修订")')
  await dialog(page).locator('#amount').fill('15')
  await dialog(page).locator('#because').fill('条例修订')
  await expectAccessible(page)
  await dialog(page).locator('.ant-btn-primary').click()
  await page.waitForSelector('.panel .revisions li:has-text("第 2 版")')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.panel', { state: 'detached' })
  await goTo(page, 'clocks?tab=try')
  await page.waitForSelector('.day-lines')
  await expectSound(page)
  expect(await page.locator('.day-lines tbody tr').first().textContent()).toContain('首日不计')
  expect(errors).toEqual([])
  await context.close()
})
