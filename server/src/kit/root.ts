import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const isRoot = (folder: string) => {
  const manifest = path.join(folder, 'package.json')
  return existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'gongyou'
}

const findRoot = (from: string): string => {
  if (isRoot(from)) return from
  const parent = path.dirname(from)
  if (parent === from) throw new Error('The folder of Gongyou (the one with its package.json) was not found')
  return findRoot(parent)
}

/** The checkout's folder. Searched upwards, because a bundle under .cache/run lies deeper than its sources. */
export const root = findRoot(path.dirname(fileURLToPath(import.meta.url)))
