import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDesk, dialog, expectSound, goTo, row, sitDown, strangeWords } from './desk.ts'
import { settled } from './settled.ts'
import { openBrowser } from './browser.ts'
import { askAt } from './joins.ts'
import { type RunningServer, startServer } from './server.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What the hand of an officer does: every press and every word typed is counted. */
const aHand = (page: Page) => {
  const count = { presses: 0, words: 0 }
  return {
    count,
    press: async (selector: string) => {
      count.presses += 1
      await page.click(selector)
    },
    write: async (label: string, text: string) => {
      count.words += 1
      await page.locator(`[aria-label="${label}"]`).last().fill(text)
    },
    choose: async (label: string, word: string) => {
      count.presses += 2
      await page.locator(`.ant-select:has([aria-label="${label}"])`).last().click()
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: word }).first().click()
    },
  }
}
const part = (name: string) => `.ant-tabs-tab:has-text("${name}")`
const saved = (page: Page) => page.waitForSelector('[role=status]:has-text("已保存")')
const picture = async (page: Page, name: string) => {
  const place = process.env['SCREENSHOT_FOLDER']
  if (place) await page.screenshot({ path: path.join(place, `designer-${name}-${page.viewportSize()!.width}.png`), fullPage: true })
}

/** Judged from the top: what the frame of the page half covers while scrolled is not too small. */
const looksSound = async (page: Page) => {
  await page.evaluate(() => scrollTo(0, 0))
  await expectSound(page)
}

/** A courier signed in over HTTP. */
const aWorker = async (mobile: string) => {
  const { challenge } = (await askAt(server.url, '/api/accounts/phone-codes', { mobile })).said as { challenge: string }
  const { rows } = (await askAt(server.url, `/api/notices/deliveries?address=${mobile}&limit=1`)).said as { rows: { body: string }[] }
  const { cookie } = await askAt(server.url, '/api/accounts/sign-in/phone', { challenge, code: /\d{6}/.exec(rows[0]!.body)![0] })
  return cookie
}

