import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { root } from './root.mjs'
import { StepFailed } from './steps.mjs'

/** Bundles a TypeScript entry into the server's folder, from which its packages are found wherever npm put them. Node 20 cannot read TypeScript; packages stay outside, our own rooms go in. */
export const bundle = async (name, entry) => {
  const from = path.join(root, entry)
  if (!existsSync(from)) throw new StepFailed(`${entry} does not exist`)
  const outfile = path.join(root, 'server/.cache/run', `${name}.mjs`)
  try {
    await build({
      entryPoints: [from],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      packages: 'external',
      alias: { '@gongyou/contract': path.join(root, 'contract/src') },
      sourcemap: 'linked',
      logLevel: 'error',
      absWorkingDir: root,
    })
  } catch {
    // esbuild has printed what is wrong, and where.
    throw new StepFailed(`${entry} could not be bundled`)
  }
  await stop()
  return outfile
}

/** Bundles and runs an entry in this very process, so that Ctrl-C and kill mean what they say. */
export const runEntry = async (name, entry, args) => {
  const file = await bundle(name, entry)
  process.argv = [process.argv[0], file, ...args]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(file).href)
}
