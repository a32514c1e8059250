import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSheet } from '../server/src/kit/sheets/open-sheet.ts'
import { openBrowser } from './browser.ts'
import { aDesk, choose, dialog, expectSound, goTo, row, sitDown, strangeWords } from './desk.ts'
import { settled } from './settled.ts'
import { asOwner } from './owner.ts'
import { type RunningServer, startServer } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-reports-'))
let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = [await startServer({ people: 2000 }), await openBrowser()]
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const picture = async (page: Page, name: string, widths = [1440, 390]) => {
  const place = process.env['SCREENSHOT_FOLDER']
  if (!place) return
  const size = page.viewportSize()!
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    await page.screenshot({ path: path.join(place, `report-${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize(size)
}
const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((file) => existsSync(file))
const fetched = async (page: Page, url: string, name: string) => {
  const answer = await page.request.get(url)
  expect([url, answer.status()]).toEqual([url, 200])
  const file = path.join(folder, name)
  writeFileSync(file, await answer.body())
  return file
}
const text = '.ProseMirror'
/** Behind the last word of the first paragraph: End goes to the end of a line only. */
const behindFirst = async (page: Page) => {
  const box = (await page.locator(`${text} p`).first().boundingBox())!
  await page.mouse.click(box.x + box.width - 4, box.y + box.height - 8)
}

test('a review is drafted, a typed number is found and marked, approved by the head; its numbers lead to their records', async () => {
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'bangong')
  await goTo(page, 'reports')
  await page.click('button:has-text("起草报告")')
  await choose(page, '种类', '年度盘点')
  await dialog(page).locator('.ant-picker').click()
  await settled(page)
  await page.locator('.ant-picker-presets li', { hasText: /^2024$/ }).click()
  // The list folds away when it has taken the days.
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.ant-modal .ant-picker input')?.value === '2024-01-01')
  await dialog(page).locator('#title').fill('盘点2024年工作（示范区）')
  await page.click('.ant-modal button:has-text("起 草"), .ant-modal button:has-text("起草")')
  await page.waitForSelector(`${text} .report-token`)
  expect(await page.locator(`${text} .report-token`).count()).toBeGreaterThan(10)
  await settled(page)
  await picture(page, 'studio')
  await expectSound(page)

  // Typed at the end of the first paragraph.
  await behindFirst(page)
  await page.keyboard.type('另走访困难职工1200余户。')
  await page.waitForSelector('.report-typed:has-text("1200余户")')
  expect(await page.textContent('.report-checks')).toContain('1200余户')
  expect(await page.locator('button:has-text("送审"), button:has-text("送 审")').isDisabled()).toBe(true)
  await picture(page, 'typed', [1440])
  await page.click('button:has-text("注明来源")')
  await dialog(page).locator('input').fill('帮扶中心纸质台账')
  await page.click('.ant-modal button:has-text("注 明"), .ant-modal button:has-text("注明")')
  await page.waitForSelector(`${text} .report-outside:has-text("1200余户")`)
  expect(await page.locator('.report-typed').count()).toBe(0)

  // Whoever goes away with something unsaved is asked.
  await page.click('.shell-top a:has-text("收件箱")')
  await page.click('.ant-modal-confirm button:has-text("留在这里")')
  await page.waitForSelector('.ant-modal-confirm', { state: 'detached' })
  expect(page.url()).toContain('/edit')

  // A number is put in behind it, and written otherwise.
  await behindFirst(page)
  await page.keyboard.type('会员总数')
  await page.click('button:has-text("插入数字")')
  await choose(page, '数字', '会员总数')
  await page.waitForSelector('.ant-modal b')
  await picture(page, 'insert', [1440])
  const said = (await page.textContent('.ant-modal b'))!
  await page.click('.ant-modal button:has-text("插 入"), .ant-modal button:has-text("插入")')
  await page.waitForSelector(`${text} .report-token:has-text("${said}")`)
  await page.waitForFunction(() => document.activeElement?.classList.contains('ProseMirror'))
  await page.keyboard.type('，比上月有增加。')
  expect(await page.textContent(`${text} p`)).toContain(`${said}，比上月有增加。`)
  await page.locator(`${text} .report-token`, { hasText: said }).first().click()
  await page.waitForSelector('.report-aside .pairs')
  await picture(page, 'token', [1440])
  await expectSound(page)
  await page.click('.page-head button:has-text("保存"), .page-head button:has-text("保 存")')
  await page.waitForSelector('.page-head >> text=已保存')
  await settled(page)
  await page.click('.page-head button:has-text("送审"), .page-head button:has-text("送 审")')
  await page.waitForSelector('article.report-text')
  const address = page.url()
  expect(await page.textContent('article.report-text')).toContain('1200余户')
  await picture(page, 'reading')
  await expectSound(page)

  // The head finds it on the page of today.
  const head = await aDesk(browser, server.url)
  await sitDown(head.page, 'zhuren')
  await head.page.waitForSelector('.today-row:has-text("示范区）")')
  await picture(head.page, 'today', [1440])
  await head.page.locator('.today-row', { hasText: '示范区）' }).first().click()
  await head.page.waitForSelector('article.report-text')
  await head.page.waitForSelector('.report-checks >> text=数字打架')
  await picture(head.page, 'decide', [1440])
  await head.page.click('button:has-text("核定"), button:has-text("核 定")')
  await head.page.click('.ant-modal-confirm button:has-text("核定"), .ant-modal-confirm button:has-text("核 定")')
  await head.page.waitForSelector('text=已定稿')
  await picture(head.page, 'frozen')
  await expectSound(head.page)
  const joined = head.page.locator('article .report-number[href*="/figures/members-joined"]').first()
  await joined.click()
  await head.page.waitForSelector('.figure-number')
  await settled(head.page)
  expect(await head.page.locator('tr.ant-table-row').count()).toBeGreaterThan(0)

  // A record comes in late: the text stays, the difference goes on record.
  await asOwner(server.folder, async (db) => {
    const { rows } = await db.query(
      `insert into ledger.act (region, id, kind, subject_id, org_id, person_id, day, at, data)
       select a.region, gen_random_uuid(), a.kind, a.subject_id, a.org_id, a.person_id, '2024-05-06', now(), a.data from ledger.act a
        join ledger.fact f on f.region = a.region and f.act_id = a.id and f.fact = 'members-joined'
        where a.day < '2023-01-01' and a.person_id is not null limit 1 returning region, id`,
    )
    const { region, id } = rows[0] as { region: number; id: string }
    await db.query(
      `insert into ledger.fact (region, fact, act_id, day, org_id, person_id)
       select region, 'members-joined', id, day, org_id, person_id from ledger.act where region = $1 and id = $2`,
      [region, id],
    )
    await db.query(`insert into ledger.stale (region, id, fact, month) values ($1, gen_random_uuid(), 'members-joined', '2024-05-01')`, [region])
  })
  await page.goto(address)
  await page.waitForSelector('text=尚未列入')
  await page.click('button:has-text("列入勘误")')
  await dialog(page).locator('textarea').fill('鼓楼街道补报一名会员')
  await page.click('.ant-modal button:has-text("列 入"), .ant-modal button:has-text("列入")')
  await page.waitForSelector('text=此外没有变化')
  expect(await page.textContent('.columns')).toContain('补录 1 条')
  await picture(page, 'errata')
  await expectSound(page)

  const id = address.split('/').at(-1)!
  const docx = await fetched(page, `/api/reports/${id}/docx`, 'report.docx')
  const pdf = await fetched(page, `/api/reports/${id}/pdf`, 'report.pdf')
  expect(readFileSync(pdf).subarray(0, 4).toString()).toBe('%PDF')
  if (office) {
    await promisify(execFile)(office, [
      '--headless',
      `-env:UserInstallation=file://${folder}/office`,
      '--convert-to',
      'pdf',
      '--outdir',
      `${folder}/word`,
      docx,
    ])
    expect(statSync(path.join(folder, 'word', 'report.pdf')).size).toBeGreaterThan(10_000)
  } else expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK')
  const annex = await fetched(page, `/api/reports/${id}/annex`, 'annex.xlsx')
  const sheet = await openSheet(annex)
  expect(sheet.sheets).toEqual(['数字与来源', '非系统数字', '勘误'])
  await sheet.close()
  const keep = process.env['SCREENSHOT_FOLDER']
  if (keep) for (const file of [docx, pdf, annex]) writeFileSync(path.join(keep, path.basename(file)), readFileSync(file))

  // What is on record can be found, and the list says where it stands.
  await goTo(page, 'reports')
  await page.waitForSelector('tr.ant-table-row >> text=已定稿')
  expect(await row(page, '年度盘点').count()).toBeGreaterThan(0)
  await picture(page, 'list')
  await expectSound(page)
  expect([...errors, ...head.errors]).toEqual([])
})

