import type { BrowserContext, Page } from 'playwright-core'
import { demoPassword } from '../demo/src/personas.ts'
import { askAt } from './joins.ts'
import { signIn } from './phone.ts'

export type View = { id: string; version: number; awaiting: string | null; answers: Record<string, unknown>; related: { origin: string }[] }
/** An officer at work, over HTTP. */
export const anOfficer = async (url: string, login: string) => {
  const { cookie } = await askAt(url, '/api/accounts/sign-in', { login, password: demoPassword })
  const ask = async (path: string, body?: object) => (await askAt(url, path, body, cookie)).said
  const see = async (id: string) => (await ask(`/api/cases/${id}`)) as View
  return {
    ask,
    see,
    act: async (id: string, way: string, body: object) => ask(`/api/cases/${id}/${way}`, { version: (await see(id)).version, ...body }),
  }
}

/** A photo as large as phones take them, drawn here. */
export const aPhoto = async (page: Page, name: string) => {
  const data = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 })
    const ink = canvas.getContext('2d')!
    for (let i = 0; i < 400; i++) {
      ink.fillStyle = `hsl(${(i * 37) % 360} 50% ${30 + (i % 50)}%)`
      ink.fillRect((i * 131) % 2900, (i * 79) % 1900, 260, 190)
    }
    return canvas.toDataURL('image/jpeg', 0.98).split(',')[1]!
  })
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(data, 'base64') }
}

const sign = async (page: Page) => {
  await page.locator('.pad').scrollIntoViewIfNeeded()
  const box = (await page.locator('.pad').boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 50)
  await page.mouse.down()
  for (let i = 1; i < 20; i++) await page.mouse.move(box.x + 40 + i * 9, box.y + 50 + (i % 4) * 15)
  await page.mouse.up()
}

export const next = (page: Page) => page.tap('.foot >> text=下一步')
type Told = { cause: string; days?: string; story: string; card?: string; photo?: boolean }
/** Through all five screens, from the first to the one where everything is checked. */
export const fillIn = async (page: Page, told: Told) => {
  await page.tap(`.pick:has-text("${told.cause}")`)
  if (told.days) await page.fill('[name=hospitalDays]', told.days)
  await page.fill('[name=happenedOn]', '2026-11-02')
  await page.fill('[name=story]', told.story)
  await next(page)
  await page.waitForSelector('text=第 2 步，共 5 步')
  await page.tap('text=/^我本人/')
  await page.fill('[name=home]', '鼓楼南大街 18 号院')
  await next(page)
  await page.waitForSelector('text=第 3 步，共 5 步')
  await page.tap('text=添加同住家人')
  await page.fill('[name="family.0.name"]', '苏晚晴')
  await page.tap('.card-line .pick:has-text("配偶")')
  await page.tap('.pick:has-text("生活费")')
  await page.fill('[name=income]', '4321.50')
  if (told.card) await page.fill('[name=card]', told.card)
  await next(page)
  await page.waitForSelector('text=第 4 步，共 5 步')
  if (told.photo !== false) await page.setInputFiles('[name="proof.camera"]', await aPhoto(page, '诊断证明.jpg'))
  await page.waitForSelector('.paper')
  await sign(page)
  await page.check('[name=consent]')
  await next(page)
  await page.waitForSelector('text=核对后提交')
}

/** Everything this phone has written down: both stores of the page and the database of the browser. */
export const writtenDown = (page: Page) =>
  page.evaluate(async () => {
    const rows = await new Promise<unknown[]>((done, failed) => {
      const request = indexedDB.open('gongyou', 1)
      request.onerror = () => failed(request.error)
      request.onsuccess = () => {
        const all = request.result.transaction('kept').objectStore('kept').getAll()
        all.onsuccess = () => done(all.result)
      }
    })
    return JSON.stringify([{ ...localStorage }, rows])
  })
export const caseOf = async (page: Page) => {
  await page.tap('text=看办理进度')
  await page.waitForSelector('.way')
  return page.url().split('/').at(-1)!
}

// A phone number gets one code a minute: whoever has signed in once comes back with the same cookie.
const cookies = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()
export const enter = async (page: Page, mobile: string) => {
  const known = cookies.get(mobile)
  if (known) return page.context().addCookies(known)
  await signIn(page, mobile)
  cookies.set(mobile, await page.context().cookies())
}
