import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { fontEnvironment } from './fonts.ts'

// Not the package's own arguments: they hold --single-process, and closing a context then ends the browser.
// Tests open our own pages only, so the sandbox, which root and most containers cannot have, may go.
const args = ['--no-sandbox', '--disable-dev-shm-usage']

/** Opens a headless browser that draws Chinese, as root or not, on a bare server or a desktop. Close it yourself. `more`: switches of one journey only, such as a camera. */
export const openBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const { executable, env } = await findChromium()
  return chromium.launch({
    executablePath: executable,
    args: [...args, ...more],
    env: { ...process.env, ...(await fontEnvironment()), ...env } as Record<string, string>,
  })
}
