import { spawn } from 'node:child_process'
import path from 'node:path'
import { ownerPool } from '../server/src/kit/db/pool.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { root } from '../server/src/kit/root.ts'
import { folderFor } from './district.ts'
import { type Result, resultOf, spread } from './result.ts'

const port = 18_080

/** Rewrites every person, as a large import does: the database has much to bring to disk when it is stopped. */
const muchWritten = async (folder: string) => {
  const running = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true, log: () => {} })
  const owner = ownerPool(running.url)
  await owner.query('update people.person set title = title')
  await owner.end()
}

/** Starts the whole command, waits for its first answer, ends it. Milliseconds from spawn to answer. */
const once = async (folder: string, end: 'SIGINT' | 'SIGKILL' = 'SIGINT') => {
  const started = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, PORT: String(port), GONGYOU_DATA: folder, GONGYOU_PEOPLE: '20000' },
  })
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/accounts/me`).catch(() => undefined)
      if (answer?.ok) {
        const ms = performance.now() - started
        if (end === 'SIGKILL') await muchWritten(folder)
        return ms
      }
      if (performance.now() - started > 180_000) throw new Error('no answer within three minutes')
      await new Promise((go) => setTimeout(go, 20))
    }
  } finally {
    process.kill(-child.pid!, end)
    await new Promise((go) => child.on('exit', go))
  }
}

/** `npm start` with data present, from the key press to the first answer. */
export const start = async (): Promise<Result[]> => {
  const folder = folderFor('start', true)
  await once(path.join(folder))
  const times: number[] = []
  for (let i = 0; i < 5; i++) times.push(await once(folder))
  const killed: number[] = []
  await once(folder, 'SIGKILL')
  for (let i = 0; i < 5; i++) killed.push(await once(folder, i < 4 ? 'SIGKILL' : 'SIGINT'))
  return [
    resultOf({
      name: 'start',
      ours: spread(times).p50,
      limit: 3000,
      unit: 'ms',
      conditions: 'npm start with 20,000 persons present, 5 starts, median',
      more: { slowest: Math.round(Math.max(...times)) },
    }),
    resultOf({
      name: 'start-after-kill',
      ours: spread(killed).p50,
      limit: 3000,
      unit: 'ms',
      conditions: 'the same right after kill -9 of the program, every person rewritten just before, 5 starts, median',
      more: { slowest: Math.round(Math.max(...killed)) },
    }),
  ]
}
