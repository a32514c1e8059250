import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../demo/src/personas.ts'

/** The places of the console that the menu names, by address. */
export const places = ['', 'applications', 'members', 'transfers', 'join-codes', 'duplicates', 'organisations', 'employers', 'quality', 'figures', 'figures/members-joined', 'accounts', 'audit', 'me/security'] as const

/** An office computer of 1440 × 900; whatever the page complains about is kept. */
export const aDesk = async (browser: Browser, url: string, { english = false } = {}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: url, locale: 'zh-CN', reducedMotion: 'reduce' })
  if (english) await context.addInitScript(() => localStorage.setItem('gongyou.language', 'en'))
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (e) => errors.push(`${page.url()} ${e.message}`))
  page.on('console', (line) => void (line.type() === 'error' && errors.push(`${page.url()} ${line.text()}`)))
  return { context, page, errors }
}

export const sitDown = async (page: Page, login: string, password = demoPassword) => {
  await page.goto('/console/')
  await page.fill('input[autocomplete="username"]', login)
  await page.fill('input[autocomplete="current-password"]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell-main h1')
}

/** Opens a place and waits until nothing is on its way. */
export const goTo = async (page: Page, place: string) => {
  await page.goto(`/console/${place}`)
  await settled(page)
}

/** What was asked for has come and stands still: colours of a fading notice are no colours to judge. */
export const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.ant-skeleton, .ant-spin-spinning') && document.getAnimations().every((a) => a.playState !== 'running'))
}

/** No serious or critical violation of WCAG 2.2 AA that axe can find. */
export const expectAccessible = async (page: Page) => {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.flatMap((v) => v.nodes.map((n) => `${page.url()} ${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary?.split('\n')[1] ?? ''}`))).toEqual([])
}

/** At the width of a phone nothing reaches beyond the right edge but what scrolls inside its own box. */
export const expectNarrow = async (page: Page) => {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${page.url()} wider than a phone`).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}

export const expectSound = async (page: Page) => {
  await expectAccessible(page)
  await expectNarrow(page)
}
