import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { textsOf } from '../server/src/kit/sheets/sheet-samples.ts'
import { dialog, expectSound, goTo, row, sitDown, strangeWords } from './desk.ts'
import { aHouse } from './house.ts'
import { pictures } from './pictures.ts'

const house = aHouse()
const answered = async (page: Page, url: RegExp, act: () => Promise<unknown>) => {
  const heard = page.waitForResponse((r) => url.test(r.url()) && r.request().method() === 'POST')
  await act()
  expect((await heard).status()).toBe(200)
}
const picture = pictures('returns')
/** Opens a list of choices by its name and takes what has a word in it. */
const pick = async (page: Page, name: string, word: string) => {
  const box = page.getByRole('combobox', { name, exact: true })
  await box.click()
  if (await box.isEditable()) await box.fill(word)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: word }).first().click()
}
const save = (page: Page) => {
  const heard = page.waitForResponse((r) => r.url().includes('/api/return-designs/') && r.request().method() === 'PUT')
  return page
    .getByRole('button', { name: /保存$/ })
    .click()
    .then(() => heard)
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

test('an officer makes a form with questions of its own, a station answers, and the workbook says what was counted and what was typed', async () => {
  const { context, page, errors } = await house.desk()
  await sitDown(page, 'bangong')
  await goTo(page, 'return-forms')
  await expectSound(page)
  await page.getByRole('button', { name: '新建报表' }).click()
  await dialog(page).getByLabel('报表名称').fill('走访慰问月报')
  await dialog(page).getByRole('button', { name: '开始设计' }).click()
  await page.getByRole('heading', { name: '走访慰问月报' }).waitFor()
  await page.getByLabel('表号').fill('密工统05表')
  for (const figure of ['发展会员', '会员总数']) {
    await page.getByRole('button', { name: '加指标' }).click()
    await pick(page, '数字', figure)
  }
  await page.getByRole('button', { name: '加填报项' }).click()
  await page.getByLabel('问什么').fill('走访困难职工家庭')
  await page.getByLabel('单位', { exact: true }).fill('户')
  await page.getByLabel('分节标题').fill('二、走访')
  await page.getByRole('button', { name: '加填报项' }).click()
  await save(page)
  // A question without words: the officer is told where.
  await page.getByRole('alert').filter({ hasText: '请填写' }).first().waitFor()
  expect(await page.getByRole('button', { name: '发布' }).isDisabled()).toBe(true)
  await picture(page, 'faults')
  await page.getByLabel('问什么').fill('其中：当场解决')
  await page.getByLabel('单位', { exact: true }).fill('户')
  await pick(page, '不大于', '走访困难职工家庭')
  await page.getByText('导出时另附一张上级要求的表').click()
  await page.getByLabel('表的标题').fill('北京市总工会走访慰问情况月报')
  await page.getByLabel('计量单位').fill('人、户')
  await page.getByLabel('表下附注').fill('注：走访户数由各单位填报。')
  await save(page)
  await page.locator('.try-lines').waitFor()
  await expectSound(page)
  await picture(page, 'designer')
  await page.getByRole('button', { name: '发布' }).click()
  await dialog(page).getByLabel('说明').fill('市总要求按月报走访情况')
  await answered(page, /publish$/, () => dialog(page).getByRole('button', { name: '发布', exact: true }).click())
  await row(page, '走访慰问月报').getByRole('button', { name: '各版本' }).click()
  await page.getByText('原因：市总要求按月报走访情况').waitFor()

  // Whoever oversees returns but may not design them finds no way in.
  const other = await house.desk()
  await sitDown(other.page, 'zuzhi')
  await goTo(other.page, 'returns')
  expect(await other.page.getByRole('link', { name: '报表设计' }).count()).toBe(0)
  await other.context.close()

  await goTo(page, 'returns')
  await page.getByRole('button', { name: '布置一期' }).click()
  await dialog(page)
    .getByText(/走访慰问月报/)
    .click()
  await dialog(page).getByRole('button', { name: '布置', exact: true }).click()
  await page.getByRole('heading', { name: /走访慰问月报/ }).waitFor()
  const round = page.url()

  const station = await house.desk()
  await sitDown(station.page, 'gulou')
  await goTo(station.page, 'returns')
  await station.page.locator('tr.ant-table-row', { hasText: '走访慰问月报' }).filter({ hasText: '鼓楼街道总工会' }).click()
  await station.page.getByLabel('走访困难职工家庭填报').fill('3')
  await station.page.getByLabel('其中：当场解决填报').fill('5')
  await station.page.getByRole('button', { name: '核对无误，上报' }).click()
  await station.page.getByText('不能大于“走访困难职工家庭”（3）').waitFor()
  await expectSound(station.page)
  await picture(station.page, 'refused')
  await station.page.getByLabel('其中：当场解决填报').fill('2')
  await answered(station.page, /hand-in$/, () => station.page.getByRole('button', { name: '核对无误，上报' }).click())
  await station.page.getByText('已报送').first().waitFor()
  await expectSound(station.page)
  await picture(station.page, 'handed-in')
  const sheet = station.page.url()

  await page.goto(sheet)
  await answered(page, /receive$/, () => page.getByRole('button', { name: '收表' }).click())
  await page.goto(round)
  await page.getByRole('button', { name: '3', exact: true }).click()
  await page.locator('.ant-drawer').getByText('鼓楼街道总工会').waitFor()
  await picture(page, 'answers', [1440])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '标记已上报' }).click()
  await answered(page, /reported$/, () => dialog(page).getByRole('button', { name: '标记', exact: true }).click())
  await page.getByText(/报送市总工会/).waitFor()
  await expectSound(page)
  await picture(page, 'round')
  const [book] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出汇总表' }).click()])
  const file = await book.path()
  const upper = await textsOf(file, '上级表式')
  expect([upper[0]![0], upper[1]!.at(-1), upper.at(-1)![0]]).toEqual([
    '北京市总工会走访慰问情况月报',
    '计量单位：人、户',
    '注：走访户数由各单位填报。',
  ])
  expect(upper[2]!.slice(3)).toEqual(['03 走访困难职工家庭（户）〔填报〕', '04 其中：当场解决（户）〔填报〕'])
  expect(upper.find((r) => r[0] === '鼓楼街道总工会')!.slice(3)).toEqual(['3', '2'])
  expect(upper.find((r) => r[0] === '合计')!.slice(3)).toEqual(['3', '2'])
  expect((await textsOf(file, '汇总表'))[1]!.slice(3)).toEqual(['系统', '系统', '填报', '填报'])
  expect((await textsOf(file, '填报内容')).map((r) => [r[2], r[3]]).slice(1)).toEqual([
    ['走访困难职工家庭', '3'],
    ['其中：当场解决', '2'],
  ])
  expect([...errors, ...station.errors]).toEqual([])
  await station.context.close()
  await context.close()
})

