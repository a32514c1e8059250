import { chmodSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, choose, dialog, expectAccessible, expectSound, goTo, row, sitDown, strangeWords } from './desk.ts'
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

const picture = pictures('academy')
const ok = (page: Page) => dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()

test('a class of the example: attendance by half days, test, certificates, cost per head; one certificate withdrawn', async () => {
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'fazhan')
  await goTo(page, 'classes')
  await picture(page, '1-list')
  await expectSound(page)
  await row(page, '班组长管理').click()
  await page.waitForSelector('text=学员 14 人')
  await picture(page, '2-class')
  await expectSound(page)
  await page.locator('button.half-day').last().click()
  await dialog(page).waitFor()
  await picture(page, '3-half-day', [1440])
  await expectAccessible(page)
  await dialog(page).locator('.present-boxes .ant-checkbox-input').first().uncheck()
  await ok(page)
  await dialog(page).waitFor({ state: 'hidden' })
  await page.click('button:has-text("登记考核")')
  await dialog(page).locator('.score-boxes input').first().fill('101.5555')
  expect(await dialog(page).locator('.ant-btn-primary').isDisabled()).toBe(true)
  await dialog(page).locator('.score-boxes input').first().fill('91.5')
  await picture(page, '4-tests', [1440])
  await ok(page)
  await page.waitForSelector('td:has-text("91.50")')
  await page.locator('button:has-text("结 班"), button:has-text("结班")').first().click()
  await dialog(page).locator('input').fill('12600')
  await picture(page, '5-finish', [1440])
  await ok(page)
  await page.waitForSelector('text=已结班')
  await page.waitForSelector('dd:has-text("12,600.00")')
  await picture(page, '6-finished')
  await expectSound(page)

  const link = await page.locator('a[href*="/certificates/"]').first().getAttribute('href')
  const code = link!.split('/').at(-2)!
  await page.locator('button:has-text("撤 销"), button:has-text("撤销")').first().click()
  await dialog(page).locator('textarea').fill('经核查，本人未到课')
  await picture(page, '7-withdraw', [1440])
  await ok(page)
  await page.waitForSelector('td:has-text("已撤销")')
  const phone = await aPhone(browser, server.url)
  await phone.page.goto(`/m/certificate/${code}`)
  await phone.page.waitForSelector('text=经核查，本人未到课')
  await expectFit(phone.page)
  await picture(phone.page, '8-withdrawn', [390])
  expect([...errors, ...phone.errors]).toEqual([])
})

test('a class is opened from the registers and people of a unit are enrolled', async () => {
  const [unit] = await asOwner(server.folder, async (db) => {
    const { rows } = await db.query<{ unit: string; name: string }>(
      `select o.name as unit, min(p.name) as name from membership.membership m join people.person p on p.id = m.person_id join organisations.org o on o.id = m.org_id
        where o.kind = 'base_single' and (select count(*) from people.person x where x.name = p.name) = 1 group by o.name order by o.name limit 1`,
    )
    return rows
  })
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'fazhan')
  await goTo(page, 'classes')
  await page.locator('button:has-text("开 班"), button:has-text("开班")').first().click()
  await dialog(page).locator('#name').fill('民宿管家培训班第2期')
  await choose(page, '课程', '民宿管家')
  await choose(page, '学院', '民宿学院')
  await dialog(page).locator('#edition').fill('2')
  await expect.poll(() => dialog(page).locator('.sheet-sum').textContent()).toMatch(/共 \d+ 个半天/)
  await picture(page, '9-new', [1440])
  await expectAccessible(page)
  await ok(page)
  await page.waitForSelector('text=还没有学员')
  await page.click('button:has-text("报名学员")')
  await dialog(page).locator('.ant-select').first().click()
  await dialog(page).locator('.ant-select input').first().fill(unit!.unit)
  await page.locator('.ant-select-tree-node-content-wrapper', { hasText: unit!.unit }).first().click()
  await dialog(page).locator('textarea').fill(`${unit!.name}\n查无此人`)
  await dialog(page).getByRole('button', { name: '核对名单' }).click()
  await page.waitForSelector('text=不在这个单位的会员名册里')
  await picture(page, '10-enrol', [1440])
  await dialog(page).locator('textarea').fill(unit!.name)
  await dialog(page).getByRole('button', { name: '核对名单' }).click()
  await page.waitForSelector('text=已对上会员')
  await dialog(page).locator('.ant-btn-primary').click()
  await page.waitForSelector(`td:has-text("${unit!.name}")`)
  expect(errors).toEqual([])
})

