import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../demo/src/personas.ts'
import { settled, watched } from './settled.ts'

/** The places of the console that the menu names, by address. */
export const places = [
  '',
  'applications',
  'members',
  'inbox',
  'roster',
  'transfers',
  'join-codes',
  'duplicates',
  'organisations',
  'employers',
  'quality',
  'papers',
  'paper-templates',
  'paper-check',
  'queue',
  'new-case',
  'cases',
  'hand-over',
  'designs',
  'registers',
  'clocks',
  'hotline',
  'hotline-import',
  'hotline-rates',
  'activities',
  'activities-calendar',
  'activities-calendar?view=week',
  'activity-kinds',
  'new-activity',
  'course-menu',
  'contests',
  'classes',
  'burden',
  'venues',
  'venues?view=map',
  'bookings',
  'cockpit',
  'figures',
  'figures/members-joined',
  'claims',
  'contradictions',
  'targets',
  'returns',
  'return-forms',
  'reports',
  'accounts',
  'audit',
  'me/security',
] as const

/** Chooses English, and keeps what the server answered: names in it are data and stay as they are. */
const speakEnglish = () => {
  localStorage.setItem('gongyou.language', 'en')
  const heard: unknown[] = []
  Object.assign(globalThis, { heard })
  const ask = globalThis.fetch
  globalThis.fetch = async (...call) => {
    const answer = await ask(...call)
    await answer
      .clone()
      .json()
      .then(
        (said) => heard.push(said),
        () => {},
      )
    return answer
  }
}

export type DeskWishes = { english?: boolean; dark?: boolean }

/** An office computer of 1440 × 900; whatever the page complains about is kept. */
export const aDesk = async (browser: Browser, url: string, { english = false, dark = false }: DeskWishes = {}) => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  if (english) await context.addInitScript(speakEnglish)
  if (dark) await context.addInitScript(() => localStorage.setItem('gongyou.theme', 'dark'))
  const page = watched(await context.newPage())
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

const graveOn = async (page: Page) => {
  await settled(page)
  // The list box without size is how antd tells a reader about an open list; what is opened and seen is judged with the rest.
  const found = await new AxeBuilder({ page })
    .exclude('[role="listbox"][style*="height: 0px"]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const grave = found.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  return grave.flatMap((v) => v.nodes.map((n) => `${page.url()} ${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary?.split('\n')[1] ?? ''}`))
}

/** Every serious or critical violation of WCAG 2.2 AA that axe can find, and finds again a moment later: a colour that fades in is none. */
export const violations = async (page: Page) => {
  if ((await graveOn(page)).length === 0) return []
  await page.waitForTimeout(500)
  return graveOn(page)
}

export const expectAccessible = async (page: Page) => expect(await violations(page)).toEqual([])

/** At the width of a phone nothing reaches beyond the right edge but what scrolls inside its own box. */
export const expectNarrow = async (page: Page) => {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  // A picture drawn by size is drawn anew a moment after the window has changed.
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await expect.poll(beyond, { message: `${page.url()} wider than a phone`, timeout: 5000 }).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}

export const expectSound = async (page: Page) => {
  await expectAccessible(page)
  await expectNarrow(page)
}

/** The window in front. */
export const dialog = (page: Page) => page.locator('.ant-modal:visible').last()
/** A line of a list by a word in it. */
export const row = (page: Page, word: string) => page.locator('tr.ant-table-row', { hasText: word })

/** Types into a field of the window in front and takes what is offered. */
export const choose = async (page: Page, label: string, word: string) => {
  const field = dialog(page).locator('.ant-form-item', { hasText: label }).first().locator('.ant-select')
  await field.click()
  const input = field.locator('input')
  if (await input.isEditable()) await input.fill(word)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: word }).first().click()
}

/** Chinese on an English page that is no name, reason or label which somebody wrote. */
export const strangeWords = (page: Page) =>
  page.evaluate(() => {
    const written = new Set<string>(['工友', '中文'])
    const keys = new Set([
      'name',
      'shortName',
      'label',
      'employer',
      'because',
      'reason',
      'note',
      'orgName',
      'org',
      'title',
      'number',
      'document',
      'formNumber',
      'addressee',
      'drafter',
      'issuer',
      'madeBy',
      'applicant',
      'said',
      'holder',
      'purpose',
      'address',
      // Of an activity somebody has planned.
      'place',
      'head',
      'about',
      'contact',
      'programme',
      'party',
      'union',
      // Of contests and classes.
      'unit',
      'trade',
    ])
    const gather = (value: unknown, key = '') => {
      if (typeof value === 'string' && keys.has(key)) written.add(value)
      // “name · organisation post”: the post is a word of ours, the rest is not.
      if (typeof value === 'string' && (key === 'actor' || key === 'by'))
        for (const part of value.split(' · ')) written.add(part.replace(/ \S+$/, ''))
      // What an entry of a register says: names are the same in both languages, choices are not.
      if (key === 'facts' && Array.isArray(value))
        for (const fact of value as { zh: string; en: string }[]) if (fact.zh === fact.en) written.add(fact.zh)
      // What an officer wrote in Chinese only is said in Chinese.
      if (value && typeof value === 'object' && 'zh' in value && 'en' in value && value.en === '') written.add(String(value.zh))
      if (Array.isArray(value)) for (const one of value) gather(one, key === 'platforms' || key === 'party' ? 'name' : '')
      else if (value && typeof value === 'object') for (const [k, v] of Object.entries(value)) gather(v, key === 'answers' ? 'name' : k)
    }
    gather((globalThis as unknown as { heard: unknown[] }).heard)
    const names = [...written].sort((a, b) => b.length - a.length)
    const texts: string[] = []
    for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode();) texts.push(walk.currentNode.textContent ?? '')
    for (const e of document.querySelectorAll('*')) for (const a of ['placeholder', 'aria-label', 'title', 'alt']) texts.push(e.getAttribute(a) ?? '')
    return [
      ...new Set(
        texts
          .map((text) => names.reduce((left, name) => left.replaceAll(name, ''), text))
          // What a case is called stands after its number in a notice; somebody wrote it.
          .map((text) => text.replace(/[A-Z]{2}\d{8}-\d{4} .*?(?=, |$)/g, ''))
          .filter((text) => /[\u4e00-\u9fff]/.test(text)),
      ),
    ]
  })
