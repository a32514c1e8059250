import { openBrowser } from '../e2e/browser.ts'
import { openDistrict, folderFor } from './district.ts'
import { type Result, resultOf, round } from './result.ts'

/** Opens a page cold and reports compressed bytes over the wire and the time until its main content can be used. */
const visit = async (url: string, ready: string, phone: boolean, slow: boolean) => {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext(
      phone ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } : { viewport: { width: 1440, height: 900 } },
    )
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    let bytes = 0
    let requests = 0
    cdp.on('Network.loadingFinished', (e) => {
      bytes += e.encodedDataLength
      requests += 1
    })
    if (slow) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 })
    }
    const started = performance.now()
    await page.goto(url)
    await page.waitForSelector(ready)
    const ms = performance.now() - started
    await page.waitForLoadState('networkidle')
    return { bytes, requests, ms }
  } finally {
    await browser.close()
  }
}

/** Bytes and time of the first phone page and the first console page, as served. */
export const firstPage = async (): Promise<Result[]> => {
  const district = await openDistrict(2_000, folderFor('district-2000', true))
  try {
    const phone = await visit(`${district.address}/m/`, 'main', true, true)
    const desk = await visit(`${district.address}/console/`, '#login', false, false)
    return [
      resultOf({
        name: 'first-page-phone',
        ours: phone.bytes / 1024,
        limit: 100,
        unit: 'KB over the wire',
        conditions: 'cold cache, brotli',
        more: { requests: phone.requests },
      }),
      resultOf({
        name: 'first-page-phone-time',
        ours: phone.ms,
        limit: 1500,
        unit: 'ms until usable',
        conditions: 'slow 4G (1.6 Mbit/s, 150 ms), CPU four times slowed',
        more: { seconds: round(phone.ms / 1000) },
      }),
      resultOf({
        name: 'first-page-console',
        ours: desk.bytes / 1024,
        limit: 400,
        unit: 'KB over the wire',
        conditions: 'cold cache, brotli, sign-in page',
        more: { requests: desk.requests, ms: Math.round(desk.ms) },
      }),
    ]
  } finally {
    await district.close()
  }
}
