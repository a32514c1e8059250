import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { aPhone } from './phone.ts'
import { type RunningServer, startServer } from './server.ts'

// The phone pages draw their codes with this; it is a dependency of theirs.
const { encode } = createRequire(path.join(import.meta.dirname, '../mobile/package.json'))('uqr') as typeof import('uqr')

const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-camera-'))
let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const [wide, high] = [640, 480]

/** A picture of a code as a camera would deliver it: a still film in Y4M. */
const film = (text: string) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const cell = Math.floor(400 / size)
  const [left, top] = [(wide - cell * size) >> 1, (high - cell * size) >> 1]
  const light = Buffer.alloc(wide * high, 200)
  for (let y = 0; y < cell * size; y++)
    for (let x = 0; x < cell * size; x++) light[(top + y) * wide + left + x] = data[Math.floor(y / cell)]![Math.floor(x / cell)] ? 20 : 235
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((wide * high) / 2, 128)]
  const file = path.join(folder, 'code.y4m')
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${wide} H${high} F15:1 Ip A1:1 C420\n`), ...frame, ...frame, ...frame]))
  return file
}

const lookingAt = async (text: string) => {
  const browser = await openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film(text)}`,
  ])
  const { page } = await aPhone(browser, server.url)
  await page.goto('/m/scan')
  return { browser, page }
}

test('the camera reads a joining code and leads to the joining point', async () => {
  const { browser, page } = await lookingAt('http://localhost/m/join/HCSJ2345')
  await page.waitForURL('**/m/join/HCSJ2345')
  await page.waitForSelector('text=货车司机沟通会')
  await browser.close()
})

test('a code of another site is not opened', async () => {
  const { browser, page } = await lookingAt('https://elsewhere.example/prize')
  await page.waitForSelector('text=这不是工会的码')
  expect(new URL(page.url()).pathname).toBe('/m/scan')
  await browser.close()
})
