import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { watched } from './settled.ts'

/** 4G at its worse: 1.6 Mbit/s down, 0.75 up, 150 ms; and a processor a quarter as fast. */
export const slow = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, cpu: 4 } as const

/** A phone of 390 × 844, new or as slow as an old one. */
export const aPhone = async (browser: Browser, url: string, { slowly = false } = {}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = watched(await context.newPage())
  const errors: string[] = []
  page.on('pageerror', (e) => errors.push(e.message))
  if (slowly) {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latency,
      downloadThroughput: slow.downloadThroughput,
      uploadThroughput: slow.uploadThroughput,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
  }
  return { context, page, errors }
}

/** Types and taps at the speed of a practised thumb, so that a journey can be timed. */
export const thumb = (page: Page) => ({
  think: (ms: number) => page.waitForTimeout(ms),
  type: async (selector: string, text: string, perSign = 220) => {
    await page.tap(selector)
    await page.locator(selector).pressSequentially(text, { delay: perSign })
  },
  tap: async (selector: string) => {
    await page.waitForTimeout(700)
    await page.tap(selector)
  },
})

/** The last code sent to a phone, from the visible outbox of the example. */
export const codeFor = async (page: Page, mobile: string) => {
  const answer = await page.request.get(`/api/notices/deliveries?address=${mobile}&limit=1`)
  const { rows } = (await answer.json()) as { rows: { body: string }[] }
  return /\d{6}/.exec(rows[0]!.body)![0]
}

export const signIn = async (page: Page, mobile: string, to = '/') => {
  await page.goto(`/m/sign-in?to=${encodeURIComponent(to)}`)
  await page.fill('[name=mobile]', mobile)
  await page.tap('text=获取验证码')
  await page.waitForSelector('text=/秒后可重发/')
  await page.fill('[name=code]', await codeFor(page, mobile))
  await page.tap('.foot button')
  await page.waitForURL((at) => at.pathname === `/m${to}`)
}

/** Nothing reaches beyond the right edge. */
export const expectWithin = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${page.url()} wider than the screen`).toBeLessThanOrEqual(0)

/** No violation of WCAG 2.2 AA that axe can find, of any weight; and nothing beyond the right edge. */
export const expectFit = async (page: Page) => {
  // A page longer than the screen lies under the bar at the foot until it is scrolled: it is judged at its full height.
  const size = page.viewportSize()!
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, tall) })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map((v) => `${page.url()} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  await page.setViewportSize(size)
  await expectWithin(page)
}
