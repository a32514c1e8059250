import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../demo/src/personas.ts'
import { openBrowser } from './browser.ts'
import { aDesk, dialog, expectAccessible, expectSound, goTo, row, sitDown, strangeWords } from './desk.ts'
import { settled } from './settled.ts'
import { askAt } from './joins.ts'
import { type RunningServer, startServer } from './server.ts'
import { everything, publishServices, studyAid } from './services.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  await publishServices(server.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

type Case = { id: string; number: string; version: number }
const officer = async (login: string) => (await askAt(server.url, '/api/accounts/sign-in', { login, password: demoPassword })).cookie
const courier = async () => {
  const { challenge } = (await askAt(server.url, '/api/accounts/phone-codes', { mobile: '13900000001' })).said as { challenge: string }
  const { rows } = (await askAt(server.url, '/api/notices/deliveries?address=13900000001&limit=1')).said as { rows: { body: string }[] }
  const code = /\d{6}/.exec(rows[0]!.body)![0]
  return (await askAt(server.url, '/api/accounts/sign-in/phone', { challenge, code })).cookie
}
const answers = { course: 'degree', school: '北京开放大学密云分校', cost: 380_000, income: 612_300, phone: '13900000001' }
const members = async (cookie: string) =>
  ((await askAt(server.url, '/api/membership/members?limit=6', undefined, cookie)).said as { rows: { person: { id: string; name: string } }[] }).rows
const placeOf = async (cookie: string) =>
  ((await askAt(server.url, '/api/accounts/me', undefined, cookie)).said as { posts: { org: { id: string } }[] }).posts[0]!.org.id
/** Cases entered by the colleague at the counter, one for each of some members. */
const entered = async (count: number): Promise<Case[]> => {
  const cookie = await officer('shegong')
  const orgId = await placeOf(cookie)
  const made: Case[] = []
  for (const m of (await members(cookie)).slice(1, 1 + count))
    made.push((await askAt(server.url, '/api/cases', { service: studyAid.code, orgId, applicantId: m.person.id, answers }, cookie)).said)
  return made
}
const act = async (login: string, id: string, path: string, body: object) => {
  const cookie = await officer(login)
  const { version } = (await askAt(server.url, `/api/cases/${id}`, undefined, cookie)).said as Case
  return (await askAt(server.url, `/api/cases/${id}/${path}`, { version, ...body }, cookie)).said as Case
}
const panel = (page: Page) => page.locator('.case-panel')
const press = (page: Page, name: string) => page.locator('.case-acts').getByRole('button', { name, exact: true }).click()
const say = (page: Page, label: string, words: string) => dialog(page).getByLabel(label, { exact: false }).fill(words)
const more = async (page: Page, name: string) => {
  await press(page, '更多办理')
  await page.locator('.ant-dropdown-menu-item:visible', { hasText: name }).first().click()
  await dialog(page).waitFor()
}

