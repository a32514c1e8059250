import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog, expectSound, goTo, row, sitDown, strangeWords } from './desk.ts'
import { aHouse } from './house.ts'

const house = aHouse()
const answered = async (page: Page, url: RegExp, act: () => Promise<unknown>) => {
  const heard = page.waitForResponse((r) => url.test(r.url()) && r.request().method() === 'POST')
  await act()
  expect((await heard).status()).toBe(200)
}

test('an officer opens a month, a station looks at its numbers, tells one otherwise, and the district receives it', async () => {
  const { context, page, errors } = await house.desk()
  await sitDown(page, 'bangong')
  await goTo(page, 'returns')
  await expectSound(page)
  await page.getByRole('button', { name: '布置一期' }).click()
  await dialog(page)
    .getByText(/镇街工会、服务站工作月报/)
    .click()
  await dialog(page).getByRole('button', { name: '布置', exact: true }).click()
  await page.getByRole('heading', { name: /镇街工会、服务站工作月报/ }).waitFor()
  await expectSound(page)
  const round = page.url()

  const station = await house.desk()
  await sitDown(station.page, 'gulou')
  await goTo(station.page, 'returns')
  await row(station.page, '鼓楼街道总工会').first().click()
  await station.page.getByRole('button', { name: /上报$/ }).waitFor()
  await expectSound(station.page)
  const told = station.page.getByLabel('发展会员上报数')
  const counted = Number(await told.inputValue())
  await told.fill(String(counted + 2))
  expect(await station.page.getByRole('button', { name: /上报$/ }).isDisabled()).toBe(true)
  await station.page.getByLabel('发展会员改数原因').fill('两人月末入会，次月补录')
  await expectSound(station.page)
  await answered(station.page, /hand-in$/, () => station.page.getByRole('button', { name: /上报$/ }).click())
  await station.page.getByText('两人月末入会，次月补录').waitFor()
  await expectSound(station.page)
  const sheet = station.page.url()

  await page.goto(round)
  await row(page, '鼓楼街道总工会').first().waitFor()
  await page.goto(sheet)
  await page.getByRole('button', { name: '退回重报' }).click()
  await dialog(page).getByLabel('原因').fill('请附入会申请')
  await answered(page, /send-back$/, () => dialog(page).getByRole('button', { name: '退回', exact: true }).click())
  await page.getByText('退回：请附入会申请').waitFor()
  await expectSound(page)
  await station.page.reload()
  await answered(station.page, /hand-in$/, () => station.page.getByRole('button', { name: /上报$/ }).click())
  await page.reload()
  await answered(page, /receive$/, () => page.getByRole('button', { name: '收表' }).click())
  await page.getByText('已收表').first().waitFor()

  await page.goto(round)
  await answered(page, /remind$/, () => page.getByRole('button', { name: /催报/ }).click())
  expect([...errors, ...station.errors]).toEqual([])
  await station.context.close()
  await context.close()
})

test('in English and in the dark the pages of returns say the same', async () => {
  const { page, context, errors } = await house.desk({ english: true, dark: true })
  await sitDown(page, 'zuzhi')
  const { rows } = (await (await page.request.get('/api/returns/rounds')).json()) as { rows: { id: string }[] }
  const sheets = (await (await page.request.get(`/api/returns/rounds/${rows[0]!.id}/sheets`)).json()) as { rows: { id: string }[] }
  for (const place of ['returns', `return-rounds/${rows[0]!.id}`, `returns/${sheets.rows[0]!.id}`]) {
    await goTo(page, place)
    expect(await strangeWords(page), place).toEqual([])
    await expectSound(page)
  }
  expect(errors).toEqual([])
  await context.close()
})
