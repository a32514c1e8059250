import { randomUUID } from 'node:crypto'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, expectSound, goTo, sitDown } from './desk.ts'
import { asOwner } from './owner.ts'
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

const picture = async (page: Page, name: string) => {
  const place = process.env['SCREENSHOT_FOLDER']
  if (place) await page.screenshot({ path: path.join(place, `match-${name}.png`), fullPage: true })
}
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()

/** Speaks to the server with the cookies of a page. */
const asking = (page: Page) => async (method: string, url: string, data?: object) => {
  const answer = await page.request.fetch(url, { method, headers: { 'x-gongyou': '1' }, ...(data ? { data } : {}) })
  expect([url, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([url, 200, ''])
  return (await answer.json()) as Record<string, never>
}

test('two who chose each other learn it, and only they; whoever organises it sees counts', async () => {
  const people = await asOwner(server.folder, async (db) => {
    const { rows } = await db.query<{ id: string; mobile: string }>(
      `select p.id, p.mobile from people.person p join membership.membership m on m.person_id = p.id and m.status = 'active'
        where p.mobile is not null and p.birth_on < current_date - interval '21 years' and (select count(*) from people.person x where x.mobile = p.mobile) = 1 order by p.id limit 3`,
    )
    return rows
  })
  const desk = await aDesk(browser, server.url)
  await sitDown(desk.page, 'gulou')
  const office = asking(desk.page)
  const town = await asOwner(
    server.folder,
    async (db) => (await db.query<{ id: string }>("select id from organisations.org where name = '鼓楼街道总工会'")).rows[0]!.id,
  )
  const made = (await office('POST', '/api/activities', {
    kind: 'matchmaking',
    orgId: town,
    title: '缘起工会·冬日联谊',
    about: '请在胸牌上写自己的昵称。',
    sessions: [{ startsAt: hours(3), endsAt: hours(6), place: '鼓楼街道文体中心' }],
    seats: { seats: 30 },
  })) as unknown as { id: string; version: number; pools: { id: string }[]; sessionList: { id: string }[] }
  const session = made.sessionList[0]!.id
  const asked = (await office('POST', `/api/activities/${made.id}/submit`, { version: made.version })) as unknown as { caseId: string }
  const chair = await aDesk(browser, server.url)
  await sitDown(chair.page, 'gulouzhuxi')
  const boss = asking(chair.page)
  const { version } = (await boss('GET', `/api/cases/${asked.caseId}`)) as unknown as { version: number }
  await boss('POST', `/api/cases/${asked.caseId}/steps/agree`, { version, answers: {}, said: '同意' })
  const moveTo = (from: number, to: number) =>
    asOwner(server.folder, (db) =>
      db.query('update activities.session set starts_at = $2, ends_at = $3 where id = $1', [session, hours(from), hours(to)]),
    )

  const phones = []
  for (const [n, p] of people.entries()) {
    const phone = await aPhone(browser, server.url)
    await signIn(phone.page, p.mobile, `/activities/${made.id}`)
    await phone.page.tap('main button:has-text("报名")')
    if (n === 0) await picture(phone.page, '1-declare')
    await phone.page.locator('dialog input[type="checkbox"]').first().check({ force: true })
    await phone.page.tap('dialog button:has-text("确认报名")')
    await phone.page.waitForSelector('text=联谊卡与互选')
    await phone.page.tap('text=联谊卡与互选')
    await phone.page.waitForSelector('text=填联谊卡')
    await phone.page.getByLabel('昵称').fill(['山野来信', '青柠', '白河边'][n]!)
    await phone.page.getByLabel('职业').fill(['护士', '教师', '民宿管家'][n]!)
    await phone.page.getByLabel('想说的话').fill(['周末爱爬山，会做饭。', '养了一只橘猫。', '喜欢骑行。'][n]!)
    await phone.page.getByRole('textbox', { name: '联系方式' }).fill(`wx-${n}`)
    await phone.page.locator('.match-agree input').check()
    if (n === 0) {
      await picture(phone.page, '2-card')
      await expectFit(phone.page)
      await picture(phone.page, '3-promise')
    }
    await phone.page.tap('.foot .primary')
    await phone.page.waitForSelector('text=我的联谊卡')
    if (n === 0) await picture(phone.page, '4-mine')
    phones.push(phone)
  }
  await moveTo(-1, 1)
  await office('POST', `/api/sessions/${session}/check-ins`, {
    device: '站点手机',
    items: people.map((p) => ({ id: randomUUID(), via: 'list', at: hours(0), personId: p.id })),
  })
  const [one, two, three] = phones.map((p) => p.page) as [Page, Page, Page]
  await one.reload()
  await one.waitForSelector('text=到场的人')
  await picture(one, '5-meet')
  await moveTo(-4, -1)
  const choose = async (page: Page, name: string) => {
    await page.reload()
    await page.locator('.match-other', { hasText: name }).locator('input').check()
    await page.tap('.foot .primary')
    await page.waitForSelector('text=已保存，选了 1 人')
  }
  await choose(one, '青柠')
  await picture(one, '6-choose')
  await expectFit(one)
  await choose(two, '山野来信')
  await choose(three, '山野来信')
  await moveTo(-60, -56)
  await asOwner(server.folder, (db) => db.query("select graphile_worker.add_job('turnMatchmaking', '{}'::json)"))
  await expect
    .poll(() => asOwner(server.folder, async (db) => (await db.query('select count(*)::int as n from matchmaking.pair')).rows[0].n), {
      timeout: 30_000,
    })
    .toBe(1)
  await one.reload()
  await one.waitForSelector('text=wx-1')
  await picture(one, '7-matched')
  await expectFit(one)
  await three.reload()
  await three.waitForSelector('text=这次没有互选成功')
  await picture(three, '8-none')
  await goTo(desk.page, `activities/${made.id}`)
  await desk.page.waitForSelector('text=已填卡 3 人')
  await desk.page.setViewportSize({ width: 1440, height: 900 })
  await picture(desk.page, '9-office')
  await expectSound(desk.page)
  expect(await desk.page.textContent('main')).not.toContain('山野来信')
  // One withdraws, the other sees nothing of him any more.
  await two.reload()
  await two.tap('text=撤回，彼此不再看到')
  await two.tap('text=确定撤回')
  await one.reload()
  await one.waitForSelector('text=这次没有互选成功')
  await moveTo(-1000, -998)
  await asOwner(server.folder, (db) => db.query("select graphile_worker.add_job('turnMatchmaking', '{}'::json)"))
  await expect
    .poll(() => asOwner(server.folder, async (db) => (await db.query('select count(*)::int as n from matchmaking.card')).rows[0].n), {
      timeout: 30_000,
    })
    .toBe(0)
  await one.reload()
  await one.waitForSelector('text=这次联谊的内容已全部删除')
  await picture(one, '10-gone')
  expect([...desk.errors, ...chair.errors, ...phones.flatMap((p) => p.errors)]).toEqual([])
}, 240_000)
