import type { Page, Request } from 'playwright-core'

/** Requests of a page that wait for their answer. `networkidle` would wait half a second after the last, and not at all on a page already open. */
const unanswered = new WeakMap<Page, Set<Request>>()

/** Counts the requests of a page from its beginning, so that `settled` knows when the last answer has come. */
export const watched = (page: Page) => {
  const open = new Set<Request>()
  unanswered.set(page, open)
  page.on('request', (request) => void open.add(request))
  page.on('requestfinished', (request) => void open.delete(request))
  page.on('requestfailed', (request) => void open.delete(request))
  return page
}

/** Stands still: something is there, nothing loads, nothing moves, and nothing has changed for a tenth of a second. */
const isStill = (page: Page) =>
  page.evaluate(async () => {
    const quiet = () =>
      document.body.innerText.trim() !== '' &&
      !document.querySelector('.ant-skeleton, .ant-spin-spinning, .ant-btn-loading') &&
      // What turns for ever is an ornament of something that waits; it never stands still.
      document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getComputedTiming().iterations === Infinity)
    if (!quiet()) return false
    let changed = false
    const watching = new MutationObserver(() => (changed = true))
    watching.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    await new Promise((after) => setTimeout(after, 100))
    watching.disconnect()
    return !changed && quiet()
  })

/** What was asked for has come and stands still: colours of a fading notice are no colours to judge. */
export const settled = async (page: Page) => {
  const open = unanswered.get(page)
  if (!open) throw new Error('a page that nobody watches cannot be waited for: open it by aDesk or aPhone')
  await page.waitForLoadState()
  const patience = Date.now() + 30_000
  while (open.size > 0 || !(await isStill(page)) || open.size > 0) {
    if (Date.now() > patience)
      throw new Error(`${page.url()} does not stand still; it waits for ${[...open].map((r) => r.url()).join(', ') || 'nothing'}`)
    await page.waitForTimeout(20)
  }
}
