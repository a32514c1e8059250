import path from 'node:path'
import type { Page } from 'playwright-core'
import { settled } from './settled.ts'

/** Keeps pictures of what a journey sees, where somebody has named a folder for them: `SCREENSHOT_FOLDER`. */
export const pictures =
  (journey: string) =>
  async (page: Page, name: string, widths = [1440, 390]) => {
    const place = process.env['SCREENSHOT_FOLDER']
    if (!place) return
    const size = page.viewportSize()!
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await settled(page)
      await page.screenshot({ path: path.join(place, `${journey}-${name}-${width}.png`), fullPage: true })
    }
    await page.setViewportSize(size)
  }
