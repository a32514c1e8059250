import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeIdCard } from '../contract/src/kit/id-card.ts'
import { demoPassword } from '../demo/src/personas.ts'
import { writeSheet } from '../server/src/kit/sheets/write-sheet.ts'
import { openBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-roster-'))
const file = path.join(folder, '鼓楼街道会员名册.xlsx')
const titles = ['姓名', '身份证号', '性别', '手机号码', '工作单位', '所属工会', '民族', '学历', '工种', '入会时间', '备注']
const number = (n: number) => makeIdCard('110118', '1990-03-07', n)
const line = (n: number, more: Record<number, string> = {}) =>
  [
    '石一川',
    number(n),
    n % 2 ? '男' : '女',
    `1370009${String(n).padStart(4, '0')}`,
    '',
    '鼓楼街道工会服务站',
    '汉族',
    '本科',
    '快递员',
    '2026-03-01',
    '',
  ].map((v, i) => more[i] ?? v)
const rows = [
  ...[...Array(38).keys()].map((n) => line(n + 1)),
  line(50, { 1: '110118900307001' }),
  line(51, { 2: '女' }),
  line(52, { 5: '鼓楼街道工会服务站点' }),
  line(53, { 3: '1391234' }),
  line(54, { 1: '1.10118E+17' }),
  line(55, { 5: '果园街道工会服务站' }),
  line(56, { 4: '渤海湾远洋船务' }),
]

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  await writeSheet(file, { sheets: [{ name: '会员名册', columns: titles.map((title) => ({ title })), rows }] })
  ;[server, browser] = [await startServer(), await openBrowser()]
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const signedIn = async (width: number) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, baseURL: server.url, locale: 'zh-CN' })
  await page.goto('/console/')
  await page.evaluate(
    (body) => fetch('/api/accounts/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-gongyou': '1' }, body }),
    JSON.stringify({ login: 'gulou', password: demoPassword }),
  )
  return page
}
const picture = async (page: Page, name: string) => {
  const place = process.env['SCREENSHOT_FOLDER']
  if (place) await page.screenshot({ path: path.join(place, `roster-${name}-${page.viewportSize()!.width}.png`), fullPage: true })
}

test('an officer drops a roster in, corrects the columns, sees the problem rows, imports the good ones and undoes it all', async () => {
  const page = await signedIn(1440)
  await page.goto('/console/roster')
  await page.waitForSelector('text=把名册拖到这里')
  await picture(page, '1-file')
  await page.setInputFiles('input[type=file]', file)
  await page.waitForSelector('text=每一列是什么')
  await page.waitForSelector('.list >> text=石一川 >> nth=0')
  await picture(page, '2-columns')
  await page.click('text=下一步：检查全部')
  await page.waitForSelector('.roster-numbers')
  expect(await page.textContent('.list tbody')).toContain('15位旧号码')
  await picture(page, '3-check')
  await page.click('button:has-text("导入 39 人")')
  await page.waitForSelector('text=再导入一份')
  await picture(page, '4-result')
  await page.click('text=撤销这一批')
  await page.waitForSelector('text=39 行会恢复原样')
  await picture(page, '5-undo')
  await page.click('.ant-modal button:has-text("撤销这一批")')
  await page.waitForSelector('text=已撤销：39 行')
  await page.click('text=再导入一份')
  await page.waitForSelector('.list >> text=已撤销')
  await picture(page, '6-history')
  await page.close()
})

test('the same wizard fits a phone, and nothing is wider than the screen', async () => {
  const page = await signedIn(390)
  await page.goto('/console/roster')
  await page.waitForSelector('text=把名册拖到这里')
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await fits()).toBe(true)
  await picture(page, '1-file')
  await page.setInputFiles('input[type=file]', file)
  await page.waitForSelector('.list >> text=石一川 >> nth=0')
  expect(await fits()).toBe(true)
  await picture(page, '2-columns')
  await page.click('text=下一步：检查全部')
  await page.waitForSelector('.roster-numbers')
  expect(await fits()).toBe(true)
  await picture(page, '3-check')
  await page.close()
})

test('the member list is exported for a purpose', async () => {
  const page = await signedIn(1440)
  await page.goto('/console/members')
  await page.click('button:has-text("导出")')
  await page.waitForSelector('text=导出会员名册')
  await page.click('.ant-modal .ant-select')
  await page.click('.ant-select-item >> text=核对')
  await picture(page, '7-export')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.ant-modal button:has-text("导出")')])
  expect(download.suggestedFilename()).toBe('会员名册.xlsx')
  await page.close()
})
