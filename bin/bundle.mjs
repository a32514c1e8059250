import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { StepFailed } from './steps.mjs'

// By content and not by time: a checkout touches files that it does not change, and the reverse.
const digestOf = (inputs) => {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'bin/bundle.mjs', ...inputs])
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const isUpToDate = (outfile, note) => {
  try {
    const { inputs, digest } = JSON.parse(readFileSync(note, 'utf8'))
    return existsSync(outfile) && digestOf(inputs) === digest
  } catch {
    // Never bundled, or a file of it is gone.
    return false
  }
}

/** Bundles a TypeScript entry into the server's folder, from which its packages are found wherever npm put them. Node 20 cannot read TypeScript; packages stay outside, our own rooms go in. */
export const bundle = async (name, entry) => {
  const from = path.join(root, entry)
  if (!existsSync(from)) throw new StepFailed(`${entry} does not exist`)
  const outfile = path.join(root, 'server/.cache/run', `${name}.mjs`)
  const note = `${outfile}.inputs.json`
  // Reading the files again takes 30 ms; esbuild takes 300, on a busy machine 800, and a start after a kill waits for it.
  if (isUpToDate(outfile, note)) return outfile
  const { build, stop } = await import('esbuild')
  let inputs
  try {
    const { metafile } = await build({
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
      metafile: true,
    })
    inputs = Object.keys(metafile.inputs)
  } catch {
    // esbuild has printed what is wrong, and where.
    throw new StepFailed(`${entry} could not be bundled`)
  }
  await stop()
  writeFileSync(note, JSON.stringify({ inputs, digest: digestOf(inputs) }))
  return outfile
}

/** Bundles and runs an entry in this very process, so that Ctrl-C and kill mean what they say. */
export const runEntry = async (name, entry, args) => {
  const file = await bundle(name, entry)
  process.argv = [process.argv[0], file, ...args]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(file).href)
}
