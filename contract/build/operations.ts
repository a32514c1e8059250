import { build } from 'esbuild'
import path from 'node:path'
import type { Plugin } from 'vite'

/**
 * `virtual:operations`: what the pages need of each route (method, address, file or not), drawn from the contract when
 * the pages are built. The schemas, and zod with them, stay on the server; the types come from the same routes.
 */
export const operations = (): Plugin => ({
  name: 'gongyou-operations',
  resolveId: (id) => (id === 'virtual:operations' ? '\0operations' : undefined),
  load: async (id) => {
    if (id !== '\0operations') return undefined
    const entry = path.join(import.meta.dirname, '../src/routes.ts')
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', platform: 'node' })
    const { routes } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)
    const rows = Object.entries(routes as Record<string, Record<string, unknown>>).map(([name, r]) => [
      name,
      { method: r.method, url: r.url, ...(r.takesFile ? { takesFile: true } : {}), ...(r.sends ? { sends: r.sends } : {}) },
    ])
    return `export const operations = ${JSON.stringify(Object.fromEntries(rows))}`
  },
})
