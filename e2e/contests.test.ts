import { chmodSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, choose, dialog, expectSound, goTo, sitDown, strangeWords } from './desk.ts'
import { asOwner } from './owner.ts'
import { pictures } from './pictures.ts'
import { aPhone, expectFit, signIn } from './phone.ts'
import { type RunningServer, startServer } from './server.ts'

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = [await startServer({ people: 400 }), await openBrowser()]
  chmodSync(server.folder, 0o711)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const picture = pictures('contest')
const pick = async (page: Page, label: string, word: string) => {
  const field = dialog(page).locator('.ant-form-item', { hasText: label }).first().locator('.ant-select')
  await field.click()
  await field.locator('input').fill(word)
  await page.locator('.ant-select-tree-node-content-wrapper', { hasText: word }).first().click()
}

type Member = { id: string; name: string; mobile: string; unit: string }

test('an officer runs a contest with three judges to the titles', async () => {
  const members = await asOwner(server.folder, async (db) => {
    const { rows } = await db.query<Member>(
      `select distinct on (m.org_id) p.id, p.name, p.mobile, o.name as unit from membership.membership m
         join people.person p on p.id = m.person_id join organisations.org o on o.id = m.org_id
        where o.kind in ('base_single', 'direct_union') and p.mobile is not null
          and (select count(*) from people.person x where x.name = p.name) = 1 order by m.org_id, p.id limit 30`,
    )
    return rows.toReversed()
  })
  const [judges, entrants] = [members.slice(0, 3), members.slice(3, 6)]

  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'fazhan')
  await goTo(page, 'contests')
  await page.click('text=起草竞赛方案')
  await page.fill('#series', '“工匠杯”职工技能大赛')
  await page.fill('#edition', '9')
  await page.fill('#name', '第九届“工匠杯”餐饮业技能大赛')
  await page.keyboard.press('Escape')
  await dialog(page)
    .getByRole('button', { name: '建 立' })
    .or(dialog(page).getByRole('button', { name: '建立' }))
    .first()
    .click()
  await page.waitForSelector('text=还没有工种')
  const contest = page.url().split('/').at(-1)!
  await page.click('text=增加工种')
  await dialog(page).locator('input#name').fill('中式烹饪')
  await dialog(page).locator('textarea').first().fill('刀工 30\n火候 40\n卫生 30')
  await dialog(page).locator('textarea').nth(1).fill('超时 每次2\n食品安全违规 取消')
  await expect.poll(() => dialog(page).locator('.sheet-sum').textContent()).toContain('合计 100 分')
  await picture(page, '1-trade', [1440])
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
  await page.waitForSelector('.contest-trade:has-text("中式烹饪")')
  await page.click('button:has-text("方案报批")')
  await page.waitForSelector('text=方案待批')

  const boss = await aDesk(browser, server.url)
  await sitDown(boss.page, 'fabuzhang')
  await goTo(boss.page, `contests/${contest}`)
  await boss.page.click('text=待批准，看办件')
  await boss.page.click('button:has-text("批准方案")')
  await dialog(boss.page).locator('.ant-modal-footer .ant-btn-primary').click()
  await boss.page.waitForSelector('text=已批准')
  await picture(boss.page, '2-approved', [1440])

  await page.reload()
  await page.click('button:has-text("发布竞赛通知")')
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
  await page.waitForSelector('text=报名中')
  for (const j of judges) {
    await page.click('button:has-text("增加评委")')
    await choose(page, '评委', j.name)
    await pick(page, '所在单位', j.unit)
    await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
    await page.waitForSelector(`li:has-text("${j.name}")`)
  }
  for (const e of entrants) {
    await page.click('button:has-text("录入参赛者")')
    await dialog(page).locator('.ant-select').first().click()
    await dialog(page).locator('.ant-select input').first().fill(e.unit)
    await page.locator('.ant-select-tree-node-content-wrapper', { hasText: e.unit }).first().click()
    await dialog(page).locator('textarea').fill(e.name)
    await dialog(page).locator('.ant-checkbox-input').check()
    await dialog(page).getByRole('button', { name: '核对名单' }).click()
    await page.waitForSelector('text=已对上会员')
    await dialog(page).locator('.ant-btn-primary').click()
    await page.waitForSelector(`td:has-text("${e.name}")`)
  }
  await picture(page, '3-entries')
  await expectSound(page)

  const round = async (name: string) => {
    await goTo(page, `contests/${contest}`)
    await page.locator('.contest-trade').getByRole('link', { name, exact: true }).click()
    await page.waitForSelector('text=抽签凭据')
  }
  const draw = async () => {
    await page.click('button:has-text("抽 签"), button:has-text("抽签")')
    await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
    await page.waitForSelector('td:has-text("' + entrants[0]!.name + '")')
  }
  await round('理论')
  await draw()
  await page.click('button:has-text("录入成绩")')
  // A list is tried first: every row that cannot stand is named, and nothing is entered. What was entered last is taken back.
  const list = (rows: string) => ({ name: '成绩.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff编号,成绩\n${rows}`) })
  await dialog(page).locator('input[type=file]').setInputFiles(list('1,101\n2,80\n2,81\n9,60'))
  await page.waitForSelector('text=一行也没有录入')
  for (const says of ['第 2 行：1 号超过满分 100', '第 4 行：2 号写了两次', '第 5 行：这一轮没有 9 号']) await page.waitForSelector(`text=${says}`)
  await picture(page, '3-scores-refused', [1440])
  await dialog(page).locator('input[type=file]').setInputFiles(list('1,61\n2,62\n3,63'))
  await page.click('button:has-text("录入 3 个成绩")')
  await page.waitForSelector('text=已经交齐')
  await page.click('button:has-text("录入成绩")')
  await page.click('button:has-text("撤销这次录入")')
  await page.locator('.ant-popover:visible .ant-btn-primary').click()
  await page.waitForSelector('text=还差 3 个成绩')
  await page.click('button:has-text("录入成绩")')
  for (const i of [0, 1, 2])
    await dialog(page)
      .locator('label input')
      .nth(i)
      .fill(String(80 + i * 5))
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
  await page.waitForSelector('text=已经交齐')
  await page.click('button:has-text("统一开封")')
  await page.locator('.ant-modal-confirm .ant-btn-primary').click()
  await page.waitForSelector('text=本轮成绩')

  const linkOf = async (name: string) => {
    await goTo(page, `contests/${contest}`)
    await page.click(`button[aria-label="${name}的评委链接"]`)
    await dialog(page).getByRole('button', { name: '生成链接' }).click()
    const field = dialog(page).locator('input[readonly]')
    await field.waitFor()
    await picture(page, '5-make-link', [1440])
    const url = await field.inputValue()
    await page.keyboard.press('Escape')
    await round('实操')
    return new URL(url).pathname
  }
  await round('实操')
  await draw()
  expect(await page.getByRole('button', { name: '统一开封' }).isDisabled()).toBe(true)
  await picture(page, '4-drawn')
  for (const [n, j] of judges.entries()) {
    const phone = await aPhone(browser, server.url)
    if (n === 1) {
      // This one has no account: a link brings him to the same numbers.
      await phone.page.goto(await linkOf(j.name))
      await phone.page.waitForSelector('text=只看到编号')
      await expectFit(phone.page)
      await picture(phone.page, '5-link', [390])
      await phone.page.tap('.foot button')
      await phone.page.waitForSelector('.rows button')
      await picture(phone.page, '5-link-rounds', [390])
      await phone.page.tap('.rows button')
    } else {
      await signIn(phone.page, j.mobile, '/judging')
      await phone.page.tap('.rows a')
    }
    await phone.page.waitForSelector('.judge-numbers')
    expect(await phone.page.textContent('main')).not.toContain(entrants[0]!.name)
    if (n === 0) await picture(phone.page, '5-numbers', [390])
    for (const blind of [1, 2, 3]) {
      await phone.page.locator('.judge-numbers button', { has: phone.page.locator(`b:text-is("${blind}")`) }).tap()
      const fields = phone.page.locator('input.judge-mark')
      if (n === 0 && blind === 1) {
        await fields.nth(0).fill('101')
        await phone.page.waitForSelector('text=不能超过 30')
        await expectFit(phone.page)
        await picture(phone.page, '6-sheet', [390])
      }
      for (const [i, mark] of [28 - blind, 36 - blind - n, 27.5].entries()) await fields.nth(i).fill(String(mark))
      if (n === 2 && blind === 3) {
        // The network goes while the last sheet is handed in; it waits on the phone and leaves by itself.
        await phone.context.setOffline(true)
        await phone.page.tap('.foot .primary')
        await phone.page.tap('.foot .primary')
        await phone.page.waitForSelector('text=1 张已存在这部手机')
        await picture(phone.page, '7-offline', [390])
        await phone.context.setOffline(false)
      } else {
        await phone.page.tap('.foot .primary')
        await phone.page.tap('.foot .primary')
      }
      await phone.page.locator('.judge-numbers button.in', { has: phone.page.locator(`b:text-is("${blind}")`) }).waitFor()
    }
    await phone.page.waitForSelector('text=都评完了')
    expect(phone.errors).toEqual([])
    await phone.context.close()
  }
  const board = await browser.newPage()
  await board.goto(`${server.url}/m/board/${contest}`)
  await board.waitForSelector('text=暂列名次')
  await page.reload()
  await page.waitForSelector('text=已经交齐')
  await page.click('button:has-text("统一开封")')
  await page.locator('.ant-modal-confirm .ant-btn-primary').click()
  await page.waitForSelector('text=本轮成绩')
  await picture(page, '8-opened')
  await expectSound(page)
  await board.waitForSelector('text=暂列名次', { state: 'detached', timeout: 15_000 })
  expect(await board.locator('.board tbody tr').count()).toBe(3)

  await goTo(page, `contests/${contest}`)
  await page.click('button:has-text("公示成绩")')
  await page.waitForSelector('text=公示中')
  const entrant = await aPhone(browser, server.url)
  await signIn(entrant.page, entrants[1]!.mobile, '/skills')
  await entrant.page.tap('text=可提异议')
  await entrant.page.waitForSelector('text=公示到')
  await entrant.page.locator('textarea').fill('实操第 2 项的用时与现场公布不一致')
  await expectFit(entrant.page)
  await picture(entrant.page, '9-object', [390])
  await entrant.page.tap('.foot button')
  await entrant.page.waitForSelector('text=受理号')
  await picture(entrant.page, '9-objected', [390])
  expect(entrant.errors).toEqual([])
  // The arbitration group looks into it; until then no title is given.
  const [objection] = await asOwner(server.folder, async (db) => (await db.query<{ id: string }>('select case_id as id from skills.objection')).rows)
  await goTo(boss.page, `cases/${objection!.id}`)
  await boss.page.click('button:has-text("维持成绩")')
  await dialog(boss.page).locator('textarea').first().fill('已核对评分表和计时记录')
  await dialog(boss.page).locator('textarea').last().fill('经核查，成绩无误，维持公示。')
  await dialog(boss.page).locator('.ant-modal-footer .ant-btn-primary').click()
  await dialog(boss.page).waitFor({ state: 'hidden' })
  // The days of the notice pass.
  await asOwner(server.folder, (db) =>
    db.query('update skills.publication set until = current_date - 1 where withdrawn_at is null and until >= current_date'),
  )
  await goTo(page, `contests/${contest}`)
  await page.click('button:has-text("授予称号")')
  await picture(page, '9-titles', [1440])
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
  await page.waitForSelector('text=已授予称号')
  await picture(page, '10-awarded')
  await expectSound(page)
  await board.reload()
  await board.waitForSelector('text=密云工匠')
  const link = await page.locator('a[title="下载证书"]').first().getAttribute('href')
  const code = link!.split('/').at(-2)!
  const seen = await aPhone(browser, server.url)
  await seen.page.goto(`/m/certificate/${code}`)
  await seen.page.waitForSelector('text=是真证书')
  await expectFit(seen.page)
  await goTo(page, 'registers/talents')
  for (const e of entrants) expect(await page.textContent('main')).toContain(e.name)

  // A title is taken back: whoever verifies it reads why, and the hall sees it no more.
  await goTo(page, `contests/${contest}`)
  await page.locator('tr:has-text("密云工匠") button:has-text("撤销")').click()
  await dialog(page).locator('textarea').fill('经查实操作品由他人代做')
  await picture(page, '11-withdraw', [1440])
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
  await page.waitForSelector('td:has-text("密云工匠"):has-text("撤销")')
  await picture(page, '12-withdrawn')
  await expectSound(page)
  await board.reload()
  await board.waitForSelector('text=密云能手')
  expect(await board.textContent('.board')).not.toContain('密云工匠')
  await seen.page.reload()
  await seen.page.waitForSelector('text=经查实操作品由他人代做')
  await expectFit(seen.page)
  expect([...errors, ...boss.errors]).toEqual([])
})

test('in English the pages of contests say the same', async () => {
  const { page, errors } = await aDesk(browser, server.url, { english: true })
  await sitDown(page, 'fazhan')
  const list = (await (await page.request.get('/api/skills/contests')).json()) as { rows: { id: string }[] }
  for (const place of ['contests', ...list.rows.map((r) => `contests/${r.id}`)]) {
    await goTo(page, place)
    expect(await strangeWords(page), place).toEqual([])
  }
  expect(errors).toEqual([])
})
