import { spawn } from 'node:child_process'

/** A step that did not succeed, told in a sentence that needs no stack trace. */
export class StepFailed extends Error {}

/** Seconds with one decimal, for people. */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** Does one step and prints one line for it, with the seconds it took. */
export const step = async (label, work) => {
  const start = performance.now()
  const done = await work()
  console.log(`${label}: ${secondsSince(start)}`)
  return done
}

/** Runs a program with this Node; keeps its output unless `shown`, and gives it with the exit code. */
export const runNode = (args, { cwd, env, shown = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    const parts = []
    for (const stream of shown ? [] : [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part))
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output: Buffer.concat(parts).toString() }))
  })
