import { expect, test } from 'vitest'
import { choose, dialog, expectAccessible, expectSound, goTo, sitDown } from './desk.ts'
import { aHouse } from './house.ts'

const house = aHouse()

test('an organisation officer founds, moves, renews and dissolves a union', async () => {
  const { context, page, errors } = await house.desk()
  await sitDown(page, 'zuzhi')
  await goTo(page, 'organisations')
  await expectSound(page)
  const height = () => page.evaluate(() => document.querySelector('.org-tree .ant-tree-list-holder')!.scrollHeight)
  const folded = await height()
  await page.click('button:has-text("全部展开")')
  await expect.poll(height).toBeGreaterThan(folded * 5)
  await page.click('button:has-text("全部收起")')
  await expect.poll(height).toBe(folded)
  await page.fill('[aria-label="按名称查找"]', '鼓楼街道总')
  await page.waitForSelector('text=找到 1 个')
  await page.click('.org-line:has-text("鼓楼街道总工会")')
  await page.waitForSelector('.panel:has-text("任职")')
  await expectSound(page)

  await page.click('button:has-text("新建组织")')
  await choose(page, '类型', '单独基层工会')
  await dialog(page).getByLabel('名称', { exact: true }).fill('北京远汀文化有限公司工会')
  await dialog(page).getByLabel('批准成立日期').fill('2026-03-02')
  await page.keyboard.press('Enter')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '新建' }).click()
  await page.waitForSelector('.panel h2:has-text("北京远汀文化有限公司工会")')

  await page.click('button:has-text("组织变动")')
  await page.click('.ant-dropdown-menu-item:has-text("调整隶属")')
  await choose(page, '新的上级', '果园街道总工会')
  await dialog(page).getByLabel(/依据/).fill('注册地迁移')
  await dialog(page).getByRole('button', { name: '调整' }).click()
  await page.waitForSelector('.panel:has-text("隶属经过")')
  expect(await page.textContent('.panel')).toMatch(/上级\s*果园街道总工会/)

  await page.click('button:has-text("登记届次")')
  await dialog(page).getByRole('button', { name: '登记' }).click()
  await page.waitForSelector('.panel:has-text("第 1 届")')

  await page.click('button:has-text("组织变动")')
  await page.click('.ant-dropdown-menu-item-danger:has-text("撤销")')
  await dialog(page).getByLabel(/依据/).fill('企业注销')
  await dialog(page).getByRole('button', { name: '撤销' }).click()
  await page.waitForSelector('.panel:has-text("撤销") dd[style*="red"]')
  expect(await page.locator('.panel button:has-text("更正信息")').count()).toBe(0)
  await expectSound(page)
  expect(errors).toEqual([])
  await context.close()
})

test('the tree goes out as a workbook and comes in again; what is wrong is shown first', async () => {
  const { context, page, errors } = await house.desk()
  await sitDown(page, 'zuzhi')
  await goTo(page, 'organisations')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("导出")')])
  expect(download.suggestedFilename()).toMatch(/^组织表-\d{4}-\d\d-\d\d\.xlsx$/)
  await page.click('.page-head button:has-text("导入")')
  await expectAccessible(page)
  await page.setInputFiles('.ant-modal input[type=file]', await download.path())
  await page.waitForSelector('text=没有要导入的')
  await page.click('.ant-modal button:has-text("换一个文件")')
  const lines = [
    '上级名称,类型,名称,职工数',
    '鼓楼街道总工会,单独基层工会,北京晚樱园艺有限公司工会,36',
    '鼓楼街道总,单独基层工会,北京早樱园艺有限公司工会,20',
  ]
  await page.setInputFiles('.ant-modal input[type=file]', { name: '组织.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.waitForSelector('text=是不是“鼓楼街道总工会”')
  await expectSound(page)
  await page.click('.ant-modal button:has-text("导入 1 行")')
  await page.waitForSelector('text=已新建 1 个')
  await page.fill('[aria-label="按名称查找"]', '晚樱')
  await page.waitForSelector('text=找到 1 个')
  expect(errors).toEqual([])
  await context.close()
})
