import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { cached } from './cache.ts'

const require = createRequire(import.meta.url)
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

const installed = () => {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), macChrome].find((file) => existsSync(file))
}

const unpackTar = async (archive: string, folder: string) => {
  const entries = extract()
  entries.on('entry', ({ name, type, linkname }, stream, next) => {
    const file = path.join(folder, name)
    if (type === 'directory') mkdirSync(file, { recursive: true })
    else mkdirSync(path.dirname(file), { recursive: true })
    if (type === 'symlink') symlinkSync(linkname ?? '', file)
    if (type === 'file') pipeline(stream, createWriteStream(file, { mode: 0o755 })).then(() => next(), next)
    else stream.on('end', () => next()).resume()
  })
  await pipeline(createReadStream(archive), createBrotliDecompress(), entries)
}

const packaged = async () => {
  const home = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '../..')
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = await cached(`chromium-${version}`, async (half) => {
    const program = createWriteStream(path.join(half, 'chromium'), { mode: 0o755 })
    await pipeline(createReadStream(path.join(home, 'bin/chromium.br')), createBrotliDecompress(), program)
    await unpackTar(path.join(home, 'bin/al2023.tar.br'), path.join(half, 'libs'))
    await unpackTar(path.join(home, 'bin/swiftshader.tar.br'), half)
  })
  const executable = path.join(folder, 'chromium')
  // A bare server lacks libnss3 and others; the package carries them, but puts them in place on AWS Lambda only.
  const lacks = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout?.includes('not found') ?? true
  return { executable, env: lacks ? { LD_LIBRARY_PATH: path.join(folder, 'libs/lib') } : {} }
}

/** A Chromium to run: CHROME_PATH, or an installed one, or the one that npm delivered (x64 Linux). */
export const findChromium = async (): Promise<{ executable: string; env: Record<string, string> }> => {
  const named = process.env['CHROME_PATH'] ?? installed()
  return named ? { executable: named, env: {} } : packaged()
}