test('a worker applies; the station asks for more and accepts; the district grants; the worker reads the answer', async () => {
  const worker = await courier()
  const receipt = (await askAt(server.url, `/api/cases/services/${studyAid.code}/cases`, { revision: 1, answers }, worker)).said as Case

  const station = await aDesk(browser, server.url)
  const { page } = station
  await sitDown(page, 'gulou')
  await expectSound(page)
  await page.click(`.today-row:has-text("${receipt.number}")`)
  await panel(page).getByText('北京开放大学密云分校').first().waitFor()
  await expectSound(page)
  await press(page, '要求补正')
  await dialog(page).getByRole('checkbox', { name: '证书' }).check()
  // What the office itself fills in is not asked of the applicant.
  expect(await dialog(page).getByRole('checkbox').count()).toBe(studyAid.asksAtStart!.length)
  expect(await dialog(page).getByLabel('说明').inputValue()).toBe('请补充：证书。')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '发给申请人' }).click()
  await panel(page).getByText('等申请人补正：').waitFor()
  await page.waitForSelector('.due-paused')
  expect(await page.locator('.case-acts').getByRole('button', { name: '受理', exact: true }).count()).toBe(0)

  const { version } = (await askAt(server.url, `/api/cases/${receipt.id}`, undefined, worker)).said as Case
  await askAt(server.url, `/api/cases/${receipt.id}/supply`, { version, answers: {}, said: '证书原件已交窗口' }, worker)
  await goTo(page, `cases/${receipt.id}`)
  await page.locator('summary', { hasText: '证书原件已交窗口' }).waitFor()
  await more(page, '内部备注')
  await say(page, '备注', '窗口已核对原件')
  await dialog(page).getByRole('button', { name: '内部备注' }).click()
  await page.locator('details.note summary', { hasText: '窗口已核对原件' }).waitFor()
  expect(await page.locator('details.public summary').filter({ hasText: '窗口已核对原件' }).count()).toBe(0)

  await page.getByRole('button', { name: '查看家庭月收入' }).click()
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '查看并留痕' }).click()
  await page.getByText('6,123.00 元').waitFor()
  await expectSound(page)
  await page.keyboard.press('a')
  await say(page, '办理意见', '材料齐全')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('text=现在：审批中')
  expect(station.errors).toEqual([])
  await station.context.close()

  const district = await aDesk(browser, server.url)
  await sitDown(district.page, 'zuzhi')
  await goTo(district.page, `queue?q=${receipt.number}`)
  await row(district.page, receipt.number).click()
  await panel(district.page).waitFor()
  await press(district.page, '批准')
  await dialog(district.page).getByRole('button', { name: '批准' }).click()
  await dialog(district.page).getByText('请填写', { exact: true }).waitFor()
  await say(district.page, '批准金额', '1000')
  await say(district.page, '答复', '同意补助 1000 元。')
  await expectAccessible(district.page)
  await dialog(district.page).getByRole('button', { name: '批准' }).click()
  await district.page.waitForSelector('text=已记录“批准”，现在：已批准')
  await panel(district.page).getByText('1,000.00 元').first().waitFor()
  await more(district.page, '按现行规则复核')
  await dialog(district.page).getByText('结论一致').waitFor()
  expect(district.errors).toEqual([])
  await district.context.close()
  const told = (await askAt(server.url, `/api/cases/${receipt.id}`, undefined, worker)).said as {
    acts: { said: string | null }[]
    outcome: { zh: string }
  }
  expect(told.outcome.zh).toBe('已批准')
  const words = told.acts.map((a) => a.said)
  expect(words).toContain('同意补助 1000 元。')
  expect(words).not.toContain('材料齐全')
})

test('a stale page says who did what meanwhile, keeps what was typed, and goes through on the second press', async () => {
  const [one] = await entered(1)
  const { context, page } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, `cases/${one!.id}`)
  await press(page, '受理')
  await say(page, '办理意见', '已电话核实')
  await act('shegong', one!.id, 'suspend', { why: '等学校盖章' })
  await act('shegong', one!.id, 'resume', { why: '已盖章' })
  await dialog(page).getByRole('button', { name: '受理' }).click()
  await dialog(page).getByText('这条记录刚被别人改过').waitFor()
  await dialog(page).getByText('您填写期间有人办过').waitFor()
  expect(await dialog(page).textContent()).toMatch(/方小满.*中止[\s\S]*方小满.*恢复/)
  expect(await dialog(page).getByLabel('办理意见').inputValue()).toBe('已电话核实')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '受理' }).click()
  await page.waitForSelector('text=已记录“受理”，现在：审批中')
  await context.close()
})

test('a colleague of another town gives an opinion, and the case leaves with the task', async () => {
  const [one] = await entered(1)
  const found = (await askAt(server.url, `/api/accounts/colleagues?q=${encodeURIComponent('罗青禾')}`, undefined, await officer('gulou'))).said as {
    rows: { person: { id: string } }[]
  }
  await act('gulou', one!.id, 'signers', { persons: [found.rows[0]!.person.id], mode: 'all', place: 'beside', asks: '是否在果园享受过同类补助' })
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'guoyuan')
  await page.click(`.today-row:has-text("${one!.number}")`)
  await panel(page).locator('.case-acts').waitFor()
  await press(page, '签署意见')
  await dialog(page).getByText('请您看：是否在果园享受过同类补助').waitFor()
  await dialog(page).getByRole('button', { name: '提交' }).click()
  await dialog(page).getByText('请选择同意或不同意').waitFor()
  await dialog(page).getByRole('radio', { name: '同意', exact: true }).check()
  await say(page, '说明', '没有享受过')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '提交' }).click()
  await panel(page).getByText('您不再经手').waitFor()
  expect(await panel(page).textContent()).not.toContain('北京开放大学密云分校')
  expect(errors).toEqual([])
  await page.goto(`/console/cases/${one!.id}`)
  await page.waitForSelector('text=没有找到，或您无权查看')
  await context.close()
})

test('one step for many: what cannot be done says why and hinders no other', async () => {
  const made = await entered(4)
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, `queue?service=${studyAid.code}&q=学习补助`)
  for (const one of made.slice(0, 3)) await row(page, one.number).getByRole('checkbox').check()
  await act('shegong', made[1]!.id, 'steps/accept', {})
  await page.locator('.batch').getByRole('button', { name: '批量办理' }).click()
  await dialog(page).getByRole('radio', { name: '受理', exact: true }).check()
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '受理 3 件' }).click()
  await dialog(page).getByText('办理了 2 件，1 件没有办成').waitFor()
  expect(await dialog(page).locator('tr', { hasText: made[1]!.number }).textContent()).toMatch(/刚被别人改过|不在这一步/)
  await page.keyboard.press('Escape')
  await row(page, made[3]!.number).waitFor()
  expect(await row(page, made[0]!.number).count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()
})