test('an officer makes a birthday gift from nothing, tries it, publishes it; a worker applies', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  const hand = aHand(page)
  await sitDown(page, 'bangong')
  await goTo(page, 'designs')
  await looksSound(page)
  const began = Date.now()

  await hand.press('button:has-text("新建事项")')
  hand.count.words += 1
  await dialog(page).locator('input').first().fill('生日慰问')
  await hand.press('.ant-modal label:has-text("空白")')
  await hand.press('.ant-modal button:has-text("开始设计")')
  await page.waitForSelector(part('1 基本'))
  await looksSound(page)
  await hand.write('一句话说明（职工读到）', '过生日的会员可以选一份礼物。')
  await hand.press('button:has-text("加一个申请条件")')
  await looksSound(page)

  await hand.press(part('2 表单'))
  await hand.press('.add-field button:has-text("单选")')
  await hand.write('名称', '想要什么礼物')
  await hand.write('选项（一行一个）', '蛋糕券\n图书券')
  await page.waitForSelector('.phone >> text=图书券')
  await hand.press('.add-field button:has-text("日期")')
  await hand.write('名称', '生日')
  await hand.choose('自动带出', '出生日期')
  await looksSound(page)
  await picture(page, 'form')

  await hand.press(part('3 流程'))
  await hand.press('button:has-text("加办结状态")')
  await hand.write('名称', '已送出')
  await hand.press('button:has-text("加步骤")')
  await hand.write('名称（按钮上的字）', '送出礼物')
  await hand.choose('到哪个状态', '已送出')
  await page.waitForSelector('.flow-step:has-text("送出礼物")')
  await looksSound(page)
  await picture(page, 'flow')

  await hand.press(part('4 时限与统计'))
  await hand.press('button:has-text("加时限")')
  await hand.choose('按哪一项分开统计', '想要什么礼物')
  await looksSound(page)
  await saved(page)
  expect(await page.locator('.faults').count()).toBe(0)

  await hand.press(part('5 试办'))
  await page.waitForSelector('text=试办不留痕')
  await hand.choose('假设在哪个组织申请', '鼓楼街道工会服务站')
  await hand.press('.trial button:has-text("提交申请")')
  await page.waitForSelector('[data-field] .fault')
  await looksSound(page)
  await hand.press('.trial label:has-text("图书券")')
  hand.count.words += 1
  await page.locator('.trial').getByLabel('生日').fill('1990-11-21')
  await page.keyboard.press('Enter')
  await hand.press('.trial button:has-text("提交申请")')
  await page.waitForSelector('.trial-stages >> text=何秋实')
  await picture(page, 'trial')
  await hand.press('.next-steps button:has-text("送出礼物")')
  await page.waitForSelector('.trial-stages >> text=已送出')
  expect(await page.textContent('.trial')).toContain('办结 1 件')
  await looksSound(page)

  await hand.press(part('6 发布'))
  await hand.write('发布原因', '办公室新办')
  await looksSound(page)
  await hand.press('button:has-text("发 布"), .publish button:has-text("发布")')
  await page.waitForSelector('text=“生日慰问”已发布')
  const took = Date.now() - began
  await looksSound(page)
  await picture(page, 'published')
  const address = (await page.textContent('.address'))!
  const code = address.split('/').at(-1)!

  const cookie = await aWorker('13900000001')
  const { said } = await askAt(
    server.url,
    `/api/cases/services/${code}/cases`,
    { revision: 1, answers: { field1: 'option2', field2: '1990-11-21' } },
    cookie,
  )
  expect(said).toMatchObject({ number: expect.stringMatching(/^SR/) })
  console.info(`birthday gift: ${hand.count.presses} presses, ${hand.count.words} texts, ${took} ms by machine`)
  // At four seconds a press and twenty a text a new user stays below ten minutes.
  expect(hand.count.presses * 4 + hand.count.words * 20).toBeLessThan(600)
  expect(errors).toEqual([])
  await context.close()
})

