import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import { aDesk, sitDown } from '../e2e/desk.ts'
import { settled } from '../e2e/settled.ts'
import { openDistrict, folderFor } from './district.ts'
import { type Result, resultOf, round, spread } from './result.ts'

const rounds = 7

/** Does something to the page and waits until `shown` holds and is painted; milliseconds as the page's own clock counts them. */
const painted = (page: Page, act: string, shown: string) =>
  page.evaluate(
    `(async () => {
      const frame = () => new Promise((go) => requestAnimationFrame(go))
      const begun = performance.now()
      ${act}
      while (!(${shown})) await frame()
      await frame()
      await new Promise((go) => setTimeout(go))
      return performance.now() - begun
    })()`,
  ) as Promise<number>

/** The longest frame while the list is scrolled from its top to its end in sixty steps. */
const longestFrame = (page: Page) =>
  page.evaluate(
    `(async () => {
      const list = document.querySelector('.org-tree .ant-tree-list-holder')
      let [longest, last] = [0, performance.now()]
      for (let i = 1; i <= 60; i++) {
        list.scrollTop = (list.scrollHeight * i) / 60
        await new Promise((go) => requestAnimationFrame(go))
        const now = performance.now()
        longest = Math.max(longest, now - last)
        last = now
      }
      return longest
    })()`,
  ) as Promise<number>

const lines = `document.querySelectorAll('.org-tree .org-line').length`
/** The height of two thousand lines: the whole tree is there to be scrolled. */
const whole = `document.querySelector('.org-tree .ant-tree-list-holder').scrollHeight > 2_000 * 28`
const type = (text: string) => `
  const field = document.querySelector('.split input')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '${text}')
  field.dispatchEvent(new Event('input', { bubbles: true }))`

/** The union tree with over two thousand nodes in a real browser: opened from the menu, unfolded, scrolled, searched. */
export const tree = async (): Promise<Result[]> => {
  const district = await openDistrict(2_000, folderFor('district-2000-unions-2500', true), 2_500)
  const browser = await openBrowser()
  try {
    const { page } = await aDesk(browser, district.address)
    await sitDown(page, 'zuzhi')
    const times: Record<'click' | 'again' | 'unfold' | 'scroll' | 'search' | 'clear', number[]> = {
      click: [],
      again: [],
      unfold: [],
      scroll: [],
      search: [],
      clear: [],
    }
    const click = `document.querySelector('.shell-side a[href$="/organisations"]').click()`
    for (let i = 0; i < rounds; i++) {
      // A fresh page: nothing is remembered of the tree, its code is in the browser's cache.
      await page.goto('/console/')
      await settled(page)
      times.click.push(await painted(page, click, `${lines} > 5`))
      await settled(page)
      times.unfold.push(await painted(page, `document.querySelector('.org-unfold').click()`, `${whole} && ${lines} > 15`))
      times.scroll.push(await longestFrame(page))
      times.search.push(await painted(page, type('食品'), `/找到/.test(document.querySelector('.split header').textContent) && ${lines} > 5`))
      times.clear.push(await painted(page, type(''), `${whole} && ${lines} > 15`))
      await page.click('.shell-side a >> nth=0')
      await settled(page)
      times.again.push(await painted(page, click, `${lines} > 5`))
    }
    const nodes = Number((await page.textContent('.page-head .quiet'))!.replace(/\D/g, ''))
    const of = (name: keyof typeof times) => spread(times[name]).p50
    const conditions = `${nodes.toLocaleString('en')} nodes, Chromium at 1440 × 900, median of ${rounds}`
    const one = (name: string, ours: number, limit: number, what: string) =>
      resultOf({ name, ours, limit, unit: 'ms', conditions: `${what}; ${conditions}` })
    return [
      {
        ...one('tree', of('click'), 1000, 'from the click in the menu to painted lines, the answer of the server and the code of the page included'),
        more: { nodes, slowest: round(Math.max(...times.click)) },
      },
      one('tree-again', of('again'), 200, 'the same, opened a second time'),
      one('tree-unfold', of('unfold'), 200, 'everything unfolded'),
      one('tree-scroll', of('scroll'), 100, 'longest frame while scrolling from top to end in sixty steps'),
      one('tree-search', of('search'), 200, 'from a word typed to the lines that fit'),
      one('tree-search-cleared', of('clear'), 200, 'the word taken away, everything unfolded again'),
    ]
  } finally {
    await browser.close()
    await district.close()
  }
}
