import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog, expectSound, goTo, row, sitDown } from './desk.ts'
import { settled } from './settled.ts'
import { aHouse } from './house.ts'

const house = aHouse()
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)
const press = (page: Page, name: string) => page.locator('.case-acts').getByRole('button', { name, exact: true }).click()

/** A station puts somebody forward and agrees. */
const putForward = async (page: Page) => {
  await goTo(page, 'new-case')
  await page.click('.service-card:has-text("讲师聘任")')
  await field(page, 'name').locator('input').fill('慕清和')
  await field(page, 'sort').locator('input').fill('律师')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '律师' }).click()
  await field(page, 'phone').locator('input').fill('13912340088')
  await field(page, 'fields').getByText('劳动法律').click()
  await page.click('button:has-text("提交登记")')
  await page.locator('.case-acts').waitFor()
  await press(page, '同意推荐')
  await dialog(page).getByRole('button', { name: '同意推荐' }).click()
  await page.getByText('待试讲').first().waitFor()
  return page.url().split('/console/')[1]!
}

test('a case appoints a lecturer: the register has the entry, each leads to the other, and its history goes on', async () => {
  const station = await house.desk()
  await sitDown(station.page, 'gulou')
  const place = await putForward(station.page)
  expect(station.errors).toEqual([])
  await station.context.close()

  const { context, page, errors } = await house.desk()
  await sitDown(page, 'bangong')
  await goTo(page, place)
  await press(page, '试讲通过，聘任')
  await dialog(page).locator('[data-field="appointedOn"] input').fill('2026-11-02')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: '试讲通过，聘任' }).click()
  await page.getByText('已聘任').first().waitFor()
  await page.locator('.timeline details', { hasText: '试讲通过，聘任' }).locator('summary').click()
  await page.getByRole('link', { name: '慕清和' }).click()
  await page.getByRole('heading', { name: '慕清和' }).waitFor()
  await expectSound(page)
  await page.getByText('试讲通过，聘任：讲师聘任').first().waitFor()
  expect(await page.getByRole('link', { name: '由办件产生' }).first().getAttribute('href')).toBe(`/console/${place.split('?')[0]}`)

  await goTo(page, 'registers')
  await expectSound(page)
  await row(page, '讲师库').click()
  await row(page, '慕清和').waitFor()
  await expectSound(page)
  await row(page, '慕清和').click()
  await settled(page)
  expect(errors).toEqual([])
  await context.close()
})