test('the keyboard walks the queue, opens, acts and closes; a view is kept and dropped', async () => {
  await entered(3)
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, 'queue')
  await expectSound(page)
  await page.keyboard.press('?')
  await dialog(page).getByText('第一项办理').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.locator('.batch', { hasText: '已选 1 件' }).waitFor()
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await panel(page).locator('.case-acts').waitFor()
  const title = () => panel(page).locator('h2').first().textContent()
  const first = await title()
  await page.keyboard.press('k')
  await expect.poll(async () => ['', first].includes(await title())).toBe(false)
  await panel(page).locator('.case-acts').waitFor()
  await page.keyboard.press('n')
  await dialog(page).getByLabel('备注').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })

  await page
    .locator('.chips')
    .getByRole('button', { name: /^学习补助/ })
    .click()
  await page.getByRole('button', { name: '我的视图' }).click()
  await page.getByText('把当前筛选存为视图').click()
  await dialog(page).getByLabel('名称').fill('补助')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await goTo(page, 'queue')
  await page.getByRole('button', { name: '我的视图' }).click()
  await page.locator('.view-line', { hasText: '补助' }).click()
  await page.waitForURL(/service=e2e-study-aid/)
  await page.getByRole('button', { name: '我的视图' }).click()
  await page.getByRole('button', { name: '删除视图 补助' }).click()
  await expect.poll(() => page.locator('.view-line').count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()
})

const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)
const pick = async (page: Page, name: string, typed: string, offered: string) => {
  await field(page, name).locator('input').first().fill(typed)
  const shown = page.locator('.ant-select-dropdown:visible')
  await shown.locator('.ant-select-item-option, .ant-select-tree-node-content-wrapper', { hasText: offered }).first().click()
  await shown.waitFor({ state: 'hidden' })
}

test('a form with every kind of field: faults beside the fields, then it is entered and read again', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'gulou')
  await goTo(page, 'new-case')
  await expectSound(page)
  await page.click('.service-card:has-text("走访登记")')
  await field(page, 'theme').waitFor()
  await expectSound(page)
  await page.click('button:has-text("提交登记")')
  await field(page, 'theme').getByText('请填写').waitFor()
  await expectSound(page)
  expect(await field(page, 'need').count()).toBe(0)
  await field(page, 'ill').getByText('是').click()
  await field(page, 'need').locator('textarea').fill('一名职工家属患病')
  await field(page, 'theme').locator('input').fill('冬季送温暖')
  await field(page, 'story').locator('textarea').fill('宿舍取暖正常。')
  await field(page, 'on').locator('input').fill('2026-11-02')
  await page.keyboard.press('Enter')
  await field(page, 'rooms').locator('input').fill('12')
  await field(page, 'wage').locator('input').fill('6543.2')
  await pick(page, 'trade', '运输', '运输')
  await field(page, 'gives').getByText('饮用水').click()
  await pick(page, 'host', '许大川', '许大川')
  await pick(page, 'union', '鼓楼街道工会服务站', '鼓楼街道工会服务站')
  await pick(page, 'firm', '密云晴川货运部', '密云晴川货运部')
  await field(page, 'place').locator('input').nth(1).fill('沙河路 8 号')
  await field(page, 'crew').locator('td input').first().focus()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '祝远帆\t41\t5,200\n钟立夏\t\t4800\n')
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => field(page, 'crew').locator('tbody tr').count()).toBe(2)
  await field(page, 'photos').locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo })
  await field(page, 'photos').getByText('现场.png').waitFor()
  const canvas = field(page, 'sign').locator('canvas')
  await canvas.hover({ position: { x: 30, y: 60 } })
  await page.mouse.down()
  await canvas.hover({ position: { x: 90, y: 40 } })
  await canvas.hover({ position: { x: 160, y: 90 } })
  await page.mouse.up()
  await field(page, 'sign').getByRole('button', { name: '用这个签名' }).click()
  await field(page, 'sign').getByText('已签名').waitFor()
  await field(page, 'truth').getByRole('checkbox').check()
  await page.click('button:has-text("提交登记")')
  await page.waitForSelector('.case')
  const facts = await page.locator('.answers').first().textContent()
  for (const words of [
    '冬季送温暖',
    '2026-11-02',
    '12 间',
    '6,543.20 元',
    '一名职工家属患病',
    '运输',
    '饮用水',
    '许大川',
    '密云晴川货运部',
    '沙河路 8 号',
    '5,200.00 元',
    '现场.png',
    '签名.png',
  ])
    expect(facts).toContain(words)
  await page.locator('.answers').getByRole('button', { name: '现场.png' }).click()
  await dialog(page).locator('img').waitFor()
  await page.keyboard.press('Escape')
  await settled(page)
  await expectSound(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.print-sheet h1').isVisible()).toBe(true)
  expect(await page.locator('.shell').isVisible()).toBe(false)
  expect(errors).toEqual([])
  await context.close()
})

