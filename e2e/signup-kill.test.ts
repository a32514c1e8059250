import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, aProgram } from './kill.ts'
import { aRush } from './rush.ts'

const rounds = 6
const patience = 18_000

let program: Program
let rush: Awaited<ReturnType<typeof aRush>>

beforeAll(async () => {
  program = await aProgram()
  await program.start(180_000)
  rush = await aRush(program)
}, 200_000)
afterAll(() => program.remove())

const fine = { lost: [], over: [], half: [] }

test('in a rush for seats the program is killed again and again: every promise stands, no seat is given twice', { timeout: 240_000 }, async () => {
  for (let round = 1; round <= rounds; round++) {
    const before = rush.promised.size
    const pool = await rush.open(8, 6)
    let on = true
    const everybody = rush.all(pool, () => on)
    await pause(Math.random() * 120)
    program.kill('SIGKILL')
    await program.ended()
    await program.start(patience)
    await pause(1_500)
    on = false
    await everybody
    expect(await rush.faults(), `round ${round}`).toEqual(fine)
    console.log(`round ${round}: program killed in a rush, ${rush.promised.size - before} promises`)
  }
  expect(rush.promised.size).toBeGreaterThan(rounds * 5)
})

test('the same when PostgreSQL, or one connection of it, is killed under the running program', { timeout: 240_000 }, async () => {
  for (let round = 1; round <= 4; round++) {
    const pool = await rush.open(8, 6)
    const before = rush.promised.size
    let on = true
    const everybody = rush.all(pool, () => on)
    await pause(Math.random() * 120)
    process.kill(round % 2 === 0 ? program.backends()[0]! : program.postmaster().pid, 'SIGKILL')
    await expect.poll(async () => (await fetch(`${program.url}/readyz`)).ok, { timeout: patience }).toBe(true)
    await pause(1_500)
    on = false
    await everybody
    await expect.poll(() => rush.faults().catch(() => undefined), { timeout: patience }).toEqual(fine)
    console.log(`round ${round}: PostgreSQL killed in a rush, ${rush.promised.size - before} promises`)
  }
  // Whoever was turned away meanwhile was told so in words.
  for (const refusal of rush.refusals) expect(refusal).toMatch(/^503 .*"code":"server\.(database-away|busy)"/)
})