test('whoever says that nothing happened where the records say otherwise sees the numbers first', async () => {
  const { context, page, errors } = await house.desk()
  await sitDown(page, 'zuzhi')
  const json = async (url: string) => (await page.request.get(url)).json()
  const rounds = (await json('/api/returns/rounds')) as { rows: { id: string; form: string }[] }
  const round = rounds.rows.find((r) => r.form === 'town-monthly')!
  const { rows } = (await json(`/api/returns/rounds/${round.id}/sheets?state=missing&limit=200`)) as { rows: { id: string }[] }
  type Sheet = { lines: { kind: string; counted: number | null; label: { zh: string } }[] }
  const happened = async (id: string) =>
    ((await json(`/api/returns/sheets/${id}`)) as Sheet).lines.filter((l) => l.kind === 'flow' && (l.counted ?? 0) > 0)
  let busy = ''
  let quiet = ''
  for (const { id } of rows) {
    const found = await happened(id)
    if (found.length > 0) busy ||= id
    else quiet ||= id
    if (busy && quiet) break
  }
  expect([busy === '', quiet === '']).toEqual([false, false])
  await goTo(page, `returns/${busy}`)
  await page.getByRole('button', { name: '本期无发生（零报）' }).click()
  await dialog(page)
    .getByText((await happened(busy))[0]!.label.zh)
    .waitFor()
  await expectSound(page)
  await picture(page, 'nil')
  await dialog(page).getByLabel('为什么零报').fill('均为补录上期，已在上期报过')
  await answered(page, /hand-in$/, () => dialog(page).getByRole('button', { name: '零报', exact: true }).click())
  await page.getByText('已报送 · 零报').waitFor()
  expect(await page.getByText('均为补录上期，已在上期报过').count()).toBe((await happened(busy)).length)

  // Where the records say nothing either, one press is the whole return.
  await goTo(page, `returns/${quiet}`)
  await answered(page, /hand-in$/, () => page.getByRole('button', { name: '本期无发生，上报' }).click())
  await page.getByText('已报送 · 零报').waitFor()
  await page.getByRole('button', { name: '撤回更正' }).click()
  await dialog(page).getByLabel('原因').fill('漏了一场活动')
  await answered(page, /recall$/, () => dialog(page).getByRole('button', { name: '撤回', exact: true }).click())
  await page.getByText('撤回：漏了一场活动').waitFor()
  await picture(page, 'recalled')
  expect(errors).toEqual([])
  await context.close()
})

test('in English and in the dark the pages of returns say the same', async () => {
  const { page, context, errors } = await house.desk({ english: true, dark: true })
  await sitDown(page, 'bangong')
  const { rows } = (await (await page.request.get('/api/returns/rounds')).json()) as { rows: { id: string; form: string }[] }
  const round = rows.find((r) => r.form === 'town-monthly')!.id
  const sheets = (await (await page.request.get(`/api/returns/rounds/${round}/sheets`)).json()) as { rows: { id: string }[] }
  // A form of the release speaks both languages; its next revision begins as a copy.
  const begun = await page.request.post('/api/return-designs', { headers: { 'x-gongyou': '1' }, data: { title: '月报', from: 'town-monthly' } })
  const design = ((await begun.json()) as { id: string }).id
  for (const place of ['returns', `return-rounds/${round}`, `returns/${sheets.rows[0]!.id}`, 'return-forms', `return-forms/${design}`]) {
    await goTo(page, place)
    expect(await strangeWords(page), place).toEqual([])
    await expectSound(page)
    await picture(page, `english-${place.split('/')[0]}`, [1440])
  }
  expect(errors).toEqual([])
  await context.close()
})
