import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, choose, dialog, expectSound, goTo, row, sitDown } from './desk.ts'
import { settled } from './settled.ts'
import { type RunningServer, startServer } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-papers-'))
const scan = path.join(folder, '盖章扫描件.pdf')
writeFileSync(scan, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
let browser: Browser
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const fill = (page: Page, label: string, text: string) =>
  dialog(page).locator('.ant-form-item', { hasText: label }).first().locator('input, textarea').first().fill(text)

test('a paper is drafted, filled in, issued by somebody else, sealed and withdrawn', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'zuzhi')
  await goTo(page, 'papers')
  await page.click('button:has-text("拟稿")')
  await choose(page, '模板', '建会请示')
  await page.waitForSelector('.ant-modal >> text=候选人名单')
  await expectSound(page)
  await fill(page, '用人单位', '云递速运（北京）有限公司')
  await fill(page, '上级工会', '市总工会')
  for (const [label, n] of Object.entries({ 职工人数: 126, 女职工人数: 48, 自愿入会人数: 112, 任期年数: 3, 委员会名额: 5 }))
    await fill(page, label, String(n))
  await fill(page, '筹备组成员', '许大川\n叶小舟')
  await fill(page, '候选人名单', '姓名\t拟任职务\n许大川\t主席')
  await page.click('button:has-text("生成草稿")')
  await page.waitForSelector('.paper-page')
  await expectSound(page)
  expect(await page.textContent('.paper-side')).toContain('签发前要补齐：联系人、联系电话')
  expect(await page.locator('.paper-page mark').count()).toBe(2)
  expect(await page.textContent('.paper-page >> nth=1')).toMatch(/附件.*名单.*许大川.*主席/s)

  await page.click('button:has-text("修改")')
  await page.fill('#note', '联系人：林溪言；联系电话：010-69000000')
  // The preview follows each letter.
  await page.waitForFunction(() => !document.querySelector('.paper-page mark'))
  await expectSound(page)
  await page.click('button:has-text("保存草稿")')
  await page.waitForSelector('.paper-side')
  const address = page.url()

  const other = await aDesk(browser, server.url)
  await sitDown(other.page, 'lingdao')
  await other.page.goto(address)
  await other.page.click('.paper-side button:has-text("签发")')
  await other.page.waitForSelector('.ant-modal >> text=机关代字')
  await expectSound(other.page)
  await other.page.click('button:has-text("签发并编号")')
  await other.page.waitForSelector('.paper-side >> text=待盖章归档')
  expect(await other.page.textContent('.paper-page')).toMatch(/密工请〔\d{4}〕1号签发人：郑远山/)

  await page.reload()
  await settled(page)
  const word = page.waitForEvent('download')
  await page.click('button:has-text("下载 Word")')
  expect((await word).suggestedFilename()).toMatch(/密工请.*请示\.docx$/)
  const pdf = await page.request.get(`${await page.getAttribute('a:has-text("打开 PDF")', 'href')}`)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await page.setInputFiles('.paper-side input[type=file]', scan)
  await page.waitForSelector('.paper-side >> text=已归档')
  await expectSound(page)

  await other.page.reload()
  await other.page.click('.paper-side button:has-text("作废")')
  await other.page.fill('.ant-modal textarea', '名单有误')
  await dialog(other.page).locator('button:has-text("作废")').click()
  await other.page.waitForSelector('.paper-withdrawn')
  await goTo(other.page, 'papers')
  expect(await row(other.page, '云递速运').textContent()).toMatch(/密工请〔\d{4}〕1号.*已作废/)
  await expectSound(other.page)
  expect([...errors, ...other.errors]).toEqual([])
  await context.close()
  await other.context.close()
})

test('a template is revised beside the paper it makes; what nobody supplies cannot be saved', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'zuzhi')
  await goTo(page, 'paper-templates')
  await row(page, '12345 答复函').click()
  await page.waitForSelector('.paper-tokens')
  await expectSound(page)
  await page.click('#text_body')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n{{谁}}')
  await page.waitForSelector('.paper-page mark')
  expect(await page.isDisabled('button:has-text("保存为新版本")')).toBe(true)
  await page.keyboard.press('Control+End')
  for (let i = 0; i < '{{谁}}'.length; i++) await page.keyboard.press('Backspace')
  await page.click('.paper-tokens button:has-text("发文机关")')
  expect(await page.inputValue('#text_body')).toMatch(/特此函复。\n\{\{organisation\}\}$/)
  await page.fill('#because', '末尾写明发文机关')
  await page.click('button:has-text("保存为新版本")')
  await page.waitForSelector('.page-head >> text=第 1 版')
  await expectSound(page)
  expect(errors).toEqual([])
  await context.close()
})

test('the check says what an empty draft lacks, and tells a text file apart', async () => {
  const { context, page } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, 'papers')
  await page.click('button:has-text("拟稿")')
  await choose(page, '模板', '空白通知')
  await page.click('button:has-text("生成草稿")')
  await page.waitForSelector('.paper-page')
  const draft = path.join(folder, '通知.docx')
  const word = page.waitForEvent('download')
  await page.click('button:has-text("下载 Word")')
  await (await word).saveAs(draft)
  await goTo(page, 'paper-check')
  await page.setInputFiles('input[type=file]', draft)
  // An empty draft lacks its title and text, and the check says so.
  await page.waitForSelector('.paper-findings >> text=没有找到标题')
  await expectSound(page)
  const text = path.join(folder, '假.docx')
  writeFileSync(text, '不是公文')
  await page.setInputFiles('input[type=file]', text)
  await page.waitForSelector('[role=alert] >> text=不是 Word 文件')
  await expectSound(page)
  await context.close()
})
