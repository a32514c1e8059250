import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A port that nobody listens on just now. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

const answers = async (url: string) => (await fetch(`${url}/api/accounts/me`).catch(() => undefined))?.ok ?? false

type House = { folder: string; people: number }

const open = async ({ folder, people }: House) => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['bin/gongyou.mjs', 'start'], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), GONGYOU_DATA: folder, GONGYOU_PEOPLE: String(people), NODE_ENV: 'production' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  let stopping = false
  const gone = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      if (!stopping) console.error(`the server ended by itself (${code ?? signal}):\n${said.slice(-3000)}`)
      resolve()
    }),
  )
  const close = async () => {
    stopping = true
    child.kill('SIGTERM')
    await gone
  }
  const patience = Date.now() + 120_000
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > patience) throw new Error(`the server did not start:\n${said}`)
    await new Promise((after) => setTimeout(after, 200))
  }
  return { url, close }
}

/** An example is told once in a run and then copied: telling it takes longer than most journeys. */
const furnish = async (house: House) => {
  const kept = process.env['GONGYOU_E2E_HOUSES']
  if (!kept || process.env['DATABASE_URL']) return
  const example = path.join(kept, String(house.people))
  if (existsSync(example)) return copy(example, house.folder)
  await (await open(house)).close()
  const making = mkdtempSync(path.join(kept, 'making-'))
  copy(house.folder, making)
  try {
    renameSync(making, example)
  } catch (error) {
    // Somebody else has told the same example in the meantime.
    if (!existsSync(example)) throw error
    rmSync(making, { recursive: true })
  }
}
const copy = (from: string, to: string) => execFileSync('cp', ['-a', `${from}/.`, to])

/** Starts the whole thing as `npm start` does, with a small example district of its own. Stop it yourself. */
export const startServer = async ({ people = 200 } = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-e2e-'))
  // Closed to list, open to pass: under root the database is another user.
  chmodSync(folder, 0o711)
  const house = { folder, people }
  await furnish(house)
  const { url, close } = await open(house)
  const stop = async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, folder, stop }
}
export type RunningServer = Awaited<ReturnType<typeof startServer>>