test('one line is recorded from the header, asked about outside, and made a full case', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await sitDown(page, 'gulou')
  await page.click('.shell-top button:has-text("一句话登记")')
  await dialog(page).getByLabel('什么事').fill('货运部职工宿舍无热水')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("货运部职工宿舍无热水")')
  await more(page, '请外单位协办')
  await say(page, '对方单位', '鼓楼街道办事处')
  await say(page, '请对方做什么', '请核实宿舍供水')
  await say(page, '提供信息的目的', '核实情况')
  await dialog(page).getByRole('checkbox', { name: '什么事' }).check()
  await dialog(page).locator('.slice', { hasText: '货运部职工宿舍无热水' }).waitFor()
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '生成链接' }).click()
  await dialog(page).getByRole('button', { name: '复制链接' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/m\/link\/[\w-]{20,}$/)
  await page.locator('.link-line', { hasText: '鼓楼街道办事处' }).getByText('对方还没有打开').waitFor()
  const token = link.split('/').at(-1)
  const slice = (await askAt(server.url, '/api/cases/links/open', { token })).said as { answers: object; key: string }
  expect(slice.answers).toEqual({ said: '货运部职工宿舍无热水' })
  await askAt(server.url, '/api/cases/links/reply', { token, key: slice.key, said: '已派人维修' })
  await page.reload()
  await page.locator('.link-line').getByText('已派人维修').waitFor()
  await expectSound(page)

  await press(page, '转为正式办件')
  await dialog(page).locator('.ant-select').click()
  await page.locator('.ant-select-item-option', { hasText: '学习补助' }).click()
  await dialog(page).locator('[data-field="course"]').getByText('职业技能').click()
  await dialog(page).locator('[data-field="cost"] input').fill('300')
  await dialog(page).locator('[data-field="income"] input').fill('4000')
  await dialog(page).locator('[data-field="phone"] input').fill('13900000001')
  await dialog(page).getByRole('button', { name: '转为正式办件' }).click()
  // Members only, and nobody has been named: the server's own words, and what was filled in stays.
  await dialog(page).getByText('须是工会会员').waitFor()
  expect(await dialog(page).locator('[data-field="cost"] input').inputValue()).toBe('300.00')
  await page.keyboard.press('Escape')
  await press(page, '处理完毕')
  await say(page, '怎么处理的', '街道已派人维修')
  await dialog(page).getByRole('button', { name: '处理完毕' }).click()
  await page.waitForSelector('text=已记录“处理完毕”，现在：当场办结')
  expect(errors.filter((e) => !e.includes('422'))).toEqual([])
  await context.close()
})

test('work is handed over, the ledger finds what is closed, and all of it speaks English too', async () => {
  const [one] = await entered(1)
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'zhuren')
  for (const place of ['cases', 'cases?open=false', 'hand-over', 'burden', 'queue', 'new-case']) {
    await goTo(page, place)
    await expectSound(page)
  }
  await act('gulou', one!.id, 'claim', {})
  await goTo(page, 'hand-over')
  for (const [label, name] of [
    ['移交人', '何秋实'],
    ['接手人', '方小满'],
  ] as const) {
    await page.getByLabel(label).fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
    await page.keyboard.press('Escape')
  }
  await page.getByLabel('原因').fill('岗位调整')
  await page.click('button:has-text("移交"):not(:has-text("工作"))')
  await page.waitForSelector('text=/已把何秋实的 \\d+ 件任务移交给方小满/')
  await expectSound(page)
  expect(errors).toEqual([])
  await context.close()

  const english = await aDesk(browser, server.url, { english: true })
  await sitDown(english.page, 'zhuren')
  for (const place of ['queue', 'cases', `cases/${one!.id}`, 'hand-over', 'burden', 'new-case', `new-case?service=${everything.code}`]) {
    await goTo(english.page, place)
    expect(await strangeWords(english.page), place).toEqual([])
  }
  expect(english.errors).toEqual([])
  await english.context.close()
})
