import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { aDesk, type DeskWishes } from './desk.ts'
import { joins } from './joins.ts'
import { type RunningServer, startServer } from './server.ts'

/** A server and a browser for one test file; `waiting` have asked to join at the Gulou station. */
export const aHouse = ({ waiting = [] as readonly string[] } = {}) => {
  let browser: Browser
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    for (const [i, name] of waiting.entries()) await joins(server.url, { name, order: 401 + i, mobile: `1371234570${i}` })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return { desk: (wishes?: DeskWishes) => aDesk(browser, server.url, wishes) }
}
