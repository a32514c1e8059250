import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@swc/core'
import { root } from '../server/src/kit/root.ts'
import { featureOrder, roomRules, zodFree } from './order.ts'

export type Module = { file: string; imports: string[] }

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? filesUnder(path.join(folder, e.name)) : /\.tsx?$/.test(e.name) && !e.name.endsWith('.d.ts') ? [path.join(folder, e.name)] : [],
  )

const isSource = (value: unknown): value is { type: string; source: { value: string } } =>
  typeof value === 'object' && value !== null && 'source' in value && typeof (value.source as { value?: unknown } | null)?.value === 'string'

/** Static, type and re-exporting imports by the parser; dynamic ones by their words, for they may stand anywhere. */
const importsOf = (text: string, tsx: boolean) => {
  const { body } = parseSync(text, { syntax: 'typescript', tsx })
  const fixed = (body as unknown[]).filter(isSource).map((n) => n.source.value)
  return [...fixed, ...[...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map((m) => m[1]!)]
}

const resolved = (file: string, name: string) => {
  if (name.startsWith('@gongyou/contract/')) return `contract/src/${name.slice('@gongyou/contract/'.length)}`
  return name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name
}

export const moduleOf = (file: string, text: string): Module => ({
  file,
  imports: importsOf(text, file.endsWith('x')).map((name) => resolved(file, name)),
})

/** Every module of the four rooms with what it imports. */
export const modulesOf = (): Module[] =>
  ['contract/src', 'server/src', 'console/src', 'mobile/src']
    .flatMap((room) => filesUnder(path.join(root, room)))
    .map((full) => moduleOf(path.relative(root, full).split(path.sep).join('/'), readFileSync(full, 'utf8')))

const featureOf = (file: string) => /^(?:contract|server|console|mobile)\/src\/(?:features\/)?([a-z-]+)\//.exec(file)?.[1]
const isTest = (file: string) => /\.test\.tsx?$|\/test\//.test(file)
const ours = (target: string) => /^(contract|server|console|mobile|demo)\//.test(target)

const roomFaults = ({ file, imports }: Module) => {
  const rule = roomRules.find((r) => new RegExp(r.from).test(file))
  if (!rule) return []
  return imports.filter((t) => ours(t) && !rule.may.some((m) => new RegExp(m).test(t))).map((t) => `${file} → ${t}: ${rule.because}`)
}

const orderFaults = ({ file, imports }: Module) => {
  const own = featureOf(file)
  const place = featureOrder.indexOf(own as never)
  if (place < 0) return []
  return imports.flatMap((t) => {
    const other = ours(t) ? featureOf(t) : undefined
    if (!other || other === own) return []
    if (featureOrder.indexOf(other as never) > place) return [`${file} → ${t}: ${own} stands to the left of ${other}`]
    return file.startsWith('server/') && t.startsWith('server/src/features/') && !t.endsWith(`/${other}/index.ts`)
      ? [`${file} → ${t}: only through ${other}/index.ts`]
      : []
  })
}

const zodFaults = ({ file, imports }: Module) =>
  zodFree.test(file) && imports.includes('zod') ? [`${file} → zod: this part of the contract also runs on phones`] : []

/** Every import that breaks a rule, in words. */
export const faultsOf = (modules: readonly Module[]) =>
  modules.filter((m) => !isTest(m.file)).flatMap((m) => [...roomFaults(m), ...orderFaults(m), ...zodFaults(m)])
