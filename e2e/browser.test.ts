import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

const page = `<!doctype html><meta charset="utf-8"><title>工友</title>
<body style="font: 32px sans-serif"><h1>工会联合会</h1><p style="font-weight:700">一二三四五 abc</p>
<button onclick="document.querySelector('output').textContent = '已报名'">报名</button> <output></output>`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const fontsOf = async (on: Page, selector: string) => {
  const session = await on.context().newCDPSession(on)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  return (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts
}

test('a page opens, a button works, and a screenshot is taken', async () => {
  const tab = await browser.newPage({ viewport: { width: 700, height: 320 } })
  await tab.goto(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
  await tab.click('text=报名')
  expect(await tab.textContent('output')).toBe('已报名')
  const file = process.env['SCREENSHOT_FILE']
  const picture = await tab.screenshot(file ? { path: file } : {})
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  // Closing one page must leave the browser alive.
  await tab.close()
  expect(browser.isConnected()).toBe(true)
})

test('Chinese is drawn in a Chinese font, not in boxes', async () => {
  const tab = await browser.newPage()
  await tab.goto(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
  const fonts = await fontsOf(tab, 'h1')
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ familyName }) => /DejaVu|Liberation|Open Sans/.test(familyName))).toEqual([])
  await tab.close()
})
