import { install } from './install.mjs'
import { StepFailed } from './steps.mjs'

const entries = {
  start: 'server/src/main.ts',
  doctor: 'server/src/commands/doctor.ts',
  token: 'server/src/commands/token.ts',
  permissions: 'server/src/commands/permissions.ts',
  demo: 'demo/src/main.ts',
  bench: 'bench/main.ts',
  keys: 'server/src/commands/keys.ts',
  'draw-check': 'server/src/commands/draw-check.ts',
  schema: 'server/src/commands/schema.ts',
}
const names = ['start', 'test', ...Object.keys(entries).slice(1)]

// Imported late: they import what `install` brings.
const dispatch = async (name, rest) => {
  if (name === 'test') return (await import('./test.mjs')).test()
  const { runEntry } = await import('./bundle.mjs')
  if (name === 'start' || name === 'bench') await (await import('./web.mjs')).buildWeb()
  await runEntry(name, entries[name], rest)
}

/** Runs one subcommand of `node bin/gongyou.mjs`. */
export const main = async ([name, ...rest]) => {
  if (!names.includes(name)) {
    console.error(`Usage: npm start, npm test, npm run <command>\nCommands: ${names.join(', ')}`)
    process.exit(2)
  }
  try {
    await install()
    await dispatch(name, rest)
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    console.error(error.message)
    if (name === 'test') console.log('0 passed, 1 failed')
    process.exit(1)
  }
}
