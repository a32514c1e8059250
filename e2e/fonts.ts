import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cached } from './cache.ts'

const require = createRequire(import.meta.url)
const source = '@fontsource-variable/noto-sans-sc'

// The app relies on the fonts of the machine; a bare server has none, and Chromium then draws no text at all.
const systemHasChinese = () => (spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''

// Fontconfig takes no woff2 from a folder, so the 101 slices (4.9 MB) are unpacked to TTF: 8 MB and 0.2 s, once.
// The package of whole TTF files would be 92 MB of every install.
const makeFonts = async (folder: string) => {
  const { decompress } = await import('wawoff2')
  const slices = path.join(path.dirname(require.resolve(`${source}/package.json`)), 'files')
  const fonts = path.join(folder, 'ttf')
  mkdirSync(fonts)
  for (const name of readdirSync(slices).filter((file) => file.endsWith('-wght-normal.woff2'))) {
    writeFileSync(path.join(fonts, name.replace('.woff2', '.ttf')), await decompress(readFileSync(path.join(slices, name))))
  }
}

const configuration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/ttf</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`

/** What Chromium needs in its environment to draw Chinese; nothing where the system has a Chinese font. */
export const fontEnvironment = async (): Promise<Record<string, string>> => {
  if (systemHasChinese()) return {}
  const { version } = require(`${source}/package.json`) as { version: string }
  const folder = await cached(`fonts-${version}`, makeFonts)
  const file = path.join(folder, 'fonts.conf')
  writeFileSync(file, configuration(folder))
  return { FONTCONFIG_FILE: file }
}