test('the next revision: what differs is read in words before and after it is published', async () => {
  const { context, page, errors } = await aDesk(browser, server.url)
  await sitDown(page, 'bangong')
  await goTo(page, 'designs')
  await row(page, '生日慰问').locator('button:has-text("改下一版")').click()
  await page.click('.field-open:has-text("想要什么礼物")')
  await page.fill('[aria-label="选项（一行一个）"]', '蛋糕券\n图书券\n电影票')
  await saved(page)
  // A field is moved by keyboard alone.
  await page.focus('.field-line:has-text("生日") .grip')
  for (const key of ['Space', 'ArrowUp', 'Space']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
  }
  await page.waitForSelector('.field-line:first-child:has-text("生日")')
  // A press just after letting go still belongs to the move.
  await page.waitForTimeout(500)
  await page.click('button:has-text("撤销")')
  await page.waitForSelector('.field-line:first-child:has-text("想要什么礼物")')
  // And by mouse, as most do.
  const grip = async (label: string) => (await page.locator(`.field-line:has-text("${label}") .grip`).boundingBox())!
  const [held, above] = [await grip('生日'), await grip('想要什么礼物')]
  await page.mouse.move(held.x + 8, held.y + 20)
  await page.mouse.down()
  await page.mouse.move(above.x + 8, above.y + 10, { steps: 8 })
  await page.mouse.up()
  await page.waitForSelector('.field-line:first-child:has-text("生日")')
  // A press just after letting go still belongs to the move.
  await page.waitForTimeout(500)
  await page.click('button:has-text("撤销")')
  await page.waitForSelector('.field-line:first-child:has-text("想要什么礼物")')
  await saved(page)
  await page.click(part('6 发布'))
  await page.waitForSelector('.differences >> text=蛋糕券、图书券、电影票')
  expect(await page.locator('.differences dt').allTextContents()).toEqual(['字段“想要什么礼物”：选项'])
  await looksSound(page)
  await picture(page, 'differences')
  await page.fill('[aria-label="发布原因"]', '增加电影票')
  await page.click('.publish button:has-text("发布")')
  await page.waitForSelector('text=第 2 版从现在起生效')
  await page.click('text=回到事项设计')
  await row(page, '生日慰问').locator('button:has-text("第 2 版")').click()
  await page.waitForSelector('.revision >> text=原因：增加电影票')
  await settled(page)
  await picture(page, 'history')
  expect(await page.locator('.revision').first().textContent()).toContain('蛋糕券、图书券 → 蛋糕券、图书券、电影票')
  await page.keyboard.press('Escape')

  await row(page, '生日慰问').locator('button:has-text("停办")').click()
  await dialog(page).locator('textarea').fill('经费用完')
  await dialog(page).locator('button:has-text("停办")').click()
  await row(page, '生日慰问').locator('text=已停办').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

test('two officers on one draft: nothing typed is lost, and one of them decides', async () => {
  const { context, page } = await aDesk(browser, server.url)
  await sitDown(page, 'bangong')
  const call = (method: string, url: string, body?: object) =>
    page.evaluate(
      async ([m, u, b]) => {
        const answer = await fetch(u!, { method: m!, headers: { 'content-type': 'application/json', 'x-gongyou': '1' }, ...(b ? { body: b } : {}) })
        return (await answer.json()) as { id: string; version: number; definition: Record<string, unknown> }
      },
      [method, url, body && JSON.stringify(body)] as const,
    )
  const draft = await call('POST', '/api/cases/designs', { title: '观影活动', pattern: 'two-steps' })
  await goTo(page, `designs/${draft.id}?at=basics`)
  const elsewhere = { ...draft.definition, summary: { zh: '同事写的说明。', en: 'Theirs.' } }
  await call('PUT', `/api/cases/designs/${draft.id}`, { version: draft.version, definition: elsewhere })
  await page.fill('[aria-label="事项名称"]', '观影福利')
  await page.waitForSelector('text=同事刚改过这份草稿')
  expect(await page.inputValue('[aria-label="事项名称"]')).toBe('观影福利')
  await looksSound(page)
  await page.click('button:has-text("用我的")')
  await saved(page)
  expect((await call('GET', `/api/cases/designs/${draft.id}`)).definition).toMatchObject({ title: { zh: '观影福利' } })

  // Taking a state away breaks the flow; the fault leads to its place.
  await page.click(part('3 流程'))
  await page.click('.flow-state:has-text("已通过")')
  await page.click('button:has-text("删除这个状态")')
  await page.click('.flow-state:has-text("未通过")')
  await page.click('button:has-text("删除这个状态")')
  await page.waitForSelector('.faults:has-text("至少要有一个办结状态")')
  await page.click(part('5 试办'))
  await looksSound(page)
  await page.click('.faults button:has-text("待审批：从这个状态走不到办结")')
  await page.waitForSelector('.side [aria-label="名称"]')
  expect(await page.inputValue('.side [aria-label="名称"]')).toBe('待审批')
  await picture(page, 'faults')
  await context.close()
})

test('the same pages in English', async () => {
  const { context, page } = await aDesk(browser, server.url, { english: true })
  await sitDown(page, 'bangong')
  await goTo(page, 'designs')
  // Titles of services are data; those of the system have English ones.
  expect((await strangeWords(page)).filter((x) => !/慰问|观影/.test(x))).toEqual([])
  await page.click('button:has-text("New service")')
  await dialog(page).locator('input').first().fill('Gift')
  await dialog(page).locator('text=Check and decide').click()
  await page.click('.ant-modal button:has-text("Begin")')
  for (const name of ['1 Basics', '2 Form', '3 Flow', '4 Limits', '5 Trial', '6 Publish']) {
    await page.click(part(name))
    await settled(page)
    const own = (await strangeWords(page)).filter((x) => !/请写一句话说明/.test(x))
    expect(own, name).toEqual([])
  }
  await context.close()
})