test('what somebody has learnt stands on his page and on his phone', async () => {
  const [one] = await asOwner(server.folder, async (db) => {
    const { rows } = await db.query<{ id: string; mobile: string; name: string; class: string }>(
      `select p.id, p.mobile, c.name, c.id as class from skills.trainee t join skills.class c on c.id = t.class_id join people.person p on p.id = t.person_id
        where t.completed and p.mobile is not null and (select count(*) from people.person x where x.mobile = p.mobile) = 1 limit 1`,
    )
    return rows
  })
  const { page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'fazhan')
  await goTo(page, `people/${one!.id}`)
  await page.waitForSelector('h2:has-text("技能档案")')
  expect(await page.textContent('.skill-lines')).toContain(one!.name)
  await picture(page, '11-person')
  await expectSound(page)
  const phone = await aPhone(browser, server.url)
  await signIn(phone.page, one!.mobile, '/skills')
  await phone.page.waitForSelector(`text=${one!.name}`)
  await picture(phone.page, '12-passport', [390])
  await expectFit(phone.page)
  // What the class was like is said once, and read on its page without a name.
  await phone.page.locator('.rate', { hasText: one!.name }).locator('label.pick').nth(3).tap()
  await phone.page.fill('.rate textarea', '实操课时再多一些')
  await picture(phone.page, '13-rating', [390])
  await expectFit(phone.page)
  await phone.page.tap('text=提交评价')
  await phone.page.waitForSelector('.rate', { state: 'detached' })
  await goTo(page, `classes/${one!.class}`)
  await page.waitForSelector('text=实操课时再多一些')
  expect(await page.textContent('.shell-main')).toMatch(/4\.0 分（\d+ 人到课，1 人评价）/)
  await picture(page, '14-rated')
  await expectSound(page)
  expect([...errors, ...phone.errors]).toEqual([])
})

test.each([{ dark: true }, { english: true }])(
  'pages of contests and classes can be read as well: %o',
  async (wishes) => {
    const { page, errors } = await aDesk(browser, server.url, wishes)
    await sitDown(page, 'fazhan')
    const ids = async (url: string) => ((await (await page.request.get(url)).json()) as { rows: { id: string }[] }).rows.map((r) => r.id)
    const contests = await ids('/api/skills/contests')
    const rounds = []
    for (const id of contests) {
      const c = (await (await page.request.get(`/api/skills/contests/${id}`)).json()) as { trades: { rounds: { id: string }[] }[] }
      rounds.push(...c.trades.flatMap((t) => t.rounds.map((r) => r.id)))
    }
    const places = [
      'contests',
      ...contests.map((id) => `contests/${id}`),
      ...rounds.map((id) => `contest-rounds/${id}`),
      'classes',
      ...(await ids('/api/skills/classes')).map((id) => `classes/${id}`),
    ]
    for (const [i, place] of places.entries()) {
      await goTo(page, place)
      await page.waitForSelector('h1')
      if ('dark' in wishes) await expectSound(page)
      else expect(await strangeWords(page), place).toEqual([])
      await picture(page, `${'dark' in wishes ? 'dark' : 'english'}-${i}`, 'dark' in wishes ? [1440, 390] : [1440])
    }
    expect(places.length).toBeGreaterThan(10)
    expect(errors).toEqual([])
  },
  240_000,
)