test('a table of figures is put into a report, its rows chosen anew, a number in it noted; on paper it has its name and its codes', async () => {
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'bangong')
  await goTo(page, 'reports')
  await page.click('button:has-text("起草报告")')
  await choose(page, '种类', '领导讲话稿')
  await page.click('.ant-modal button:has-text("起 草"), .ant-modal button:has-text("起草")')
  await page.waitForSelector(`${text} .report-token`)
  await settled(page)
  // The year still runs: it is counted until today.
  expect(await page.textContent(text)).toMatch(/（截至\d+月\d+日）/)
  await behindFirst(page)
  await page.click('button:has-text("插入表格")')
  await dialog(page).locator('#title').fill('各镇街会员情况')
  for (const name of ['发展会员', '会员总数']) {
    await dialog(page).locator('#figures').fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
  }
  await dialog(page).locator('label:has-text("表名")').click()
  await dialog(page).locator('button.ant-btn-primary').click()
  const rows = page.locator(`${text} .report-table tbody tr`)
  await page.waitForSelector(`${text} caption:has-text("各镇街会员情况")`)
  expect(await rows.count()).toBe(21)
  expect(await page.textContent(`${text} .report-table`)).toContain('合计只计一次')
  await rows.first().locator('.report-token').first().click()
  await page.click('.report-aside button:has-text("加脚注")')
  await dialog(page).locator('textarea').fill('含代管单位')
  await dialog(page).locator('button.ant-btn-primary').click()
  await page.waitForSelector(`${text} .report-note:has-text("①含代管单位")`)
  await picture(page, 'table')
  await expectSound(page)

  // Months instead of towns: laid out and counted anew.
  await page.locator(`${text} .report-table caption`).click()
  await page.click('.report-aside button:has-text("改行列")')
  await dialog(page).locator('.ant-radio-wrapper', { hasText: '月份' }).click()
  await dialog(page).locator('button.ant-btn-primary').click()
  await page.waitForSelector(`${text} .report-table td:has-text("1月")`)
  expect(await rows.last().textContent()).toContain('合计')
  await page.click('.page-head button:has-text("保存"), .page-head button:has-text("保 存")')
  await page.waitForSelector('.page-head >> text=已保存')
  await page.click('.page-head button:has-text("阅读")')
  await page.waitForSelector('article.report-text caption')
  await picture(page, 'table-reading')
  await expectSound(page)
  const id = page.url().split('/').at(-1)!
  const sheet = await openSheet(await fetched(page, `/api/reports/${id}/annex`, 'table.xlsx'))
  expect(sheet.sheets).toEqual(['数字与来源', '非系统数字', '勘误', '表1 各镇街会员情况'])
  await sheet.close()
  await page.locator('article td .report-number').first().click()
  await page.waitForSelector('.figure-number')
  expect(errors).toEqual([])
})

test('in English and in the dark the pages are whole; the text of a report stays Chinese', async () => {
  const { page, errors } = await aDesk(browser, server.url, { english: true, dark: true })
  await sitDown(page, 'bangong')
  await goTo(page, 'reports')
  expect(await strangeWords(page)).toEqual([])
  await page.click('button:has-text("Draft a report")')
  await choose(page, 'Kind', 'Statistical tables')
  await page.click('.ant-modal button:has-text("Draft")')
  await page.waitForSelector('.ProseMirror table')
  await settled(page)
  await picture(page, 'dark-studio')
  await expectSound(page)
  await page.locator('.ProseMirror td .report-token').first().click()
  await page.waitForSelector('.report-aside .pairs')
  // The report itself is Chinese; everything around it is not.
  await page.evaluate(() => document.querySelectorAll('.report-sheet, .report-chapters, .report-aside').forEach((e) => e.remove()))
  expect(await strangeWords(page)).toEqual([])
  await page.reload()
  await page.waitForSelector('.ProseMirror table')
  await page.click('.page-head button:has-text("Read")')
  await page.waitForSelector('article.report-text')
  await picture(page, 'dark-reading')
  await expectSound(page)
  expect(errors).toEqual([])
})
