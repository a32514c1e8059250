import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog, expectAccessible, goTo, places, sitDown, strangeWords, violations } from './desk.ts'
import { aHouse } from './house.ts'

/** Half a hundred pages, a few seconds each on a busy machine. */
const everyPage = 420_000

const house = aHouse({ waiting: ['乔木生'] })

/** Each sees what its post carries; between them they see every page. */
const sees: Readonly<Record<string, (place: string) => boolean>> = {
  zuzhi: (place) => !/^(accounts|audit|hand-over|designs|activity-kinds|return-forms)$/.test(place),
  guanli: (place) => !/^(duplicates|roster|queue|new-case|new-activity|return-forms)$/.test(place),
  bangong: (place) => place === 'return-forms',
}
const logins = Object.keys(sees)
const placesFor = (login: string) => places.filter(sees[login]!)
/** One person and one application, where the post reads them. */
const recordsFor = async (page: Page, login: string) => {
  if (!sees[login]!('members')) return []
  const first = async (url: string) =>
    ((await (await page.request.get(`${url}?limit=1`)).json()) as { rows: { id: string; person?: { id: string } }[] }).rows[0]!
  const [member, application] = [await first('/api/membership/members'), await first('/api/membership/applications')]
  return [`people/${member.person!.id}`, `applications?status=returned&id=${application.id}`]
}

test('every place is seen by somebody', () => {
  expect(places.filter((place) => !logins.some((login) => sees[login]!(place)))).toEqual([])
})

test('the keyboard alone signs in, opens an application and closes it', async () => {
  const { context, page, errors } = await house.desk()
  await page.goto('/console/')
  await page.waitForSelector('input[autocomplete="username"]')
  await page.keyboard.type('gulou')
  await page.keyboard.press('Tab')
  await page.keyboard.type('miyun-2026')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.today-row')
  const focused = () => page.evaluate(() => `${document.activeElement?.className ?? ''} ${document.activeElement?.textContent ?? ''}`)
  const tabTo = async (what: RegExp) => {
    for (let i = 0; i < 60 && !what.test(await focused()); i++) await page.keyboard.press('Tab')
    expect(await focused()).toMatch(what)
  }
  await tabTo(/today-row[^]*入会申请/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.panel:has-text("自动核验")')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.panel', { state: 'detached' })
  await tabTo(/ant-table-row/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.panel:has-text("自动核验")')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.panel', { state: 'detached' })
  expect(errors).toEqual([])
  await context.close()
})

test(
  'in English every page speaks English, but for the names of persons and organisations',
  async () => {
    const strange: [string, string[]][] = []
    for (const login of logins) {
      const { context, page, errors } = await house.desk({ english: true })
      await sitDown(page, login)
      for (const place of [...placesFor(login), ...(await recordsFor(page, login))]) {
        await goTo(page, place)
        // What was published, and by which notice, is Chinese whatever the language of the page.
        if (/^(claims|contradictions|clocks)$/.test(place)) continue
        const words = await strangeWords(page)
        if (words.length > 0) strange.push([place, words])
      }
      expect(strange).toEqual([])
      expect(errors).toEqual([])
      await context.close()
    }
  },
  everyPage,
)

test(
  'in the dark every page can be read as well',
  async () => {
    const seen = new Set<string>()
    for (const login of logins) {
      const { context, page, errors } = await house.desk({ dark: true })
      await page.goto('/console/')
      await page.waitForSelector('#login')
      await expectAccessible(page)
      await sitDown(page, login)
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
      const dim: string[] = []
      for (const place of [...placesFor(login), ...(await recordsFor(page, login))].filter((place) => !seen.has(place))) {
        seen.add(place)
        await goTo(page, place)
        dim.push(...(await violations(page)))
      }
      expect(dim).toEqual([])
      expect(errors).toEqual([])
      await context.close()
    }
  },
  everyPage,
)

test('in the dark what lies over a page can be read: a panel, a menu, a window, a warning', async () => {
  const { context, page, errors } = await house.desk({ dark: true })
  await sitDown(page, 'zuzhi')
  await page.click('.today-row >> nth=0')
  await page.waitForSelector('.panel')
  await expectAccessible(page)
  await goTo(page, 'organisations')
  await page.click('.org-line >> nth=1')
  await page.waitForSelector('.panel:has-text("任职")')
  await page.click('button:has-text("组织变动")')
  await page.waitForSelector('.ant-dropdown-menu-item-danger')
  await expectAccessible(page)
  await page.click('.ant-dropdown-menu-item-danger:has-text("撤销")')
  await dialog(page).waitFor()
  await expectAccessible(page)
  await goTo(page, 'organisations')
  await page.click('button:has-text("新建组织")')
  await dialog(page).getByRole('button', { name: '新建' }).click()
  await page.waitForSelector('.ant-form-item-explain-error')
  await expectAccessible(page)
  await goTo(page, 'members')
  await page.click('button:has-text("登记服务对象")')
  await dialog(page).locator('.ant-select').first().click()
  await expectAccessible(page)
  expect(errors).toEqual([])
  await context.close()
})
